/** Many-to-one: what came first must be known at the end, `lag` timesteps later. */
import { type Exercise, type Item, once } from './exercise.ts';
import { adam, createDice, drawDistinct, pick } from './sampling.ts';
import { indicesOf } from './vocabulary.ts';

export const MAX_LAG = 100;

const SEQUENCES = 2200;
/** One of so many is held out. */
const HELD_OUT = 11;

export type RecallOptions = {
  /** How many symbols are read after the first; the last of them is answered. 1 to MAX_LAG. */
  readonly lag: number;
} & (
  | {
      readonly kind: 'firstSymbol';
      /** Whether what is to be ignored are the same 8 symbols or 8 of their own. */
      readonly distractors: 'same' | 'own';
    }
  /** Which bracket closes the one that was opened, letters between them. */
  | { readonly kind: 'bracket' }
);

/** All symbols that are read. */
export type Symbols = readonly string[];

const FIRST = [...'ABCDEFGH'];
const DIGITS = [...'12345678'];
const OPENING = [...'([{<'];
const CLOSING = [...')]}>'];
const LETTERS = [...'abcdefgh'];

/** @throws {RangeError} when the lag is not a whole number from 1 to MAX_LAG. */
export function recallExercise(options: RecallOptions): Exercise<Symbols> {
  const { kept, ignored, outputNames } = alphabets(options);
  const inputNames = [...new Set([...kept, ...ignored])];
  const items = drawDistinct(SEQUENCES, sequencesOf(options), (symbols) => symbols.join('')).map(
    (question): Item<Symbols> => ({ question, answer: [kept.indexOf(question[0])] }),
  );
  const training = items.slice(Math.ceil(items.length / HELD_OUT));

  const ask = (symbols: Symbols, answer?: readonly number[]) => ({
    inputs: indicesOf(symbols, inputNames),
    targets: symbols.map((_, t) => (t === symbols.length - 1 ? (answer?.[0] ?? null) : null)),
  });
  const pose = ({ question, answer }: Item<Symbols>) => ask(question, answer);
  return {
    shape: 'many-to-one',
    picture: null,
    inputNames,
    decoderNames: null,
    outputNames,
    stop: null,
    training,
    heldOut: items.slice(0, Math.ceil(items.length / HELD_OUT)),
    examples: once(() => training.map(pose)),
    metric: 'answers',
    recommended: { cell: 'gru', hiddenSize: 32, training: adam(0.01), updates: 1500 },
    pose,
    ask,
    spell: (outputs) => outputs.map((output) => outputNames[output]).join(''),
  };
}

/** The first sequence of the exercise, one of those held out, without drawing the others. */
export function recallExample(options: RecallOptions): {
  readonly symbols: Symbols;
  readonly answer: string;
} {
  const { kept, outputNames } = alphabets(options);
  const symbols = sequencesOf(options)();
  return { symbols, answer: outputNames[kept.indexOf(symbols[0])] };
}

function alphabets(options: RecallOptions): {
  readonly kept: readonly string[];
  readonly ignored: readonly string[];
  readonly outputNames: readonly string[];
} {
  if (options.kind === 'bracket') return { kept: OPENING, ignored: LETTERS, outputNames: CLOSING };
  return { kept: FIRST, ignored: options.distractors === 'same' ? FIRST : DIGITS, outputNames: FIRST };
}

/** Draws one sequence after the other, always the same ones. */
function sequencesOf(options: RecallOptions): () => Symbols {
  const { lag } = options;
  if (!Number.isInteger(lag) || lag < 1 || lag > MAX_LAG) {
    throw new RangeError(`lag must be a whole number from 1 to ${MAX_LAG}, not ${lag}`);
  }
  const { kept, ignored } = alphabets(options);
  const random = createDice(5);
  return () => [pick(kept, random), ...Array.from({ length: lag }, () => pick(ignored, random))];
}
