/** Backpropagation through time (Werbos 1990) over the forward pass in a recording. */
import { clearUnits } from './ablation.ts';
import type { LayerGradients } from './cells/cell.ts';
import {
  addOneHotProducts,
  addOuterProducts,
  addProduct,
  addSum,
  addTransposed,
  clear,
  transpose,
} from './kernels.ts';
import { GATES, type ModelConfig } from './model.ts';
import type { Network } from './network.ts';
import { copyNumbers, createNumbers, type Numbers } from './numbers.ts';
import type { Recording } from './recording.ts';
import { createRows, type Rows } from './rows.ts';
import type { Phase, Sequence } from './sequence.ts';
import type { State } from './state.ts';

/** Weights and timesteps from which on the products with a W_hh pay for a transposed copy of it. */
const LARGE_MATRIX = 16_384;
const MANY_TIMESTEPS = 16;

/** Gradients of one loss with respect to everything a network computed on a sequence; reused for many. */
export interface Gradients {
  readonly layers: readonly LayerGradients[];
  /** ∂L/∂y_t, meaningful where there is a loss: (T·V). */
  readonly logits: Float64Array;
  /** Memory for W_hhᵀ (H × G·H) of the layer at work, empty where a copy gains nothing. */
  readonly transposed: Rows;
  /** Memory for what that is multiplied with: (G·H). */
  readonly sums: Numbers;
  /** Runs of timesteps with a loss, as in Sequence. */
  lossRuns: Int32Array;
  /** How many timesteps have a gradient: those up to the last loss. */
  timesteps: number;
}

/** Memory for sequences of up to `timesteps` timesteps. */
export function createGradients(model: ModelConfig, timesteps: number): Gradients {
  const { cell, hiddenSize: H, outputSize: V } = model;
  const layers = Array.from({ length: model.layers }, (): LayerGradients => {
    const inputSum = new Float64Array(timesteps * GATES[cell] * H);
    return {
      hidden: new Float64Array((timesteps + 2) * H),
      cellState: new Float64Array(cell === 'lstm' ? (timesteps + 2) * H : 0),
      inputSum,
      hiddenSum: cell === 'gru' ? new Float64Array(inputSum.length) : inputSum,
    };
  });
  const gateRows = GATES[cell] * H;
  const isCopied = gateRows * H >= LARGE_MATRIX && timesteps >= MANY_TIMESTEPS;
  return {
    layers,
    logits: new Float64Array(timesteps * V),
    transposed: isCopied ? createRows(H, gateRows) : [],
    sums: createNumbers(isCopied ? gateRows : 0),
    lossRuns: new Int32Array(0),
    timesteps: 0,
  };
}

export interface BackpropagationOptions {
  /** Window k: nothing flows from timestep t to t − 1 ≥ 0 where t is a multiple of k; null for all. */
  readonly truncation: number | null;
  /** Which losses count, as runs of timesteps with a target; null for all of the sequence. */
  readonly lossRuns: Int32Array | null;
  /** Gradient that arrives at the state after the last timestep from outside, or null. */
  readonly finalState: State | null;
  /** The earliest timestep of interest, 0 unless given: nothing is computed for those before. */
  readonly first?: number;
  /** Goes on where a pass with this one as its `first` ended, instead of beginning at the last loss. */
  readonly before?: number | undefined;
}

/**
 * Fills `gradients` for L = scale · (sum of the losses). Row 0 of the states then holds the gradient with respect
 * to the initial state.
 */
export function backpropagate(
  network: Network,
  sequence: Sequence,
  recording: Recording,
  gradients: Gradients,
  scale: number,
  options: BackpropagationOptions,
): void {
  if (options.before === undefined) begin(network, sequence, recording, gradients, scale, options);
  for (let layer = gradients.layers.length - 1; layer >= 0; layer--) {
    backwardThroughTime(network, layer, sequence, recording, gradients, options);
    if (layer > 0) backwardToLayerBelow(network, layer, sequence, gradients, options);
  }
}

/** Clears what an earlier pass left, and takes the gradients that arrive from outside: of the losses and the last state. */
function begin(
  network: Network,
  sequence: Sequence,
  recording: Recording,
  gradients: Gradients,
  scale: number,
  options: BackpropagationOptions,
): void {
  const { finalState } = options;
  const lossRuns = options.lossRuns ?? sequence.targetRuns;
  gradients.lossRuns = lossRuns;
  const lastLoss = lossRuns.length === 0 ? 0 : lossRuns[lossRuns.length - 1];
  gradients.timesteps = finalState === null ? lastLoss : sequence.timesteps;
  for (let layer = 0; layer < gradients.layers.length; layer++) {
    const { hidden, cellState } = gradients.layers[layer];
    const size = (sequence.timesteps + 2) * network.model.hiddenSize;
    clear(hidden, size);
    if (cellState.length > 0) clear(cellState, size);
  }
  if (finalState !== null) addFinalState(network.model, sequence.timesteps, gradients, finalState);
  backwardOutput(network, recording, gradients, scale);
}

function addFinalState(model: ModelConfig, timesteps: number, gradients: Gradients, final: State): void {
  const H = model.hiddenSize;
  for (const [layer, { hidden, cellState }] of gradients.layers.entries()) {
    for (let j = 0; j < H; j++) hidden[timesteps * H + j] += final.hidden[layer * H + j];
    if (final.cellState === null) continue;
    for (let j = 0; j < H; j++) cellState[timesteps * H + j] += final.cellState[layer * H + j];
  }
}

