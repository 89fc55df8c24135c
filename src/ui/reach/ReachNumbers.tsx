import type { ReactNode } from 'react';
import * as reachWords from '../../i18n/reach.ts';
import { formatMagnitude, formatShare } from '../../layout/reach.ts';
import { useConfig, useRun, useWords } from '../context.ts';
import styles from './ReachFigure.module.css';

export interface ReachNumbersProps {
  /** The reach of the loss to the first step shown, and to its own. */
  readonly first: number;
  readonly last: number;
  /** The first timestep shown, the timestep of the loss, and the layer: from 0. */
  readonly from: number;
  readonly loss: number;
  readonly layer: number;
}

/** Single numbers beside the triangle, each with what it tells. */
export function ReachNumbers({ first, last, from, loss }: ReachNumbersProps) {
  const words = useWords(reachWords);
  const clipNorm = useConfig((config) => config.clipNorm);
  const gradientNorm = useRun((run) => run.snapshot.gradientNorm);
  return (
    <dl className={styles.numbers} aria-label={words.numbers}>
      {loss === from ? (
        <Numbered name={words.ratio} value={null} tells={words.ratioAlone} />
      ) : last === 0 ? (
        <Numbered name={words.ratio} value={null} tells={words.ratioNone} />
      ) : (
        <Numbered
          name={words.ratio}
          value={`${formatShare(first / last)}%`}
          tells={words.ratioTells({ first: from + 1, last: loss + 1, share: formatShare(first / last) })}
        />
      )}
      <Numbered name={words.norm} value={formatMagnitude(gradientNorm)} tells={words.normTells(clipNorm)} />
    </dl>
  );
}

interface NumberedProps {
  readonly name: ReactNode;
  readonly value: string | null;
  /** One sentence. */
  readonly tells: string;
}

function Numbered({ name, value, tells }: NumberedProps) {
  return (
    <div>
      <dt>{name}</dt>
      {value !== null && <dd className={styles.number}>{value}</dd>}
      <dd className={styles.tells}>{tells}</dd>
    </div>
  );
}
