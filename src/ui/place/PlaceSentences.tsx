import { grouped } from '../../i18n/numbers.ts';
import * as placeWords from '../../i18n/place.ts';
import { formatPercent } from '../../layout/format.ts';
import type { Space } from '../../layout/stateSpace.ts';
import { useRun, useWords } from '../context.ts';
import styles from './PlaceFigure.module.css';

export interface PlaceSentencesProps {
  readonly space: Space;
  readonly repeated: Parameters<typeof placeWords.en.repeated>[0] | null;
  /** Of a long text: the timesteps drawn in full, and how many there are. */
  readonly window: { readonly from: number; readonly to: number; readonly all: number } | null;
  /** Updates, the oldest first; null while no trail is shown. */
  readonly trail: readonly number[] | null;
  /** Why there is none though it is wanted. */
  readonly withoutTrail: string | null;
}

/** What the drawing shows, in words, and the legend of its trail. */
export function PlaceSentences({ space, repeated, window, trail, withoutTrail }: PlaceSentencesProps) {
  const words = useWords(placeWords);
  const update = useRun((run) => run.snapshot.update);
  const hasCome = useRun((run) => run.snapshot.trail !== null);
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const shares = space.components?.shares;
  return (
    <>
      <p className={styles.parting}>{repeated ? words.repeated(repeated) : words.noneRepeated}</p>
      {repeated && (
        <p>
          {isCut ? words.repeatedWhy.cut : words.repeatedWhy.same}{' '}
          {space.kind === 'components' && words.repeatedWhy.exact}
        </p>
      )}
      <p>
        {space.kind === 'components' && shares
          ? words.components(
              space.size,
              formatPercent(shares[0] + shares[1]),
              formatPercent(shares[0]),
              formatPercent(shares[1]),
            )
          : space.kind !== 'components' && words.exact[space.kind]}
      </p>
      {window && <p>{words.window(window.from + 1, window.to, window.all)}</p>}
      {withoutTrail && <p>{withoutTrail}</p>}
      {trail && (
        <div className={styles.legend}>
          {trail.length === 0 ? (
            <p>{update === 0 ? words.trailEmpty : hasCome ? words.trailUnknown(update) : words.trailComes}</p>
          ) : (
            <>
              <p>{words.trailUpdates}</p>
              <ol>
                {trail.map((update, age) => (
                  <li key={update}>
                    <span style={{ opacity: 0.15 + (0.5 * (age + 1)) / trail.length }} />
                    {grouped(update)}
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
      )}
    </>
  );
}
