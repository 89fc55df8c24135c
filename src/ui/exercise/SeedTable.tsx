import { grouped } from '../../i18n/numbers.ts';
import * as seedWords from '../../i18n/seeds.ts';
import * as taskWords from '../../i18n/tasks.ts';
import type { MeasuredExercise, SeedResult } from '../../state/seeds.ts';
import { useWords } from '../context.ts';
import styles from './Seeds.module.css';
import { shareInTenths } from './shareInTenths.ts';

export interface SeedTableProps {
  /** How many questions there are. */
  readonly all: Pick<MeasuredExercise, 'training' | 'heldOut'>;
  readonly results: readonly SeedResult[];
  readonly worstSeeds: readonly number[];
  /** Of the network in sight, where it is trained as those were; else null. */
  readonly presentSeed: number | null;
}

const ORIGINS = ['training', 'heldOut'] as const;

/** A row for each seed: what is right of the trained and of the never seen. */
export function SeedTable({ all, results, worstSeeds, presentSeed }: SeedTableProps) {
  const words = useWords(seedWords);
  const names = useWords(taskWords);
  return (
    <table className={styles.table} aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.seed}</th>
          {ORIGINS.map((origin) => (
            <th key={origin} scope="col">
              {names[origin]} <span className={styles.all}>{words.of(all[origin])}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {results.map((result) => {
          const { seed } = result;
          return (
            <tr key={seed} aria-current={seed === presentSeed || undefined}>
              <th scope="row">
                {seed} {worstSeeds.includes(seed) && <span className={styles.mark}>{words.worst}</span>}{' '}
                {seed === presentSeed && <span className={styles.mark}>{words.present}</span>}
              </th>
              {ORIGINS.map((origin) => (
                <td key={origin}>
                  {shareInTenths(result[origin], all[origin])}%{' '}
                  <span className={styles.count}>{grouped(result[origin])}</span>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
