import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countParameters, type ModelConfig } from '../../src/engine/index.ts';
import { isUsable, sameInterventions } from '../../src/state/interventions.ts';
import type { Change } from '../../src/worker/protocol.ts';
import { anyInterventions } from './anyLink.ts';

const model: ModelConfig = {
  cell: 'gru',
  nonlinearity: 'tanh',
  inputSize: 4,
  hiddenSize: 3,
  layers: 2,
  outputSize: 4,
};
const PARAMETERS = countParameters(model);

describe('a network has', () => {
  it.each<[Change, boolean]>([
    [{ kind: 'cut' }, true],
    [{ kind: 'learningRate', value: 1000 }, true],
    [{ kind: 'learningRate', value: 0 }, false],
    [{ kind: 'learningRate', value: Number.NaN }, false],
    [{ kind: 'weight', index: PARAMETERS - 1, value: -1000 }, true],
    [{ kind: 'weight', index: PARAMETERS, value: 0 }, false],
    [{ kind: 'weight', index: -1, value: 0 }, false],
    [{ kind: 'weight', index: 0.5, value: 0 }, false],
    [{ kind: 'weight', index: 0, value: 1000.5 }, false],
    [{ kind: 'weight', index: 0, value: Number.NaN }, false],
    [{ kind: 'freeze', layer: 1, unit: 2 }, true],
    [{ kind: 'thaw', layer: 2, unit: 0 }, false],
    [{ kind: 'freeze', layer: 0, unit: 3 }, false],
    [{ kind: 'hold', layer: 1, gate: 1, value: 1 }, true],
    [{ kind: 'release', layer: 0, gate: 0 }, true],
    [{ kind: 'hold', layer: 1, gate: 2, value: 1 }, false],
    [{ kind: 'release', layer: 2, gate: 0 }, false],
  ])('what %j names: %s', (change, expected) => {
    expect(isUsable(change, model, PARAMETERS)).toBe(expected);
  });
});

it('histories are the same where every intervention is', () => {
  fc.assert(
    fc.property(anyInterventions, (one) => {
      expect(sameInterventions(one, structuredClone(one))).toBe(true);
      expect(sameInterventions(one, [...one, { kind: 'cut', update: 1e8 }])).toBe(false);
    }),
  );
});
