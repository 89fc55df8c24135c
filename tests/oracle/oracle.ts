import * as tf from '@tensorflow/tfjs-core';
import { type Cell, createStep, type LayerParameters } from './cells.ts';
import { runOnnxGru } from './onnxGru.ts';

export interface Model {
  readonly cell: Cell;
  readonly nonlinearity: 'tanh' | 'relu';
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly outputSize: number;
}

export interface Sequence {
  readonly inputs: readonly (number | readonly number[] | null)[];
  readonly targets: readonly (number | null)[];
}

/** Tensors of one forward pass: states per layer and timestep (h, and c for the LSTM), logits (T, V). */
interface Pass {
  readonly states: readonly (readonly tf.Tensor2D[])[][];
  readonly logits: tf.Tensor2D;
}

/** The network of one model on TensorFlow.js, its parameters under PyTorch's names. */
export class Oracle {
  readonly parameters: Readonly<Record<string, tf.Variable>>;
  readonly #model: Model;
  readonly #sequences: readonly Sequence[];

  constructor(model: Model, parameters: Readonly<Record<string, tf.Tensor>>, sequences: readonly Sequence[]) {
    this.#model = model;
    this.#sequences = sequences;
    this.parameters = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, tf.variable(value, true, name)]),
    );
  }

  #layer(layer: number): LayerParameters {
    return {
      inputWeight: this.parameters[`rnn.weight_ih_l${layer}`],
      hiddenWeight: this.parameters[`rnn.weight_hh_l${layer}`],
      inputBias: this.parameters[`rnn.bias_ih_l${layer}`],
      hiddenBias: this.parameters[`rnn.bias_hh_l${layer}`],
    };
  }

  /** x_t as a row: one-hot, dense, or zeros for no input. */
  #input(input: Sequence['inputs'][number]): tf.Tensor2D {
    const { inputSize } = this.#model;
    if (input === null) return tf.zeros([1, inputSize]);
    const dense =
      typeof input === 'number'
        ? Array.from({ length: inputSize }, (_, index) => (index === input ? 1 : 0))
        : input;
    return tf.tensor2d([...dense], [1, inputSize]);
  }

  #forward(sequence: Sequence): Pass {
    const { cell, nonlinearity, hiddenSize, layers } = this.#model;
    const states: tf.Tensor2D[][][] = [];
    let outputs = sequence.inputs.map((input) => this.#input(input));
    for (let layer = 0; layer < layers; layer++) {
      const step = createStep(cell, nonlinearity, hiddenSize, this.#layer(layer));
      let state: tf.Tensor2D[] = Array.from({ length: cell === 'lstm' ? 2 : 1 }, () =>
        tf.zeros([1, hiddenSize]),
      );
      states.push(
        outputs.map((x) => {
          state = step(x, state);
          return state;
        }),
      );
      outputs = states[layer].map(([hidden]) => hidden);
    }
    const decoded = tf.matMul(tf.concat(outputs, 0), this.parameters['decoder.weight'], false, true);
    return { states, logits: tf.add(decoded, this.parameters['decoder.bias']) };
  }

  /** Mean softmax cross-entropy in nats per target over all sequences. */
  #loss(): tf.Scalar {
    const total = this.#sequences
      .flatMap(({ targets }) => targets)
      .filter((target) => target !== null).length;
    const sums = this.#sequences.map((sequence) => {
      const targets = tf.tensor1d(
        sequence.targets.map((target) => target ?? 0),
        'int32',
      );
      return tf.losses.softmaxCrossEntropy(
        tf.oneHot(targets, this.#model.outputSize),
        this.#forward(sequence).logits,
        tf.tensor1d(sequence.targets.map((target) => (target === null ? 0 : 1))),
        0,
        tf.Reduction.SUM,
      );
    });
    return tf.div(tf.addN(sums), total);
  }

  gradients(): { value: tf.Scalar; grads: tf.NamedTensorMap } {
    return tf.variableGrads(() => this.#loss(), Object.values(this.parameters));
  }

  /** Flat states and logits of every sequence. */
  traces() {
    const flat = (tensors: readonly tf.Tensor[]) => tensors.flatMap((tensor) => [...tensor.dataSync()]);
    return this.#sequences.map((sequence) => {
      const { states, logits } = this.#forward(sequence);
      return {
        hidden: states.map((layer) => flat(layer.map(([hidden]) => hidden))),
        cellState:
          this.#model.cell === 'lstm' ? states.map((layer) => flat(layer.map(([, cell]) => cell))) : null,
        logits: flat([logits]),
      };
    });
  }

  /** Largest difference between the states of the hand-written GRU and ONNX Runtime's, layer by layer. */
  async differenceFromOnnx(): Promise<number> {
    const { hiddenSize, layers } = this.#model;
    const differences: number[] = [];
    for (const [index, trace] of this.traces().entries()) {
      const { inputs } = this.#sequences[index];
      let below: Float32Array = Float32Array.from(
        inputs.flatMap((input) => [...this.#input(input).dataSync()]),
      );
      for (let layer = 0; layer < layers; layer++) {
        const weights = Object.fromEntries(
          Object.entries(this.#layer(layer)).map(([name, value]) => [name, value.dataSync() as Float32Array]),
        ) as Record<keyof LayerParameters, Float32Array>;
        below = await runOnnxGru(weights, below, inputs.length, hiddenSize);
        differences.push(...trace.hidden[layer].map((value, i) => Math.abs(value - below[i])));
      }
    }
    return Math.max(...differences);
  }
}
