/** Two sets of recurrent weights in one sequence: encoder and decoder, with the states passing over. */
import { describe, expect, it } from 'vitest';
import { addParameterGradients, backpropagate, createGradients } from '../../src/engine/backpropagation.ts';
import { createGradientReach } from '../../src/engine/gradientReach.ts';
import {
  type Ablation,
  createTrainer,
  type Example,
  examineExamples,
  forwardPass,
  type ModelConfig,
  NO_ABLATION,
  parameterLayout,
  type TrainingConfig,
} from '../../src/engine/index.ts';
import { createNetwork, forward } from '../../src/engine/network.ts';
import { evaluate } from '../../src/engine/operation.ts';
import { operationsAt } from '../../src/engine/operations.ts';
import { countParameters } from '../../src/engine/parameters.ts';
import { createRecording } from '../../src/engine/recording.ts';
import { prepareSequence } from '../../src/engine/sequence.ts';
import type { State } from '../../src/engine/state.ts';
import { centralDifferences, FULL_BATCH_SGD, modelOf, randomVector, relativeError } from './setup.ts';

const INPUTS = 5;
/** The outputs, and the start symbol after them. */
const DECODER_INPUTS = 5;
const START = 4;

const CASES = (['rnn', 'lstm', 'gru'] as const).flatMap((cell) =>
  [1, 2, 3].map((layers) => ({ cell, layers })),
);

function seq2seq(cell: ModelConfig['cell'], layers: number): ModelConfig {
  return modelOf(cell, { layers, inputSize: INPUTS, decoder: { inputSize: DECODER_INPUTS } });
}

/** `encoded` inputs, then the start symbol and three more, with targets while decoding. */
function exampleOf(encoded: number, feedback = false): Example {
  return {
    inputs: [
      ...Array.from({ length: encoded }, (_, t) => (3 * t + encoded) % INPUTS),
      START,
      ...[2, 0, 3].map((index) => (feedback ? { offset: 0 } : index)),
    ],
    targets: [...Array(encoded).fill(null), 2, 0, 3, 1],
    decoderFrom: encoded,
  };
}

/** Inputs of every kind, a loss while encoding, a step without one while decoding. */
function mixedExample(): Example {
  return {
    inputs: [1, randomVector(INPUTS, 1), null, START, { offset: 0 }, randomVector(DECODER_INPUTS, 2), 1],
    targets: [null, 3, null, 0, null, 2, null],
    decoderFrom: 3,
  };
}

function gradientError(
  model: ModelConfig,
  examples: readonly Example[],
  options: { readonly training?: Partial<TrainingConfig>; readonly ablation?: Ablation } = {},
): number {
  const training = { ...FULL_BATCH_SGD, ...options.training };
  const trainer = createTrainer({
    model,
    training,
    seed: 11,
    examples,
    ablation: options.ablation ?? NO_ABLATION,
  });
  const checkpoint = trainer.save();
  const gradient = trainer.gradient.slice();
  const numeric = centralDifferences(checkpoint.values, () => {
    trainer.restore(checkpoint);
    return trainer.loss;
  });
  return relativeError(gradient, numeric.subarray(0, gradient.length));
}

