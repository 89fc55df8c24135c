/** Matrices with the signs of a sum between them: whole ones are in sight, and what they add up to always is. */
import { type ReactNode, useRef, useState } from 'react';
import * as contributionsWords from '../../i18n/contributions.ts';
import { OUTLINE, sumRoom } from '../../layout/sumRoom.ts';
import { useWords } from '../context.ts';
import { useSize } from '../useSize.ts';
import styles from './SumInSight.module.css';

export interface SumInSightProps {
  readonly parts: readonly { readonly key: string | number; readonly map: ReactNode }[];
  readonly total: ReactNode;
  /** Before it: "=" or "≈". */
  readonly equals: '=' | '≈';
  /** CSS pixels: of each part and of the sum with what is written at them, and of the matrix alone. */
  readonly column: number;
  readonly height: number;
}

export function SumInSight({ parts, total, equals, column, height }: SumInSightProps) {
  const words = useWords(contributionsWords);
  const row = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { width } = useSize(row);
  const [scrolled, setScrolled] = useState(0);
  const { inSight, beside, before, after, sign: between } = sumRoom(width, column, parts.length);
  const isWhole = inSight >= parts.length;
  const last = parts.length - inSight;
  const first = Math.min(scrolled, last);
  const pitch = column + between;

  const sign = (marks: string, wide: number, className = '') => (
    <span className={`${styles.sign} ${className}`} style={{ width: wide, height }} aria-hidden="true">
      {[...marks].map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
    </span>
  );
  const turn = (name: string, to: number, arrow: string) => (
    <button
      type="button"
      className={styles.turn}
      aria-label={name}
      title={name}
      aria-disabled={to === first}
      onClick={() => {
        if (scroller.current) scroller.current.scrollLeft = to * pitch;
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={arrow} />
      </svg>
    </button>
  );
  const more = first < last ? '+⋯' : '';
  return (
    <section ref={row} className={styles.row} aria-label={words.sum}>
      {before > 0 && sign(first > 0 ? '⋯+' : '', before)}
      <div
        ref={scroller}
        className={styles.scroller}
        style={{ width: inSight * pitch - between + 2 * OUTLINE }}
        onScroll={({ currentTarget }) => setScrolled(Math.round(currentTarget.scrollLeft / pitch))}
      >
        {parts.map(({ key, map }, which) => (
          <div key={key} className={styles.part} style={{ scrollMarginLeft: which > 0 ? -between : 0 }}>
            {which > 0 && sign('+', between)}
            {map}
          </div>
        ))}
      </div>
      {sign(beside ? `${more}${equals}` : more, after)}
      {!isWhole && (
        <div className={styles.pager}>
          {turn(words.earlier, Math.max(0, first - inSight), 'M10 3 5 8l5 5')}
          {words.inSight(first + 1, first + inSight, parts.length)}
          {turn(words.later, Math.min(last, first + inSight), 'm6 3 5 5-5 5')}
        </div>
      )}
      {!beside && sign(equals, before, styles.equals)}
      <div className={beside ? '' : styles.below}>{total}</div>
    </section>
  );
}
