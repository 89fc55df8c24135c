/** Bars and scores as `ProbabilityBars` and `ValueCells` draw them, on a canvas: one frame for all columns. */
import { type ColorTable, colorIndex } from '../../layout/color.ts';
import { formatFixed } from '../../layout/format.ts';
import { isHeaped, isWord } from '../../layout/letterSize.ts';
import { barLength, placeProbabilities } from '../../layout/probabilityRows.ts';
import { placeCell, placeCellLetter, type Rectangle } from '../../layout/valueCells.ts';
import { letterMark } from '../../tasks/text.ts';
import { fitLetter } from '../fitLetter.ts';
import { isWorded, type ProbabilityBarsProps } from '../prediction.ts';
import type { ValueCellsProps } from '../ValueCells.tsx';
import type { Inks } from './inks.ts';

/** CSS pixels of the outline of the target and of that of a cell. */
const TARGET_LINE = 1.25;
const CELL_LINE = 0.5;

export function paintBars(
  context: CanvasRenderingContext2D,
  { block, prediction, vocabulary }: ProbabilityBarsProps,
  inks: Inks,
): void {
  const { listed, probabilities, said, target } = prediction;
  const worded = isWorded(vocabulary, listed);
  const { middle, step, rise, letter, bar, number } = placeProbabilities(block, listed.length, worded);
  listed.forEach((id, row) => {
    const y = middle + row * step;
    const track = { ...bar, y: y + bar.y };
    fillBox(context, track, inks.track);
    if (id === target) strokeBox(context, track, inks.number, TARGET_LINE);
    const width = barLength(bar.width, probabilities[id]);
    fillBox(context, { ...track, width }, id === said ? inks.largest : inks.bar);
    const place = { ...letter, y: y - rise };
    writeLetter(context, letterMark(vocabulary[id]), place, worded ? 'left' : 'center', inks.letter, inks);
    if (number.fontSize > 0) {
      context.font = `${number.fontSize}px ${inks.sans}`;
      context.textAlign = 'right';
      context.fillStyle = inks.number;
      write(context, formatFixed(100 * probabilities[id], 0), number.x, y - rise);
    }
  });
}

export function paintScores(
  context: CanvasRenderingContext2D,
  { block, values, domain, room, decimals, letters = [] }: ValueCellsProps,
  table: ColorTable,
  inks: Inks,
): void {
  const { grid } = block;
  if (!grid) return;
  const worded = letters.some(isWord);
  for (let index = 0; index < grid.count; index++) {
    const color = colorIndex(values[index], domain);
    const cell = placeCell(block, grid, index);
    fillBox(context, cell, table.css[color]);
    strokeBox(context, cell, inks.line, CELL_LINE);
    if (grid.detail === 'digits') {
      context.font = `${grid.fontSize}px ${inks.sans}`;
      context.textAlign = 'center';
      context.fillStyle = table.ink[color];
      const x = cell.x + cell.width / 2;
      write(context, formatFixed(values[index], decimals), x, cell.y + cell.height / 2);
    }
    const place = placeCellLetter(block, grid, cell, letters[index], room, worded);
    if (place) writeLetter(context, letters[index], place, 'center', inks.muted, inks);
  }
}

function fillBox(context: CanvasRenderingContext2D, box: Rectangle, color: string): void {
  context.fillStyle = color;
  outline(context, box);
  context.fill();
}

function strokeBox(context: CanvasRenderingContext2D, box: Rectangle, color: string, width: number): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  outline(context, box);
  context.stroke();
}

function outline(context: CanvasRenderingContext2D, { x, y, width, height, rx }: Rectangle): void {
  context.beginPath();
  context.roundRect(x, y, width, height, rx);
}

/** As LetterText does: in one row or two, smaller where it has no room. */
function writeLetter(
  context: CanvasRenderingContext2D,
  letter: string,
  {
    x,
    y,
    size,
    room,
  }: { readonly x: number; readonly y: number; readonly size: number; readonly room: number },
  align: CanvasTextAlign,
  color: string,
  inks: Inks,
): void {
  const { rows, fontSize } = fitLetter(letter, size, room);
  context.font = `${fontSize}px ${inks.mono}`;
  context.textAlign = align;
  context.fillStyle = color;
  const isClipped = isHeaped(letter);
  if (isClipped) {
    context.save();
    clipTo(context, letter, x, y);
  }
  rows.forEach((row, index) => {
    write(context, row, x, y + (index - (rows.length - 1) / 2) * fontSize);
  });
  if (isClipped) context.restore();
}

/** By font: how far its baseline is below the middle of its letters. */
const drops = new Map<string, number>();

/** Writes with the middle of the letters at `y`, to the pixel as elements have it with a central baseline. */
function write(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  let drop = drops.get(context.font);
  if (drop === undefined) {
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText(text);
    drop = (fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
    drops.set(context.font, drop);
  }
  context.fillText(text, x, y + drop);
}

/** Marks in heaps do not paint over the page. */
const AIR = 2;

function clipTo(context: CanvasRenderingContext2D, letter: string, x: number, y: number): void {
  const { width, fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(letter);
  context.beginPath();
  context.rect(x - width / 2 - AIR, y - above - AIR, width + 2 * AIR, above + below + 2 * AIR);
  context.clip();
}