describe.each(CASES)('$cell, $layers layers', ({ cell, layers }) => {
  const model = seq2seq(cell, layers);

  it('the gradient is that of the loss, wherever the decoder begins', () => {
    for (const encoded of [1, 2, 5]) {
      expect(gradientError(model, [exampleOf(encoded)]), `${encoded} encoded`).toBeLessThan(1e-7);
    }
    expect(gradientError(model, [exampleOf(3, true)])).toBeLessThan(1e-7);
    expect(gradientError(model, [mixedExample()])).toBeLessThan(1e-7);
    const batch = [exampleOf(4), mixedExample(), exampleOf(1, true)];
    expect(gradientError(model, batch)).toBeLessThan(1e-7);
    expect(gradientError(model, batch, { training: { batchSize: 2 } })).toBeLessThan(1e-7);
  });

  it('the gradient is that of the loss with parts taken out', () => {
    const frozen = [{ layer: layers - 1, unit: 1 }];
    for (const recurrenceCut of [false, true]) {
      const ablation = { recurrenceCut, frozen };
      expect(gradientError(model, [mixedExample()], { ablation })).toBeLessThan(1e-7);
    }
  });

  it('is an encoder whose final state is the initial state of a decoder', () => {
    const encoded = 4;
    const example = exampleOf(encoded);
    const { inputs, targets } = example;
    const parameters = randomVector(countParameters(model), 5);
    const one = run(model, parameters, example, null);

    const { decoder: _, ...single } = model;
    const encoder = run(
      single,
      partOf(model, parameters, 'encoder'),
      { inputs: inputs.slice(0, encoded), targets: targets.slice(0, encoded) },
      null,
    );
    const decoder = run(
      { ...single, inputSize: DECODER_INPUTS },
      partOf(model, parameters, 'decoder'),
      { inputs: inputs.slice(encoded), targets: targets.slice(encoded) },
      stateAfter(model, encoder.recording.layers, encoded),
    );
    const { logits } = one.recording.trace;
    const apart = [...encoder.recording.trace.logits, ...decoder.recording.trace.logits];
    expect([...logits]).toEqual(apart);

    const ofDecoder = decoder.backward(null);
    const ofEncoder = encoder.backward(stateAfter(model, ofDecoder.gradients.layers, 0));
    const whole = one.backward(null).flat;
    for (const view of parameterLayout(model)) {
      const mine = whole.subarray(view.offset, view.offset + view.rows * view.columns);
      const source = view.name.startsWith('encoder') ? ofEncoder : ofDecoder;
      expect(relativeError(mine, source.named(view.name)), view.name).toBeLessThan(1e-13);
      expect(Math.hypot(...mine), view.name).toBeGreaterThan(0);
    }
    for (let layer = 0; layer < layers; layer++) {
      const H = model.hiddenSize;
      const { hidden } = one.backward(null).gradients.layers[layer];
      const later = ofDecoder.gradients.layers[layer].hidden.subarray(H, 5 * H);
      expect(relativeError(hidden.subarray((encoded + 1) * H, (encoded + 5) * H), later)).toBeLessThan(1e-13);
    }
  });

  it('the uses of every matrix add up to the gradient, each only in its own part', () => {
    for (const truncation of [null, 2]) {
      const example = mixedExample();
      const training = { ...FULL_BATCH_SGD, truncation };
      const { parameters, gradient } = createTrainer({ model, training, seed: 2, examples: [example] });
      const reach = createGradientReach({ model, parameters, example, truncation });
      reach.norms();
      for (const view of parameterLayout(model)) {
        const whole = gradient.slice(view.offset, view.offset + view.rows * view.columns);
        const sum = reach.contributionSum(view, 0, 7);
        expect(relativeError(sum, whole), view.name).toBeLessThan(1e-12);
        const outside = view.name.startsWith('encoder')
          ? reach.contributionSum(view, 3, 7)
          : view.name.includes('_l')
            ? reach.contributionSum(view, 0, 3)
            : [];
        expect(Math.hypot(...outside), view.name).toBe(0);
      }
    }
  });

  it('the error of the last loss reaches through the passage to the first state', () => {
    const example = exampleOf(4);
    const { parameters } = createTrainer({ model, training: FULL_BATCH_SGD, seed: 2, examples: [example] });
    const reach = createGradientReach({ model, parameters, example, truncation: null });
    const last = 7;
    const { hidden } = reach.ofLoss(last)[0];
    const norms = reach.norms()[0].hidden;
    for (let t = 0; t <= last; t++) {
      const length = Math.hypot(...hidden.subarray(t * model.hiddenSize, (t + 1) * model.hiddenSize));
      expect(length).toBeGreaterThan(0);
      expect(norms[last * 8 + t]).toBeCloseTo(length, 14);
    }
    const upper = reach.norms(3, 8)[0].hidden;
    for (let t = 3; t <= last; t++) expect(upper[4 * 5 + t - 3]).toBe(norms[last * 8 + t]);
  });

  it('the operations of a timestep are made of the weights in use there', () => {
    const example = exampleOf(2, true);
    const parameters = randomVector(countParameters(model), 7);
    const trace = forwardPass(model, parameters, example);
    for (let timestep = 0; timestep < trace.timesteps; timestep++) {
      const ablation = { recurrenceCut: false, frozen: [] };
      const target = example.targets[timestep];
      const { decoderFrom } = example;
      const options = { model, parameters, trace, ablation, timestep, target, decoderFrom };
      for (const operation of operationsAt(options)) {
        for (let row = 0; row < operation.rows; row++) {
          expect(operation.valueAt(row), operation.id).toBeCloseTo(evaluate(operation, row), 12);
        }
      }
    }
  });
});

