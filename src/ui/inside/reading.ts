/** A number in words: where it stands, and what made it or what it is. */
import type { Derivation } from '../../engine/derivation.ts';
import type { Operand } from '../../engine/operation.ts';
import type { inside } from '../../i18n/inside.ts';
import { isolated } from '../../i18n/isolated.ts';
import { formatFixed } from '../../layout/format.ts';
import { symbolText } from './QuantitySymbol.tsx';
import { derivationOf, type Spot } from './spot.ts';
import type { Marks } from './useMarks.ts';
import { derivationText } from './writeDerivation.ts';

type Words = (typeof inside)['en'];

const PINNED_DECIMALS = 3;
/** A factor of a written sum has up to as many. */
const GIVEN_DECIMALS = 4;

export interface Reading {
  /** The quantity, whose symbol is the beginning of a title, and where in it the number stands. */
  readonly operand: Operand;
  readonly where: string;
  /** Both in plain text. */
  readonly place: string;
  /** From 0. */
  readonly timestep: number;
  readonly row: number;
  /** The number, or the letter that was chosen. */
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
  { marks, layered, cut, words }: { marks: Marks; layered: boolean; cut: boolean; words: Words },
): Reading {
  const { base, subscript, layer } = operand.name;
  const { inputs, outputs } = marks;
  const isOutput = ['y', 'p'].includes(base) || subscript === 'y' || subscript === 'hy';
  const names = base === 'x' ? inputs : isOutput ? outputs : null;
  const single = operand.rows === 1 && ['ŷ', 'L'].includes(base);
  const isParameter = operand.kind === 'given' && subscript !== '';
  const isMatrix = isParameter && base === 'W';
  const readsLetters = subscript.startsWith('x') && layer === 0;
  const where = words.place({
    layer: layered && layer !== null ? layer + 1 : null,
    unit: names || single || isParameter ? null : row + 1,
    letter: names && !isParameter ? isolated(names[row]) : null,
    row: isParameter ? (names ? isolated(names[row]) : String(row + 1)) : null,
    column: isMatrix ? (readsLetters ? isolated(inputs[column]) : String(column + 1)) : null,
    step: timestep + 1,
  });
  const place = `${spokenSymbol(operand)}, ${where}`;
  const derivation = derivationOf(operand, row);
  const value = derivation ? madeText(derivation) : valueText();
  const given = derivation ? '' : givenText();
  const told = derivation ? toldText(derivation) : `${value}. ${given}`;
  return { operand, where, place, timestep, row, value, derivation, given, spoken: `${place}: ${told}` };

  function toldText(made: Derivation): string {
    if (made.held) return `${made.value} (${words.held(made.value)})`;
    if (made.squash === 'argmax') return words.largest(isolated(outputs[made.value]));
    return derivationText(made, row, words.othersOf);
  }

  function madeText(made: Derivation): string {
    if (made.squash === 'argmax') return isolated(outputs[made.value]);
    return made.held ? String(made.value) : formatFixed(made.value, PINNED_DECIMALS);
  }

  function valueText(): string {
    if (operand.kind !== 'given') return '';
    const number = operand.values[row * operand.columns + column];
    return Number.isInteger(number) ? String(number) : formatFixed(number, GIVEN_DECIMALS);
  }

  function givenText(): string {
    if (operand.kind !== 'given') return '';
    if (operand.index !== null) {
      if (operand.index < 0) return words.given.nothing;
      const actual = isolated(inputs[operand.index]);
      return row === operand.index
        ? words.given.hot(actual)
        : words.given.cold(isolated(inputs[row]), actual);
    }
    if (operand.name.lag === 1) return cut ? words.given.cut : words.given.start;
    if (base === 'x') return words.given.pixel;
    return base === 'b' ? words.given.bias : words.given.weight;
  }
}

/** Without the signs that only stand for a subscript: these would be read out. */
function spokenSymbol(operand: Operand): string {
  return symbolText(operand).replace(/_\{?([^ }]+)\}?/g, ' $1');
}
