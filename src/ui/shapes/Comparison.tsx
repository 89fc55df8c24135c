/** Two or three shapes in one row, or under each other, with their timesteps aligned; where they differ is framed. */
import { useRef } from 'react';
import * as shapesWords from '../../i18n/shapes.ts';
import type { Arrangement } from '../../state/shapes.ts';
import { AppContext, useMessages, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import { useColumnScroll } from '../useColumnScroll.ts';
import { useSize } from '../useSize.ts';
import styles from './Comparison.module.css';
import { GAP, roomsFor, rowPitch, rowWidth, widthInRow } from './comparisonLayout.ts';
import { differencesOf, type Presence, usePresences } from './presence.ts';
import { SmallNetwork } from './SmallNetwork.tsx';
import { useBoard, useShapes } from './shapesContext.ts';
import { smallPitch } from './smallLayout.ts';

/** For the names of shapes that stand under each other; where all is narrow they stand over them. */
const GUTTER = 170;
const NARROW = 600;
/** From so many free pixels on the sentences stand beside the row. */
const ASIDE = 200;
const ARRANGEMENTS: readonly Arrangement[] = ['row', 'stack'];

/** The id of where it is on the page. */
export const COMPARISON = 'side-by-side';

type PairName = keyof (typeof shapesWords.en)['pairs'];

export function Comparison() {
  const words = useWords(shapesWords);
  const { network } = useMessages();
  const { labs, actions } = useShapes();
  const compared = useBoard((board) => board.compared);
  const arrangement = useBoard((board) => board.arrangement);
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const chosen = usePresences().filter(({ kind }) => compared.includes(kind));
  const timesteps = chosen.map(({ reads }) => reads.length);
  const longest = Math.max(1, ...timesteps);
  const pitchInRow = rowPitch(width, timesteps);
  const isRow = pitchInRow !== null && arrangement === 'row';
  const gutter = width < NARROW ? 0 : GUTTER;
  const pitch = isRow ? pitchInRow : smallPitch(width - gutter, longest);
  const columns = pitch * longest;
  const isScrolling = !isRow && columns > width - gutter + 1;
  const timestep = useView((view) => view.timestep);
  // The names stay where they are: what is in sight of the columns begins behind them.
  const { scroller, onScroll } = useColumnScroll(pitch, width - gutter, Math.min(timestep, longest - 1), 0);
  const isAside = isRow && width - rowWidth(timesteps, pitch) >= ASIDE + GAP;
  const differing = differencesOf(chosen);
  const pairs = chosen.flatMap((one, index) =>
    chosen.slice(index + 1).map((other) => `${one.kind} ${other.kind}` as PairName),
  );
  const stepsOf = ({ reads, says }: Presence) => ({
    reads: numbersWhere(reads),
    says: numbersWhere(says),
    of: reads.length,
  });
  const facts = chosen.map((each) => [
    words.names[each.kind],
    words.reads(stepsOf(each)),
    (each.isKnown ? words.says : words.saysUnknown)(stepsOf(each)),
  ]);
  const styleOf = (each: number) => {
    if (isRow) return { width: widthInRow(timesteps[each], pitch) };
    return {
      gridTemplateColumns: gutter > 0 ? `${gutter}px auto` : 'auto',
      width: isScrolling ? gutter + columns : undefined,
    };
  };
  return (
    <Figure
      name={words.comparison}
      summary={facts.map((fact) => fact.join(', ')).join('; ')}
      table={() => ({ caption: words.table, columns: Object.values(words.columns), rows: facts })}
      aside={
        <>
          {pitchInRow !== null && (
            <div className={styles.arrangement}>
              <SegmentedChoice
                small
                name={words.arrangement}
                options={ARRANGEMENTS}
                words={words.arrangements}
                value={arrangement}
                onChange={actions.arrange}
              />
            </div>
          )}
          {pitchInRow === null && gutter > 0 && width > 0 && (
            <span className={styles.note}>{words.noRow}</span>
          )}
          <span className={styles.legend}>{words.differs}</span>
        </>
      }
      className={styles.figure ?? ''}
    >
      <div ref={frame} className={isAside ? styles.beside : undefined}>
        <ul className={styles.sentences}>
          {pairs.map((pair) => (
            <li key={pair}>{words.pairs[pair]}</li>
          ))}
        </ul>
        <div
          ref={scroller}
          onScroll={onScroll}
          className={isRow ? styles.row : styles.stack}
          {...(isScrolling && { tabIndex: 0, role: 'group', 'aria-label': network.scroller })}
        >
          {width > 0 &&
            chosen.map((each, index) => (
              <AppContext key={each.kind} value={labs[each.kind]}>
                <div className={styles.shape} style={styleOf(index)}>
                  <div className={gutter > 0 ? `${styles.name} ${styles.beforeAll}` : styles.name}>
                    <h3>{facts[index][0]}</h3>
                    <p>{facts[index][1]}</p>
                    <p>{facts[index][2]}</p>
                  </div>
                  <SmallNetwork
                    pitch={pitch}
                    rooms={roomsFor(isRow ? chosen : [each], pitch)}
                    differing={differing}
                  />
                </div>
              </AppContext>
            ))}
        </div>
      </div>
    </Figure>
  );
}

function numbersWhere(isThere: readonly boolean[]): number[] {
  return isThere.flatMap((there, t) => (there ? [t + 1] : []));
}
