import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// Also registers the gradients of all operations, which the core alone leaves out.
import { layers, sequential } from '@tensorflow/tfjs-layers';
import type { Update } from './measure.ts';
import type { Window } from './windows.ts';

/** TensorFlow.js on its WebAssembly backend, whose files lie at `address`: one thread, SIMD. */
export async function startTfjs(address: string): Promise<string> {
  setWasmPaths(address);
  await tf.setBackend('wasm');
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('tfjs runs without SIMD here');
  return `TensorFlow.js ${tf.version_core} (${tf.getBackend()})`;
}

/** Matrices as TensorFlow.js likes them, inputs in rows: (V, G·H), (H, G·H), (G·H), (H, V), (V). */
export interface TfjsParameters {
  readonly inputWeight: tf.Tensor2D;
  readonly hiddenWeight: tf.Tensor2D;
  readonly bias: tf.Tensor1D;
  readonly decoderWeight: tf.Tensor2D;
  readonly decoderBias: tf.Tensor1D;
}

/** A character model in training: logits (T, V) of one-hot inputs (T, V), and what there is to train. */
export interface CharacterModel {
  readonly logits: (inputs: tf.Tensor2D) => tf.Tensor2D;
  readonly variables: tf.Variable[];
}

type States = readonly tf.Tensor2D[];
/** From x_t·W + b + h·W (1, G·H) to the next states. */
type Cell = (gates: tf.Tensor2D, states: States) => States;

const rnn: Cell = (gates) => [tf.tanh(gates)];

const lstm: Cell = (gates, [, cellState]) => {
  const [input, forget, candidate, output] = tf.split(gates, 4, 1);
  const next = tf.add(
    tf.mul(tf.sigmoid(forget), cellState),
    tf.mul(tf.sigmoid(input), tf.tanh(candidate)),
  ) as tf.Tensor2D;
  return [tf.mul(tf.sigmoid(output), tf.tanh(next)), next];
};

/** Written for speed: one matrix product for all inputs, one for all logits, one bias, few operations a step. */
export function operations(kind: 'rnn' | 'lstm', initial: TfjsParameters): CharacterModel {
  const cell = kind === 'rnn' ? rnn : lstm;
  const inputWeight = tf.variable(initial.inputWeight);
  const hiddenWeight = tf.variable(initial.hiddenWeight);
  const bias = tf.variable(initial.bias);
  const decoderWeight = tf.variable(initial.decoderWeight);
  const decoderBias = tf.variable(initial.decoderBias);
  const noState = tf.zeros<tf.Rank.R2>([1, initial.decoderWeight.shape[0]]);
  return {
    logits: (inputs) => {
      const fromInput = tf.split(tf.add(tf.matMul(inputs, inputWeight), bias), inputs.shape[0], 0);
      let states: States = [noState, noState];
      const hidden = fromInput.map((x) => {
        states = cell(tf.add(x, tf.matMul(states[0], hiddenWeight)), states);
        return states[0];
      });
      return tf.add(tf.matMul(tf.concat(hidden, 0), decoderWeight), decoderBias);
    },
    variables: [inputWeight, hiddenWeight, bias, decoderWeight, decoderBias],
  };
}

/** As its tutorials do it: an RNN layer and a dense layer. */
export function keras(kind: 'rnn' | 'lstm', initial: TfjsParameters): CharacterModel {
  const [hiddenSize, vocabulary] = initial.decoderWeight.shape;
  const recurrent = {
    units: hiddenSize,
    returnSequences: true,
    inputShape: [null, vocabulary],
    recurrentInitializer: 'zeros' as const,
  };
  const model = sequential({
    layers: [
      kind === 'rnn'
        ? layers.simpleRNN(recurrent)
        : layers.lstm({ ...recurrent, recurrentActivation: 'sigmoid' }),
      layers.dense({ units: vocabulary }),
    ],
  });
  const { inputWeight, hiddenWeight, bias, decoderWeight, decoderBias } = initial;
  model.setWeights([inputWeight, hiddenWeight, bias, decoderWeight, decoderBias]);
  return {
    logits: (inputs) => {
      const logits = model.apply(tf.expandDims(inputs, 0), { training: true }) as tf.Tensor;
      return tf.squeeze(logits, [0]);
    },
    variables: model.getWeights() as tf.Variable[],
  };
}

/** Adam on the mean cross-entropy in nats per letter; one-hot tensors are made beforehand. */
export function training(
  { logits, variables }: CharacterModel,
  windows: readonly Window[],
  vocabulary: number,
  learningRate: number,
): { firstLoss: number; update: Update } {
  const oneHot = (indices: readonly number[]) =>
    tf.tensor2d(indices.map((index) => Array.from({ length: vocabulary }, (_, v) => (v === index ? 1 : 0))));
  const examples = windows.map(({ inputs, targets }) => ({
    inputs: oneHot(inputs),
    targets: oneHot(targets),
  }));
  const loss = ({ inputs, targets }: (typeof examples)[number]): tf.Scalar =>
    tf.div(tf.sum(tf.mul(targets, tf.logSoftmax(logits(inputs)))), -inputs.shape[0]);

  const optimizer = tf.train.adam(learningRate, 0.9, 0.999, 1e-8);
  let next = 0;
  return {
    firstLoss: tf.tidy(() => loss(examples[0]).dataSync()[0]),
    update: () => {
      const example = examples[next];
      next = (next + 1) % examples.length;
      optimizer.minimize(() => loss(example), false, variables);
    },
  };
}
