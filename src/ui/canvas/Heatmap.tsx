import { useCallback, useMemo } from 'react';
import { type ColorTable, colorIndex } from '../../layout/color.ts';
import { formatFixed } from '../../layout/format.ts';
import { type Axis, binValues, type Grid, valueAt } from '../../layout/heatmap.ts';
import { useColorTable } from '../scheme.ts';
import styles from './Heatmap.module.css';
import { paintBins } from './paint.ts';
import { usePainted } from './usePainted.ts';

export interface HeatmapProps {
  readonly values: ArrayLike<number>;
  readonly grid: Grid;
  /** Values from −domain to +domain have their own colour. */
  readonly domain: number;
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  /** Whether the values are written in the cells: at most five signs each. */
  readonly digits: boolean;
  /** Colours other than the diverging ones. */
  readonly colors?: ColorTable;
}

/** Where the cells are. */
interface Place {
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  /** Made with the first drawing. */
  buffers: Buffers | null;
}

/** What is kept between two drawings in the same place. */
interface Buffers {
  readonly image: ImageData;
  readonly pixels: Uint32Array;
  readonly binned: Float32Array;
}

/** Signed values as coloured cells, drawn pixel by pixel so that none is lost or blurred at any size. */
export function Heatmap({ values, grid, domain, rowAxis, columnAxis, digits, colors }: HeatmapProps) {
  const diverging = useColorTable();
  const table = colors ?? diverging;
  const place = useMemo((): Place => ({ rowAxis, columnAxis, buffers: null }), [rowAxis, columnAxis]);
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const { rowAxis, columnAxis } = place;
      place.buffers ??= makeBuffers(context, rowAxis, columnAxis);
      const { image, pixels, binned } = place.buffers;
      binValues(values, grid, rowAxis, columnAxis, binned);
      paintBins(pixels, binned, rowAxis, columnAxis, domain, table);
      context.putImageData(image, 0, 0);
      if (digits) writeDigits(context, { values, grid, domain, rowAxis, columnAxis }, table);
    },
    [place, values, grid, domain, digits, table],
  );
  const canvas = usePainted(draw, place);

  return (
    <canvas
      ref={canvas}
      className={styles.canvas}
      width={columnAxis.length}
      height={rowAxis.length}
      style={{
        width: columnAxis.length / columnAxis.pixelRatio,
        height: rowAxis.length / rowAxis.pixelRatio,
      }}
    />
  );
}

function makeBuffers(context: CanvasRenderingContext2D, rowAxis: Axis, columnAxis: Axis): Buffers {
  const image = context.createImageData(columnAxis.length, rowAxis.length);
  return {
    image,
    pixels: new Uint32Array(image.data.buffer),
    binned: new Float32Array(rowAxis.bins * columnAxis.bins),
  };
}

/** CSS pixels, and the share of a cell's width at which five signs still fit. */
const LARGEST_DIGITS = 11.5;
const DIGITS_SHARE = 0.3;

function writeDigits(
  context: CanvasRenderingContext2D,
  { values, grid, domain, rowAxis, columnAxis }: Omit<HeatmapProps, 'digits' | 'colors'>,
  table: ColorTable,
): void {
  const family = fontFamilyOf(context.canvas);
  const cellWidth = columnAxis.end[0] - columnAxis.start[0];
  context.font = `${Math.min(LARGEST_DIGITS * columnAxis.pixelRatio, cellWidth * DIGITS_SHARE)}px ${family}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let row = 0; row < grid.rows; row++) {
    const y = (rowAxis.start[row] + rowAxis.end[row] + columnAxis.pixelRatio) / 2;
    for (let column = 0; column < grid.columns; column++) {
      const x = (columnAxis.start[column] + columnAxis.end[column]) / 2;
      const value = valueAt(values, grid, { row, column });
      context.fillStyle = table.ink[colorIndex(value, domain)];
      context.fillText(formatFixed(value, decimalsOf(value)), x, y);
    }
  }
}

function decimalsOf(value: number): number {
  const magnitude = Math.abs(value);
  return magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0;
}

/** Asking for a style in the midst of drawing makes the browser compute all of them, so each canvas is asked once. */
function fontFamilyOf(canvas: HTMLCanvasElement): string {
  const known = fontFamilies.get(canvas);
  if (known !== undefined) return known;
  const family = getComputedStyle(canvas).fontFamily;
  fontFamilies.set(canvas, family);
  return family;
}

const fontFamilies = new WeakMap<HTMLCanvasElement, string>();
