/** The unrolled network in small: what is read and said at each timestep, and the states between. */
import { useMemo } from 'react';
import * as shapesWords from '../../i18n/shapes.ts';
import { softmax } from '../../layout/probability.ts';
import { endBefore, isAnswering } from '../../tasks/task.ts';
import { useRun, useView, useWords } from '../context.ts';
import { DenseBlocks } from '../DenseBlocks.tsx';
import { TimestepColumns } from '../TimestepColumns.tsx';
import { ValueCells } from '../ValueCells.tsx';
import { rowDecimals, statesOf, valueDomain } from '../values.ts';
import { DifferenceFrames, type Differing } from './DifferenceFrames.tsx';
import { EndedNote } from './EndedNote.tsx';
import { Label } from './Label.tsx';
import { labelStyle, noteWidth, styleOf } from './labels.ts';
import { PartName } from './PartName.tsx';
import { ReadMarks, readHeight } from './ReadMarks.tsx';
import { SmallArrows } from './SmallArrows.tsx';
import styles from './SmallNetwork.module.css';
import { cardRooms, layoutSmall, OWN_WORD, type SmallRooms } from './smallLayout.ts';
import { outputMarks, readMark, saidMark } from './stepMarks.ts';

/** Above and below the bars of what a step would say so far, where every step is asked and only the last answers. */
const BESIDE_BARS = 3;
/** Over the columns, for the names of its bars: the selected column begins below, so that nothing crosses them. */
const LEGEND = { height: 12, swatch: 7, apart: 9 };
/** From the name of the encoder to the states below it: in the middle of the arrows' room, or of what a frame leaves of it. */
const BELOW_NAME = { usual: 7, framed: 4 };
/** Over what is said, for what tells right from wrong. */
const MARK = 14;
/** From that up to what would have been right. */
const TO_WANTED = 14;
/** Where that is a letter or an arrow: of words a sentence below the card says it. */
const SHOWS_WANTED = ['text', 'motion'];

export interface SmallNetworkProps {
  readonly pitch: number;
  /** Those of a card where there are none. */
  readonly rooms?: SmallRooms;
  /** The timesteps at which what is read, or what is said, is other than beside it. */
  readonly differing?: Differing;
}

