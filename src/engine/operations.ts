/**
 * Everything that is computed at one timestep, as an ordered list of operations with their operands, for whoever
 * shows or checks single numbers. States, logits and losses are those of the trace; gates and the products and sums on
 * the way are computed when asked for, row by row, so that a large network costs only what is looked at.
 */
import type { Ablation } from './ablation.ts';
import type { ModelConfig } from './model.ts';
import { evaluate, type Operand, type Operation, type OperationKind, type Quantity } from './operation.ts';
import { type ParameterView, parameterLayout, VIEWS_PER_LAYER } from './parameters.ts';
import type { FlatParameters } from './precision.ts';
import type { Trace } from './trace.ts';

export interface OperationsOptions {
  readonly model: ModelConfig;
  readonly parameters: FlatParameters;
  readonly trace: Trace;
  /** What was taken out of the network in that trace. */
  readonly ablation: Ablation;
  /** From 0. */
  readonly timestep: number;
  /** The index of the right output, or null where no loss is taken. */
  readonly target: number | null;
  /** x_t of the example where it is a dense vector; without it such an input counts as none. */
  readonly dense?: Float64Array | null;
  /** Of the example, where the model has a decoder. */
  readonly decoderFrom?: number | undefined;
}

/** The operations of a timestep in the order in which they are computed. */
export function operationsAt(options: OperationsOptions): readonly Operation[] {
  const { model, parameters, trace, timestep: t, target, dense, decoderFrom } = options;
  const { layers, outputSize: V } = model;
  const isDecoding = decoderFrom !== undefined && t >= decoderFrom;
  const layout = parameterLayout(model);
  const weights = layout.slice(isDecoding ? VIEWS_PER_LAYER * layers : 0);
  const operations: Operation[] = [];
  let below: Operand = dense ? given('x', '', null, dense, 1) : oneHot(trace.inputs[t], weights[0].columns);
  for (let layer = 0; layer < layers; layer++) {
    operations.push(...layerOperations(options, layer, weights.slice(VIEWS_PER_LAYER * layer), below));
    below = operations[operations.length - 1];
  }
  const [weight, bias] = layout.slice(-2);
  const write = lineWriter(operations, 'y', null, V);
  const logits = write(
    'result',
    'affine',
    [all(parameters, weight, 'W', 'hy'), below, all(parameters, bias, 'b', 'y')],
    {
      known: trace.logits.subarray(t * V, (t + 1) * V),
    },
  );
  const probabilities = lineWriter(operations, 'p', null, V)('result', 'softmax', [logits]);
  lineWriter(operations, 'ŷ', null, 1)('result', 'argmax', [logits]);
  if (target !== null) {
    lineWriter(operations, 'L', null, 1)('result', 'crossEntropy', [probabilities], {
      known: trace.losses.subarray(t, t + 1),
      target,
    });
  }
  return operations;
}

/** What the equations of one layer have in common. */
interface LayerParts {
  readonly H: number;
  /** h_{t-1}, zero where the recurrence is cut. */
  readonly last: Quantity;
  readonly hidden: Float64Array;
  /** c_{t-1} and c_t of an LSTM. */
  readonly lastCell: Quantity | null;
  readonly cellState: Float64Array | null;
  isHeld(unit: number): boolean;
  /** What gate `index` is held at, or null. */
  heldAt(index: number): 0 | 1 | null;
  /** A line of equations for the quantity called `base`. */
  line(base: string): Writer;
  /** W x_t, its bias, W h_{t-1} and its bias, for the rows of one gate. */
  linear(letter: string, index: number, write: Writer): readonly [Operation, Quantity, Operation, Quantity];
}

/** `weights` begin with those of the layer. */
function layerOperations(
  options: OperationsOptions,
  layer: number,
  weights: readonly ParameterView[],
  input: Operand,
): readonly Operation[] {
  const { model, parameters, trace, ablation, timestep: t } = options;
  const { cell, nonlinearity, hiddenSize: H } = model;
  const { hidden, cellState } = trace.layers[layer];
  const [inputWeight, hiddenWeight, inputBias, hiddenBias] = weights;
  const operations: Operation[] = [];
  const kind = input.kind === 'given' && input.index !== null ? 'column' : 'product';
  const now = (states: Float64Array) => states.subarray((t + 1) * H, (t + 2) * H);
  const before = (base: string, states: Float64Array) =>
    given(
      base,
      '',
      layer,
      ablation.recurrenceCut ? new Float64Array(H) : states.subarray(t * H, (t + 1) * H),
      1,
      1,
    );
  const parts: LayerParts = {
    H,
    last: before('h', hidden),
    hidden: now(hidden),
    lastCell: cellState && before('c', cellState),
    cellState: cellState && now(cellState),
    isHeld: (unit) => ablation.frozen.some((each) => each.layer === layer && each.unit === unit),
    heldAt: (index) =>
      ablation.held?.find((each) => each.layer === layer && each.gate === index)?.value ?? null,
    line: (base) => lineWriter(operations, base, layer, H),
    linear(letter, index, write) {
      const rows = (view: ParameterView, base: string, from: string) =>
        block(parameters, view, base, from + letter, layer, index * H, H);
      return [
        write('input', kind, [rows(inputWeight, 'W', 'x'), input]),
        rows(inputBias, 'b', 'x'),
        write('recurrent', 'product', [rows(hiddenWeight, 'W', 'h'), parts.last]),
        rows(hiddenBias, 'b', 'h'),
      ];
    },
  };
  if (cell === 'rnn') rnn(parts, nonlinearity);
  else if (cell === 'lstm') lstm(parts);
  else gru(parts);
  return operations;
}

