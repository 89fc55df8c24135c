import * as contributionsWords from '../../i18n/contributions.ts';
import type { SumOf } from '../../layout/contributions.ts';
import type { ParameterMap } from '../../layout/matrices.ts';
import { formatMagnitude } from '../../layout/reach.ts';
import type { Contributions } from '../../worker/protocol.ts';
import { useConfig, useRun, useWords } from '../context.ts';
import { MathText } from '../MathText.tsx';
import styles from './ContributionsFigure.module.css';

export interface PlacesExplainedProps {
  readonly contributions: Contributions;
  readonly shows: SumOf;
  readonly map: ParameterMap;
}

/** What the parts of the sum are, with the optimizer that is at work and what happens beside it. */
export function PlacesExplained({ contributions, shows, map: { kind, part } }: PlacesExplainedProps) {
  const words = useWords(contributionsWords);
  const optimizer = useConfig((config) => config.optimizer);
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const { step, from } = contributions;
  const sentences = [words.meaning[shows]];
  if (step === null) sentences.push(words.others);
  else if (shows === 'change') {
    sentences.push(words.optimizers[optimizer]);
    if (step.clipping < 1) sentences.push(words.clipped(formatMagnitude(step.clipping)));
    if (step.rounding) sentences.push(words.rounded(formatMagnitude(step.rounding)));
  }
  if (kind === 'W_hh' && isCut) sentences.push(words.cut);
  else if (kind === 'W_hh' && from === 0 && part !== 'decoder') sentences.push(words.nothingBefore);
  return (
    <p className={styles.sentence}>
      <MathText text={sentences.join(' ')} />
    </p>
  );
}
