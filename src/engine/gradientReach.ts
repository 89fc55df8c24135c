/**
 * Itemised backpropagation through time: what one loss alone says to every earlier state. The ordinary backward
 * pass sees only the sum over all losses, in which the reach of a single one cannot be told any more.
 */
import { type Ablation, NO_ABLATION } from './ablation.ts';
import { backpropagate, createGradients, type Gradients } from './backpropagation.ts';
import { type AddUse, type Pass, usesOf } from './contributions.ts';
import type { Example } from './example.ts';
import type { ModelConfig } from './model.ts';
import { ablate, createNetwork, forward } from './network.ts';
import { clearNumbers, createNumbers } from './numbers.ts';
import type { ParameterView } from './parameters.ts';
import { createRecording } from './recording.ts';
import { prepareSequence } from './sequence.ts';
import { checkInteger, checkModel } from './validation.ts';

export interface GradientReachOptions {
  readonly model: ModelConfig;
  /** Laid out by `parameterLayout`. */
  readonly parameters: Float64Array;
  readonly example: Example;
  /** The BPTT window k of TrainingConfig. */
  readonly truncation: number | null;
  /** What is taken out of the network; nothing unless given. */
  readonly ablation?: Ablation;
}

/** The gradient of one loss with respect to the states of one layer. */
export interface StateGradients {
  /** ∂L_s/∂h_t: (T·H), row t for the state after timestep t; zero where t > s. */
  readonly hidden: Float64Array;
  /** ∂L_s/∂c_t: (T·H), what passes through h_t included; null unless LSTM. */
  readonly cellState: Float64Array | null;
}

/** Lengths of those gradients for all pairs of n timesteps, of one layer. */
export interface ReachNorms {
  /** ‖∂L_s/∂h_t‖₂: (n·n), row s, column t; zero where t > s and where s has no target. */
  readonly hidden: Float64Array;
  /** ‖∂L_s/∂c_t‖₂ in the same way; null unless LSTM. */
  readonly cellState: Float64Array | null;
}

/** Rows of the triangle that fill as `walk` goes on. */
export interface ReachWalk {
  readonly rows: readonly ReachNorms[];
  readonly walk: Iterator<void>;
}

export interface GradientReach {
  /** By layer, for the loss at timestep s; all zero where s has no target. */
  ofLoss(s: number): readonly StateGradients[];
  /** By layer, for losses and states at timesteps from ≤ s, t < to: n backward passes, O(n·to) altogether. */
  norms(from?: number, to?: number): readonly ReachNorms[];
  /**
   * Single losses from the last one up, each followed back over `depth` timesteps, its own included: a row for each as
   * in `norms`, but (n·T), and not a number where it is not or not yet computed. Nothing is computed before `walk` is
   * asked to go on; it then stops after every `stride` timesteps, so that there is time for something else.
   */
  follow(losses: Int32Array, depth: number, stride: number): ReachWalk;
  /**
   * The gradient of the example's mean loss with respect to one matrix or bias, as what its use at each timestep
   * from ≤ t < to gives to it: ((to − from)·rows·columns). Summed over all T it is the gradient a trainer has.
   */
  contributions(view: ParameterView, from?: number, to?: number): Float64Array;
  /** The sum of those of timesteps from ≤ t < to: (rows·columns). */
  contributionSum(view: ParameterView, from: number, to: number): Float64Array;
}

/**
 * One forward pass with the given parameters, to take gradients of its single losses from.
 *
 * @throws {RangeError} when example, parameters or ablation do not fit the model.
 */
export function createGradientReach(options: GradientReachOptions): GradientReach {
  const { model, parameters, example, truncation, ablation = NO_ABLATION } = options;
  checkModel(model);
  const sequence = prepareSequence(example, model);
  const network = createNetwork(model, parameters);
  ablate(network, ablation);
  const recording = createRecording(model, sequence.timesteps);
  forward(network, sequence, recording, null);
  /** Several questions about the mean loss cost one backward pass. */
  let gradients: Gradients | null = null;
  function ofMeanLoss(): Gradients {
    if (gradients === null) {
      gradients = createGradients(model, sequence.timesteps);
      const all = { truncation, lossRuns: null, finalState: null };
      backpropagate(network, sequence, recording, gradients, 1 / Math.max(sequence.targetCount, 1), all);
    }
    return gradients;
  }
  return itemise({ network, sequence, recording }, truncation, ofMeanLoss);
}

/** The same of a pass that was made already, such as a trainer's: true as long as its memory holds that pass. */
export function gradientReachOf(pass: Pass, truncation: number | null): GradientReach {
  return itemise(pass, truncation, () => pass.gradients);
}

