/**
 * Writes ../fixtures/oracle.jsonl, one network a line: `npm ci && npm start -- [seed]` in this folder.
 * Sizes, parameters and examples are drawn from the seed; what the networks compute is TensorFlow.js's
 * (float32) and, for the GRU's states, ONNX Runtime's.
 */
import { writeFileSync } from 'node:fs';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type Model, Oracle, type Sequence } from './oracle.ts';

/** Parameters are whole multiples of this, so that float32, float64 and JSON hold the same numbers. */
const UNIT = 1 / 1024;
const TRAINING = { optimizer: 'adam', learningRate: 0.001, updates: 6 };
/** Adam divides a gradient by its own size: below this, float32's rounding would decide where a parameter goes. */
const SMALLEST_TRUSTED_GRADIENT = 1e-4;
const GATES = { rnn: 1, lstm: 4, gru: 3 };

/** Uniform in [0, 1): a 32-bit linear congruential generator, its upper bits. */
function randomGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

const seed = Number(process.argv[2] ?? 1);
const random = randomGenerator(seed);
const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, i) => make(i));

function parameterShapes({ cell, inputSize, hiddenSize, layers, outputSize }: Model): [string, number[]][] {
  const rows = GATES[cell] * hiddenSize;
  const recurrent = times(layers, (layer): [string, number[]][] => [
    [`rnn.weight_ih_l${layer}`, [rows, layer === 0 ? inputSize : hiddenSize]],
    [`rnn.weight_hh_l${layer}`, [rows, hiddenSize]],
    [`rnn.bias_ih_l${layer}`, [rows]],
    [`rnn.bias_hh_l${layer}`, [rows]],
  ]);
  return [...recurrent.flat(), ['decoder.weight', [outputSize, hiddenSize]], ['decoder.bias', [outputSize]]];
}

/** Every kind of input and missing targets, the last target always there. */
function randomSequence({ inputSize, outputSize }: Model): Sequence {
  const timesteps = between(3, 8);
  return {
    inputs: times(timesteps, () => {
      const kind = random();
      if (kind < 0.1) return null;
      return kind < 0.8 ? between(0, inputSize - 1) : times(inputSize, () => between(-64, 64) / 64);
    }),
    targets: times(timesteps, (t) =>
      t < timesteps - 1 && random() < 0.2 ? null : between(0, outputSize - 1),
    ),
  };
}

const rounded = (values: Iterable<number>) => Array.from(values, (value) => Number(value.toPrecision(7)));
const byName = (tensors: tf.NamedTensorMap) =>
  Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, rounded(tensor.dataSync())]));

/** Parameters after training, null where a gradient on the way was too small for float32 (but not exactly zero). */
function trusted(parameters: Record<string, number[]>, history: readonly tf.NamedTensorMap[]) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, values]) => {
      const gradients = history.map((gradient) => gradient[name].dataSync());
      const isTrusted = (index: number) =>
        gradients.every((gradient) => gradient[index] === 0) ||
        gradients.every((gradient) => Math.abs(gradient[index]) >= SMALLEST_TRUSTED_GRADIENT);
      return [name, values.map((value, index) => (isTrusted(index) ? value : null))];
    }),
  );
}

async function fixture(cell: Model['cell'], nonlinearity: Model['nonlinearity'], layers: number) {
  const model: Model = {
    cell,
    nonlinearity,
    inputSize: between(2, 6),
    hiddenSize: between(2, 9),
    layers,
    outputSize: between(2, 6),
  };
  const examples = times(between(1, 2), () => randomSequence(model));
  const drawn = parameterShapes(model).map(
    ([name, shape]) =>
      [name, shape, times(tf.util.sizeFromShape(shape), () => between(-1024, 1024))] as const,
  );
  const parameters = Object.fromEntries(
    drawn.map(([name, shape, units]) => [
      name,
      tf.tensor(
        units.map((unit) => unit * UNIT),
        shape,
      ),
    ]),
  );
  const oracle = new Oracle(model, parameters, examples);
  const traces = oracle.traces();
  if (cell === 'gru') {
    const difference = await oracle.differenceFromOnnx();
    if (!(difference < 1e-6)) throw new Error(`the GRU is ${difference} away from ONNX Runtime's`);
  }
  const { value: loss, grads: gradients } = oracle.gradients();
  const adam = tf.train.adam(TRAINING.learningRate, 0.9, 0.999, 1e-8);
  const history: tf.NamedTensorMap[] = [];
  const losses = times(TRAINING.updates, () => {
    const { grads } = oracle.gradients();
    history.push(grads);
    adam.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
    return oracle.gradients().value.dataSync()[0];
  });
  const result = {
    name: `${cell === 'rnn' ? `${nonlinearity} rnn` : cell}, ${layers} layer${layers > 1 ? 's' : ''}`,
    model,
    unit: UNIT,
    parameters: Object.fromEntries(drawn.map(([name, , units]) => [name, units])),
    examples,
    traces: traces.map(({ hidden, cellState, logits }) => ({
      hidden: hidden.map(rounded),
      cellState: cellState?.map(rounded) ?? null,
      logits: rounded(logits),
    })),
    loss: rounded(loss.dataSync())[0],
    gradients: byName(gradients),
    training: {
      ...TRAINING,
      losses: rounded(losses),
      parameters: trusted(byName({ ...oracle.parameters }), history),
    },
  };
  tf.disposeVariables();
  return JSON.stringify(result);
}

await tf.setBackend('cpu');
const lines: string[] = [];
for (const layers of [1, 2, 3]) {
  lines.push(await fixture('rnn', 'tanh', layers));
  lines.push(await fixture('rnn', 'relu', layers));
  lines.push(await fixture('lstm', 'tanh', layers));
  lines.push(await fixture('gru', 'tanh', layers));
}
writeFileSync(new URL('../fixtures/oracle.jsonl', import.meta.url), `${lines.join('\n')}\n`);
console.log(`${lines.length} networks, seed ${seed}, TensorFlow.js ${tf.version_core}`);