/** One forward pass, and the backward one when asked for. */
function run(model: ModelConfig, parameters: Float64Array, example: Example, initial: State | null) {
  const sequence = prepareSequence(example, model);
  const network = createNetwork(model, parameters);
  const recording = createRecording(model, sequence.timesteps);
  forward(network, sequence, recording, initial);
  return {
    recording,
    backward(finalState: State | null) {
      const gradients = createGradients(model, sequence.timesteps);
      backpropagate(network, sequence, recording, gradients, 1, {
        truncation: null,
        lossRuns: null,
        finalState,
      });
      const flat = new Float64Array(parameters.length);
      addParameterGradients(network, sequence, recording, gradients, flat);
      const named = (name: string) => {
        const own = name.replace(/^(en|de)coder(?=\..*_l)/, 'rnn');
        const view = parameterLayout(model).find((each) => each.name === own);
        if (view === undefined) throw new Error(`no ${own}`);
        return flat.subarray(view.offset, view.offset + view.rows * view.columns);
      };
      return { gradients, flat, named };
    },
  };
}

/** The parameters of a network that is only the encoder or only the decoder, the output layer included. */
function partOf(model: ModelConfig, parameters: Float64Array, name: 'encoder' | 'decoder'): Float64Array {
  return Float64Array.from(
    parameterLayout(model)
      .filter((view) => view.name.startsWith(name) || !view.name.includes('_l'))
      .flatMap(({ offset, rows, columns }) => [...parameters.subarray(offset, offset + rows * columns)]),
  );
}

/** Row `row` of the states of all layers. */
function stateAfter(
  { cell, hiddenSize: H }: ModelConfig,
  layers: readonly { readonly hidden: Float64Array; readonly cellState: Float64Array }[],
  row: number,
): State {
  const rowOf = (states: Float64Array) => [...states.subarray(row * H, (row + 1) * H)];
  return {
    hidden: Float64Array.from(layers.flatMap(({ hidden }) => rowOf(hidden))),
    cellState:
      cell === 'lstm' ? Float64Array.from(layers.flatMap(({ cellState }) => rowOf(cellState))) : null,
  };
}

describe('names and order', () => {
  it('encoder, decoder, output layer', () => {
    const names = parameterLayout(seq2seq('gru', 2)).map(({ name }) => name);
    const stack = (name: string) =>
      [0, 1].flatMap((layer) =>
        ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'].map((part) => `${name}.${part}_l${layer}`),
      );
    expect(names).toEqual([...stack('encoder'), ...stack('decoder'), 'decoder.weight', 'decoder.bias']);
  });

  it('sizes follow the inputs of each, and the first weights drawn are the encoder’s', () => {
    const model = modelOf('rnn', { inputSize: 7, decoder: { inputSize: 5 } });
    const views = parameterLayout(model);
    expect(views[0]).toMatchObject({ rows: 3, columns: 7, offset: 0 });
    expect(views[4]).toMatchObject({ rows: 3, columns: 5, offset: 3 * 7 + 9 + 6 });
    const example = { inputs: [6, 0], targets: [null, 1], decoderFrom: 1 };
    const both = createTrainer({ model, training: FULL_BATCH_SGD, seed: 3, examples: [example] });
    const { decoder: _, ...single } = model;
    const alone = createTrainer({
      ...{ model: single, training: FULL_BATCH_SGD, seed: 3 },
      examples: [{ inputs: [6], targets: [1] }],
    });
    const size = 3 * 7 + 9 + 6;
    expect(both.parameters.slice(0, size)).toEqual(alone.parameters.slice(0, size));
  });
});

