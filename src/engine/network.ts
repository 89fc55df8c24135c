/**
 * The recurrent stack and its output layer: x_t → L layers of cells → y_t = W h_t + b, for t = 1 … T. With a decoder the
 * weights of the stack are others from its first timestep on, and the states pass over.
 * Layer by layer over a block of timesteps, so that all products but W_hh h_{t-1} are made for the whole block.
 */
import {
  type Ablation,
  checkAblation,
  clearUnits,
  frozenByLayer,
  type HeldGate,
  heldByLayer,
  holdGates,
  NO_ABLATION,
} from './ablation.ts';
import { type Cell, type LayerValues, selectCell } from './cells/cell.ts';
import { affine, affineOneHot } from './kernels.ts';
import { argmax, takeLosses } from './loss.ts';
import { GATES, type ModelConfig } from './model.ts';
import { countParameters, type ParameterView, parameterLayout, VIEWS_PER_LAYER } from './parameters.ts';
import type { Recording } from './recording.ts';
import { type Rows, readRow, readRows, rowsOf } from './rows.ts';
import { isOwnOutput, type Sequence } from './sequence.ts';
import type { State } from './state.ts';

/** Where the parameters of one layer of one stack are, and its matrices as the kernels read them. */
export interface LayerParameters {
  /** Of its input: I, or H above the first layer. */
  readonly columns: number;
  readonly inputWeight: number;
  readonly hiddenWeight: number;
  readonly inputBias: number;
  readonly hiddenBias: number;
  readonly inputRows: Rows;
  readonly hiddenRows: Rows;
}

/** A model bound to a parameter buffer, with working memory for one forward pass at a time. */
export interface Network {
  readonly model: ModelConfig;
  readonly parameters: Float64Array;
  readonly cell: Cell;
  /** G·H. */
  readonly gateRows: number;
  /** From the lowest layer up: those of the only stack, or of the encoder and then (from L on) of the decoder. */
  readonly layers: readonly LayerParameters[];
  readonly outputWeight: number;
  readonly outputBias: number;
  readonly outputRows: Rows;
  /** W_hh h_{t-1} + b_hh of the timestep at work: (G·H). */
  readonly hiddenSum: Float64Array;
  /** What is taken out; changed by `ablate`. */
  ablation: Ablation;
  /** Its frozen units, by layer. */
  frozen: readonly Int32Array[];
  /** Its held gates, by layer. */
  held: readonly (readonly HeldGate[])[];
}

/** @throws {RangeError} when the buffer has not the model's size. */
export function createNetwork(model: ModelConfig, parameters: Float64Array): Network {
  if (parameters.length !== countParameters(model)) {
    throw new RangeError(`${parameters.length} parameters for a model of ${countParameters(model)}`);
  }
  const layout = parameterLayout(model);
  const [outputWeight, outputBias] = layout.slice(-2);
  const gateRows = GATES[model.cell] * model.hiddenSize;
  const read = ({ offset, rows, columns }: ParameterView) => rowsOf(parameters, offset, rows, columns);
  return {
    model,
    parameters,
    cell: selectCell(model),
    gateRows,
    layers: Array.from({ length: (layout.length - 2) / VIEWS_PER_LAYER }, (_, index) => {
      const [weight, recurrent, bias, recurrentBias] = layout.slice(VIEWS_PER_LAYER * index);
      return {
        columns: weight.columns,
        inputWeight: weight.offset,
        hiddenWeight: recurrent.offset,
        inputBias: bias.offset,
        hiddenBias: recurrentBias.offset,
        inputRows: read(weight),
        hiddenRows: read(recurrent),
      };
    }),
    outputWeight: outputWeight.offset,
    outputBias: outputBias.offset,
    outputRows: read(outputWeight),
    hiddenSum: new Float64Array(gateRows),
    ablation: NO_ABLATION,
    frozen: frozenByLayer(NO_ABLATION, model.layers),
    held: heldByLayer(NO_ABLATION, model.layers),
  };
}

/** To be called when the parameters have changed, before the next forward pass. */
export function readParameters({ model, parameters, layers, outputRows, outputWeight }: Network): void {
  for (let layer = 0; layer < layers.length; layer++) {
    const { inputRows, inputWeight, hiddenRows, hiddenWeight } = layers[layer];
    if (layer % model.layers > 0) readRows(inputRows, parameters, inputWeight);
    readRows(hiddenRows, parameters, hiddenWeight);
  }
  readRows(outputRows, parameters, outputWeight);
}

/** @throws {RangeError} when a frozen unit or a held gate is not in the model; the network is then as it was. */
export function ablate(network: Network, ablation: Ablation): void {
  checkAblation(ablation, network.model);
  network.ablation = ablation;
  network.frozen = frozenByLayer(ablation, network.model.layers);
  network.held = heldByLayer(ablation, network.model.layers);
}

