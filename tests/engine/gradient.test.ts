/** Every gradient against central differences of the loss, in float64. */
import { describe, expect, it } from 'vitest';
import { addParameterGradients, backpropagate, createGradients } from '../../src/engine/backpropagation.ts';
import {
  createTrainer,
  type Example,
  type ModelConfig,
  type TrainingConfig,
} from '../../src/engine/index.ts';
import { createNetwork, forward, readParameters } from '../../src/engine/network.ts';
import { countParameters } from '../../src/engine/parameters.ts';
import { createRecording } from '../../src/engine/recording.ts';
import { prepareSequence } from '../../src/engine/sequence.ts';
import type { State } from '../../src/engine/state.ts';
import {
  centralDifferences,
  FULL_BATCH_SGD,
  INPUT_KINDS,
  inputOf,
  modelOf,
  randomExample,
  randomVector,
  relativeError,
} from './setup.ts';

const TOLERANCE = 1e-7;

const CELLS: readonly [string, ModelConfig][] = [
  ['rnn tanh', modelOf('rnn')],
  ['rnn relu', modelOf('rnn', { nonlinearity: 'relu' })],
  ['lstm', modelOf('lstm')],
  ['gru', modelOf('gru')],
];

/** The relative error of the trainer's gradient over all parameters. */
function gradientError(
  model: ModelConfig,
  examples: readonly Example[],
  training: Partial<TrainingConfig> = {},
  seed = 11,
): number {
  const trainer = createTrainer({ model, training: { ...FULL_BATCH_SGD, ...training }, seed, examples });
  const checkpoint = trainer.save();
  const gradient = trainer.gradient.slice();
  const numeric = centralDifferences(checkpoint.values, () => {
    trainer.restore(checkpoint);
    return trainer.loss;
  });
  return relativeError(gradient, numeric.subarray(0, gradient.length));
}

