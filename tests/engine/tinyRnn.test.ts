/** The two functions for tiny networks against the general path. */
import { expect, it } from 'vitest';
import { addParameterGradients, backpropagate, createGradients } from '../../src/engine/backpropagation.ts';
import { createTrainer, type Example } from '../../src/engine/index.ts';
import { createNetwork, forward } from '../../src/engine/network.ts';
import { countParameters } from '../../src/engine/parameters.ts';
import { createRecording } from '../../src/engine/recording.ts';
import { prepareSequence } from '../../src/engine/sequence.ts';
import { backwardTiny, forwardTiny, isTiny } from '../../src/engine/tinyRnn.ts';
import { FULL_BATCH_SGD, HELLO, modelOf, randomExample, randomVector, relativeError } from './setup.ts';

const SIZES = [1, 2, 3, 4, 5].flatMap((hiddenSize) =>
  [1, 4, 5].map((outputSize) => ({ hiddenSize, outputSize, inputSize: outputSize + 1 })),
);

it.each(SIZES)('H = $hiddenSize, V = $outputSize: the same bits forward, the same gradient', (sizes) => {
  const model = modelOf('rnn', sizes);
  const parameters = randomVector(countParameters(model), 3);
  const network = createNetwork(model, parameters);
  const T = 7;
  for (const truncation of [null, 1, 3]) {
    for (const everyTarget of [1, 2, 5]) {
      const { inputs, targets } = randomExample(model, T, 10 * everyTarget);
      const example: Example = {
        inputs: inputs.map((input, t) => (t % 3 === 2 ? null : input)),
        targets: targets.map((target, t) => (t % everyTarget === 0 ? target : null)),
      };
      const sequence = prepareSequence(example, model);
      expect(isTiny(model, sequence)).toBe(true);
      const [recording, tinyRecording] = [createRecording(model, T), createRecording(model, T)];
      const gradients = createGradients(model, T);
      const [flat, tinyFlat] = [new Float64Array(parameters.length), new Float64Array(parameters.length)];

      const correct = forward(network, sequence, recording, null);
      const options = { truncation, lossRuns: null, finalState: null };
      backpropagate(network, sequence, recording, gradients, 0.3, options);
      addParameterGradients(network, sequence, recording, gradients, flat);

      expect(forwardTiny(network, sequence, tinyRecording)).toBe(correct);
      backwardTiny(network, sequence, tinyRecording, createGradients(model, T), 0.3, truncation, tinyFlat);

      expect(tinyRecording.trace).toEqual(recording.trace);
      expect(relativeError(tinyFlat, flat)).toBeLessThan(1e-14);
    }
  }
});

it('serves hello, but nothing whose equations it does not have', () => {
  const isServed = (example: Example, sizes: Parameters<typeof modelOf>[1] = {}) => {
    const model = modelOf('rnn', sizes);
    return isTiny(model, prepareSequence(example, model));
  };
  expect(isServed(HELLO)).toBe(true);
  expect(isServed(HELLO, { nonlinearity: 'relu' })).toBe(false);
  expect(isServed(HELLO, { layers: 2 })).toBe(false);
  expect(isServed(HELLO, { hiddenSize: 6 })).toBe(false);
  expect(isServed(HELLO, { outputSize: 6 })).toBe(false);
  expect(isServed({ ...HELLO, inputs: [0, { offset: 0 }, 1, 2] })).toBe(false);
  expect(isServed({ ...HELLO, inputs: [0, 1, new Float64Array(4), 2] })).toBe(false);
  expect(isTiny(modelOf('gru'), prepareSequence(HELLO, modelOf('gru')))).toBe(false);
});

it('examples of both kinds share a batch', () => {
  const model = modelOf('rnn');
  const dense: Example = { inputs: [randomVector(4, 1), 2], targets: [1, 3] };
  const gradientOf = (...examples: Example[]) =>
    createTrainer({ model, training: FULL_BATCH_SGD, seed: 1, examples }).gradient;
  const [tiny, general, both] = [gradientOf(HELLO), gradientOf(dense), gradientOf(HELLO, dense)];
  const expected = both.map((_, i) => (4 * tiny[i] + 2 * general[i]) / 6);
  expect(relativeError(both, expected)).toBeLessThan(1e-14);
});