describe('what is refused', () => {
  const model = seq2seq('gru', 1);
  const { decoder: _, ...single } = model;
  const { decoderFrom: __, ...undivided } = exampleOf(2);

  it.each<[string, ModelConfig, Example]>([
    ['a decoder that begins nowhere', model, undivided],
    ['one without weights', single, exampleOf(2)],
    ['one that begins before the example', model, { ...exampleOf(2), decoderFrom: -1 }],
    ['one that begins after its end', model, { ...exampleOf(2), decoderFrom: 7 }],
    ['one that begins between timesteps', model, { ...exampleOf(2), decoderFrom: 1.5 }],
    ['an input that only the encoder has', { ...model, decoder: { inputSize: 4 } }, exampleOf(2)],
    ['an input that only the decoder has', { ...model, inputSize: 2 }, exampleOf(3)],
    ['a vector of the encoder’s size', { ...model, inputSize: 6 }, mixedExample()],
    ['a decoder without inputs', { ...model, decoder: { inputSize: 0 } }, exampleOf(2)],
  ])('%s', (_, refused, example) => {
    const options = { model: refused, training: FULL_BATCH_SGD, seed: 1, examples: [example] };
    expect(() => createTrainer(options)).toThrow(RangeError);
  });

  it('but not one that begins at once, or never', () => {
    for (const decoderFrom of [0, 6]) {
      const example = { inputs: [0, 1, 2, 3, 4, 0], targets: [0, 1, 2, 3, 0, 1], decoderFrom };
      expect(gradientError(model, [example]), `${decoderFrom}`).toBeLessThan(1e-7);
    }
  });
});

it('the smallest vanilla network, too, decodes with weights of its own', () => {
  const model = modelOf('rnn', { inputSize: 4, decoder: { inputSize: 4 } });
  const example = { inputs: [0, 1, 2, 3], targets: [1, 2, 3, 0] };
  const parameters = randomVector(countParameters(model), 3);
  const encoding = forwardPass(model, parameters, { ...example, decoderFrom: 4 });
  const decoding = forwardPass(model, parameters, { ...example, decoderFrom: 0 });
  expect(relativeError(encoding.logits, decoding.logits)).toBeGreaterThan(0.01);
  for (const decoderFrom of [0, 4])
    expect(gradientError(model, [{ ...example, decoderFrom }])).toBeLessThan(1e-7);
});

it('translates: the digits of a number backwards, its own output fed back', () => {
  const model = modelOf('gru', { inputSize: 3, hiddenSize: 16, outputSize: 4, decoder: { inputSize: 5 } });
  const words = Array.from({ length: 27 }, (_, n) => [Math.floor(n / 9), Math.floor(n / 3) % 3, n % 3]);
  const asked = words.map((word): Example => {
    const answer = [...word.toReversed(), 3];
    const inputs = [...word, START, ...answer.slice(1).map(() => ({ offset: 0 }))];
    return { inputs, targets: [null, null, null, ...answer], decoderFrom: 3 };
  });
  const posed = asked.map((example) => ({
    ...example,
    inputs: example.inputs.map((input, t) => (t > 3 ? (example.targets[t - 1] ?? 0) : input)),
  }));
  const training = { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.02, batchSize: 9 } as const;
  const trainer = createTrainer({ model, training, seed: 4, examples: posed });
  const score = () => examineExamples(model, trainer.parameters, asked);
  expect(score().examplesRight).toBeLessThan(9);
  for (let n = 0; n < 400; n++) trainer.step();
  expect(score()).toEqual({ examples: 27, examplesRight: 27, targets: 108, targetsRight: 108 });
});