function backwardOutput(network: Network, recording: Recording, gradients: Gradients, scale: number): void {
  const { outputRows, model } = network;
  const { hiddenSize: H, outputSize: V } = model;
  const { hidden } = gradients.layers[model.layers - 1];
  const { logits, lossRuns } = gradients;
  for (let run = 0; run < lossRuns.length; run += 2) {
    const from = lossRuns[run];
    const to = lossRuns[run + 1];
    for (let i = from * V; i < to * V; i++) logits[i] = scale * recording.logitGradient[i];
    addTransposed(hidden, (from + 1) * H, outputRows, logits, from * V, to - from);
  }
}

function backwardThroughTime(
  network: Network,
  layer: number,
  sequence: Sequence,
  recording: Recording,
  gradients: Gradients,
  { truncation, first = 0, before = gradients.timesteps }: BackpropagationOptions,
): void {
  const { gateRows, cell, ablation } = network;
  const { transposed, sums } = gradients;
  const { phases } = sequence;
  const frozen = network.frozen[layer];
  const H = network.model.hiddenSize;
  const values = recording.layers[layer];
  const own = gradients.layers[layer];
  const outside = sequence.timesteps + 1;
  for (let phase = phases.length - 1; phase >= 0; phase--) {
    const { from, to, base } = phases[phase];
    const { hiddenRows } = network.layers[base + layer];
    const start = Math.max(from, first);
    const end = Math.min(to, before);
    const isTransposed = transposed.length > 0 && end - start >= MANY_TIMESTEPS;
    if (isTransposed) transpose(transposed, hiddenRows);
    for (let t = end - 1; t >= start; t--) {
      const isTruncated = truncation !== null && t > 0 && t % truncation === 0;
      const isCut = isTruncated || ablation.recurrenceCut;
      clearFrozen(own, t + 1, H, frozen);
      cell.backward(t, ablation.recurrenceCut ? outside : t, isCut ? outside : t, H, values, own);
      if (isCut) continue;
      const sum = t * gateRows;
      if (!isTransposed) {
        addTransposed(own.hidden, t * H, hiddenRows, own.hiddenSum, sum, 1);
        continue;
      }
      copyNumbers(sums, own.hiddenSum, sum);
      addProduct(own.hidden, t * H, transposed, sums);
    }
  }
  clearFrozen(own, 0, H, frozen);
}

/** Nothing flows through a unit that is held. */
function clearFrozen(
  { hidden, cellState }: LayerGradients,
  row: number,
  H: number,
  frozen: Int32Array,
): void {
  clearUnits(hidden, row, H, frozen);
  if (cellState.length > 0) clearUnits(cellState, row, H, frozen);
}

function backwardToLayerBelow(
  network: Network,
  layer: number,
  { phases }: Sequence,
  gradients: Gradients,
  { first = 0, before = gradients.timesteps }: BackpropagationOptions,
): void {
  const { gateRows } = network;
  const { hidden } = gradients.layers[layer - 1];
  const { inputSum } = gradients.layers[layer];
  for (let phase = 0; phase < phases.length; phase++) {
    const { columns, inputRows } = network.layers[phases[phase].base + layer];
    const from = Math.max(phases[phase].from, first);
    const count = Math.min(phases[phase].to, before) - from;
    const at = from * gateRows;
    const below = (from + 1) * columns;
    addTransposed(hidden, below, inputRows, inputSum, at, count);
  }
}

/** Adds to `flat`, laid out like the parameters, what `backpropagate` found: sums over all timesteps. */
export function addParameterGradients(
  network: Network,
  sequence: Sequence,
  recording: Recording,
  gradients: Gradients,
  flat: Numbers,
): void {
  const { hiddenSize: H, outputSize: V, layers } = network.model;
  const { lossRuns } = gradients;
  for (let phase = 0; phase < sequence.phases.length; phase++) {
    for (let layer = 0; layer < layers; layer++) {
      addLayerGradients(network, layer, sequence, sequence.phases[phase], recording, gradients, flat);
    }
  }
  const { hiddenRows } = recording.layers[layers - 1];
  for (let run = 0; run < lossRuns.length; run += 2) {
    const from = lossRuns[run];
    const count = lossRuns[run + 1] - from;
    const at = from * V;
    addOuterProducts(flat, network.outputWeight, V, H, gradients.logits, at, hiddenRows, from + 1, count);
    addSum(flat, network.outputBias, V, gradients.logits, at, count);
  }
}

/** Of the weights that a layer uses in a phase. */
function addLayerGradients(
  network: Network,
  layer: number,
  sequence: Sequence,
  { from, to, base }: Phase,
  recording: Recording,
  gradients: Gradients,
  flat: Numbers,
): void {
  const { gateRows, ablation } = network;
  const { columns, inputWeight, hiddenWeight, inputBias, hiddenBias } = network.layers[base + layer];
  const { inputSum, hiddenSum } = gradients.layers[layer];
  const { hiddenRows } = recording.layers[layer];
  const H = network.model.hiddenSize;
  const end = Math.min(to, gradients.timesteps);
  const count = end - from;
  const at = from * gateRows;
  if (layer === 0) {
    addOneHotProducts(flat, inputWeight, gateRows, columns, inputSum, recording.trace.inputs, end, from);
    for (let i = 0; i < sequence.dense.length; i++) {
      const { t, x } = sequence.dense[i];
      if (t < from || t >= end) continue;
      addOuterProducts(flat, inputWeight, gateRows, columns, inputSum, t * gateRows, x, 0, 1);
    }
  } else {
    const below = recording.layers[layer - 1].hiddenRows;
    addOuterProducts(flat, inputWeight, gateRows, columns, inputSum, at, below, from + 1, count);
  }
  if (!ablation.recurrenceCut) {
    addOuterProducts(flat, hiddenWeight, gateRows, H, hiddenSum, at, hiddenRows, from, count);
  }
  addSum(flat, inputBias, gateRows, inputSum, at, count);
  addSum(flat, hiddenBias, gateRows, hiddenSum, at, count);
}
