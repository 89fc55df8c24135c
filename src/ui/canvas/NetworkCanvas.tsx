/** The blocks of the network that have no room for digits, as coloured cells or strips of pixels. */
import { useCallback, useMemo } from 'react';
import type { Trace } from '../../engine/index.ts';
import type { Block } from '../../layout/blocks.ts';
import { type ColorTable, colorIndex } from '../../layout/color.ts';
import type { Grid } from '../../layout/grid.ts';
import type { NetworkLayout } from '../../layout/network.ts';
import { useColorTable } from '../scheme.ts';
import { statesOf, valueDomain } from '../values.ts';
import { type Band, BandCanvas, bandOf } from './BandCanvas.tsx';
import { usePixelRatio } from './usePixelRatio.ts';

export interface NetworkCanvasProps {
  readonly layout: NetworkLayout;
  /** Those of the layout that are drawn here. */
  readonly blocks: readonly Block[];
  readonly trace: Trace;
  readonly relu: boolean;
  readonly first: number;
  readonly count: number;
}

/** Which columns are drawn where. */
interface Place {
  readonly band: Band;
  readonly first: number;
  /** Made with the first drawing. */
  buffers: Buffers | null;
}

/** Kept between two drawings in the same place: what is no cell stays clear. */
interface Buffers {
  readonly image: ImageData;
  readonly pixels: Uint32Array;
}

export function NetworkCanvas({ layout, blocks, trace, relu, first, count }: NetworkCanvasProps) {
  const table = useColorTable();
  const ratio = usePixelRatio();
  const band = useMemo(
    () => bandOf(blocks, count * layout.columnWidth, ratio),
    [blocks, count, layout, ratio],
  );
  const place = useMemo((): Place => ({ band, first, buffers: null }), [band, first]);
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const { band, first } = place;
      place.buffers ??= makeBuffers(context, band);
      const { image, pixels } = place.buffers;
      for (let column = 0; column < count; column++) {
        for (const block of blocks) {
          if (!block.grid) continue;
          const values = statesOf(trace, block, first + column);
          const x = Math.round((column * layout.columnWidth + block.x) * ratio);
          const y = Math.round(block.y * ratio) - band.top;
          const domain = valueDomain(block.role, relu);
          paintCells(
            pixels.subarray(y * band.width + x),
            band.width,
            block.grid,
            values,
            domain,
            table,
            ratio,
          );
        }
      }
      context.putImageData(image, 0, 0);
    },
    [place, layout, blocks, trace, relu, count, table, ratio],
  );
  return <BandCanvas band={band} place={place} draw={draw} />;
}

function makeBuffers(context: CanvasRenderingContext2D, { width, height }: Band): Buffers {
  const image = context.createImageData(width, height);
  return { image, pixels: new Uint32Array(image.data.buffer) };
}

/**
 * One pixel rectangle a value, row by row, with a gap of one device pixel between cells that can afford it, from the
 * first of `pixels` on, of which `stride` are a line.
 */
function paintCells(
  pixels: Uint32Array,
  stride: number,
  grid: Grid,
  values: ArrayLike<number>,
  domain: number,
  table: ColorTable,
  ratio: number,
): void {
  const width = Math.max(1, Math.round(grid.width * ratio));
  const height = Math.max(1, Math.round(grid.height * ratio));
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
    for (let y = y0; y < y1; y++) pixels.fill(color, y * stride + x0, y * stride + x1);
  }
}
