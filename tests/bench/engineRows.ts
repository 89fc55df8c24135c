/** The engine against TensorFlow.js, inside a worker: forward, BPTT and Adam on the same letters, one sequence an update. */
import * as tf from '@tensorflow/tfjs-core';
import {
  type CellKind,
  createTrainer,
  GATES,
  type ModelConfig,
  parameterLayout,
  type Trainer,
} from '../../src/engine/index.ts';
import { median, medianRatio, takeTurns } from './measure.ts';
import { count, type Row } from './report.ts';
import { keras, operations, type TfjsParameters, training } from './tfjs.ts';
import { hello, type Window, windows } from './windows.ts';

const LEARNING_RATE = 0.002;

function characterModel<Cell extends CellKind>(
  cell: Cell,
  vocabulary: number,
  hiddenSize: number,
): ModelConfig & { readonly cell: Cell } {
  return {
    cell,
    nonlinearity: 'tanh',
    inputSize: vocabulary,
    hiddenSize,
    layers: 1,
    outputSize: vocabulary,
  };
}

function trainerOf(model: ModelConfig, examples: readonly Window[]): Trainer {
  return createTrainer({
    model,
    training: {
      optimizer: 'adam',
      learningRate: LEARNING_RATE,
      clipNorm: null,
      truncation: null,
      batchSize: 1,
    },
    seed: 1,
    examples,
  });
}

/** The trainer's parameters, transposed, the two biases summed. */
function tfjsParameters(model: ModelConfig, trainer: Trainer): TfjsParameters {
  const views = new Map(parameterLayout(model).map((view) => [view.name, view]));
  const read = (name: string) => {
    const view = views.get(name);
    if (view === undefined) throw new Error(`the engine has no ${name}`);
    const { offset, rows, columns } = view;
    return {
      values: Float32Array.from(trainer.parameters.subarray(offset, offset + rows * columns)),
      rows,
      columns,
    };
  };
  const matrix = (name: string) => {
    const { values, rows, columns } = read(name);
    return tf.transpose(tf.tensor2d(values, [rows, columns]));
  };
  const vector = (name: string) => tf.tensor1d(read(name).values);
  return {
    inputWeight: matrix('rnn.weight_ih_l0'),
    hiddenWeight: matrix('rnn.weight_hh_l0'),
    bias: tf.add(vector('rnn.bias_ih_l0'), vector('rnn.bias_hh_l0')),
    decoderWeight: matrix('decoder.weight'),
    decoderBias: vector('decoder.bias'),
  };
}

/** A ratio of two different computations would mean nothing. */
function expectSameWork(mine: number, theirs: number): void {
  if (!(Math.abs(mine - theirs) < 1e-4)) throw new Error(`different losses at the start: ${mine}, ${theirs}`);
}

/** One row for each way to use TensorFlow.js, and the engine's updates per second. */
function againstTfjs(
  what: string,
  model: ModelConfig & { readonly cell: 'rnn' | 'lstm' },
  examples: readonly Window[],
  goal: number,
): { rows: Row[]; updatesPerSecond: number } {
  const first = trainerOf(model, examples.slice(0, 1));
  const initial = tfjsParameters(model, first);
  const opponents = Object.entries({ keras, operations }).map(([name, create]) => {
    const { firstLoss, update } = training(
      create(model.cell, initial),
      examples,
      model.outputSize,
      LEARNING_RATE,
    );
    expectSameWork(first.loss, firstLoss);
    return { name, update };
  });
  const trainer = trainerOf(model, examples);
  const [engine, ...tfjs] = takeTurns([() => trainer.step(), ...opponents.map(({ update }) => update)]);
  const letters = examples[0].inputs.length;
  const rows = opponents.map(({ name }, index) => {
    const ratio = medianRatio(engine, tfjs[index]);
    return {
      what,
      measured: `${count(median(engine) * letters)} letters/s`,
      against: `tfjs ${name} ${count(median(tfjs[index]) * letters)} letters/s`,
      ratio: `${count(ratio)}×`,
      goal: `≥ ${count(goal)}×`,
      met: ratio >= goal,
    };
  });
  return { rows, updatesPerSecond: median(engine) };
}

function helloRow(updatesPerSecond: number): Row {
  const goal = 500_000;
  return {
    what: 'hello, V4 T4 H3 rnn',
    measured: `${count(updatesPerSecond)} updates/s`,
    against: '',
    ratio: '',
    goal: `≥ ${count(goal)}`,
    met: updatesPerSecond >= goal,
  };
}

function gigaflopsRows(text: string): Row[] {
  const cells = ['rnn', 'lstm', 'gru'] as const;
  const examples = windows(text, 64, 50, 16);
  const models = cells.map((cell) => characterModel(cell, 64, 128));
  const trainers = models.map((model) => trainerOf(model, examples));
  const rates = takeTurns(trainers.map((trainer) => () => trainer.step()));
  return models.map(({ cell, hiddenSize, outputSize }, index) => {
    const perLetter = 6 * (GATES[cell] * hiddenSize ** 2 + outputSize * hiddenSize);
    const gigaflops = (median(rates[index]) * 50 * perLetter) / 1e9;
    return {
      what: `V64 T50 H128 ${cell}`,
      measured: `${gigaflops.toFixed(2)} GFLOP/s`,
      against: '',
      ratio: '',
      goal: '≥ 2',
      met: gigaflops >= 2,
    };
  });
}

/** All rows, on windows of `text`. */
export function engineRows(text: string): Row[] {
  const small = againstTfjs('hello, V4 T4 H3 rnn', characterModel('rnn', 4, 3), [hello], 1000);
  const middle = againstTfjs('V32 T25 H32 rnn', characterModel('rnn', 32, 32), windows(text, 32, 25, 16), 50);
  const large = againstTfjs(
    'V64 T50 H128 lstm',
    characterModel('lstm', 64, 128),
    windows(text, 64, 50, 16),
    10,
  );
  return [
    ...small.rows,
    ...middle.rows,
    ...large.rows,
    helloRow(small.updatesPerSecond),
    ...gigaflopsRows(text),
  ];
}
