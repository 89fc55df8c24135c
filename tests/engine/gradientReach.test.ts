import { describe, expect, it } from 'vitest';
import { backpropagate, createGradients } from '../../src/engine/backpropagation.ts';
import { createGradientReach } from '../../src/engine/gradientReach.ts';
import type { ModelConfig } from '../../src/engine/index.ts';
import { createNetwork, forward } from '../../src/engine/network.ts';
import { countParameters, parameterLayout } from '../../src/engine/parameters.ts';
import { createRecording } from '../../src/engine/recording.ts';
import { prepareSequence } from '../../src/engine/sequence.ts';
import { modelOf, randomExample, randomVector, relativeError } from './setup.ts';

const T = 6;

function setUp(model: ModelConfig) {
  const parameters = randomVector(countParameters(model), 5);
  const dense = randomExample(model, T, 6);
  const example = { ...dense, targets: dense.targets.map((target, t) => (t === 2 ? null : target)) };
  return { parameters, example };
}

describe.each([modelOf('rnn', { layers: 2 }), modelOf('lstm', { layers: 2 }), modelOf('gru', { layers: 2 })])(
  '$cell',
  (model) => {
    const H = model.hiddenSize;
    const { parameters, example } = setUp(model);
    const reach = createGradientReach({ model, parameters, example, truncation: null });

    it('summed over all losses is what the ordinary backward pass sees', () => {
      const sequence = prepareSequence(example, model);
      const recording = createRecording(model, T);
      const gradients = createGradients(model, T);
      const network = createNetwork(model, parameters);
      forward(network, sequence, recording, null);
      backpropagate(network, sequence, recording, gradients, 1, {
        truncation: null,
        lossRuns: null,
        finalState: null,
      });
      const items = Array.from({ length: T }, (_, s) => reach.ofLoss(s));
      for (const [layer, whole] of gradients.layers.entries()) {
        const hidden = items.map((item) => item[layer].hidden);
        expect(relativeError(sum(hidden), whole.hidden.slice(H, (T + 1) * H))).toBeLessThan(1e-14);
        if (model.cell !== 'lstm') continue;
        const cells = items.map((item) => item[layer].cellState ?? new Float64Array(0));
        expect(relativeError(sum(cells), whole.cellState.slice(H, (T + 1) * H))).toBeLessThan(1e-14);
      }
    });

    it('a loss says nothing to later states, and a step without a target says nothing at all', () => {
      for (const { hidden } of reach.ofLoss(3)) {
        expect(Math.hypot(...hidden.subarray(0, 4 * H))).toBeGreaterThan(0);
        expect([...hidden.subarray(4 * H)].every((value) => value === 0)).toBe(true);
      }
      for (const { hidden } of reach.ofLoss(2)) expect(hidden.every((value) => value === 0)).toBe(true);
    });

    it('norms are the lengths of the gradients', () => {
      const norms = reach.norms();
      expect(norms).toHaveLength(model.layers);
      for (let s = 0; s < T; s++) {
        for (const [layer, { hidden, cellState }] of reach.ofLoss(s).entries()) {
          expect(
            relativeError(norms[layer].hidden.slice(s * T, (s + 1) * T), lengths(hidden, H)),
          ).toBeLessThan(1e-14);
          const ofCell = norms[layer].cellState?.slice(s * T, (s + 1) * T) ?? [];
          expect(relativeError(ofCell, lengths(cellState ?? new Float64Array(0), H))).toBeLessThan(1e-14);
        }
      }
    });

    it.each([1, 2, 5, T])(
      'single losses followed back %i timesteps at a time are rows of the whole',
      (stride) => {
        const losses = Int32Array.of(0, 2, 3, 5);
        const depth = 4;
        const { rows, walk } = reach.follow(losses, depth, stride);
        const whole = reach.norms();
        for (let pieces = 0; !walk.next().done; pieces++) {
          expect(pieces).toBeLessThan(T * losses.length);
          // Other questions in between change nothing.
          reach.norms(1, 4);
          reach.contributionSum(parameterLayout(model)[0], 0, T);
        }
        for (const [layer, { hidden, cellState }] of whole.entries()) {
          for (const [row, s] of losses.entries()) {
            for (let t = 0; t < T; t++) {
              const found = [rows[layer].hidden, rows[layer].cellState].map(
                (each) => each?.[row * T + t] ?? 0,
              );
              if (t <= s - depth) expect(found[0], `${s} ${t}`).toBeNaN();
              else expect(found[0], `${s} ${t}`).toBeCloseTo(hidden[s * T + t], 14);
              if (t > s - depth) expect(found[1], `${s} ${t}`).toBeCloseTo(cellState?.[s * T + t] ?? 0, 14);
            }
          }
          expect(rows[layer].cellState === null).toBe(cellState === null);
        }
      },
    );

    it('losses that are followed come one by one, the last one first', () => {
      const { rows, walk } = reach.follow(Int32Array.of(1, 4), T, T);
      const [{ hidden }] = rows;
      expect(hidden.subarray(0, 2).every(Number.isNaN)).toBe(true);
      expect([...hidden.subarray(2, T)].every((value) => value === 0)).toBe(true);
      walk.next();
      expect(hidden[T + 4]).toBeGreaterThan(0);
      expect(hidden[0]).toBeNaN();
      walk.next();
      expect(hidden[1]).toBeGreaterThan(0);
      expect(walk.next().done).toBe(true);
    });

    it('ends at the window of truncated BPTT', () => {
      const truncated = createGradientReach({ model, parameters, example, truncation: 3 });
      const { rows, walk } = truncated.follow(Int32Array.of(4), T, 2);
      while (!walk.next().done);
      for (const { hidden } of rows) {
        expect(hidden[3]).toBeGreaterThan(0);
        expect([...hidden.subarray(0, 3)]).toEqual([0, 0, 0]);
      }
      for (const { hidden } of truncated.norms()) {
        expect(hidden[4 * T + 3]).toBeGreaterThan(0);
        expect(hidden[4 * T + 2]).toBe(0);
      }
    });
  },
);

it('of the linear case is a power: ReLU, one unit, h_t = w h_{t-1} + x_t', () => {
  const model = modelOf('rnn', { nonlinearity: 'relu', hiddenSize: 1, inputSize: 1, outputSize: 2 });
  const weight = 0.5;
  // weight_ih, weight_hh, bias_ih, bias_hh, decoder.weight (2), decoder.bias (2)
  const parameters = Float64Array.of(1, weight, 0, 0, 1, 0, 0, 0);
  const example = { inputs: [0, null, null, null], targets: [null, null, null, 1] };
  const [{ hidden }] = createGradientReach({ model, parameters, example, truncation: null }).ofLoss(3);
  const last = hidden[3];
  const ratios = [...hidden].map((value) => value / last);
  expect(ratios).toEqual([weight ** 3, weight ** 2, weight, 1]);
});

it('refuses parameters of another model', () => {
  const model = modelOf('gru');
  const { example } = setUp(model);
  const parameters = new Float64Array(7);
  expect(() => createGradientReach({ model, parameters, example, truncation: null })).toThrow(RangeError);
});

function sum(vectors: readonly Float64Array[]): Float64Array {
  return vectors[0].map((_, i) => vectors.reduce((total, vector) => total + vector[i], 0));
}

function lengths(states: Float64Array, H: number): number[] {
  return Array.from({ length: states.length / H }, (_, t) => Math.hypot(...states.slice(t * H, (t + 1) * H)));
}
