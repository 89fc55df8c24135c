import { useMemo } from 'react';
import { isWideLetter, isWord } from '../layout/letterSize.ts';
import { AxisLabels } from './AxisLabels.tsx';

export interface MatrixLabelsProps {
  readonly along: 'rows' | 'columns';
  /** In writing, where they have names short enough; else they are numbered, block by block. */
  readonly letters: readonly string[] | null;
  readonly count: number;
  readonly blocks?: number;
  /** CSS pixels of the heatmap in this direction. */
  readonly length: number;
}

/** CSS pixels from one label to the next, and the size of the largest. */
const LETTERS = { narrow: 9, wide: 13, largest: 12 };
const NUMBERS = { rows: 14, fewRows: 11, columns: 20, manyColumns: 26, fewColumns: 9, largest: 11 };
/** Up to here numbers have one digit, and two. */
const FEW = 9;
const SOME = 99;

/** What the rows or columns of a matrix stand for. */
export function MatrixLabels({ along, letters, count, blocks = 1, length }: MatrixLabelsProps) {
  const labels = useMemo(
    () => letters ?? Array.from({ length: count }, (_, index) => String((index % (count / blocks)) + 1)),
    [letters, count, blocks],
  );
  return (
    <AxisLabels
      along={along}
      labels={labels}
      length={length}
      blocks={blocks}
      spacing={letters ? letterSpacing(letters) : numberSpacing(along, count / blocks)}
      largest={letters ? LETTERS.largest : NUMBERS.largest}
    />
  );
}

/** Letters stand along a matrix; words and pixels are numbered there, and read out by name. */
export function axisLetters(marks: readonly string[]): readonly string[] | null {
  return marks.some((mark) => isWord(mark) || mark.startsWith('▦')) ? null : marks;
}

function letterSpacing(letters: readonly string[]): number {
  return letters.some(isWideLetter) ? LETTERS.wide : LETTERS.narrow;
}

function numberSpacing(along: 'rows' | 'columns', count: number): number {
  if (along === 'rows') return count <= FEW ? NUMBERS.fewRows : NUMBERS.rows;
  if (count <= FEW) return NUMBERS.fewColumns;
  return count <= SOME ? NUMBERS.columns : NUMBERS.manyColumns;
}
