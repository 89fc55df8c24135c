import type { Example, OwnOutput, StepInput } from './example.ts';
import type { ModelConfig } from './model.ts';
import { type Rows, rowsOf } from './rows.ts';
import { checkInteger } from './validation.ts';

/** Timesteps from ≤ t < to that use the same recurrent weights. */
export interface Phase {
  readonly from: number;
  readonly to: number;
  /** Index into Network.layers of the lowest of these weights: 0, or L for the decoder's. */
  readonly base: number;
}

/** An example found valid for a model, arranged for the loops. */
export interface Sequence {
  readonly timesteps: number;
  readonly inputs: readonly StepInput[];
  /** Of the inputs that are an index, −1 for all others: (T). */
  readonly indices: Int32Array;
  /** The inputs that are vectors, with their timesteps, each a row. */
  readonly dense: readonly { readonly t: number; readonly x: Rows }[];
  /** Indices, −1 for none: (T). */
  readonly targets: Int32Array;
  readonly targetCount: number;
  /**
   * Boundaries of blocks of timesteps whose inputs are known before the first of them is computed, so that one
   * matrix product serves the block: 0, …, T. A block begins where the own output is read, and where a phase does.
   */
  readonly blocks: Int32Array;
  /** In order of time, none of them empty: one, or those of encoder and decoder. */
  readonly phases: readonly Phase[];
  /** Runs of neighbouring timesteps with a target: from, to, from, to, … with `to` exclusive. */
  readonly targetRuns: Int32Array;
}

/** @throws {RangeError} when the example does not fit the model. */
export function prepareSequence(example: Example, model: ModelConfig): Sequence {
  const { inputs, targets } = example;
  const timesteps = inputs.length;
  if (timesteps === 0) throw new RangeError('an example needs at least one timestep');
  if (targets.length !== timesteps) {
    throw new RangeError(`an example has ${timesteps} inputs but ${targets.length} targets`);
  }
  const phases = phasesOf(example, model);
  // Plain loops: a run prepares thousands of examples before its first picture.
  const indices = new Int32Array(timesteps).fill(-1);
  const dense: { t: number; x: Rows }[] = [];
  const blocks: number[] = [];
  for (const { from, to, base } of phases) {
    const inputSize = base === 0 ? model.inputSize : (model.decoder?.inputSize ?? 0);
    for (let t = from; t < to; t++) {
      const input = inputs[t];
      checkInput(input, t, inputSize, model.outputSize);
      if (t === from || isOwnOutput(input)) blocks.push(t);
      if (typeof input === 'number') indices[t] = input;
      else if (input instanceof Float64Array) dense.push({ t, x: rowsOf(input, 0, 1, inputSize) });
    }
  }
  const targetIndices = new Int32Array(timesteps).fill(-1);
  let targetCount = 0;
  for (let t = 0; t < timesteps; t++) {
    const target = targets[t];
    if (target === null) continue;
    if (!isIndex(target, model.outputSize)) {
      throw new RangeError(`target ${target} at timestep ${t} is not an index below ${model.outputSize}`);
    }
    targetIndices[t] = target;
    targetCount++;
  }
  return {
    timesteps,
    inputs,
    indices,
    dense,
    targets: targetIndices,
    targetCount,
    blocks: Int32Array.of(...blocks, timesteps),
    phases,
    targetRuns: findRuns(targetIndices),
  };
}

function phasesOf({ inputs, decoderFrom }: Example, { layers, decoder }: ModelConfig): readonly Phase[] {
  const T = inputs.length;
  if (decoder === undefined) {
    if (decoderFrom !== undefined) throw new RangeError('the model has no decoder');
    return [{ from: 0, to: T, base: 0 }];
  }
  if (decoderFrom === undefined) throw new RangeError('an example without decoderFrom');
  checkInteger('decoderFrom', decoderFrom, 0, T);
  const encoding = { from: 0, to: decoderFrom, base: 0 };
  const decoding = { from: decoderFrom, to: T, base: layers };
  return [encoding, decoding].filter(({ from, to }) => from < to);
}

function checkInput(input: StepInput, t: number, inputSize: number, outputSize: number): void {
  if (input === null) return;
  if (typeof input === 'number') {
    if (!isIndex(input, inputSize)) {
      throw new RangeError(`input ${input} at timestep ${t} is not an index below ${inputSize}`);
    }
  } else if (!isOwnOutput(input)) {
    if (input.length !== inputSize) {
      throw new RangeError(`input at timestep ${t} of ${input.length} numbers instead of ${inputSize}`);
    }
  } else if (t === 0) {
    throw new RangeError('no output before the first timestep');
  } else if (!isIndex(input.offset, inputSize - outputSize + 1)) {
    throw new RangeError(
      `own output plus ${input.offset} at timestep ${t} is not an index below ${inputSize}`,
    );
  }
}

export function isOwnOutput(input: StepInput): input is OwnOutput {
  return typeof input === 'object' && input !== null && !(input instanceof Float64Array);
}

function isIndex(value: number, size: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < size;
}

function findRuns(targets: Int32Array): Int32Array {
  const boundaries: number[] = [];
  for (let t = 0; t <= targets.length; t++) {
    const isInside = t < targets.length && targets[t] >= 0;
    const wasInside = t > 0 && targets[t - 1] >= 0;
    if (isInside !== wasInside) boundaries.push(t);
  }
  return Int32Array.from(boundaries);
}
