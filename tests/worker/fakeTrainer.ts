/** A trainer that computes next to nothing but has everything a real one has, and takes time on a fake clock. */
import {
  type Checkpoint,
  countParameters,
  type createTrainer,
  DivergenceError,
  NO_ABLATION,
  type Trainer,
} from '../../src/engine/index.ts';
import type { RunConfig } from '../../src/worker/protocol.ts';

export interface FakeOptions {
  /** Called for the time (ms) a step takes. */
  readonly spend?: (milliseconds: number) => void;
  readonly stepTime?: number;
  /** Updates at which all targets are right. */
  readonly isRight?: (update: number) => boolean;
  /** Called before each step to a new update; may throw. */
  readonly beforeStep?: (update: number) => void;
  readonly checkpointSize?: number;
  readonly onRestore?: () => void;
}

const TARGETS = 4;
/** Larger weights blow the loss up. */
const USABLE = 1000;

/** State mixes its past, the seed and the learning rate, so that any wrong turn shows in the loss. */
export function createFakeTrainer(options: FakeOptions = {}) {
  const { spend = () => {}, stepTime = 0.01, isRight = () => false, beforeStep = () => {} } = options;
  type Options = Pick<Parameters<typeof createTrainer>[0], 'model' | 'seed' | 'training'>;
  return ({ model, seed, training }: Options): Trainer => {
    let update = 0;
    let learningRate = training.learningRate;
    let ablation = NO_ABLATION;
    const state = new Float64Array(options.checkpointSize ?? countParameters(model));
    state[0] = 0.5 + seed / 1000;

    function trace() {
      return {
        timesteps: 1,
        inputs: Int32Array.of(0),
        layers: [{ hidden: state.slice(), cellState: null }],
        gates: [state.slice()],
        logits: state.slice(),
        losses: Float64Array.of(state[0]),
      };
    }

    return {
      get update() {
        return update;
      },
      get learningRate() {
        return learningRate;
      },
      get ablation() {
        return ablation;
      },
      get values() {
        return state;
      },
      get parameters() {
        return state;
      },
      get gradient() {
        return state;
      },
      get traces() {
        return [trace()];
      },
      example: 0,
      get loss() {
        return state[0];
      },
      get correct() {
        return isRight(update) ? TARGETS : update % TARGETS;
      },
      targets: TARGETS,
      get gradientNorm() {
        return state[0] * 2;
      },
      step() {
        beforeStep(update + 1);
        spend(stepTime);
        update++;
        const taken =
          (ablation.recurrenceCut ? 0.1 : 0) + (ablation.frozen.length + (ablation.held?.length ?? 0)) / 10;
        state[0] = (state[0] * 3.7 * (1 - state[0]) + learningRate + taken) % 1;
      },
      pass: () => null,
      explainStep({ rows, columns }) {
        const nothing = new Float64Array(rows * columns);
        return { carried: nothing, scale: nothing.slice(), clipping: 1, rounding: null };
      },
      setLearningRate(value) {
        learningRate = value;
      },
      setAblation(next) {
        ablation = next;
      },
      setParameter(index, value) {
        if (Math.abs(value) > USABLE) throw new DivergenceError(update, Math.abs(value), null);
        state[index] = value;
      },
      save: () => ({ update, learningRate, ablation, values: state.slice() }),
      restore(checkpoint: Checkpoint) {
        options.onRestore?.();
        ({ update, learningRate, ablation } = checkpoint);
        state.set(checkpoint.values);
      },
    };
  };
}

/** "hello" as the engine reads it: h, e, l, l → e, l, l, o with indices in order of first appearance. */
export function helloConfig(overrides: Partial<RunConfig> = {}): RunConfig {
  return {
    model: { cell: 'rnn', nonlinearity: 'tanh', inputSize: 4, hiddenSize: 3, layers: 1, outputSize: 4 },
    training: { optimizer: 'adam', learningRate: 0.01, clipNorm: null, truncation: null, batchSize: null },
    seed: 1,
    examples: [{ inputs: [0, 1, 2, 2], targets: [1, 2, 2, 3] }],
    interventions: [],
    ...overrides,
  };
}
