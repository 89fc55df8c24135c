import {
  addParameterGradients,
  type BackpropagationOptions,
  backpropagate,
  createGradients,
} from './backpropagation.ts';
import { createBatches } from './batches.ts';
import { clip, norm } from './clipping.ts';
import { DivergenceError, MAX_LOSS } from './divergence.ts';
import type { Example } from './example.ts';
import { argmax } from './loss.ts';
import type { ModelConfig } from './model.ts';
import { createNetwork, forward } from './network.ts';
import { OPTIMIZERS } from './optimizers.ts';
import { countParameters, initializeParameters } from './parameters.ts';
import { createRecording, type Recording } from './recording.ts';
import { prepareSequence } from './sequence.ts';
import type { Trace } from './trace.ts';
import type { TrainingConfig } from './training.ts';
import { checkInteger, checkLearningRate, checkModel, checkTraining } from './validation.ts';

/** The complete state of a trainer at one update: restoring it continues with the same bits. */
export interface Checkpoint {
  readonly update: number;
  readonly learningRate: number;
  /** Parameters, then what the optimizer remembers. */
  readonly values: Float64Array;
}

/** One network being trained. Everything readable on it belongs to the same update. */
export interface Trainer {
  /** n: how many optimizer steps led here. */
  readonly update: number;
  readonly learningRate: number;
  /** Flat, laid out by `parameterLayout`; live, to be copied by whoever keeps it. */
  readonly parameters: Float64Array;
  /** Of the mean loss, before clipping; live. */
  readonly gradient: Float64Array;
  /** Forward passes of this update's batch with this update's parameters; live. */
  readonly traces: readonly Trace[];
  /** Mean cross-entropy in nats per target of the batch. */
  readonly loss: number;
  /** How many targets have the largest logit, the first of equal ones. */
  readonly correct: number;
  readonly targets: number;
  /** Global L2 norm of the gradient before clipping. */
  readonly gradientNorm: number;
  /** Applies the gradient, then forward and backward at update n+1. Throws DivergenceError. */
  step(): void;
  setLearningRate(learningRate: number): void;
  save(): Checkpoint;
  /** Throws DivergenceError, and changes nothing, when the checkpoint's loss is not usable. */
  restore(checkpoint: Checkpoint): void;
}

export interface TrainerOptions {
  readonly model: ModelConfig;
  readonly training: TrainingConfig;
  /** A whole number from 0 to 2³² − 1. */
  readonly seed: number;
  readonly examples: readonly Example[];
}

/** Updates between two copies to go back to: a copy of each update would cost more than a small network's step. */
const RECOVERY_INTERVAL = 64;

/**
 * @throws {RangeError} when an option is out of range or an example does not fit the model.
 * @throws {DivergenceError} when the loss is not usable from the start.
 */
