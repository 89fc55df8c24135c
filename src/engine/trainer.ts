import { type Ablation, checkAblation, NO_ABLATION } from './ablation.ts';
import { clip, clippingFactor } from './clipping.ts';
import type { Pass } from './contributions.ts';
import { DivergenceError, MAX_LOSS } from './divergence.ts';
import { createEvaluation } from './evaluation.ts';
import type { Example } from './example.ts';
import type { ModelConfig } from './model.ts';
import { ablate, createNetwork } from './network.ts';
import type { Numbers } from './numbers.ts';
import { OPTIMIZERS } from './optimizers.ts';
import { countParameters, initializeParameters, type ParameterView } from './parameters.ts';
import { isSinglePrecision, roundToSingle } from './precision.ts';
import type { FullTrace } from './trace.ts';
import type { TrainingConfig } from './training.ts';
import { checkInteger, checkLearningRate, checkModel, checkTraining } from './validation.ts';

/** The complete state of a trainer at one update: restoring it continues with the same bits. */
export interface Checkpoint {
  /** n: how many optimizer steps led here. */
  readonly update: number;
  readonly learningRate: number;
  /** What is taken out of the network. */
  readonly ablation: Ablation;
  /** Parameters, then what the optimizer remembers. */
  readonly values: Float64Array;
}

/** The change of one matrix or bias that the next step makes, linear in its gradient: ΔW = carried + scale ⊙ g. */
export interface StepExplanation {
  /** What earlier steps left to be done, such as momentum: (rows·columns). */
  readonly carried: Float64Array;
  /** What each entry of `Trainer.gradient` is multiplied by, clipping included: (rows·columns). */
  readonly scale: Float64Array;
  /** What clipping multiplies the whole gradient by; 1 where it leaves it. */
  readonly clipping: number;
  /** The most by which rounding the new numbers to single precision changes one; null where nothing is rounded. */
  readonly rounding: number | null;
}

/**
 * One network being trained. Everything readable on it belongs to the same update. It is a checkpoint itself, whose
 * `values` are live, to be copied by whoever keeps them.
 */
export interface Trainer extends Checkpoint {
  /** Flat, laid out by `parameterLayout`: those in `values`. */
  readonly parameters: Float64Array;
  /** Of the mean loss, before clipping; live. */
  readonly gradient: Numbers;
  /** Forward passes of this update's batch with this update's parameters; live. */
  readonly traces: readonly FullTrace[];
  /** Index of the example that `traces[0]` is of. */
  readonly example: number;
  /** Mean cross-entropy in nats per target of the batch. */
  readonly loss: number;
  /** How many targets have the largest logit, the first of equal ones. */
  readonly correct: number;
  readonly targets: number;
  /** Global L2 norm of the gradient before clipping. */
  readonly gradientNorm: number;
  /** Applies the gradient, then forward and backward at update n+1. Throws DivergenceError. */
  step(): void;
  /** The forward and backward pass that led to loss and gradient, live; null where it is not kept as one. */
  pass(): Pass | null;
  /** What `step` is going to do to one matrix or bias. */
  explainStep(view: ParameterView): StepExplanation;
  setLearningRate(learningRate: number): void;
  /**
   * Takes parts out of the network or puts them back: loss, traces and gradient are those of the same update again.
   * Throws RangeError or DivergenceError, and changes nothing, when a unit does not exist or the loss is not usable.
   */
  setAblation(ablation: Ablation): void;
  /** Gives one parameter another value, in the same way; `index` into `parameters`. */
  setParameter(index: number, value: number): void;
  /** A copy of the present moment. */
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
  /** What is taken out of the network from the start; nothing unless given. */
  readonly ablation?: Ablation;
}

/** Updates between two copies to go back to: a copy of each update would cost more than a small network's step. */
const RECOVERY_INTERVAL = 64;

/**
 * @throws {RangeError} when an option is out of range or an example does not fit the model.
 * @throws {DivergenceError} when the loss is not usable from the start.
 */
