/** The figure "Inside step t": every equation of the selected timestep with its real numbers. */
import { useCallback, useMemo, useRef } from 'react';
import type { CellKind } from '../../engine/index.ts';
import { inside } from '../../i18n/inside.ts';
import { formatFixed } from '../../layout/format.ts';
import { inputMarks, partAt, readAt, saidAt, targetAt } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';
import { useApp, useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { MathText } from '../MathText.tsx';
import { describeStep, inSentence } from '../step.ts';
import { usePanelSettings } from '../usePanelSettings.ts';
import { type Equation, equationsOf } from './equation.ts';
import styles from './InsideFigure.module.css';
import { InsideLegend } from './InsideLegend.tsx';
import { insideSettings, MOST_PINS } from './insideSettings.ts';
import { operationsTable } from './operationsTable.ts';
import { Pins } from './Pins.tsx';
import { PresentEquation } from './PresentEquation.tsx';
import { ReadOut } from './ReadOut.tsx';
import { readSpot } from './reading.ts';
import { sentenceOf } from './sentence.ts';
import { operandsById } from './spot.ts';
import { Travel } from './Travel.tsx';
import { useInSight } from './useInSight.ts';
import { useOperations } from './useOperations.ts';
import { useSpots } from './useSpots.ts';
import { useUncovered } from './useUncovered.ts';
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
  const foot = useRef<HTMLDivElement>(null);
  const layered = model.layers > 1;

  const operationsOf = useOperations();
  const operations = operationsOf(timestep);
  const equations = useMemo(() => equationsOf(operations), [operations]);
  const step = inSentence(describeStep(task, trace, timestep));
  const isSaying = step.prediction !== null;
  const outputs = useMemo(() => task.outputNames.map(letterMark), [task]);

  const { run } = useApp();
  const table = useMemo(() => insideSettings(model, task, run.getState), [model, task, run]);
  const [settings, choose] = usePanelSettings('inside', table);
  const walk = useWalk({
    operations,
    timesteps: trace.timesteps,
    wanted: settings.at,
    onGo: (at) => choose({ at }),
  });
  const active = walk.at === null ? null : operations[walk.at];
  const sentence = active ? sentenceOf(active, step, { layered, cut: ablation.recurrenceCut }, words) : '';

  const spots = useSpots({ timestep, walk, pins: settings.pins, onPins: (pins) => choose({ pins }) });
  const read = (spot: NonNullable<typeof spots.spot>) => {
    if (spot.timestep >= trace.timesteps) return null;
    const operand = operandsById(operationsOf(spot.timestep)).get(spot.operand);
    if (!operand || spot.row >= operand.rows) return null;
    const part = partAt(task, spot.timestep);
    const marks = { inputs: inputMarks(task, part), outputs };
    return readSpot(spot, operand, { marks, layered, cut: ablation.recurrenceCut, words });
  };
  const reading = spots.spot && read(spots.spot);
  useUncovered(sentence, reading?.place ?? null, area, foot);
  const isHere = spots.spot?.timestep === timestep;
  const pins = settings.pins.flatMap((pin) => {
    const pinned = read(pin);
    return pinned ? [{ key: JSON.stringify(pin), reading: pinned, onRemove: () => spots.unpin(pin) }] : [];
  });
  const tray = useRef<HTMLDivElement>(null);
  const isTrayInSight = useInSight(tray, pins.length > 0);
  const hasFoot = reading !== null && !(spots.isKept && isTrayInSight);
  const full = settings.pins.length >= MOST_PINS;

  const rowOf = ({ layer, result }: Equation) => {
    const fallback = layer === null ? (targetAt(task, timestep) ?? saidAt(task, trace, timestep)) : 0;
    return Math.min(settings.rows.find((each) => each.layer === layer)?.row ?? fallback, result.rows - 1);
  };
  const isOpen = ({ id }: Equation) =>
    active?.line === id || isOpenAtFirst(id, model.cell) !== settings.lines.includes(id);

  const onToggle = useCallback(
    (id: string, open: boolean) =>
      choose(({ lines }) => ({
        lines: [
          ...lines.filter((line) => line !== id),
          ...(open === isOpenAtFirst(id, model.cell) ? [] : [id]),
        ],
      })),
    [choose, model.cell],
  );
  const onChoose = useCallback(
    (layer: number | null, row: number) =>
      choose(({ rows }) => ({ rows: [...rows.filter((each) => each.layer !== layer), { layer, row }] })),
    [choose],
  );
  const line = (equation: Equation) => {
    const isActive = active?.line === equation.id;
    return (
      <PresentEquation
        key={equation.id}
        id={equation.id}
        timestep={timestep}
        layered={layered}
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
      aside={<InsideLegend />}
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
      <div className={styles.stack}>
        <div className={hasFoot ? styles.aboveFoot : undefined}>
          <WalkBar walk={walk} count={operations.length} />
          <div
            ref={area}
            className={`${styles.equations} ${hasFoot ? styles.overlaid : ''}`}
            data-walking={active !== null}
            {...spots.handlers}
          >
            {Array.from({ length: model.layers }, (_, layer) => {
              const own = equations.filter((equation) => equation.layer === layer);
              if (!layered) return own.map(line);
              const isClosed = settings.layers.includes(layer) && active?.layer !== layer;
              return (
                <div key={`${layer}`} role="group" aria-label={words.layer(layer + 1)}>
                  <h3 className={styles.layer}>
                    <button
                      type="button"
                      aria-expanded={!isClosed}
                      onClick={() => choose({ layers: toggled(settings.layers, layer) })}
                    >
                      {words.layer(layer + 1)}
                    </button>
                  </h3>
                  {!isClosed && own.map(line)}
                </div>
              );
            })}
            {layered && isSaying && <h3 className={styles.layer}>{words.output}</h3>}
            {!isSaying && <p className={styles.silent}>{words.saysNothing}</p>}
            <div className={styles.outputs}>{equations.filter(({ layer }) => layer === null).map(line)}</div>
            {active && walk.isGoing && (
              <Travel key={`${timestep} ${active.id}`} operation={active} within={area} />
            )}
          </div>
        </div>
        {hasFoot && (
          <div ref={foot} className={styles.foot}>
            <div className={`${styles.reading} ${spots.isKept ? styles.brief : ''}`}>
              <ReadOut reading={reading} onPin={spots.pin} kept={spots.isKept} full={full} />
            </div>
          </div>
        )}
        {pins.length > 0 && (
          <div ref={tray} className={styles.kept}>
            <Pins pins={pins} update={words.ofUpdate(update)} full={full} most={MOST_PINS} />
          </div>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {sentence}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spots.spoken ? reading?.spoken : ''}
      </p>
    </Figure>
  );
}

/** Of a gated cell the states and the output are open and the gates closed at first. */
function isOpenAtFirst(line: string, cell: CellKind): boolean {
  return cell === 'rnn' || !/\.[^hc]$/.test(line);
}

function toggled(members: readonly number[], member: number): readonly number[] {
  const others = members.filter((other) => other !== member);
  return others.length < members.length ? others : [...members, member];
}
