/** The figure "Inside step t": every equation of the selected timestep with its real numbers. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Operation } from '../../engine/operation.ts';
import { inside } from '../../i18n/inside.ts';
import { formatFixed } from '../../layout/format.ts';
import { inputMarks, isAnswering, partAt, readAt, saidAt, targetAt } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';
import { useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { MathText } from '../MathText.tsx';
import { describeStep } from '../step.ts';
import { type Equation, equationsOf } from './equation.ts';
import styles from './InsideFigure.module.css';
import { operationsTable } from './operationsTable.ts';
import { PresentEquation } from './PresentEquation.tsx';
import { Pins, ReadOut } from './ReadOut.tsx';
import { readSpot } from './reading.ts';
import { sentenceOf } from './sentence.ts';
import { operandsById } from './spot.ts';
import { Travel } from './Travel.tsx';
import { useOperations } from './useOperations.ts';
import { MOST_PINS, useSpots } from './useSpots.ts';
import { useWalk } from './useWalk.ts';
import { WalkBar } from './WalkBar.tsx';

/** What x is multiplied by. */
const INPUT_WEIGHTS = {
  rnn: 'W_xh',
  lstm: 'W_xi, W_xf, W_xg, W_xo',
  gru: 'W_xr, W_xz, W_xn',
} as const;

export function InsideFigure() {
  const words = useWords(inside);
  const task = useRun((run) => run.task);
  const model = useRun((run) => run.model);
  const { trace, ablation, update } = useRun((run) => run.snapshot);
  const timestep = Math.min(
    useView((view) => view.timestep),
    trace.timesteps - 1,
  );
  const area = useRef<HTMLDivElement>(null);
  const layered = model.layers > 1;
  const relu = model.cell === 'rnn' && model.nonlinearity === 'relu';

  const operationsOf = useOperations();
  const operations = operationsOf(timestep);
  const equations = useMemo(() => equationsOf(operations), [operations]);
  const step = describeStep(task, trace, timestep);
  const outputs = useMemo(() => task.outputNames.map(letterMark), [task]);

  const walk = useWalk(operations, trace.timesteps);
  const active = walk.at === null ? null : operations[walk.at];
  const sentence = active ? sentenceOf(active, step, layered, words) : '';

  const spots = useSpots(timestep, walk);
  const read = (spot: NonNullable<typeof spots.spot>) => {
    if (spot.timestep >= trace.timesteps) return null;
    const operand = operandsById(operationsOf(spot.timestep)).get(spot.operand);
    if (!operand || spot.row >= operand.rows) return null;
    const part = partAt(task, spot.timestep);
    const marks = { inputs: inputMarks(task, part), outputs };
    return readSpot(spot, operand, { marks, layered, cut: ablation.recurrenceCut, words });
  };
  const reading = spots.spot && read(spots.spot);
  const isHere = spots.spot?.timestep === timestep;
  const pins = spots.pins.flatMap((pin) => {
    const pinned = read(pin);
    return pinned ? [{ key: JSON.stringify(pin), reading: pinned, onRemove: () => spots.unpin(pin) }] : [];
  });
  const full = spots.pins.length >= MOST_PINS;

  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({});
  const [closedLayers, setClosedLayers] = useState<ReadonlySet<number>>(new Set());
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const rowOf = ({ layer, result }: Equation) => {
    const fallback = layer === null ? (targetAt(task, timestep) ?? saidAt(task, trace, timestep)) : 0;
    return Math.min(chosen[`${layer}`] ?? fallback, result.rows - 1);
  };
  const isOpen = ({ id, layer, result }: Equation) =>
    active?.line === id || (opened[id] ?? (model.cell === 'rnn' || layer === null || isTelling(result)));

  const onToggle = useCallback(
    (id: string, open: boolean) => setOpened((before) => ({ ...before, [id]: open })),
    [],
  );
  const onChoose = useCallback(
    (layer: number | null, row: number) => setChosen((before) => ({ ...before, [`${layer}`]: row })),
    [],
  );
  const line = (equation: Equation) => {
    const isActive = active?.line === equation.id;
    return (
      <PresentEquation
        key={equation.id}
        id={equation.id}
        timestep={timestep}
        layered={layered}
        relu={relu}
        open={isOpen(equation)}
        onToggle={onToggle}
        chosen={rowOf(equation)}
        onChoose={onChoose}
        done={walk.at}
        activeId={isActive ? active.id : null}
        sentence={isActive ? sentence : ''}
        spot={isHere ? spots.spot : null}
      />
    );
  };
  const loss = formatFixed(trace.losses[timestep], 3);

  return (
    <Figure
      name={words.name(timestep + 1)}
      summary={words.summary({
        ...step,
        prediction: step.prediction ?? '',
        target: step.target ?? '',
        step: step.number,
        update,
        operations: operations.length,
        loss,
      })}
      table={() => operationsTable(operations, outputs, layered, timestep, update, words)}
    >
      <p className={styles.lead}>
        {ablation.recurrenceCut ? (
          words.cut
        ) : (
          <MathText
            text={words.lead(
              step.letter,
              timestep + 1,
              readAt(task, trace, timestep).kind,
              INPUT_WEIGHTS[model.cell],
            )}
          />
        )}{' '}
        {words.hint}
      </p>
      <WalkBar walk={walk} count={operations.length} />
      <div
        ref={area}
        className={`${styles.equations} ${pins.length > 0 ? styles.aboveTray : ''}`}
        data-walking={active !== null}
        {...spots.handlers}
      >
        {Array.from({ length: model.layers }, (_, layer) => {
          const own = equations.filter((equation) => equation.layer === layer);
          if (!layered) return own.map(line);
          const isClosed = closedLayers.has(layer) && active?.layer !== layer;
          return (
            <div key={`${layer}`} role="group" aria-label={words.layer(layer + 1)}>
              <h3 className={styles.layer}>
                <button
                  type="button"
                  aria-expanded={!isClosed}
                  onClick={() => setClosedLayers(toggled(closedLayers, layer))}
                >
                  {words.layer(layer + 1)}
                </button>
              </h3>
              {!isClosed && own.map(line)}
            </div>
          );
        })}
        {layered && isAnswering(task, timestep) && <h3 className={styles.layer}>{words.output}</h3>}
        {!isAnswering(task, timestep) && <p className={styles.silent}>{words.saysNothing}</p>}
        <div className={styles.outputs}>{equations.filter(({ layer }) => layer === null).map(line)}</div>
        {active && <Travel key={`${timestep} ${active.id}`} operation={active} within={area} />}
      </div>
      {(reading || pins.length > 0) && (
        <div className={styles.foot}>
          {reading && (
            <div className={styles.reading}>
              <ReadOut reading={reading} onPin={spots.pin} kept={spots.isKept} full={full} />
            </div>
          )}
          <Pins pins={pins} update={words.ofUpdate(update)} full={full} most={MOST_PINS} />
        </div>
      )}
      <p className="visually-hidden" role="status">
        {sentence}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spots.spoken ? reading?.spoken : ''}
      </p>
    </Figure>
  );
}

/** Of a gated cell the states are open and the gates closed at first. */
function isTelling({ name }: Operation): boolean {
  return name.base === 'h' || name.base === 'c';
}

function toggled(set: ReadonlySet<number>, member: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}
