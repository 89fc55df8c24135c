/** The figure "How far the error reaches back": what each single loss says to each earlier state. */
import { useEffect, useId, useMemo, useRef } from 'react';
import { isolated } from '../../i18n/isolated.ts';
import * as reachWords from '../../i18n/reach.ts';
import type { Cell } from '../../layout/heatmap.ts';
import {
  formatMagnitude,
  formatSubscript,
  largestOf,
  logDecades,
  magnitudePosition,
  normsOf,
  reachSize,
  windowAround,
} from '../../layout/reach.ts';
import { readNames, type Task, targetAt } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';
import type { Reach, Snapshot } from '../../worker/protocol.ts';
import { usePointedCell } from '../canvas/usePointedCell.ts';
import { useActions, useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { useMagnitudeDomain } from '../useMagnitudeDomain.ts';
import { usePacedSnapshot } from '../usePacedSnapshot.ts';
import { usePanelSettings } from '../usePanelSettings.ts';
import { useSize } from '../useSize.ts';
import { ContributionsFigure } from './ContributionsFigure.tsx';
import { MagnitudeLegend } from './MagnitudeLegend.tsx';
import { ReachChart } from './ReachChart.tsx';
import { type ReachChoice, ReachControls } from './ReachControls.tsx';
import styles from './ReachFigure.module.css';
import { ReachNumbers } from './ReachNumbers.tsx';
import { reachSettings } from './reachSettings.ts';
import { reachTable } from './reachTable.ts';
import { shownReach } from './shownReach.ts';
import { useReachSight } from './useReachSight.ts';
import { WholeTriangle } from './WholeTriangle.tsx';

export function ReachFigure() {
  const words = useWords(reachWords);
  const model = useRun((run) => run.model);
  const timesteps = useRun((run) => run.task.example.inputs.length);
  const selected = useView((view) => view.timestep);
  const table = useMemo(() => reachSettings(model, timesteps), [model, timesteps]);
  const [{ matrix, sum, ...choice }, choose] = usePanelSettings('reach', table);
  const shown = useMemo(
    () => windowAround(Math.min(selected, timesteps - 1), timesteps, reachSize(model)),
    [selected, timesteps, model],
  );
  const snapshot = usePacedSnapshot(shown.to - shown.from > FEW_STEPS ? PACE : 0);
  const { reach } = snapshot;
  const parameter = useReachSight(shown, matrix);
  return (
    <>
      {reach && reach.to <= timesteps && choice.layer < reach.hidden.length ? (
        <ReachOfLosses reach={reach} snapshot={snapshot} choice={choice} onChoose={choose} />
      ) : (
        <Figure name={words.name} summary={words.waiting} table={null}>
          <p className={styles.waiting}>{words.waiting}</p>
        </Figure>
      )}
      <ContributionsFigure choice={parameter} sum={sum} onChoose={choose} />
    </>
  );
}

/** Triangles of more steps are drawn at most once in this many milliseconds. */
const FEW_STEPS = 16;
const PACE = 200;

interface ReachOfLossesProps {
  readonly reach: Reach;
  readonly snapshot: Snapshot;
  readonly choice: ReachChoice;
  readonly onChoose: (choice: Partial<ReachChoice>) => void;
}

function ReachOfLosses({ reach, snapshot, choice, onChoose }: ReachOfLossesProps) {
  const words = useWords(reachWords);
  const model = useRun((run) => run.model);
  const task = useRun((run) => run.task);
  const { runId, update } = snapshot;
  const selected = useView((view) => view.timestep);
  const { selectTimestep } = useActions();
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);

  const { from, to } = reach;
  const n = to - from;
  const { state, scale } = choice;
  const timesteps = task.example.inputs.length;
  const norms = normsOf(reach, choice.layer, state);
  const letters = useMemo(
    () => readNames(task, snapshot.trace).slice(from, to),
    [task, snapshot.trace, from, to],
  );
  const loss =
    choice.loss !== null && choice.loss >= from && choice.loss < to ? choice.loss : lastLoss(task, reach);
  const goal = targetAt(task, loss);
  const target = goal === null ? words.noTarget : isolated(letterMark(task.outputNames[goal]));
  const row = loss - from;
  const wholeNorms = reach.whole && normsOf(reach.whole, choice.layer, state);
  // Pointing at a cell draws anew, and the whole text may have 160,000 of them.
  const largest = useMemo(
    () => Math.max(largestOf(norms), wholeNorms ? largestOf(wholeNorms) : 0),
    [norms, wholeNorms],
  );
  const domain = useMagnitudeDomain(largest, `${runId} ${state} ${choice.layer}`);
  const decades = useMemo(
    () => Math.max(logDecades(domain, norms), wholeNorms ? logDecades(domain, wholeNorms) : 0),
    [domain, norms, wholeNorms],
  );
  const ofLoss = norms.subarray(row * n, row * n + row + 1);
  const barDomain = useMagnitudeDomain(Math.max(...ofLoss), `${runId} ${state} ${choice.layer} ${loss}`);
  useShownReach(norms, from, n, loss, state, barDomain, scale, decades);

  const reading = ({ row: s, column: t }: Cell) =>
    t > s
      ? words.readingAfter(from + s + 1, from + t + 1)
      : words.reading({
          loss: from + s + 1,
          step: from + t + 1,
          letter: isolated(letters[t]),
          state,
          value: formatMagnitude(norms[s * n + t]),
        });
  const { pointed, spoken, point } = usePointedCell<Cell>(
    ({ row, column }) => row < n && column < n,
    reading,
  );
  const pick = (chosenLoss: number, step: number) => {
    onChoose({ loss: chosenLoss });
    selectTimestep(step);
  };
  /** A loss outside the window moves it there. */
  const choose = (chosen: Partial<ReachChoice>) => {
    onChoose(chosen);
    const { loss: next = null } = chosen;
    if (next !== null && (next < from || next >= to)) selectTimestep(next);
  };
  const summary = words.summary({
    loss: loss + 1,
    target,
    update,
    first: from + 1,
    firstValue: formatMagnitude(norms[row * n]),
    lastValue: formatMagnitude(norms[row * n + row]),
  });
  return (
    <Figure
      name={words.name}
      summary={summary}
      table={() => reachTable(norms, from, n, timesteps, letters, words)}
      aside={<MagnitudeLegend domain={domain} scale={scale} decades={decades} state={state} />}
    >
      <p className={styles.sentence}>{words.meaning}</p>
      {goal === null && <p className={styles.sentence}>{words.noLoss(loss + 1)}</p>}
      <ReachControls
        choice={choice}
        onChoose={choose}
        layers={model.layers}
        cellState={model.cell === 'lstm'}
        timesteps={timesteps}
        loss={loss}
        target={target}
      />
      {n < timesteps && (
        <>
          <WholeTriangle
            whole={reach.whole}
            layer={choice.layer}
            state={state}
            domain={domain}
            scale={scale}
            decades={decades}
            window={reach}
            loss={loss}
            onPick={pick}
          />
          <p className={styles.sentence}>{words.window({ first: from + 1, last: to, all: timesteps })}</p>
        </>
      )}
      <div className={styles.body}>
        <div className={styles.chart}>
          <div ref={frame}>
            {width > 0 && (
              <ReachChart
                norms={norms}
                from={from}
                n={n}
                letters={letters}
                loss={row}
                selected={Math.min(n - 1, Math.max(0, selected - from))}
                domain={domain}
                barDomain={barDomain}
                scale={scale}
                decades={decades}
                room={width}
                lossAxis={words.lossAxis}
                label={words.triangle(n)}
                describedBy={hintId}
                cursor={pointed}
                onCursor={point}
                onPick={(cell) => pick(from + cell.row, from + cell.column)}
              />
            )}
          </div>
          <p className={styles.reading}>
            <span id={hintId} hidden={pointed !== null}>
              {words.hint}
            </span>
            {pointed && reading(pointed)}
          </p>
        </div>
        <ReachNumbers
          snapshot={snapshot}
          first={norms[row * n]}
          last={norms[row * n + row]}
          from={from}
          loss={loss}
          layer={choice.layer}
        />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </Figure>
  );
}

/** The last timestep of a window at which something is wanted of the network; its last one where nothing is. */
function lastLoss(task: Task, { from, to }: Reach): number {
  for (let t = to - 1; t >= from; t--) if (targetAt(task, t) !== null) return t;
  return to - 1;
}

/** Shows the chosen loss under the letters of the unrolled network as long as this figure is there. */
function useShownReach(
  norms: Float64Array,
  from: number,
  n: number,
  loss: number,
  state: 'h' | 'c',
  domain: number,
  scale: ReachChoice['scale'],
  decades: number,
): void {
  useEffect(() => {
    const row = (loss - from) * n;
    const values = norms.subarray(row, row + loss - from + 1);
    const places = Array.from(values, (norm, index) => {
      const value = formatMagnitude(norm);
      return {
        position: magnitudePosition(norm, domain, scale, decades),
        value,
        title: `‖∂L${formatSubscript(loss + 1)} / ∂${state}${formatSubscript(from + index + 1)}‖ = ${value}`,
      };
    });
    shownReach.setState({ from, places }, true);
  }, [norms, from, n, loss, state, domain, scale, decades]);
  useEffect(() => () => shownReach.setState(null, true), []);
}
