import type { ModelConfig } from './model.ts';

/** A named matrix (or a vector, columns = 1) inside the flat parameter buffer, row-major. */
export interface ParameterView {
  /** PyTorch's name, such as `rnn.weight_ih_l0`, `rnn.bias_hh_l0`, `decoder.weight`. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
}

/** Names, shapes and offsets of all parameters in PyTorch's state_dict order. */
export declare function parameterLayout(model: ModelConfig): readonly ParameterView[];
