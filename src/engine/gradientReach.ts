/**
 * Itemised backpropagation through time: what one loss alone says to every earlier state. The ordinary backward
 * pass sees only the sum over all losses, in which the reach of a single one cannot be told any more.
 */
import { type Ablation, NO_ABLATION } from './ablation.ts';
import { backpropagate, createGradients, type Gradients } from './backpropagation.ts';
import type { Example } from './example.ts';
import type { ModelConfig } from './model.ts';
import { ablate, createNetwork, forward } from './network.ts';
import { createRecording } from './recording.ts';
import { prepareSequence } from './sequence.ts';
import { checkModel } from './validation.ts';

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

/** Lengths of those gradients for all pairs, of one layer. */
export interface ReachNorms {
  /** ‖∂L_s/∂h_t‖₂: (T·T), row s, column t; zero where t > s and where s has no target. */
  readonly hidden: Float64Array;
  /** ‖∂L_s/∂c_t‖₂ in the same way; null unless LSTM. */
  readonly cellState: Float64Array | null;
}

export interface GradientReach {
  /** By layer, for the loss at timestep s; all zero where s has no target. */
  ofLoss(s: number): readonly StateGradients[];
  /** By layer: T backward passes, O(T²) altogether. */
  norms(): readonly ReachNorms[];
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
  const T = sequence.timesteps;
  const H = model.hiddenSize;
  const network = createNetwork(model, parameters);
  ablate(network, ablation);
  const recording = createRecording(model, T);
  const gradients = createGradients(model, T);
  forward(network, sequence, recording, null);

  /** Leaves the gradient of L_s in `gradients`. */
  function backwardFrom(s: number): Gradients {
    const lossRuns = sequence.targets[s] >= 0 ? Int32Array.of(s, s + 1) : new Int32Array(0);
    backpropagate(network, sequence, recording, gradients, 1, { truncation, lossRuns, finalState: null });
    return gradients;
  }

  return {
    ofLoss(s) {
      return backwardFrom(s).layers.map(({ hidden, cellState }) => ({
        hidden: hidden.slice(H, (T + 1) * H),
        cellState: model.cell === 'lstm' ? cellState.slice(H, (T + 1) * H) : null,
      }));
    },

    norms() {
      const reach = gradients.layers.map(() => ({
        hidden: new Float64Array(T * T),
        cellState: model.cell === 'lstm' ? new Float64Array(T * T) : null,
      }));
      for (let s = 0; s < T; s++) {
        for (const [layer, { hidden, cellState }] of backwardFrom(s).layers.entries()) {
          writeNorms(hidden, H, s, reach[layer].hidden, s * T);
          const row = reach[layer].cellState;
          if (row !== null) writeNorms(cellState, H, s, row, s * T);
        }
      }
      return reach;
    },
  };
}

/** Norms of the states after timesteps 0 … s. */
function writeNorms(states: Float64Array, H: number, s: number, norms: Float64Array, at: number): void {
  for (let t = 0; t <= s; t++) {
    let sum = 0;
    for (let i = (t + 1) * H; i < (t + 2) * H; i++) sum += states[i] * states[i];
    norms[at + t] = Math.sqrt(sum);
  }
}
