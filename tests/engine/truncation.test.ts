/** The truncation window against its definition: windows run one after another with the state detached. */
import { describe, expect, it } from 'vitest';
import {
  addParameterGradients,
  type BackpropagationOptions,
  backpropagate,
  createGradients,
} from '../../src/engine/backpropagation.ts';
import { createTrainer, type Example, type ModelConfig } from '../../src/engine/index.ts';
import { createNetwork, forward } from '../../src/engine/network.ts';
import { createRecording, type Recording } from '../../src/engine/recording.ts';
import { prepareSequence } from '../../src/engine/sequence.ts';
import type { State } from '../../src/engine/state.ts';
import { FULL_BATCH_SGD, modelOf, randomExample, relativeError } from './setup.ts';

const FULL: BackpropagationOptions = { truncation: null, lossRuns: null, finalState: null };

function lastState({ hiddenSize: H, cell }: ModelConfig, { layers, trace }: Recording): State {
  const at = trace.timesteps * H;
  return {
    hidden: Float64Array.from(layers.flatMap(({ hidden }) => [...hidden.subarray(at, at + H)])),
    cellState:
      cell === 'lstm'
        ? Float64Array.from(layers.flatMap(({ cellState }) => [...cellState.subarray(at, at + H)]))
        : null,
  };
}

/** Each window is a sequence of its own that starts from the numbers the one before ended with. */
function windowByWindow(model: ModelConfig, parameters: Float64Array, example: Example, window: number) {
  const network = createNetwork(model, parameters);
  const gradient = new Float64Array(parameters.length);
  const T = example.inputs.length;
  let state: State | null = null;
  for (let from = 0; from < T; from += window) {
    const part = {
      inputs: example.inputs.slice(from, from + window),
      targets: example.targets.slice(from, from + window),
    };
    const sequence = prepareSequence(part, model);
    const recording = createRecording(model, sequence.timesteps);
    const gradients = createGradients(model, sequence.timesteps);
    forward(network, sequence, recording, state);
    backpropagate(network, sequence, recording, gradients, 1 / T, FULL);
    addParameterGradients(network, sequence, recording, gradients, gradient);
    state = lastState(model, recording);
  }
  return gradient;
}

describe.each([modelOf('rnn', { layers: 2 }), modelOf('lstm', { layers: 2 }), modelOf('gru', { layers: 2 })])(
  '$cell',
  (model) => {
    const example = randomExample(model, 11, 4);

    function gradientOf(truncation: number | null) {
      const training = { ...FULL_BATCH_SGD, truncation };
      return createTrainer({ model, training, seed: 3, examples: [example] });
    }

    it.each([1, 2, 3, 4, 10])('a window of %i', (window) => {
      const { gradient, parameters } = gradientOf(window);
      const wanted = windowByWindow(model, parameters, example, window);
      expect(relativeError(gradient, wanted)).toBeLessThan(1e-14);
      expect(relativeError(gradient, gradientOf(null).gradient)).toBeGreaterThan(1e-6);
    });

    it('a window as long as the text cuts nothing, and the loss is the same for all', () => {
      expect(gradientOf(11).gradient).toEqual(gradientOf(null).gradient);
      expect(gradientOf(2).loss).toBe(gradientOf(null).loss);
    });
  },
);

it('two networks: the state of one starts the other, and the gradient comes back', () => {
  const model = modelOf('lstm', { layers: 2 });
  const example = randomExample(model, 8, 9);
  const whole = createTrainer({ model, training: FULL_BATCH_SGD, seed: 3, examples: [example] });
  const { parameters } = whole;
  const flat = new Float64Array(parameters.length);
  const network = createNetwork(model, parameters);
  const [first, second] = [
    [0, 5],
    [5, 8],
  ].map(([from, to]) => {
    const part = { inputs: example.inputs.slice(from, to), targets: example.targets.slice(from, to) };
    return {
      sequence: prepareSequence(part, model),
      recording: createRecording(model, to - from),
      gradients: createGradients(model, to - from),
    };
  });

  forward(network, first.sequence, first.recording, null);
  forward(network, second.sequence, second.recording, lastState(model, first.recording));
  backpropagate(network, second.sequence, second.recording, second.gradients, 1 / 8, FULL);
  const H = model.hiddenSize;
  const finalState: State = {
    hidden: Float64Array.from(second.gradients.layers.flatMap(({ hidden }) => [...hidden.subarray(0, H)])),
    cellState: Float64Array.from(
      second.gradients.layers.flatMap(({ cellState }) => [...cellState.subarray(0, H)]),
    ),
  };
  backpropagate(network, first.sequence, first.recording, first.gradients, 1 / 8, { ...FULL, finalState });
  for (const { sequence, recording, gradients } of [first, second]) {
    addParameterGradients(network, sequence, recording, gradients, flat);
  }
  expect(relativeError(flat, whole.gradient)).toBeLessThan(1e-14);
});
