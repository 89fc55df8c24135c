/**
 * The engine against TensorFlow.js and ONNX Runtime (both float32) at random sizes.
 * tests/oracle writes the fixtures; its README tells how.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  createTrainer,
  type ModelConfig,
  type OptimizerKind,
  parameterLayout,
  type StepInput,
  type Trainer,
} from '../../src/engine/index.ts';

type Named<Value> = Readonly<Record<string, readonly Value[]>>;

interface Fixture {
  readonly name: string;
  readonly model: ModelConfig;
  /** Parameters are whole multiples of this. */
  readonly unit: number;
  readonly parameters: Named<number>;
  readonly examples: readonly {
    readonly inputs: readonly (number | readonly number[] | null)[];
    readonly targets: readonly (number | null)[];
  }[];
  /** One per example; states (T·H) by layer, without the state before the first timestep. */
  readonly traces: readonly {
    readonly hidden: readonly (readonly number[])[];
    readonly cellState: readonly (readonly number[])[] | null;
    readonly logits: readonly number[];
  }[];
  readonly loss: number;
  readonly gradients: Named<number>;
  readonly training: {
    readonly optimizer: OptimizerKind;
    readonly learningRate: number;
    readonly updates: number;
    /** Loss at updates 1, 2, …, and the parameters at the last, null where float32 was too coarse to tell. */
    readonly losses: readonly number[];
    readonly parameters: Named<number | null>;
  };
}

const fixtures = readFileSync(new URL('../fixtures/oracle.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Fixture => JSON.parse(line));

/** A trainer that stands at update 0 with the fixture's parameters instead of the seed's. */
function trainerOf({ model, unit, parameters, examples, training }: Fixture): Trainer {
  const trainer = createTrainer({
    model,
    training: {
      optimizer: training.optimizer,
      learningRate: training.learningRate,
      clipNorm: null,
      truncation: null,
      batchSize: null,
    },
    seed: 1,
    examples: examples.map(({ inputs, targets }) => ({
      inputs: inputs.map((input): StepInput => (isVector(input) ? Float64Array.from(input) : input)),
      targets,
    })),
  });
  const start = trainer.save();
  const values = Float64Array.from(start.values);
  for (const { name, offset } of parameterLayout(model)) {
    values.set(
      parameters[name].map((units) => units * unit),
      offset,
    );
  }
  trainer.restore({ ...start, values });
  return trainer;
}

function isVector(input: number | readonly number[] | null): input is readonly number[] {
  return Array.isArray(input);
}

/** Fails where `actual` is further from float32's `wanted` than 2e-5 relative plus 2e-6. */
function expectClose(actual: ArrayLike<number>, wanted: readonly (number | null)[]): void {
  expect(actual).toHaveLength(wanted.length);
  const apart = wanted.flatMap((value, index) => {
    if (value === null || Math.abs(actual[index] - value) <= 2e-5 * Math.abs(value) + 2e-6) return [];
    return [{ index, actual: actual[index], wanted: value }];
  });
  expect(apart).toEqual([]);
}

function expectCloseByName(
  model: ModelConfig,
  flat: number[] | Float64Array,
  wanted: Named<number | null>,
): void {
  const layout = parameterLayout(model);
  expect(layout.map(({ name }) => name).sort()).toEqual(Object.keys(wanted).sort());
  for (const { name, offset, rows, columns } of layout) {
    expectClose(flat.slice(offset, offset + rows * columns), wanted[name]);
  }
}

test('the fixtures hold every cell with one, two and three layers', () => {
  const kinds = fixtures.map(({ model }) => `${model.cell} ${model.nonlinearity} ${model.layers}`);
  for (const layers of [1, 2, 3]) {
    for (const cell of ['rnn tanh', 'rnn relu', 'lstm tanh', 'gru tanh']) {
      expect(kinds).toContain(`${cell} ${layers}`);
    }
  }
});

test('nearly all trained parameters can be compared', () => {
  const trained = fixtures.flatMap(({ training }) => Object.values(training.parameters).flat());
  expect(trained.filter((value) => value !== null).length / trained.length).toBeGreaterThan(0.8);
});

describe.each(fixtures)('$name', (fixture) => {
  test('states and logits', () => {
    const trainer = trainerOf(fixture);
    expect(trainer.traces).toHaveLength(fixture.traces.length);
    for (const [index, wanted] of fixture.traces.entries()) {
      const { layers, logits } = trainer.traces[index];
      for (const [layer, { hidden, cellState }] of layers.entries()) {
        const { hiddenSize } = fixture.model;
        expectClose(hidden.subarray(hiddenSize), wanted.hidden[layer]);
        if (wanted.cellState) expectClose(cellState?.subarray(hiddenSize) ?? [], wanted.cellState[layer]);
      }
      expectClose(logits, wanted.logits);
    }
  });

  test('loss and its gradient by every parameter', () => {
    const trainer = trainerOf(fixture);
    expectClose([trainer.loss], [fixture.loss]);
    expectCloseByName(fixture.model, trainer.gradient, fixture.gradients);
  });

  test('updates with Adam', () => {
    const trainer = trainerOf(fixture);
    const losses = fixture.training.losses.map(() => {
      trainer.step();
      return trainer.loss;
    });
    expectClose(losses, fixture.training.losses);
    expectCloseByName(fixture.model, trainer.parameters, fixture.training.parameters);
  });
});
