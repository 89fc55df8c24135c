/** One matrix, T places: its gradient before the sum over the timesteps where it is used. */
import type { Gradients } from './backpropagation.ts';
import type { LayerValues } from './cells/cell.ts';
import { addOneHotProducts, addOuterProducts, addSum } from './kernels.ts';
import type { Network } from './network.ts';
import type { Numbers } from './numbers.ts';
import { type ParameterView, parameterLayout, VIEWS_PER_LAYER } from './parameters.ts';
import type { Recording } from './recording.ts';
import type { Sequence } from './sequence.ts';

/** A finished forward and backward pass over one sequence. */
export interface Pass {
  readonly network: Network;
  readonly sequence: Sequence;
  readonly recording: Recording;
  readonly gradients: Gradients;
}

/** Adds to `sum` (rows·columns) what the use at timestep t gives to the gradient. */
export type AddUse = (t: number, sum: Numbers) => void;

/**
 * The uses of one matrix or bias: with y = W x + b each gives ∂L/∂y_t x_tᵀ, or ∂L/∂y_t for a bias. Together they
 * are what `addParameterGradients` adds.
 *
 * @throws {RangeError} when the model has no such view.
 */
export function usesOf({ name }: ParameterView, pass: Pass): AddUse {
  const { network, sequence, recording, gradients } = pass;
  const layout = parameterLayout(network.model);
  const index = layout.findIndex((view) => view.name === name);
  if (index < 0) throw new RangeError(`the model has no ${name}`);
  const { rows, columns } = layout[index];
  const { layers } = network.model;
  const weights = Math.floor(index / VIEWS_PER_LAYER);
  const layer = weights % layers;
  const part = index % VIEWS_PER_LAYER;

  /** Of y with the gradient `sums` (T·rows): the state in row t + `shift` (·columns) is x_t. */
  const matrix =
    (sums: Float64Array, { hiddenRows }: LayerValues, shift: number): AddUse =>
    (t, sum) =>
      addOuterProducts(sum, 0, rows, columns, sums, t * rows, hiddenRows, t + shift, 1);
  const bias =
    (sums: Float64Array): AddUse =>
    (t, sum) =>
      addSum(sum, 0, rows, sums, t * rows, 1);

  if (weights === network.layers.length) {
    const top = recording.layers[layers - 1];
    const use = part === 0 ? matrix(gradients.logits, top, 1) : bias(gradients.logits);
    return (t, sum) => {
      if (sequence.targets[t] >= 0) use(t, sum);
    };
  }
  const { inputSum, hiddenSum } = gradients.layers[layer];
  const ofLayer = (): AddUse => {
    if (part === 2) return bias(inputSum);
    if (part === 3) return bias(hiddenSum);
    if (part === 1) return matrix(hiddenSum, recording.layers[layer], 0);
    return layer > 0 ? matrix(inputSum, recording.layers[layer - 1], 1) : inputUses(pass, rows, columns);
  };
  const use = ofLayer();
  const isUnused = part === 1 && network.ablation.recurrenceCut;
  const phase = sequence.phases.find(({ base }) => base === weights - layer);
  if (isUnused || phase === undefined) return () => {};
  const end = Math.min(phase.to, gradients.timesteps);
  return (t, sum) => {
    if (t >= phase.from && t < end) use(t, sum);
  };
}

/** Of the first layer's W_ih, whose x_t are indices or vectors. */
function inputUses({ sequence, recording, gradients }: Pass, rows: number, columns: number): AddUse {
  const { inputSum } = gradients.layers[0];
  return (t, sum) => {
    const vector = sequence.dense.find((input) => input.t === t);
    if (vector !== undefined) {
      addOuterProducts(sum, 0, rows, columns, inputSum, t * rows, vector.x, 0, 1);
      return;
    }
    const index = recording.trace.inputs.subarray(t, t + 1);
    addOneHotProducts(sum, 0, rows, columns, inputSum.subarray(t * rows), index, 1);
  };
}
