/** Matrices with the signs of a sum between them, all in sight: in lines, each with the names of the rows before it. */
import type { ReactNode } from 'react';
import * as contributionsWords from '../../i18n/contributions.ts';
import type { SumLines } from '../../layout/sumLines.ts';
import { useWords } from '../context.ts';
import styles from './SumOfMatrices.module.css';

export interface SumOfMatricesProps {
  /** What is added up, and then what it adds up to. */
  readonly matrices: readonly { readonly key: string | number; readonly map: ReactNode }[];
  /** Before the last one: "=" or "≈". */
  readonly equals: '=' | '≈';
  readonly lines: SumLines;
  /** CSS pixels above each matrix. */
  readonly above: number;
  readonly rowLabels: ReactNode;
}

export function SumOfMatrices({ matrices, equals, lines, above, rowLabels }: SumOfMatricesProps) {
  const words = useWords(contributionsWords);
  const { perLine, sign, size } = lines;
  const signBefore = (which: number) => {
    if (which === 0) return '';
    return which === matrices.length - 1 ? equals : '+';
  };
  const isOne = perLine >= matrices.length;
  const place = { marginTop: above, height: size.height };
  return (
    <section className={styles.lines} aria-label={words.sum}>
      {Array.from({ length: Math.ceil(matrices.length / perLine) }, (_, line) => (
        <div key={line} className={styles.line}>
          {matrices.slice(line * perLine, (line + 1) * perLine).map(({ key, map }, index) => (
            <div key={key} className={styles.part}>
              {(index > 0 || !isOne) && (
                <span className={styles.sign} style={{ ...place, width: sign }} aria-hidden="true">
                  {signBefore(line * perLine + index)}
                </span>
              )}
              {index === 0 && <div style={place}>{rowLabels}</div>}
              {map}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
