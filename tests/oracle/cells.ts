import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';

export type Cell = 'rnn' | 'lstm' | 'gru';

/** One layer's four parameters, in PyTorch's shapes: (G·H, I), (G·H, H), (G·H), (G·H). */
export interface LayerParameters {
  readonly inputWeight: tf.Variable;
  readonly hiddenWeight: tf.Variable;
  readonly inputBias: tf.Variable;
  readonly hiddenBias: tf.Variable;
}

/** One timestep, x (1, I) and the states (1, H) before it to the states after it: h, and c for the LSTM. */
export type Step = (x: tf.Tensor2D, states: readonly tf.Tensor2D[]) => tf.Tensor2D[];

type KerasCell = ReturnType<typeof layers.simpleRNNCell | typeof layers.lstmCell>;

/** Lets a Keras cell read its (transposed) weights and its one bias from PyTorch's parameters. */
function kerasStep(cell: KerasCell, parameters: LayerParameters): Step {
  Object.assign(cell, {
    kernel: { read: () => tf.transpose(parameters.inputWeight) },
    recurrentKernel: { read: () => tf.transpose(parameters.hiddenWeight) },
    bias: { read: () => tf.add(parameters.inputBias, parameters.hiddenBias) },
  });
  return (x, states) => {
    const answer = cell.call([x, ...states], {});
    if (!Array.isArray(answer)) throw new TypeError('a Keras cell answers with its output and its states');
    return answer.slice(1).map((state) => state as tf.Tensor2D);
  };
}

/**
 * The GRU whose reset gate acts after the matrix product, which Keras for JavaScript does not have.
 * generate.ts proves its states against ONNX Runtime's operator; its gradients are TensorFlow.js's.
 */
function gruStep(parameters: LayerParameters): Step {
  const { inputWeight, hiddenWeight, inputBias, hiddenBias } = parameters;
  return (x, [hidden]) => {
    const fromInput = tf.split(tf.add(tf.matMul(x, inputWeight, false, true), inputBias), 3, 1);
    const fromHidden = tf.split(tf.add(tf.matMul(hidden, hiddenWeight, false, true), hiddenBias), 3, 1);
    const reset = tf.sigmoid(tf.add(fromInput[0], fromHidden[0]));
    const update = tf.sigmoid(tf.add(fromInput[1], fromHidden[1]));
    const candidate = tf.tanh(tf.add(fromInput[2], tf.mul(reset, fromHidden[2])));
    return [tf.add(candidate, tf.mul(update, tf.sub(hidden, candidate)))];
  };
}

export function createStep(
  cell: Cell,
  nonlinearity: 'tanh' | 'relu',
  hiddenSize: number,
  parameters: LayerParameters,
): Step {
  if (cell === 'gru') return gruStep(parameters);
  if (cell === 'rnn') {
    return kerasStep(layers.simpleRNNCell({ units: hiddenSize, activation: nonlinearity }), parameters);
  }
  const lstm = layers.lstmCell({ units: hiddenSize, recurrentActivation: 'sigmoid', unitForgetBias: false });
  return kerasStep(lstm, parameters);
}
