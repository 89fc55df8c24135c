/**
 * Scores and probabilities of the columns in sight. As elements, so many numbers that change with every picture would
 * have the browser lay out the page once for each column.
 */
import { useCallback, useContext, useLayoutEffect, useMemo } from 'react';
import type { Trace } from '../../engine/index.ts';
import type { Block } from '../../layout/blocks.ts';
import type { NetworkLayout } from '../../layout/network.ts';
import { endBefore, isAnswering, type Task } from '../../tasks/task.ts';
import { predictionAt, scoresOf } from '../prediction.ts';
import { SchemeContext, useColorTable } from '../scheme.ts';
import { useMedia } from '../useMedia.ts';
import { valueDomain } from '../values.ts';
import { BandCanvas, bandOf } from './BandCanvas.tsx';
import { type Inks, readInks } from './inks.ts';
import { paintBars, paintScores } from './paintPrediction.ts';
import { createPen } from './pen.ts';
import { usePixelRatio } from './usePixelRatio.ts';

export interface PredictionCanvasProps {
  readonly layout: NetworkLayout;
  readonly task: Task;
  readonly trace: Trace;
  readonly first: number;
  readonly count: number;
  /** Of the digits of each block. */
  readonly decimals: readonly number[];
  /** Called when these numbers are drawn here, and when they no longer are. */
  readonly onPainted: (isPainted: boolean) => void;
}

export function PredictionCanvas(props: PredictionCanvasProps) {
  const { layout, task, trace, first, count, decimals, onPainted } = props;
  const table = useColorTable();
  const scheme = useContext(SchemeContext);
  const areForced = useMedia('(forced-colors: active)');
  const ratio = usePixelRatio();
  const band = useMemo(
    () => bandOf(layout.blocks.filter(isPredicted), count * layout.columnWidth, ratio),
    [layout, count, ratio],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns and other colours are drawn at once
  const place = useMemo((): { inks: Inks | null } => ({ inks: null }), [band, first, scheme, areForced]);

  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      place.inks ??= readInks(context.canvas);
      const { inks } = place;
      const names = task.outputNames;
      context.resetTransform();
      context.clearRect(0, 0, band.width, band.height);
      context.setTransform(ratio, 0, 0, ratio, 0, -band.top);
      const pen = createPen(context);
      for (let column = 0; column < count; column++) {
        const t = first + column;
        if (!isAnswering(task, t) || endBefore(task, trace, t) !== null) continue;
        const prediction = predictionAt(task, trace, t, layout.listed);
        pen.shift = column * layout.columnWidth;
        layout.blocks.forEach((block, index) => {
          if (block.role === 'probability') {
            paintBars(pen, { block, prediction, vocabulary: names }, inks);
          } else if (block.role === 'logits') {
            const scores = {
              block,
              domain: valueDomain(block.role, false),
              room: layout.inner,
              decimals: decimals[index],
              ...scoresOf(trace, t, prediction, names),
            };
            paintScores(pen, scores, table, inks);
          }
        });
      }
      pen.finish();
      onPainted(true);
    },
    [place, band, layout, task, trace, first, count, decimals, table, ratio, onPainted],
  );
  useLayoutEffect(() => () => onPainted(false), [onPainted]);
  return <BandCanvas band={band} place={place} draw={draw} />;
}

function isPredicted({ role }: Block): boolean {
  return role === 'probability' || role === 'logits';
}
