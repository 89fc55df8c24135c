/** Pixels of a heatmap. */
import { type ColorTable, colorIndex } from '../../layout/color.ts';
import type { Axis } from '../../layout/heatmap.ts';

/** Colours `pixels` (row axis length · column axis length, RGBA) with the bins; gaps stay transparent. */
export function paintBins(
  pixels: Uint32Array,
  binned: Float32Array,
  rowAxis: Axis,
  columnAxis: Axis,
  domain: number,
  table: ColorTable,
): void {
  const colors = new Uint32Array(table.bytes.buffer);
  const width = columnAxis.length;
  pixels.fill(0);
  for (let row = 0; row < rowAxis.bins; row++) {
    const top = rowAxis.start[row] * width;
    for (let column = 0; column < columnAxis.bins; column++) {
      const color = colors[colorIndex(binned[row * columnAxis.bins + column], domain)];
      const end = top + columnAxis.end[column];
      for (let pixel = top + columnAxis.start[column]; pixel < end; pixel++) pixels[pixel] = color;
    }
    for (let y = rowAxis.start[row] + 1; y < rowAxis.end[row]; y++) {
      pixels.copyWithin(y * width, top, top + width);
    }
  }
}
