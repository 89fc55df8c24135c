import * as seedWords from '../../i18n/seeds.ts';
import type { Config } from '../../state/config.ts';
import type { OtherSettings } from '../../state/seeds.ts';
import { useActions, useRun, useWords } from '../context.ts';
import styles from './Seeds.module.css';

export interface OpenWorstSeedProps {
  readonly seed: number;
  readonly updates: number;
  /** What the measured networks have otherwise than the one in sight. */
  readonly others: OtherSettings;
  readonly config: Config;
}

/** Begins the network that did worst of the measured cell's in the same lab, and trains it as far. Not there where choosing would not lead to it. */
export function OpenWorstSeed({ seed, updates, others, config }: OpenWorstSeedProps) {
  const words = useWords(seedWords);
  const actions = useActions();
  const isAsFar = useRun((run) => run.snapshot.update === updates);
  const { learningRate, ...choice } = others;
  const { interventions } = config;
  const isOtherWay = Object.keys(choice).length > 0;
  // A new network begins with the learning rate in force.
  if (learningRate !== undefined || interventions.some(({ kind }) => kind === 'learningRate')) return null;
  const isThere = !isOtherWay && config.seed === seed;
  if (isThere && interventions.length > 0) return null;
  const isDone = isThere && isAsFar;
  const open = () => {
    if (!isThere) actions.choose({ ...choice, seed });
    actions.seek(updates);
  };
  return (
    <button type="button" className={styles.open} aria-disabled={isDone} onClick={isDone ? undefined : open}>
      {isThere ? words.isOpen(seed, updates) : (isOtherWay ? words.openOtherWay : words.open)(seed)}
    </button>
  );
}