export function createTrainer({ model, training, seed, examples }: TrainerOptions): Trainer {
  checkModel(model);
  checkTraining(training);
  checkInteger('seed', seed, 0, 4294967295);
  if (examples.length === 0) throw new RangeError('training needs at least one example');
  const sequences = examples.map((example) => prepareSequence(example, model));
  const silent = sequences.findIndex(({ targetCount }) => targetCount === 0);
  if (silent >= 0) throw new RangeError(`example ${silent} has no target`);

  const optimizer = OPTIMIZERS[training.optimizer];
  const P = countParameters(model);
  const values = new Float64Array((1 + optimizer.moments) * P + optimizer.extras.length);
  values.set(optimizer.extras, (1 + optimizer.moments) * P);
  const parameters = values.subarray(0, P);
  initializeParameters(parameters, model, seed);
  const recovery = { update: 0, values: values.slice() };

  const network = createNetwork(model, parameters);
  const gradient = new Float64Array(P);
  const gradients = createGradients(model, Math.max(...sequences.map(({ timesteps }) => timesteps)));
  const options: BackpropagationOptions = {
    truncation: training.truncation,
    lossRuns: null,
    finalState: null,
  };
  const batches = createBatches(sequences.length, training.batchSize, seed);
  /** By place in the batch, then by length. */
  const recordings: Map<number, Recording>[] = [];
  const traces: Trace[] = [];

  let update = 0;
  let learningRate = training.learningRate;
  let loss = 0;
  let correct = 0;
  let targets = 0;
  let gradientNorm = 0;

  function recordingFor(place: number, timesteps: number): Recording {
    if (place === recordings.length) recordings.push(new Map());
    const known = recordings[place].get(timesteps);
    if (known !== undefined) return known;
    const created = createRecording(model, timesteps);
    recordings[place].set(timesteps, created);
    return created;
  }

  /** Forward and backward over the batch of the present update. */
  function evaluate(): void {
    batches.moveTo(update);
    const { order, from, to } = batches;
    targets = 0;
    for (let place = from; place < to; place++) targets += sequences[order[place]].targetCount;
    loss = 0;
    correct = 0;
    gradient.fill(0);
    traces.length = to - from;
    for (let place = 0; place < to - from; place++) {
      const sequence = sequences[order[from + place]];
      const recording = recordingFor(place, sequence.timesteps);
      traces[place] = recording.trace;
      forward(network, sequence, recording, null);
      backpropagate(network, sequence, recording, gradients, 1 / targets, options);
      addParameterGradients(network, sequence, recording, gradients, gradient);
      count(sequence.targets, recording.trace);
    }
    loss /= targets;
    gradientNorm = norm(gradient);
  }

  function count(wanted: Int32Array, { losses, logits }: Trace): void {
    const V = model.outputSize;
    for (let t = 0; t < wanted.length; t++) {
      if (wanted[t] < 0) continue;
      loss += losses[t];
      if (argmax(logits, t * V, V) === wanted[t]) correct += 1;
    }
  }

  function isUsable(): boolean {
    return loss <= MAX_LOSS && gradientNorm < Number.POSITIVE_INFINITY;
  }

  function advance(): void {
    if (training.clipNorm !== null) clip(gradient, gradientNorm, training.clipNorm);
    optimizer.update(values, gradient, learningRate);
    update += 1;
    evaluate();
  }

  function keepRecovery(): void {
    recovery.update = update;
    recovery.values.set(values);
  }

  function save(): Checkpoint {
    return { update, learningRate, values: values.slice() };
  }

  function load(checkpoint: Checkpoint): void {
    update = checkpoint.update;
    learningRate = checkpoint.learningRate;
    values.set(checkpoint.values);
    evaluate();
  }

  evaluate();
  if (!isUsable()) throw new DivergenceError(0, loss, null);

  return {
    get update() {
      return update;
    },
    get learningRate() {
      return learningRate;
    },
    parameters,
    gradient,
    traces,
    get loss() {
      return loss;
    },
    get correct() {
      return correct;
    },
    get targets() {
      return targets;
    },
    get gradientNorm() {
      return gradientNorm;
    },
    step() {
      if (update % RECOVERY_INTERVAL === 0) keepRecovery();
      advance();
      if (isUsable()) return;
      const failed = { update, loss };
      load({ ...recovery, learningRate });
      while (update < failed.update - 1) advance();
      throw new DivergenceError(failed.update, failed.loss, save());
    },
    setLearningRate(value) {
      checkLearningRate(value);
      learningRate = value;
      keepRecovery();
    },
    save,
    restore(checkpoint) {
      checkInteger('update', checkpoint.update, 0, Number.MAX_SAFE_INTEGER);
      checkLearningRate(checkpoint.learningRate);
      if (checkpoint.values.length !== values.length) {
        throw new RangeError(
          `a checkpoint of ${checkpoint.values.length} numbers instead of ${values.length}`,
        );
      }
      const before = save();
      load(checkpoint);
      if (isUsable()) {
        keepRecovery();
        return;
      }
      const failed = { update, loss };
      load(before);
      throw new DivergenceError(failed.update, failed.loss, before);
    },
  };
}
