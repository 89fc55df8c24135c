/** Bars and scores as `ProbabilityBars` and `ValueCells` draw them, on a canvas. */
import { type ColorTable, colorIndex } from '../../layout/color.ts';
import { formatFixed } from '../../layout/format.ts';
import { isHeaped, isWord } from '../../layout/letterSize.ts';
import { barLength, placeProbabilities } from '../../layout/probabilityRows.ts';
import { type LetterPlace, placeCell, placeCellLetter } from '../../layout/valueCells.ts';
import { letterMark } from '../../tasks/text.ts';
import { fitLetter } from '../fitLetter.ts';
import { isWorded, type ProbabilityBarsProps, percentOf } from '../prediction.ts';
import type { ValueCellsProps } from '../ValueCells.tsx';
import type { Inks } from './inks.ts';
import type { Pen } from './pen.ts';

/** CSS pixels of the outline of the target and of that of a cell. */
const TARGET_LINE = 1.25;
const CELL_LINE = 0.5;

export function paintBars(
  pen: Pen,
  { block, prediction, vocabulary }: ProbabilityBarsProps,
  inks: Inks,
): void {
  const { listed, probabilities, said, target } = prediction;
  const worded = isWorded(vocabulary, listed);
  const { middle, step, rise, letter, bar, number } = placeProbabilities(block, listed.length, worded);
  listed.forEach((id, row) => {
    const y = middle + row * step;
    const track = { ...bar, y: y + bar.y };
    pen.fill(track, inks.track);
    if (id === target) pen.stroke(track, inks.number, TARGET_LINE);
    const width = barLength(bar.width, probabilities[id]);
    pen.fill({ ...track, width }, id === said ? inks.largest : inks.bar);
    const place = { ...letter, y: y - rise };
    const look = {
      align: worded ? 'left' : 'center',
      color: inks.letter,
      isBold: worded && id === target,
    } as const;
    writeLetter(pen, letterMark(vocabulary[id]), place, look, inks);
    if (number.fontSize > 0) {
      pen.write(`${number.fontSize}px ${inks.sans}`, {
        text: percentOf(prediction, id),
        x: number.x,
        y: y - rise,
        align: 'right',
        color: inks.number,
      });
    }
  });
}

export function paintScores(
  pen: Pen,
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
    pen.fill(cell, table.css[color]);
    pen.stroke(cell, inks.line, CELL_LINE);
    if (grid.detail === 'digits') {
      pen.write(`${grid.fontSize}px ${inks.sans}`, {
        text: formatFixed(values[index], decimals),
        x: cell.x + cell.width / 2,
        y: cell.y + cell.height / 2,
        align: 'center',
        color: table.ink[color],
      });
    }
    const place = placeCellLetter(block, grid, cell, letters[index], room, worded);
    if (place) writeLetter(pen, letters[index], place, { align: 'center', color: inks.muted }, inks);
  }
}

/** As LetterText does: in one row or two, smaller where it has no room. */
function writeLetter(
  pen: Pen,
  letter: string,
  { x, y, size, room }: LetterPlace,
  { align, color, isBold = false }: { align: 'left' | 'center'; color: string; isBold?: boolean },
  inks: Inks,
): void {
  const { rows, fontSize } = fitLetter(letter, size, room);
  const font = `${isBold ? 'bold ' : ''}${fontSize}px ${inks.mono}`;
  rows.forEach((text, index) => {
    const middle = y + (index - (rows.length - 1) / 2) * fontSize;
    pen.write(font, { text, x, y: middle, align, color, clipped: isHeaped(letter) });
  });
}
