/** The blocks of the network that have no room for digits, as coloured cells or strips of pixels. */
import { useCallback, useMemo } from 'react';
import type { Trace } from '../../engine/index.ts';
import type { Block } from '../../layout/blocks.ts';
import { type ColorTable, colorIndex } from '../../layout/color.ts';
import type { Grid } from '../../layout/grid.ts';
import type { NetworkLayout } from '../../layout/network.ts';
import { useColorTable } from '../scheme.ts';
import { valueDomain, valuesOf } from '../values.ts';
import { usePainted } from './usePainted.ts';

export interface NetworkCanvasProps {
  readonly layout: NetworkLayout;
  /** Those of the layout that are drawn here. */
  readonly blocks: readonly Block[];
  readonly trace: Trace;
  readonly relu: boolean;
  readonly first: number;
  readonly count: number;
}

export function NetworkCanvas({ layout, blocks, trace, relu, first, count }: NetworkCanvasProps) {
  const table = useColorTable();
  const ratio = globalThis.devicePixelRatio || 1;
  const width = count * layout.columnWidth;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the blocks stand
  const place = useMemo(() => ({}), [layout, first, count, ratio]);
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      for (let column = 0; column < count; column++) {
        for (const block of blocks) {
          const values = valuesOf(trace, block, first + column, [], 0);
          const left = column * layout.columnWidth;
          paint(context, block, values, left, valueDomain(block.role, relu), table, ratio);
        }
      }
    },
    [layout, blocks, trace, relu, first, count, table, ratio],
  );
  return (
    <div aria-hidden="true">
      <canvas
        ref={usePainted(draw, place)}
        width={Math.round(width * ratio)}
        height={Math.round(layout.height * ratio)}
        style={{ position: 'absolute', inset: 0, width, height: layout.height }}
      />
    </div>
  );
}

function paint(
  context: CanvasRenderingContext2D,
  block: Block,
  values: ArrayLike<number>,
  left: number,
  domain: number,
  table: ColorTable,
  ratio: number,
): void {
  if (!block.grid) return;
  const image = cellsImage(context, block.grid, values, domain, table, ratio);
  context.putImageData(image, Math.round((left + block.x) * ratio), Math.round(block.y * ratio));
}

/** One pixel rectangle a value, row by row, with a gap of one device pixel between cells that can afford it. */
function cellsImage(
  context: CanvasRenderingContext2D,
  grid: Grid,
  values: ArrayLike<number>,
  domain: number,
  table: ColorTable,
  ratio: number,
): ImageData {
  const width = Math.max(1, Math.round(grid.width * ratio));
  const height = Math.max(1, Math.round(grid.height * ratio));
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const colors = new Uint32Array(table.bytes.buffer);
  const gap = grid.detail === 'color' ? 1 : 0;
  for (let index = 0; index < grid.count; index++) {
    const column = index % grid.columns;
    const row = Math.floor(index / grid.columns);
    const x0 = Math.round((column * width) / grid.columns);
    const x1 = Math.round(((column + 1) * width) / grid.columns) - gap;
    const y0 = Math.round((row * height) / grid.rows);
    const y1 = Math.round(((row + 1) * height) / grid.rows) - gap;
    const color = colors[colorIndex(values[index], domain)];
    for (let y = y0; y < y1; y++) pixels.fill(color, y * width + x0, y * width + x1);
  }
  return image;
}
