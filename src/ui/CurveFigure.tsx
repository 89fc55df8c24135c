/** The figure "Loss and accuracy": both over the updates, with exact values under the pointer or by ←/→. */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { layoutCurve, nearestPoint, spreadIndices } from '../layout/curve.ts';
import { formatCount, formatFixed, formatPercent } from '../layout/format.ts';
import type { Curve } from '../worker/protocol.ts';
import { CurveChart } from './CurveChart.tsx';
import styles from './CurveFigure.module.css';
import { useMessages, useRun } from './context.ts';
import { Figure } from './Figure.tsx';
import { useSize } from './useSize.ts';

const TABLE_ROWS = 50;
/** How many recorded points Page Up and Page Down pass over: this share of them. */
const PAGE = 0.1;

export function CurveFigure() {
  const words = useMessages().learning;
  const curve = useRun((run) => run.curve);
  const snapshot = useRun((run) => run.snapshot);
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const layout = useMemo(() => layoutCurve(curve, width, height), [curve, width, height]);
  /** The update being read, not an index: a growing curve drops points in between. */
  const [reading, setReading] = useState<number | null>(null);

  const last = curve.updates.length - 1;
  const present = nearestPoint(curve.updates, snapshot.update);
  const read = reading === null ? null : nearestPoint(curve.updates, reading);
  const point = read ?? present;

  const readAt = (index: number) => setReading(curve.updates[Math.max(0, Math.min(last, index))]);
  const readUnder = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    readAt(nearestPoint(curve.updates, layout.updateAt(event.clientX - left)));
  };
  const move = (event: KeyboardEvent) => {
    const to = keyTarget(event.key, point, last);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    readAt(to);
  };

  const valueText = readingText(curve, point, words.reading);
  return (
    <Figure
      name={words.curve}
      summary={words.curveSummary({
        update: snapshot.update,
        loss: formatFixed(snapshot.loss, 3),
        first: formatFixed(curve.losses[0], 3),
        correct: snapshot.correct,
        targets: snapshot.targets,
      })}
      table={() => ({
        caption: words.curve,
        columns: [words.update, words.loss, words.accuracy],
        rows: spreadIndices(curve.updates.length, TABLE_ROWS).map((index) => {
          const { update, loss, percent } = recorded(curve, index);
          return [update, loss, `${percent}%`];
        }),
      })}
    >
      <div
        ref={frame}
        className={styles.chart}
        role="slider"
        tabIndex={0}
        aria-label={words.readCurve}
        aria-valuemin={0}
        aria-valuemax={curve.updates[last]}
        aria-valuenow={curve.updates[point]}
        aria-valuetext={valueText}
        onKeyDown={move}
        onFocus={() => readAt(point)}
        onBlur={() => setReading(null)}
        onPointerDown={readUnder}
        onPointerMove={readUnder}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setReading(null)}
      >
        {width > 0 && <CurveChart layout={layout} curve={curve} snapshot={snapshot} read={read} />}
        <p className={styles.axis} aria-hidden="true">
          {words.updateAxis}
        </p>
      </div>
      <p className={styles.reading} aria-hidden="true">
        {read !== null && valueText}
      </p>
    </Figure>
  );
}

function keyTarget(key: string, point: number, last: number): number | null {
  const page = Math.max(1, Math.round(last * PAGE));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return point - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return point + 1;
    case 'PageDown':
      return point - page;
    case 'PageUp':
      return point + page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** One recorded point in exact figures. */
function recorded(curve: Curve, index: number) {
  return {
    update: formatCount(curve.updates[index]),
    loss: formatFixed(curve.losses[index], 3),
    percent: formatPercent(curve.accuracies[index]),
  };
}

function readingText(
  curve: Curve,
  index: number,
  word: (update: string, loss: string, percent: string) => string,
): string {
  const { update, loss, percent } = recorded(curve, index);
  return word(update, loss, percent);
}
