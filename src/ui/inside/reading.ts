/** A number in words: where it stands, and what made it or what it is. */
import type { Derivation } from '../../engine/derivation.ts';
import type { Operand } from '../../engine/operation.ts';
import type { inside } from '../../i18n/inside.ts';
import { formatFixed } from '../../layout/format.ts';
import { letterMark, type TextTask } from '../../tasks/text.ts';
import { symbolText } from './QuantitySymbol.tsx';
import { derivationOf, type Spot } from './spot.ts';
import { derivationText, writeDerivation } from './writeDerivation.ts';

type Words = (typeof inside)['en'];

export interface Reading {
  readonly place: string;
  readonly row: number;
  /** The number as it is written at the end of its derivation. */
  readonly value: string;
  /** Null for a number that is given; then `given` says what it is. */
  readonly derivation: Derivation | null;
  readonly given: string;
  /** All of it in one sentence. */
  readonly spoken: string;
}

export function readSpot(
  { timestep, row, column }: Spot,
  operand: Operand,
  { task, layered, cut, words }: { task: TextTask; layered: boolean; cut: boolean; words: Words },
): Reading {
  const { base, subscript, layer } = operand.name;
  const symbol = symbolText(operand);
  const letter = (id: number) => letterMark(task.vocabulary[id]);
  const overLetters = ['x', 'y', 'p'].includes(base) || subscript === 'y' || subscript === 'hy';
  const single = operand.rows === 1 && ['ŷ', 'L'].includes(base);
  const place = words.place({
    symbol,
    layer: layered && layer !== null ? layer + 1 : null,
    unit: overLetters || single ? null : row + 1,
    letter: overLetters ? letter(row) : null,
    step: timestep + 1,
  });
  const derivation = derivationOf(operand, row);
  if (derivation) {
    const spoken = `${place}: ${derivationText(derivation, row)}`;
    return { place, row, value: valueText(derivation), derivation, given: '', spoken };
  }
  const given = givenText();
  return { place, row, value: '', derivation, given, spoken: given };

  function valueText(made: Derivation): string {
    if (made.squash === 'argmax') return letter(made.value);
    return made.held ? '0' : writeDerivation(made, row).value;
  }

  function givenText(): string {
    if (operand.kind !== 'given') return '';
    if (operand.index !== null) {
      const actual = letter(Math.max(0, operand.index));
      return row === operand.index ? words.given.hot(actual) : words.given.cold(letter(row), actual);
    }
    if (operand.name.lag === 1) return cut ? words.given.cut : words.given.start;
    const rowName = overLetters ? letter(row) : String(row + 1);
    const value = formatFixed(operand.values[row * operand.columns + column], 4);
    if (operand.columns === 1 && base === 'b') return words.given.bias(symbol, rowName, value);
    const reads = subscript.startsWith('x') && layer === 0;
    return words.given.weight(symbol, rowName, reads ? letter(column) : String(column + 1), value);
  }
}