function rnn(parts: LayerParts, squash: ModelConfig['nonlinearity']): void {
  const { hidden: known, isHeld } = parts;
  squashedSum(parts, 'h', 0, squash, { known, isHeld });
}

function gate(parts: LayerParts, letter: string, index: number, squash: 'tanh' | 'logistic'): Operation {
  const held = parts.heldAt(index);
  const particulars =
    held === null ? {} : { known: new Float64Array(parts.H).fill(held), isHeld: () => true };
  return squashedSum(parts, letter, index, squash, particulars);
}

/** squash(W x_t + b + W h_{t-1} + b) */
function squashedSum(
  parts: LayerParts,
  letter: string,
  index: number,
  squash: 'tanh' | 'relu' | 'logistic',
  particulars: Particulars,
): Operation {
  const write = parts.line(letter);
  const sum = write('sum', 'sum', parts.linear(letter, index, write), { base: 'a' });
  return write('result', squash, [sum], particulars);
}

function lstm(parts: LayerParts): void {
  const { lastCell, cellState, hidden, isHeld } = parts;
  if (!lastCell || !cellState) throw new TypeError('the trace has no cell states');
  const i = gate(parts, 'i', 0, 'logistic');
  const f = gate(parts, 'f', 1, 'logistic');
  const g = gate(parts, 'g', 2, 'tanh');
  const o = gate(parts, 'o', 3, 'logistic');
  const write = parts.line('c');
  const kept = write('keep', 'multiply', [f, lastCell]);
  const added = write('add', 'multiply', [i, g]);
  const c = write('result', 'sum', [kept, added], { known: cellState, isHeld });
  const writeH = parts.line('h');
  const squashed = writeH('squash', 'tanh', [c], { base: 'tanh c' });
  writeH('result', 'multiply', [o, squashed], { known: hidden, isHeld });
}

function gru(parts: LayerParts): void {
  const r = gate(parts, 'r', 0, 'logistic');
  const z = gate(parts, 'z', 1, 'logistic');
  const write = parts.line('n');
  const [fromInput, inputBias, fromState, hiddenBias] = parts.linear('n', 2, write);
  const biased = write('biased', 'sum', [fromState, hiddenBias], { base: 's' });
  const reset = write('reset', 'multiply', [r, biased]);
  const sum = write('sum', 'sum', [fromInput, inputBias, reset], { base: 'a' });
  const n = write('result', 'tanh', [sum]);
  const { hidden: known, isHeld } = parts;
  parts.line('h')('result', 'mix', [z, n, parts.last], { known, isHeld });
}

interface Particulars {
  /** Where it is not called like its line. */
  readonly base?: string;
  /** The trace's values. */
  readonly known?: Float64Array;
  readonly isHeld?: Operation['isHeld'];
  readonly target?: number;
}

type Writer = (
  part: string,
  kind: OperationKind,
  operands: readonly Operand[],
  particulars?: Particulars,
) => Operation;

const never = () => false;

/** Appends the operations of one equation to the list. */
function lineWriter(operations: Operation[], name: string, layer: number | null, rows: number): Writer {
  const line = layer === null ? name : `${layer}.${name}`;
  return (part, kind, operands, { base = name, known, isHeld = never, target = -1 } = {}) => {
    const operation: Operation = {
      ...{ kind, id: `${line}.${part}`, line, layer, rows, operands, target, isHeld },
      name: { base, subscript: '', layer, lag: 0 },
      valueAt: (row) => (known ? known[row] : evaluate(operation, row)),
    };
    operations.push(operation);
    return operation;
  };
}

function oneHot(index: number, size: number): Quantity {
  const values = new Float64Array(size);
  if (index >= 0) values[index] = 1;
  return { ...given('x', '', null, values, 1), index };
}

function all(parameters: FlatParameters, view: ParameterView, base: string, subscript: string): Quantity {
  return block(parameters, view, base, subscript, null, 0, view.rows);
}

/** `count` rows of a parameter, from row `first`. */
function block(
  parameters: FlatParameters,
  { offset, columns }: ParameterView,
  base: string,
  subscript: string,
  layer: number | null,
  first: number,
  count: number,
): Quantity {
  const from = offset + first * columns;
  return given(base, subscript, layer, parameters.subarray(from, from + count * columns), columns);
}

function given(
  base: string,
  subscript: string,
  layer: number | null,
  values: FlatParameters,
  columns: number,
  lag: 0 | 1 = 0,
): Quantity {
  const name = { base, subscript, layer, lag };
  const own = subscript === '' ? base : `${base}_${subscript}`;
  const id = `${layer === null ? '' : `${layer}.`}${own}${lag === 1 ? '.before' : ''}`;
  const rows = values.length / columns;
  return { kind: 'given', id, name, rows, columns, values, index: null, valueAt: (row) => values[row] };
}
