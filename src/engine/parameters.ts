import { GATES, type ModelConfig } from './model.ts';
import { createRandom } from './random.ts';

/** A named matrix (or a vector, columns = 1) inside the flat parameter buffer, row-major. */
export interface ParameterView {
  /** PyTorch's name, such as `rnn.weight_ih_l0`, `rnn.bias_hh_l0`, `decoder.weight`. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
}

/** Names, shapes and offsets of all parameters in PyTorch's state_dict order. */
export function parameterLayout(model: ModelConfig): readonly ParameterView[] {
  const { cell, inputSize, hiddenSize, layers, outputSize } = model;
  const gateRows = GATES[cell] * hiddenSize;
  const views: ParameterView[] = [];
  let offset = 0;
  const add = (name: string, rows: number, columns: number) => {
    views.push({ name, rows, columns, offset });
    offset += rows * columns;
  };
  for (let layer = 0; layer < layers; layer++) {
    add(`rnn.weight_ih_l${layer}`, gateRows, layer === 0 ? inputSize : hiddenSize);
    add(`rnn.weight_hh_l${layer}`, gateRows, hiddenSize);
    add(`rnn.bias_ih_l${layer}`, gateRows, 1);
    add(`rnn.bias_hh_l${layer}`, gateRows, 1);
  }
  add('decoder.weight', outputSize, hiddenSize);
  add('decoder.bias', outputSize, 1);
  return views;
}

export function countParameters(model: ModelConfig): number {
  return parameterLayout(model).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}

/** Draws every parameter uniformly from ±1/√H: what PyTorch does for RNN modules, and for a Linear of H inputs. */
export function initializeParameters(parameters: Float64Array, model: ModelConfig, seed: number): void {
  const random = createRandom(seed);
  const bound = 1 / Math.sqrt(model.hiddenSize);
  for (let i = 0; i < parameters.length; i++) parameters[i] = (2 * random.uniform() - 1) * bound;
}
