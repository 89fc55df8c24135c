/** What all tasks have in common: questions, right answers, and how both become examples for the engine. */
import type { CellKind, Example, ModelConfig, TrainingConfig } from '../engine/index.ts';

export type Language = 'en' | 'ko';

/** Which timesteps have an input and which have a target. */
export type Shape = 'one-to-one' | 'one-to-many' | 'many-to-one' | 'encoder-decoder' | 'synced';

/** What is made when it is first asked for, and then kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A question of which the right answer is known. */
export interface Item<Question> {
  readonly question: Question;
  /** Indices of the right outputs in order, the stop symbol included where there is one. */
  readonly answer: readonly number[];
}

/** A task with its data, the same on every machine. `Question` is what a person gives: a picture, a sentence, … */
export interface Exercise<Question> {
  readonly shape: Shape;
  /** The first rows · columns inputs are the pixels of a picture, row by row; null without pictures. */
  readonly picture: { readonly rows: number; readonly columns: number } | null;
  /** Names of the inputs that come after the pixels, by index. */
  readonly inputNames: readonly string[];
  /** Names of the decoder's inputs where it has weights of its own: the outputs, then the start symbol. */
  readonly decoderNames: readonly string[] | null;
  readonly outputNames: readonly string[];
  /** The output that ends an answer; null where the length of the answer follows from the question. */
  readonly stop: number | null;
  readonly training: readonly Item<Question>[];
  /** Never seen in training. */
  readonly heldOut: readonly Item<Question>[];
  /** What is trained on: `training` as posed, and the same with noise where the task has noise. */
  examples(): readonly Example[];
  /** What counts as one: an answer that is right from beginning to end, or each output by itself. */
  readonly metric: 'answers' | 'outputs';
  readonly recommended: Recommendation;
  /** As it is trained: the right outputs are fed back. */
  pose(item: Item<Question>): Example;
  /**
   * As the network is asked: its own output is fed back. Where the answer is known it gives the targets and the
   * length; else there are none, and there is room for the longest answer.
   *
   * @throws {RangeError} when the question has words that the exercise does not know; a reading never has.
   */
  ask(question: Question, answer?: readonly number[]): Example;
  /** Outputs in writing, up to the first stop symbol. */
  spell(outputs: readonly number[]): string;
}

/** With what the task reaches its bound within seconds (tests/bench). */
export interface Recommendation {
  readonly cell: CellKind;
  readonly hiddenSize: number;
  readonly training: TrainingConfig;
  /** After so many it has learned what it can. */
  readonly updates: number;
  /** With the vanilla cell, where that takes longer. */
  readonly rnnUpdates?: number;
}

/** What became of something that a person typed or drew. */
export type Reading<Question, Reason> =
  | {
      readonly kind: 'ready';
      readonly question: Question;
      /** Null where nobody knows it. */
      readonly answer: readonly number[] | null;
      readonly origin: 'training' | 'heldOut' | 'new';
    }
  /** Unlike anything that was trained: the network's answer is a guess. */
  | { readonly kind: 'guess'; readonly question: Question; readonly reason: Reason }
  | { readonly kind: 'unreadable'; readonly reason: Reason };

/** The sizes of a network for the exercise. */
export function modelSizes({
  picture,
  inputNames,
  decoderNames,
  outputNames,
}: Pick<Exercise<never>, 'picture' | 'inputNames' | 'decoderNames' | 'outputNames'>): Pick<
  ModelConfig,
  'inputSize' | 'outputSize'
> & { readonly decoder?: { readonly inputSize: number } } {
  const pixels = picture === null ? 0 : picture.rows * picture.columns;
  return {
    inputSize: pixels + inputNames.length,
    outputSize: outputNames.length,
    ...(decoderNames === null ? {} : { decoder: { inputSize: decoderNames.length } }),
  };
}

/** The first timestep whose output belongs to the answer. */
export function answerStart(shape: Shape, { inputs, decoderFrom = 0 }: Example): number {
  return shape === 'many-to-one' ? inputs.length - 1 : decoderFrom;
}

/** After how many updates a cell has learned what it can. */
export function recommendedUpdates(
  { updates, rnnUpdates = updates }: Recommendation,
  cell: CellKind,
): number {
  return cell === 'rnn' ? rnnUpdates : updates;
}