export function SmallNetwork({ pitch, rooms: given, differing }: SmallNetworkProps) {
  const words = useWords(shapesWords);
  const task = useRun((run) => run.task);
  const exercise = useRun((run) => run.exercise);
  const kind = exercise?.kind ?? 'text';
  const model = useRun((run) => run.model);
  const { trace, ablation } = useRun((run) => run.snapshot);
  const timestep = useView((view) => view.timestep);
  const { timesteps } = trace;
  const { hiddenSize, layers } = model;
  const leansTowards = kind === 'feelings';
  const { said, bars, read, isLow } = given ?? cardRooms(leansTowards);
  const layout = useMemo(
    () => layoutSmall({ hiddenSize, layers }, timesteps, pitch, { said, bars, read, isLow }),
    [hiddenSize, layers, timesteps, pitch, said, bars, read, isLow],
  );
  const relu = model.cell === 'rnn' && model.nonlinearity === 'relu';
  const names = outputMarks(task, kind === 'motion');
  const steps = Array.from({ length: timesteps }, (_, t) => ({
    t,
    read: readMark(task, trace, t),
    said: saidMark(task, trace, t, names),
  }));
  const reads = steps.map(({ read }) => read);
  // An answer that ends at once is one of many that there could have been.
  const isAlone = !differing && steps.filter(({ t }) => isAnswering(task, t)).length === 1;
  const look = labelStyle(names, { pitch, room: said - bars, isAlone });
  const lookAt = steps.map(({ said }) => (said ? styleOf(said.name, look, pitch) : look));
  const saidHeight = Math.max(0, ...steps.flatMap(({ said }, t) => (said ? [lookAt[t].height] : [])));
  const end = endBefore(task, trace, timesteps) ?? timesteps;
  const ended = steps.flatMap(({ t }) => (t > end ? [t] : []));
  const { saidEnd } = layout.y;
  const readEnd = layout.y.read + readHeight(reads, layout);
  const hasOwn = reads.some(({ kind }) => kind === 'own');
  const middleOf = (t: number) => (t + 0.5) * pitch;
  const selected = Math.min(timestep, timesteps - 1);
  const decimals = rowDecimals(layout.network, trace, 0, timesteps, names.length);
  const { decoderFrom } = task.example;
  return (
    <TimestepColumns
      count={timesteps}
      width={layout.width}
      className={styles.network}
      style={{ width: layout.width, height: layout.height }}
    >
      <div
        className={styles.selection}
        style={{
          top: leansTowards ? LEGEND.height : 0,
          width: pitch - 1,
          transform: `translateX(${selected * pitch + 0.5}px)`,
        }}
      />
      <DenseBlocks layout={layout.network} trace={trace} relu={relu} first={0} count={timesteps} />
      <svg className={styles.svg} width={layout.width} height={layout.height} aria-hidden="true">
        {decoderFrom !== undefined && (
          <>
            <path className={styles.border} d={`M${decoderFrom * pitch} ${layout.y.said}V${layout.y.time}`} />
            {/* Where either has nothing else: the encoder says nothing, the decoder is given nothing. */}
            <PartName
              name={words.encoder}
              left={0}
              width={decoderFrom * pitch}
              bottom={layout.y.states - BELOW_NAME[differing ? 'framed' : 'usual']}
              isUprightAllowed={!differing}
            />
            <PartName
              name={words.decoder}
              left={decoderFrom * pitch}
              width={(timesteps - decoderFrom) * pitch}
              bottom={layout.y.time - 5}
              isUprightAllowed={false}
            />
          </>
        )}
        <SmallArrows
          layout={layout}
          isCut={ablation.recurrenceCut}
          reads={reads.map(({ kind }) => kind)}
          says={steps.map(({ t }) => isAnswering(task, t) && t <= end)}
          saidTops={lookAt.map(({ height }) => saidEnd - height)}
          saidEnd={leansTowards ? layout.y.barsEnd : saidEnd}
        />
        {layout.blocks.map((block, index) =>
          steps.map(({ t }) => (
            <g key={`${block.layer} ${t}`} transform={`translate(${t * pitch} 0)`}>
              <ValueCells
                block={block}
                values={statesOf(trace, block, t)}
                domain={valueDomain('hidden', relu)}
                room={block.width}
                decimals={decimals[index]}
              />
            </g>
          )),
        )}
        {leansTowards && <Legend names={names} />}
        {leansTowards &&
          steps.map(({ t }) => (
            <Leaning
              key={t}
              probabilities={softmax(trace.logits, t * names.length, names.length)}
              left={t * pitch}
              width={pitch}
              bottom={layout.y.barsEnd - BESIDE_BARS}
              height={bars - 2 * BESIDE_BARS}
            />
          ))}
        {steps.map(
          ({ t, said }) =>
            said && (
              <g key={t}>
                <Label
                  kind={said.isRight === null ? 'open' : said.isRight ? 'right' : 'wrong'}
                  name={said.name}
                  look={lookAt[t]}
                  x={Math.min(middleOf(t), layout.width - lookAt[t].width / 2 - 1)}
                  y={saidEnd - lookAt[t].height / 2}
                />
                {said.isRight !== null && (
                  <text
                    className={said.isRight ? styles.right : styles.wrong}
                    x={middleOf(t)}
                    y={saidEnd - lookAt[t].height - 7}
                  >
                    {said.isRight ? '✓' : '✗'}
                  </text>
                )}
                {said.wanted !== null && !differing && SHOWS_WANTED.includes(kind) && (
                  <text
                    className={styles.wanted}
                    x={middleOf(t)}
                    y={saidEnd - lookAt[t].height - 7 - TO_WANTED}
                  >
                    <title>{words.wanted(said.wanted)}</title>
                    {said.wanted}
                  </text>
                )}
              </g>
            ),
        )}
        <ReadMarks layout={layout} reads={reads} unknown={words.unknownWord} />
        {!differing && ended.length > 0 && (
          <EndedNote left={ended[0] * pitch} width={(timesteps - ended[0]) * pitch} top={layout.y.read} />
        )}
        {steps.map(({ t }) => (
          <text key={t} className={styles.time} x={middleOf(t)} y={layout.y.time + 10}>
            {t + 1}
          </text>
        ))}
        {differing && (
          <DifferenceFrames
            differing={differing}
            pitch={pitch}
            rows={{
              read: {
                top: layout.y.read,
                bottom: readEnd,
                words: hasOwn ? (layout.y.read + OWN_WORD.way + readEnd) / 2 : undefined,
              },
              said: {
                top: saidEnd - saidHeight - MARK,
                bottom: leansTowards ? layout.y.barsEnd : saidEnd,
                words: leansTowards ? saidEnd - saidHeight / 2 : undefined,
              },
            }}
            reads={reads.map(({ kind }) => kind)}
            says={steps.map(({ said }) => said !== null)}
          />
        )}
      </svg>
      {ended.map(
        (t) =>
          t !== selected && (
            <div
              key={t}
              className={styles.after}
              data-after={t}
              title={words.afterEnd}
              style={{
                left: t * pitch,
                top: layout.y.states,
                width: pitch,
                height: layout.y.read - layout.y.states,
              }}
            />
          ),
      )}
    </TimestepColumns>
  );
}

/** What each bar stands for, in their order. */
function Legend({ names }: { readonly names: readonly string[] }) {
  let left = 3;
  return names.map((name, index) => {
    const x = left;
    left += LEGEND.swatch + 3 + LEGEND.apart + noteWidth(name);
    return (
      <g key={name}>
        <rect
          className={BARS[index % BARS.length]}
          x={x}
          y={2}
          width={LEGEND.swatch}
          height={LEGEND.swatch}
        />
        <text className={styles.legend} x={x + LEGEND.swatch + 3} y={9}>
          {name}
        </text>
      </g>
    );
  });
}

/** Told apart without colour: full, grey, hollow. */
const BARS = [styles.full, styles.grey, styles.hollow];

/** What the network would say if this were the end: one bar an output. */
function Leaning(props: {
  readonly probabilities: ArrayLike<number>;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly height: number;
}) {
  const { left, width, bottom, height } = props;
  const probabilities = Array.from(props.probabilities);
  const bar = Math.min(7, (width - 5) / probabilities.length);
  const start = left + (width - bar * probabilities.length) / 2;
  return probabilities.map((probability, index) => (
    <rect
      key={index}
      className={BARS[index % BARS.length]}
      x={start + index * bar + 1}
      y={bottom - probability * height}
      width={bar - 2}
      height={probability * height}
    />
  ));
}
