import { GATES, KEEPING_GATE, type ModelConfig } from './model.ts';
import { isSinglePrecision, roundToSingle } from './precision.ts';
import { createRandom } from './random.ts';

/** A named matrix (or a vector, columns = 1) inside the flat parameter buffer, row-major. */
export interface ParameterView {
  /** PyTorch's name, such as `rnn.weight_ih_l0`, `rnn.bias_hh_l0`, `decoder.weight`; see `parameterLayout`. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
}

/** Views of one layer: W_ih, W_hh, b_ih, b_hh. */
export const VIEWS_PER_LAYER = 4;

/**
 * Names, shapes and offsets of all parameters in PyTorch's state_dict order. The recurrent layers are called `rnn`, or
 * where a model has a decoder `encoder` and then `decoder`; the output layer, `decoder.weight` and `decoder.bias`, ends
 * the list in both cases.
 */
export function parameterLayout(model: ModelConfig): readonly ParameterView[] {
  const { cell, inputSize, hiddenSize, layers, outputSize, decoder } = model;
  const gateRows = GATES[cell] * hiddenSize;
  const views: ParameterView[] = [];
  let offset = 0;
  const add = (name: string, rows: number, columns: number) => {
    views.push({ name, rows, columns, offset });
    offset += rows * columns;
  };
  const addStack = (name: string, columns: number) => {
    for (let layer = 0; layer < layers; layer++) {
      add(`${name}.weight_ih_l${layer}`, gateRows, layer === 0 ? columns : hiddenSize);
      add(`${name}.weight_hh_l${layer}`, gateRows, hiddenSize);
      add(`${name}.bias_ih_l${layer}`, gateRows, 1);
      add(`${name}.bias_hh_l${layer}`, gateRows, 1);
    }
  };
  addStack(decoder === undefined ? 'rnn' : 'encoder', inputSize);
  if (decoder !== undefined) addStack('decoder', decoder.inputSize);
  add('decoder.weight', outputSize, hiddenSize);
  add('decoder.bias', outputSize, 1);
  return views;
}

export function countParameters(model: ModelConfig): number {
  return parameterLayout(model).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}

/**
 * Draws every parameter uniformly from ±1/√H: what PyTorch does for RNN modules, and for a Linear of H inputs. Then adds
 * `openGates` to the biases of the gate that keeps the past (Gers et al. 2000; Jozefowicz et al. 2015). Large networks
 * are rounded as they are kept.
 */
export function initializeParameters(parameters: Float64Array, model: ModelConfig, seed: number): void {
  const random = createRandom(seed);
  const bound = 1 / Math.sqrt(model.hiddenSize);
  for (let i = 0; i < parameters.length; i++) parameters[i] = (2 * random.uniform() - 1) * bound;
  openKeepingGates(parameters, model);
  if (isSinglePrecision(parameters.length)) roundToSingle(parameters, parameters.length);
}

function openKeepingGates(parameters: Float64Array, model: ModelConfig): void {
  const { openGates = 0, hiddenSize: H } = model;
  const gate = KEEPING_GATE[model.cell];
  if (gate === null || openGates === 0) return;
  for (const { name, offset } of parameterLayout(model)) {
    if (!name.includes('.bias_hh_l')) continue;
    for (let j = 0; j < H; j++) parameters[offset + gate * H + j] += openGates;
  }
}