export function createTrainer(options: TrainerOptions): Trainer {
  const { model, training, seed, examples, ablation = NO_ABLATION } = options;
  checkModel(model);
  checkTraining(training);
  checkInteger('seed', seed, 0, 4294967295);

  const optimizer = OPTIMIZERS[training.optimizer];
  const P = countParameters(model);
  const numbers = (1 + optimizer.moments) * P;
  const values = new Float64Array(numbers + optimizer.extras.length);
  values.set(optimizer.extras, numbers);
  const parameters = values.subarray(0, P);
  initializeParameters(parameters, model, seed);
  const isSingle = isSinglePrecision(P);

  const network = createNetwork(model, parameters);
  ablate(network, ablation);
  const evaluation = createEvaluation(network, examples, training, seed);
  const { gradient } = evaluation;
  const recovery = { update: 0, values: values.slice() };
  let update = 0;
  let learningRate = training.learningRate;

  function isUsable(): boolean {
    return evaluation.loss <= MAX_LOSS && evaluation.gradientNorm < Number.POSITIVE_INFINITY;
  }

  function advance(): void {
    if (training.clipNorm !== null) clip(gradient, evaluation.gradientNorm, training.clipNorm);
    optimizer.update(values, gradient, learningRate);
    if (isSingle) roundToSingle(values, numbers);
    update += 1;
    evaluation.evaluate(update);
  }

  function explainStep({ offset, rows, columns }: ParameterView): StepExplanation {
    const { clipNorm } = training;
    const clipping = clipNorm === null ? 1 : clippingFactor(evaluation.gradientNorm, clipNorm);
    const carried = new Float64Array(rows * columns);
    const scale = new Float64Array(rows * columns);
    let rounding = 0;
    for (let k = 0, i = offset; k < carried.length; k++, i++) {
      const g = gradient[i] * clipping;
      const change = optimizer.explain(values, P, i, g, learningRate);
      carried[k] = change.carried;
      scale[k] = change.scale * clipping;
      const next = values[i] + change.carried + change.scale * g;
      rounding = Math.max(rounding, Math.abs(Math.fround(next) - next));
    }
    return { carried, scale, clipping, rounding: isSingle ? rounding : null };
  }

  function keepRecovery(): void {
    recovery.update = update;
    recovery.values.set(values);
  }

  function save(): Checkpoint {
    return { update, learningRate, ablation: network.ablation, values: values.slice() };
  }

  function load(checkpoint: Checkpoint): void {
    update = checkpoint.update;
    learningRate = checkpoint.learningRate;
    ablate(network, checkpoint.ablation);
    values.set(checkpoint.values);
  }

  function goBackTo(lastGood: Checkpoint, toUpdate: number): DivergenceError {
    const failed = { update, loss: evaluation.loss };
    load(lastGood);
    evaluation.evaluate(update);
    while (update < toUpdate) advance();
    return new DivergenceError(failed.update, failed.loss, save());
  }

  /** Makes a change at this update, or leaves everything as it was when the loss is not usable with it. */
  function attempt(change: () => void): void {
    const before = save();
    change();
    evaluation.evaluate(update);
    if (!isUsable()) throw goBackTo(before, before.update);
    keepRecovery();
  }

  evaluation.evaluate(update);
  if (!isUsable()) throw new DivergenceError(update, evaluation.loss, null);

  return {
    get update() {
      return update;
    },
    get learningRate() {
      return learningRate;
    },
    get ablation() {
      return network.ablation;
    },
    values,
    parameters,
    gradient,
    traces: evaluation.traces,
    get example() {
      return evaluation.example;
    },
    get loss() {
      return evaluation.loss;
    },
    get correct() {
      return evaluation.correct;
    },
    get targets() {
      return evaluation.targets;
    },
    get gradientNorm() {
      return evaluation.gradientNorm;
    },
    step() {
      if (update % RECOVERY_INTERVAL === 0) keepRecovery();
      advance();
      if (!isUsable()) throw goBackTo({ ...recovery, learningRate, ablation: network.ablation }, update - 1);
    },
    pass: evaluation.pass,
    explainStep,
    setLearningRate(value) {
      checkLearningRate(value);
      learningRate = value;
      keepRecovery();
    },
    setAblation(value) {
      attempt(() => ablate(network, value));
    },
    setParameter(index, value) {
      checkInteger('index', index, 0, P - 1);
      if (!Number.isFinite(value)) throw new RangeError(`a parameter must be a number, not ${value}`);
      attempt(() => {
        parameters[index] = isSingle ? Math.fround(value) : value;
      });
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
      checkAblation(checkpoint.ablation, model);
      attempt(() => load(checkpoint));
    },
  };
}
