/** A number in words: where it stands, and what made it or what it is. */
import type { Derivation } from '../../engine/derivation.ts';
import type { Operand } from '../../engine/operation.ts';
import type { inside } from '../../i18n/inside.ts';
import { formatFixed } from '../../layout/format.ts';
import { symbolText } from './QuantitySymbol.tsx';
import { derivationOf, type Spot } from './spot.ts';
import type { Marks } from './useMarks.ts';
import { derivationText } from './writeDerivation.ts';

type Words = (typeof inside)['en'];

const PINNED_DECIMALS = 3;

export interface Reading {
  readonly place: string;
  /** From 0. */
  readonly timestep: number;
  readonly row: number;
  /** The number with as many digits as any other that is kept beside it. */
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
  const symbol = symbolText(operand);
  const { inputs, outputs } = marks;
  const isOutput = ['y', 'p'].includes(base) || subscript === 'y' || subscript === 'hy';
  const names = base === 'x' ? inputs : isOutput ? outputs : null;
  const single = operand.rows === 1 && ['ŷ', 'L'].includes(base);
  const place = words.place({
    symbol,
    layer: layered && layer !== null ? layer + 1 : null,
    unit: names || single ? null : row + 1,
    letter: names ? names[row] : null,
    step: timestep + 1,
  });
  const derivation = derivationOf(operand, row);
  if (derivation) {
    const spoken = `${place}: ${derivationText(derivation, row, words.othersOf)}`;
    return { place, timestep, row, value: valueText(derivation), derivation, given: '', spoken };
  }
  const given = givenText();
  return { place, timestep, row, value: '', derivation, given, spoken: given };

  function valueText(made: Derivation): string {
    if (made.squash === 'argmax') return outputs[made.value];
    return made.held ? String(made.value) : formatFixed(made.value, PINNED_DECIMALS);
  }

  function givenText(): string {
    if (operand.kind !== 'given') return '';
    if (operand.index !== null) {
      if (operand.index < 0) return words.given.nothing;
      const actual = inputs[operand.index];
      return row === operand.index ? words.given.hot(actual) : words.given.cold(inputs[row], actual);
    }
    if (operand.name.lag === 1) return cut ? words.given.cut : words.given.start;
    const rowName = names ? names[row] : String(row + 1);
    const value = formatFixed(operand.values[row * operand.columns + column], 4);
    if (base === 'x') return words.given.pixel(rowName, value);
    if (operand.columns === 1 && base === 'b') return words.given.bias(symbol, rowName, value);
    const reads = subscript.startsWith('x') && layer === 0;
    return words.given.weight(symbol, rowName, reads ? inputs[column] : String(column + 1), value);
  }
}