/**
 * Runs the network over a sequence from `initial` (null for all zero) and takes the losses, into `recording`.
 * Returns how many targets have the largest logit, the first of equal ones.
 */
export function forward(
  network: Network,
  sequence: Sequence,
  recording: Recording,
  initial: State | null,
): number {
  const { blocks, phases } = sequence;
  for (let layer = 0; layer < recording.layers.length; layer++) {
    setInitialState(network, layer, recording.layers[layer], initial);
  }
  for (let block = 0, phase = 0; block + 1 < blocks.length; block++) {
    const from = blocks[block];
    const to = blocks[block + 1];
    if (from === phases[phase].to) phase++;
    const { base } = phases[phase];
    readInputs(network, base, sequence, recording, from, to);
    for (let layer = 0; layer < recording.layers.length; layer++) {
      if (layer > 0) readLayerBelow(network, base, layer, recording, from, to);
      recur(network, base, layer, recording, from, to);
    }
    writeLogits(network, recording, from, to);
  }
  const { logits, losses } = recording.trace;
  return takeLosses(logits, network.model.outputSize, sequence.targets, losses, recording.logitGradient);
}

function setInitialState(network: Network, layer: number, values: LayerValues, initial: State | null): void {
  const H = network.model.hiddenSize;
  for (let j = 0; j < H; j++) values.hidden[j] = initial === null ? 0 : initial.hidden[layer * H + j];
  clearUnits(values.hidden, 0, H, network.frozen[layer]);
  readRow(values.hiddenRows[0], values.hidden, 0);
  if (values.cellState.length === 0) return;
  for (let j = 0; j < H; j++) values.cellState[j] = initial?.cellState ? initial.cellState[layer * H + j] : 0;
  clearUnits(values.cellState, 0, H, network.frozen[layer]);
}

/** W_ih x_t + b_ih of the first layer. */
function readInputs(
  network: Network,
  base: number,
  sequence: Sequence,
  recording: Recording,
  from: number,
  to: number,
): void {
  const { parameters, gateRows, model } = network;
  const { columns, inputWeight, inputBias, inputRows } = network.layers[base];
  const { gates } = recording.layers[0];
  const { inputs, logits } = recording.trace;
  const { indices, dense } = sequence;
  const V = model.outputSize;
  for (let t = from; t < to; t++) inputs[t] = indices[t];
  const first = sequence.inputs[from];
  if (isOwnOutput(first)) inputs[from] = argmax(logits, (from - 1) * V, V) + first.offset;
  const at = from * gateRows;
  affineOneHot(gates, at, parameters, inputWeight, inputBias, gateRows, columns, inputs, from, to - from);
  if (dense.length > 0) readRows(inputRows, parameters, inputWeight);
  for (let i = 0; i < dense.length; i++) {
    const { t, x } = dense[i];
    if (t < from || t >= to) continue;
    affine(gates, t * gateRows, inputRows, parameters, inputBias, x, 0, 1);
  }
}

/** W_ih h_t + b_ih of a higher layer, h_t of the layer below. */
function readLayerBelow(
  network: Network,
  base: number,
  layer: number,
  recording: Recording,
  from: number,
  to: number,
): void {
  const { parameters, gateRows } = network;
  const { inputRows, inputBias } = network.layers[base + layer];
  const { gates } = recording.layers[layer];
  const { hiddenRows } = recording.layers[layer - 1];
  affine(gates, from * gateRows, inputRows, parameters, inputBias, hiddenRows, from + 1, to - from);
}

function recur(
  network: Network,
  base: number,
  layer: number,
  recording: Recording,
  from: number,
  to: number,
): void {
  const { parameters, gateRows, hiddenSum, cell, ablation } = network;
  const values = recording.layers[layer];
  const frozen = network.frozen[layer];
  const zeroRow = recording.trace.timesteps + 1;
  const { hiddenRows, hiddenBias } = network.layers[base + layer];
  const H = network.model.hiddenSize;
  holdGates(values.gates, network.held[layer], gateRows, H, from, to);
  for (let t = from; t < to; t++) {
    const before = ablation.recurrenceCut ? zeroRow : t;
    affine(hiddenSum, 0, hiddenRows, parameters, hiddenBias, values.hiddenRows, before, 1);
    cell.forward(t, before, H, values, hiddenSum);
    clearUnits(values.hidden, t + 1, H, frozen);
    readRow(values.hiddenRows[t + 1], values.hidden, (t + 1) * H);
    if (values.cellState.length > 0) clearUnits(values.cellState, t + 1, H, frozen);
  }
}

function writeLogits(network: Network, recording: Recording, from: number, to: number): void {
  const { parameters, outputRows, outputBias, model } = network;
  const V = model.outputSize;
  const { hiddenRows } = recording.layers[model.layers - 1];
  const { logits } = recording.trace;
  affine(logits, from * V, outputRows, parameters, outputBias, hiddenRows, from + 1, to - from);
}
