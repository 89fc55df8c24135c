/** Small random models and examples for the tests of the engine. */
import type { CellKind, Example, ModelConfig, StepInput, TrainingConfig } from '../../src/engine/index.ts';
import { createRandom } from '../../src/engine/random.ts';

export const FULL_BATCH_SGD: TrainingConfig = {
  optimizer: 'sgd',
  learningRate: 0.1,
  clipNorm: null,
  truncation: null,
  batchSize: null,
};

export const HELLO: Example = { inputs: [0, 1, 2, 2], targets: [1, 2, 2, 3] };

export function modelOf(cell: CellKind, sizes: Partial<ModelConfig> = {}): ModelConfig {
  return { cell, nonlinearity: 'tanh', inputSize: 4, hiddenSize: 3, layers: 1, outputSize: 4, ...sizes };
}

/** Standard normal enough for tests: a sum of uniforms. */
export function randomVector(length: number, seed: number): Float64Array {
  const random = createRandom(seed, 1000);
  return Float64Array.from({ length }, () => random.uniform() + random.uniform() + random.uniform() - 1.5);
}

/** Indices in, indices out. */
export function randomExample(model: ModelConfig, timesteps: number, seed: number): Example {
  const random = createRandom(seed, 2000);
  const draw = (size: number) => Array.from({ length: timesteps }, () => Math.floor(random.uniform() * size));
  return { inputs: draw(model.inputSize), targets: draw(model.outputSize) };
}

export const INPUT_KINDS = ['index', 'dense', 'nothing', 'own output'] as const;

/** An input of the kind; the own output falls back to an index before the first timestep. */
export function inputOf(kind: (typeof INPUT_KINDS)[number], t: number, model: ModelConfig): StepInput {
  if (kind === 'dense') return randomVector(model.inputSize, 77 + t);
  if (kind === 'nothing') return null;
  if (kind === 'own output' && t > 0) return { offset: model.inputSize - model.outputSize };
  return (5 * t + 2) % model.inputSize;
}

/** ‖a − b‖ / (‖a‖ + ‖b‖). */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let apart = 0;
  let sizeA = 0;
  let sizeB = 0;
  for (let i = 0; i < a.length; i++) {
    apart += (a[i] - b[i]) ** 2;
    sizeA += a[i] ** 2;
    sizeB += b[i] ** 2;
  }
  return apart === 0 ? 0 : Math.sqrt(apart) / (Math.sqrt(sizeA) + Math.sqrt(sizeB));
}

/** Central differences of `f` by every number of `values`. */
export function centralDifferences(values: Float64Array, f: () => number, h = 1e-5): Float64Array {
  return values.map((value, i) => {
    values[i] = value + h;
    const above = f();
    values[i] = value - h;
    const below = f();
    values[i] = value;
    return (above - below) / (2 * h);
  });
}
