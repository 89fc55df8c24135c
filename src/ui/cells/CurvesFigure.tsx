/** Loss and accuracy of all three labs over the same updates, with one playhead. */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { grouped } from '../../i18n/numbers.ts';
import { type CurveAxes, curveLines, curveReach, layoutAxes, nearestPoint } from '../../layout/curve.ts';
import { formatFixed, formatLoss, formatPercent } from '../../layout/format.ts';
import { keyTarget } from '../CurveFigure.tsx';
import { useApp, useMessages, useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { furthestOf, placeOf, sendPlayhead } from '../time/playhead.ts';
import { usePlayheadDrag } from '../time/usePlayheadDrag.ts';
import { UpdateScale, useUpdateScale } from '../UpdateScale.tsx';
import { usePaced } from '../usePaced.ts';
import { useSize } from '../useSize.ts';
import styles from './CurvesFigure.module.css';
import { useLabNames, useRuns } from './cellsContext.ts';
import { LINES, LineSample } from './LineSample.tsx';

const TABLE_ROWS = 30;
/** Milliseconds between what assistive technology is told of runs that move. */
const TOLD_EVERY = 1000;
/** CSS pixels of each of the two plots, margins included. */
const PLOT = 148;

export function CurvesFigure() {
  const words = useWords(cellsWords);
  const learning = useMessages().learning;
  const app = useApp();
  const names = useLabNames();
  const runs = useRuns();
  const isTraining = useRun((run) => run.phase.kind === 'training');
  const furthest = useRun(furthestOf);
  const playhead = useView((view) => view.playhead);
  const place = useRun((run) => placeOf(run, { playhead }));
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const [one, two, three] = runs.map(({ curve }) => curve);
  const reach = useMemo(() => curveReach([one, two, three]), [one, two, three]);
  const scale = useUpdateScale(reach.updates);
  const axes = useMemo(
    () => layoutAxes(reach, width, PLOT, scale.isLogarithmic),
    [reach, width, scale.isLogarithmic],
  );
  const lines = useMemo(
    () => [one, two, three].map((curve) => curveLines(curve, axes)),
    [one, two, three, axes],
  );

  const drag = usePlayheadDrag((event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return Math.min(furthest, Math.round(axes.updateAt(event.clientX - left)));
  });
  const move = (event: KeyboardEvent) => {
    const to = keyTarget(event.key, place, furthest);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    sendPlayhead(app, to);
  };
  const standings = runs.map(({ snapshot }, lab) => ({
    name: names[lab],
    update: snapshot.update,
    correct: snapshot.correct,
    targets: snapshot.targets,
    loss: formatLoss(snapshot.loss),
  }));
  const summary = words.curvesSummary(standings);
  const now = useMemo(() => ({ place, furthest, summary }), [place, furthest, summary]);
  const paced = usePaced(now, isTraining ? TOLD_EVERY : 0);
  const told = isTraining ? paced : now;
  return (
    <Figure
      name={words.curves}
      summary={told.summary}
      aside={<UpdateScale {...scale} />}
      table={() => ({
        caption: words.curves,
        columns: [learning.update, ...names.flatMap((name) => [words.lossOf(name), words.accuracyOf(name)])],
        rows: spreadUpdates(furthest).map((update) => [
          grouped(update),
          ...runs.flatMap(({ curve }) => {
            const { losses, accuracies, updates } = curve;
            if (update > updates[updates.length - 1]) return ['–', '–'];
            const index = nearestPoint(updates, update);
            return [formatFixed(losses[index], 3), `${formatPercent(accuracies[index])}%`];
          }),
        ]),
      })}
    >
      <ul className={styles.names}>
        {names.map((name, lab) => (
          <li key={name}>
            <LineSample lab={lab} />
            <span className={styles.name}>{name}</span>
            <span className={styles.score}>
              {formatPercent(standings[lab].correct / standings[lab].targets)}% ·{' '}
              {words.nats(standings[lab].loss)}
            </span>
          </li>
        ))}
      </ul>
      <div
        ref={frame}
        className={styles.plots}
        role="slider"
        tabIndex={0}
        aria-label={learning.playhead}
        aria-keyshortcuts=", ."
        aria-valuemin={0}
        aria-valuemax={told.furthest}
        aria-valuenow={told.place}
        aria-valuetext={told.summary}
        onKeyDown={move}
        {...drag.handlers}
      >
        {width > 0 && (
          <>
            <Plot
              axes={axes}
              title={learning.lossAxis}
              kind="loss"
              paths={lines.map(({ loss }) => loss)}
              at={place}
            />
            <Plot
              axes={axes}
              title={learning.accuracyAxis}
              kind="accuracy"
              paths={lines.map(({ accuracy }) => accuracy)}
              at={place}
            />
          </>
        )}
      </div>
      <p className={styles.hint} aria-hidden="true">
        {furthest > 0 ? learning.dragHint : learning.updateAxis}
      </p>
    </Figure>
  );
}

interface PlotProps {
  readonly axes: CurveAxes;
  readonly title: string;
  readonly kind: 'loss' | 'accuracy';
  readonly paths: readonly string[];
  /** The update of the playhead. */
  readonly at: number;
}

function Plot({ axes, title, kind, paths, at }: PlotProps) {
  const { left, right, top, bottom, x } = axes;
  const ticks = kind === 'loss' ? axes.lossTicks : axes.accuracyTicks;
  return (
    <svg className={styles.plot} height={PLOT} aria-hidden="true">
      <text className={styles.title} x={0} y={top - 10}>
        {title}
      </text>
      {ticks.map(({ position, label }) => (
        <g key={label} transform={`translate(0 ${position})`}>
          <path className={styles.grid} d={`M${left} 0H${right}`} />
          <text className={styles.tick} x={left - 6} y={4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {axes.updateTicks.map(({ position, label }) => (
        <text key={label} className={styles.tick} x={position} y={bottom + 16} textAnchor="middle">
          {label}
        </text>
      ))}
      {paths.map((path, lab) => (
        <path key={lab} className={`${styles.line} ${LINES[lab]}`} d={path} />
      ))}
      <path className={styles.playhead} d={`M${x(at)} ${top}V${bottom}`} />
      <path className={styles.grip} d={`M${x(at)} ${bottom - 6}l5 6v6h-10v-6z`} />
    </svg>
  );
}

/** Updates in round steps, and the last one. */
function spreadUpdates(furthest: number): readonly number[] {
  const step = Math.max(1, Math.ceil(furthest / TABLE_ROWS));
  const updates = Array.from({ length: Math.floor(furthest / step) + 1 }, (_, row) => row * step);
  return updates.at(-1) === furthest ? updates : [...updates, furthest];
}
