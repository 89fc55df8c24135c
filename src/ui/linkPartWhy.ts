/** Why a part of a link was not used, as far as the part itself tells. */
import { isolated } from '../i18n/isolated.ts';
import type { linkNotice } from '../i18n/linkNotice.ts';
import { grouped } from '../i18n/numbers.ts';
import { type LimitedField, TASKS } from '../state/config.ts';
import type { Screen } from '../state/route.ts';
import { writtenRange } from './writtenNumber.ts';

const FIELDS: Readonly<Record<string, LimitedField>> = {
  hidden: 'hiddenSize',
  layers: 'layers',
  gatebias: 'gateBias',
  lr: 'learningRate',
  clip: 'clipNorm',
  seed: 'seed',
  update: 'update',
  fold: 'fold',
};

/** What is known of the link: its screen, the steps that can be selected, and which parts name a key again. */
interface Opened {
  readonly screen: Screen;
  readonly steps: number;
  readonly again: readonly string[];
}

export function linkPartWhy(
  part: string,
  key: string,
  { screen, steps, again }: Opened,
  words: typeof linkNotice.en.why,
): { readonly sentence: string; readonly isUnclear: boolean } {
  const written = isolated(asWritten(part));
  if (again.includes(part)) return { sentence: words.again(written), isUnclear: false };
  const value = part.slice(key.length + 1);
  const range = isNumber(value) ? rangeOf(key, screen, steps) : null;
  if (range === null) return { sentence: words.unclear(written), isUnclear: true };
  const isNotWhole = range.integer && !Number.isInteger(Number.parseFloat(value));
  return { sentence: (isNotWhole ? words.notWhole : words.outside)(written, range), isUnclear: false };
}

/** A key that has no value is written without the sign between them. */
export function asWritten(part: string): string {
  return /^[^=]+=$/.test(part) ? part.slice(0, -1) : part;
}

/** Also of digits that are too many to be repeated. */
function isNumber(value: string): boolean {
  return /^-?\d+(\.\d*)?(e[+-]?\d*)?…?$/i.test(value);
}

function rangeOf(key: string, screen: Screen, steps: number) {
  // The second and third lab have the keys of the first with their number.
  const plain = screen === 'cells' ? key.replace(/[23]$/, '') : key;
  const isUpdate = screen === 'shapes' && TASKS.some((task) => task === key);
  const field = isUpdate ? 'update' : Object.hasOwn(FIELDS, plain) ? FIELDS[plain] : null;
  if (field !== null) return writtenRange(field);
  return key === 't' && screen === 'playground' ? { min: '1', max: grouped(steps), integer: true } : null;
}
