/** The figure "Loss and accuracy": both over the updates, with a playhead that goes through training. */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { grouped } from '../i18n/numbers.ts';
import { curveLines, curveReach, layoutAxes, nearestPoint } from '../layout/curve.ts';
import { formatFixed, formatLoss } from '../layout/format.ts';
import type { Curve, Snapshot } from '../worker/protocol.ts';
import { CurveChart } from './CurveChart.tsx';
import styles from './CurveFigure.module.css';
import { useApp, useMessages, useRun, useView } from './context.ts';
import { type CurvePoint, inFigures, pointAt } from './curvePoint.ts';
import { Figure } from './Figure.tsx';
import { useCovered } from './guessing/useRound.ts';
import { lazily } from './lazily.ts';
import { Jumps } from './time/Jumps.tsx';
import { furthestOf, placeOf, sendPlayhead } from './time/playhead.ts';
import { ReplayProgress, useReplay } from './time/ReplayProgress.tsx';
import { useHasHistory } from './time/useHasHistory.ts';
import { usePlayheadDrag } from './time/usePlayheadDrag.ts';
import { UpdateScale, useUpdateScale } from './UpdateScale.tsx';
import { useSize } from './useSize.ts';
import { useTold } from './useTold.ts';

const CurveLayers = lazily(async () => (await import('./time/CurveLayers.tsx')).CurveLayers);

const CurveLabels = lazily(async () => (await import('./time/CurveLayers.tsx')).CurveLabels);

/** How many updates Page Up and Page Down pass over: this share of them. */
const PAGE = 0.1;

export function CurveFigure() {
  const { learning: words, guessing } = useMessages();
  const covered = useCovered();
  const app = useApp();
  const curve = useRun((run) => run.curve);
  const snapshot = useRun((run) => run.snapshot);
  const branches = useRun((run) => run.branches);
  const twin = useRun((run) => run.twin?.curve ?? null);
  const layered = useHasHistory() && !covered;
  const furthest = useRun(furthestOf);
  const playhead = useView((view) => view.playhead);
  const place = useRun((run) => placeOf(run, { playhead }));
  const replay = useReplay();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const others = useMemo(
    () => curveReach([...branches.map((branch) => branch.curve), ...(twin ? [twin] : [])]),
    [branches, twin],
  );
  const own = useMemo(() => curveReach([curve]), [curve]);
  // Where the run is on its way to is on the axis as well.
  const updates = Math.max(own.updates, others.updates, place);
  const loss = Math.max(own.loss, others.loss);
  const scale = useUpdateScale(updates);
  const axes = useMemo(
    () => layoutAxes({ updates, loss }, width, height, scale.isLogarithmic),
    [updates, loss, width, height, scale.isLogarithmic],
  );
  const lines = useMemo(() => curveLines(curve, axes), [curve, axes]);
  /** The update under the pointer, not an index: a growing curve drops points in between. */
  const [hovered, setHovered] = useState<number | null>(null);
  const [isFocused, setFocused] = useState(false);

  const updateAt = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return axes.updateAt(event.clientX - left);
  };
  const drag = usePlayheadDrag((event) => Math.min(furthest, Math.round(updateAt(event))));
  const move = (event: KeyboardEvent) => {
    const to = keyTarget(event.key, place, furthest);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    sendPlayhead(app, to);
  };

  const at = pointAtPlace(curve, snapshot, place);
  // The playhead is there before the pictures are, which all belong to one update.
  const onItsWay = place !== snapshot.update && words.replaying(snapshot.update, place);
  const read = hovered === null || covered || onItsWay ? null : pointNear(curve, hovered);
  const text =
    onItsWay ||
    (covered ? guessing.covered : words.playheadAt({ ...inFigures(at), furthest: grouped(furthest) }));
  const now = useMemo(() => ({ place, furthest, text }), [place, furthest, text]);
  const told = useTold(now);
  const reading = covered ? null : (read ?? (isFocused || playhead !== null ? at : null));
  return (
    <Figure
      name={words.curve}
      summary={
        covered
          ? guessing.covered
          : words.curveSummary({
              update: snapshot.update,
              loss: formatLoss(snapshot.loss),
              first: formatFixed(curve.losses[0], 3),
              correct: snapshot.correct,
              targets: snapshot.targets,
            })
      }
      table={({ curveTable }) => curveTable(curve, covered, words)}
      aside={<UpdateScale {...scale} />}
    >
      <div
        ref={frame}
        className={styles.chart}
        role="slider"
        tabIndex={0}
        aria-label={words.playhead}
        aria-keyshortcuts=", ."
        aria-valuemin={0}
        aria-valuemax={told.furthest}
        aria-valuenow={told.place}
        aria-valuetext={told.text}
        onKeyDown={move}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        {...drag.handlers}
        onPointerMove={(event) => {
          drag.handlers.onPointerMove(event);
          if (event.pointerType === 'touch') return;
          setHovered(drag.isHeld() ? null : updateAt(event));
        }}
        onPointerLeave={() => setHovered(null)}
      >
        {width > 0 && (
          <CurveChart
            axes={axes}
            lines={lines}
            at={at}
            covered={covered}
            goesOn={place < furthest}
            read={read}
            over={layered && <CurveLabels axes={axes} />}
          >
            {layered && <CurveLayers axes={axes} />}
          </CurveChart>
        )}
      </div>
      {replay?.target === place ? (
        <ReplayProgress {...replay}>{onItsWay}</ReplayProgress>
      ) : (
        <p className={`${styles.reading} ${reading ? '' : styles.hint}`} aria-hidden="true">
          {onItsWay ||
            (reading ? words.reading(inFigures(reading)) : furthest > 0 ? words.dragHint : words.updateAxis)}
        </p>
      )}
      <Jumps />
    </Figure>
  );
}

/** Where a key moves the playhead, or null where it is not one that does. */
export function keyTarget(key: string, place: number, furthest: number): number | null {
  const page = Math.max(1, Math.round(furthest * PAGE));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return place - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return place + 1;
    case 'PageDown':
      return place - page;
    case 'PageUp':
      return place + page;
    case 'Home':
      return 0;
    case 'End':
      return furthest;
    default:
      return null;
  }
}

/** What is known of the update where the playhead is: nothing of one that the run has yet to reach. */
function pointAtPlace(curve: Curve, { update, loss, correct, targets }: Snapshot, place: number): CurvePoint {
  if (place === update) return { update, loss, accuracy: correct / targets };
  if (place > (curve.updates.at(-1) ?? 0)) return { update: place, loss: Number.NaN, accuracy: Number.NaN };
  return { ...pointNear(curve, place), update: place };
}

function pointNear(curve: Curve, update: number): CurvePoint {
  return pointAt(curve, nearestPoint(curve.updates, update));
}