describe.each(CELLS)('%s', (_, cell) => {
  it.each([1, 2, 3])('%i layers', (layers) => {
    const model = { ...cell, layers, inputSize: 5, outputSize: 4, hiddenSize: 6 };
    expect(gradientError(model, [randomExample(model, 7, 3)])).toBeLessThan(TOLERANCE);
  });

  it('one hidden unit, one timestep', () => {
    const model = { ...cell, hiddenSize: 1 };
    expect(gradientError(model, [randomExample(model, 1, 3)], {}, 12)).toBeLessThan(TOLERANCE);
  });

  it('every pattern of targets, the input of each kind, over two layers', () => {
    const model = { ...cell, layers: 2, inputSize: 6, outputSize: 4 };
    for (const kind of INPUT_KINDS) {
      for (let mask = 1; mask < 16; mask++) {
        const steps = [0, 1, 2, 3];
        const example: Example = {
          inputs: steps.map((t) => inputOf(kind, t, model)),
          targets: steps.map((t) => ((mask >> t) & 1 ? (3 * t + 1) % 4 : null)),
        };
        expect(gradientError(model, [example]), `${kind}, mask ${mask}`).toBeLessThan(TOLERANCE);
      }
    }
  });

  it('every combination of input kinds over three timesteps', () => {
    const model = { ...cell, inputSize: 6, outputSize: 4 };
    for (const first of INPUT_KINDS) {
      for (const second of INPUT_KINDS) {
        for (const third of INPUT_KINDS) {
          const inputs = [first, second, third].map((kind, t) => inputOf(kind, t, model));
          const example: Example = { inputs, targets: [2, null, 1] };
          expect(gradientError(model, [example]), `${first}, ${second}, ${third}`).toBeLessThan(TOLERANCE);
        }
      }
    }
  });

  it('a large matrix over many timesteps, along random directions', () => {
    const model = { ...cell, hiddenSize: 132, layers: 2 };
    const trainer = createTrainer({
      model,
      training: FULL_BATCH_SGD,
      seed: 11,
      examples: [randomExample(model, 17, 3)],
    });
    const checkpoint = trainer.save();
    const gradient = trainer.gradient.slice();
    const directions = [1, 2, 3].map((seed) =>
      randomVector(gradient.length, seed).map((value) => value / 100),
    );
    const way = new Float64Array(1);
    const slopes = directions.map((direction) => {
      const [slope] = centralDifferences(way, () => {
        const values = checkpoint.values.map((value, i) => value + way[0] * direction[i]);
        trainer.restore({ ...checkpoint, values });
        return trainer.loss;
      });
      return slope;
    });
    const expected = directions.map((direction) => dot(gradient, direction));
    expect(relativeError(slopes, expected)).toBeLessThan(TOLERANCE);
  });

  it('a batch of different lengths and masks', () => {
    const examples = [2, 5, 9].map((timesteps) => randomExample(cell, timesteps, timesteps));
    const sparse = {
      ...examples[1],
      targets: examples[1].targets.map((target, t) => (t % 2 ? target : null)),
    };
    expect(gradientError(cell, [examples[0], sparse, examples[2]])).toBeLessThan(TOLERANCE);
    expect(gradientError(cell, examples, { batchSize: 2 })).toBeLessThan(TOLERANCE);
  });

  it('with respect to the initial state, and from outside through the final state', () => {
    const model = { ...cell, layers: 2 };
    const T = 5;
    const sequence = prepareSequence(randomExample(model, T, 8), model);
    const parameters = randomVector(countParameters(model), 21);
    const network = createNetwork(model, parameters);
    const recording = createRecording(model, T);
    const gradients = createGradients(model, T);
    const initial = stateOf(model, 31);
    const finalState = stateOf(model, 41);
    const H = model.hiddenSize;

    /** Sum of the losses plus final state · what came from outside. */
    const objective = () => {
      readParameters(network);
      forward(network, sequence, recording, initial);
      const fromOutside = recording.layers.map(({ hidden, cellState }, layer) => {
        const at = layer * H;
        const ofHidden = dot(hidden.subarray(T * H), finalState.hidden.subarray(at, at + H));
        const ofCell = finalState.cellState?.subarray(at, at + H) ?? [];
        return ofHidden + dot(cellState.subarray(T * H), ofCell);
      });
      return recording.trace.losses.reduce((sum, loss) => sum + loss, 0) + fromOutside[0] + fromOutside[1];
    };

    objective();
    backpropagate(network, sequence, recording, gradients, 1, {
      truncation: null,
      lossRuns: null,
      finalState,
    });
    const flat = new Float64Array(parameters.length);
    addParameterGradients(network, sequence, recording, gradients, flat);
    const byHidden = gradients.layers.flatMap(({ hidden }) => [...hidden.subarray(0, H)]);
    const byCell = gradients.layers.flatMap(({ cellState }) => [...cellState.subarray(0, H)]);

    expect(relativeError(flat, centralDifferences(parameters, objective))).toBeLessThan(TOLERANCE);
    expect(relativeError(byHidden, centralDifferences(initial.hidden, objective))).toBeLessThan(TOLERANCE);
    if (initial.cellState !== null) {
      expect(relativeError(byCell, centralDifferences(initial.cellState, objective))).toBeLessThan(TOLERANCE);
    }
  });
});

it('this measure of error sees a single wrong parameter', () => {
  const right = randomVector(200, 1);
  const wrong = right.slice();
  wrong[17] *= 1.001;
  expect(relativeError(wrong, right)).toBeGreaterThan(100 * TOLERANCE);
});

function stateOf({ cell, layers, hiddenSize }: ModelConfig, seed: number): State {
  return {
    hidden: randomVector(layers * hiddenSize, seed),
    cellState: cell === 'lstm' ? randomVector(layers * hiddenSize, seed + 1) : null,
  };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i] * b[i];
  return sum;
}
