import {
  addParameterGradients,
  type BackpropagationOptions,
  backpropagate,
  createGradients,
} from './backpropagation.ts';
import { createBatches } from './batches.ts';
import { norm } from './clipping.ts';
import type { Pass } from './contributions.ts';
import type { Example } from './example.ts';
import { forward, type Network, readParameters } from './network.ts';
import { clearNumbers, createNumbers, type Numbers } from './numbers.ts';
import { createRecording, type Recording } from './recording.ts';
import { prepareSequence, type Sequence } from './sequence.ts';
import { backwardTiny, forwardTiny, isTiny } from './tinyRnn.ts';
import type { FullTrace, Trace } from './trace.ts';
import type { TrainingConfig } from './training.ts';

/** What forward and backward over the batch of one update gave. */
export interface Evaluation {
  readonly loss: number;
  readonly correct: number;
  readonly targets: number;
  readonly gradientNorm: number;
  readonly gradient: Numbers;
  readonly traces: readonly FullTrace[];
  /** Index of the example that `traces[0]` is of. */
  readonly example: number;
  /** The pass over the batch, live; null where that is several examples, or one too small to leave all of it behind. */
  pass(): Pass | null;
  /** Computes all of it for `update` from the network's present parameters. */
  evaluate(update: number): void;
}

/** @throws {RangeError} when an example does not fit the model or has no target. */
export function createEvaluation(
  network: Network,
  examples: readonly Example[],
  { batchSize, truncation }: TrainingConfig,
  seed: number,
): Evaluation {
  const { model, parameters } = network;
  if (examples.length === 0) throw new RangeError('training needs at least one example');
  const sequences = examples.map((example) => prepareSequence(example, model));
  const silent = sequences.findIndex(({ targetCount }) => targetCount === 0);
  if (silent >= 0) throw new RangeError(`example ${silent} has no target`);

  const isSequenceTiny = sequences.map((sequence) => isTiny(model, sequence));
  const areAllTiny = isSequenceTiny.every((isOne) => isOne);
  const batches = createBatches(sequences.length, batchSize, seed);
  const longest = sequences.reduce((most, { timesteps }) => Math.max(most, timesteps), 0);
  const gradients = createGradients(model, longest);
  const gradient = createNumbers(parameters.length);
  const options: BackpropagationOptions = { truncation, lossRuns: null, finalState: null };
  const traces: FullTrace[] = [];
  const lengths = [...new Set(sequences.map(({ timesteps }) => timesteps))];
  const lengthOf = sequences.map(({ timesteps }) => lengths.indexOf(timesteps));
  /** By place in the batch, then by index of the length. */
  const recordings: (Recording | null)[][] = [];

  function recordingFor(place: number, example: number): Recording {
    const length = lengthOf[example];
    if (place === recordings.length) recordings.push(lengths.map(() => null));
    const recording = recordings[place][length] ?? createRecording(model, lengths[length]);
    recordings[place][length] = recording;
    return recording;
  }

  /** Forward and backward: adds to `gradient`, returns how many targets have the largest logit. */
  function run(sequence: Sequence, recording: Recording, scale: number): number {
    const correct = forward(network, sequence, recording, null);
    backpropagate(network, sequence, recording, gradients, scale, options);
    addParameterGradients(network, sequence, recording, gradients, gradient);
    return correct;
  }

  /** The same for what `isTiny`. */
  function runTiny(sequence: Sequence, recording: Recording, scale: number): number {
    const correct = forwardTiny(network, sequence, recording);
    backwardTiny(network, sequence, recording, gradients, scale, truncation, gradient);
    return correct;
  }

  function isIntact(): boolean {
    const { recurrenceCut, frozen } = network.ablation;
    return !recurrenceCut && frozen.length === 0;
  }

  function pass(): Pass | null {
    const { order, from, to } = batches;
    const example = order[from];
    if (to - from > 1 || (isIntact() && isSequenceTiny[example])) return null;
    return { network, sequence: sequences[example], recording: recordingFor(0, example), gradients };
  }

  // Changed in place: numbers held by the closure itself would be allocated anew at every update.
  const evaluation = {
    loss: 0,
    correct: 0,
    targets: 0,
    gradientNorm: 0,
    gradient,
    traces,
    example: 0,
    pass,
    evaluate,
  };

  function evaluate(update: number): void {
    batches.moveTo(update);
    const { order, from, to } = batches;
    let targets = 0;
    for (let place = from; place < to; place++) targets += sequences[order[place]].targetCount;
    let loss = 0;
    let correct = 0;
    const intact = isIntact();
    clearNumbers(gradient);
    if (!(intact && areAllTiny)) readParameters(network);
    if (traces.length > to - from) traces.length = to - from;
    for (let place = 0; place < to - from; place++) {
      const example = order[from + place];
      const sequence = sequences[example];
      const recording = recordingFor(place, example);
      traces[place] = recording.trace;
      correct +=
        intact && isSequenceTiny[example]
          ? runTiny(sequence, recording, 1 / targets)
          : run(sequence, recording, 1 / targets);
      loss += totalLoss(recording.trace);
    }
    evaluation.example = order[from];
    evaluation.loss = loss / targets;
    evaluation.correct = correct;
    evaluation.targets = targets;
    evaluation.gradientNorm = norm(gradient);
  }

  return evaluation;
}

function totalLoss({ losses }: Trace): number {
  let sum = 0;
  for (let t = 0; t < losses.length; t++) sum += losses[t];
  return sum;
}