function itemise(
  { network, sequence, recording }: Omit<Pass, 'gradients'>,
  truncation: number | null,
  ofMeanLoss: () => Gradients,
): GradientReach {
  const { model } = network;
  const T = sequence.timesteps;
  const H = model.hiddenSize;
  /** Of a single loss. */
  let single: Gradients | null = null;

  /** The gradient of L_s with respect to the states from `first` on, until the next one. */
  function backwardFrom(s: number, first = 0): Gradients {
    const options = { truncation, lossRuns: runOf(s), finalState: null, first };
    single ??= createGradients(model, T);
    backpropagate(network, sequence, recording, single, 1, options);
    return single;
  }

  /** Memory of its own, because the other questions may come in between. */
  function* walkBack(
    losses: Int32Array,
    depth: number,
    stride: number,
    rows: readonly ReachNorms[],
  ): Generator<void> {
    const own = createGradients(model, T);
    for (let row = losses.length - 1; row >= 0; row--) {
      const s = losses[row];
      const end = Math.max(0, s + 1 - depth);
      for (let before = s + 1; before > end; before -= stride) {
        const first = Math.max(end, before - stride);
        const goesOn = before <= s ? before : undefined;
        const options = { truncation, lossRuns: runOf(s), finalState: null, first, before: goesOn };
        backpropagate(network, sequence, recording, own, 1, options);
        for (const [layer, { hidden, cellState }] of own.layers.entries()) {
          writeNorms(hidden, H, first, before - 1, rows[layer].hidden, row * T + first);
          const ofCell = rows[layer].cellState;
          if (ofCell !== null) writeNorms(cellState, H, first, before - 1, ofCell, row * T + first);
        }
        yield;
      }
    }
  }

  /** The loss at timestep s alone, where there is one. */
  function runOf(s: number): Int32Array {
    return sequence.targets[s] >= 0 ? Int32Array.of(s, s + 1) : new Int32Array(0);
  }

  /** The uses of a view after the backward pass from the mean of all losses. */
  function usesInMeanLoss(view: ParameterView, from: number, to: number): AddUse {
    checkInteger('from', from, 0, T);
    checkInteger('to', to, from, T);
    return usesOf(view, { network, sequence, recording, gradients: ofMeanLoss() });
  }

  return {
    contributions(view, from = 0, to = T) {
      const addUse = usesInMeanLoss(view, from, to);
      const size = view.rows * view.columns;
      const contributions = new Float64Array((to - from) * size);
      const use = createNumbers(size);
      for (let t = from; t < to; t++) {
        clearNumbers(use);
        addUse(t, use);
        contributions.set(use, (t - from) * size);
      }
      return contributions;
    },

    contributionSum(view, from, to) {
      const addUse = usesInMeanLoss(view, from, to);
      const sum = createNumbers(view.rows * view.columns);
      for (let t = from; t < to; t++) addUse(t, sum);
      return Float64Array.from(sum);
    },

    ofLoss(s) {
      return backwardFrom(s).layers.map(({ hidden, cellState }) => ({
        hidden: hidden.slice(H, (T + 1) * H),
        cellState: model.cell === 'lstm' ? cellState.slice(H, (T + 1) * H) : null,
      }));
    },

    norms(from = 0, to = T) {
      const n = to - from;
      const reach = recording.layers.map(() => ({
        hidden: new Float64Array(n * n),
        cellState: model.cell === 'lstm' ? new Float64Array(n * n) : null,
      }));
      for (let s = from; s < to; s++) {
        const at = (s - from) * n;
        for (const [layer, { hidden, cellState }] of backwardFrom(s, from).layers.entries()) {
          writeNorms(hidden, H, from, s, reach[layer].hidden, at);
          const row = reach[layer].cellState;
          if (row !== null) writeNorms(cellState, H, from, s, row, at);
        }
      }
      return reach;
    },

    follow(losses, depth, stride) {
      const row = (s: number) => Float64Array.from({ length: T }, (_, t) => (t <= s ? Number.NaN : 0));
      const unknown = () => {
        const norms = new Float64Array(losses.length * T);
        for (const [index, s] of losses.entries()) norms.set(row(s), index * T);
        return norms;
      };
      const rows = recording.layers.map(() => ({
        hidden: unknown(),
        cellState: model.cell === 'lstm' ? unknown() : null,
      }));
      return { rows, walk: walkBack(losses, depth, stride, rows) };
    },
  };
}

/** Norms of the states after timesteps from … s, from `at` on. */
function writeNorms(
  states: Float64Array,
  H: number,
  from: number,
  s: number,
  norms: Float64Array,
  at: number,
): void {
  for (let t = from; t <= s; t++) {
    let sum = 0;
    for (let i = (t + 1) * H; i < (t + 2) * H; i++) sum += states[i] * states[i];
    norms[at + t - from] = Math.sqrt(sum);
  }
}
