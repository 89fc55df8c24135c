import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellsLink, DEFAULT_COMPARISON, EQUALS, LOSSES, SCALES } from '../../src/state/cells.ts';
import { DEFAULT_CELLS_LINK, formatCellsLink, readCellsLink } from '../../src/state/cellsUrl.ts';
import { LIMITS } from '../../src/state/config.ts';
import { screenOf } from '../../src/state/route.ts';
import { RECALL_KINDS, SWEEP_LIMITS } from '../../src/state/sweep.ts';
import { MAX_TIMESTEPS } from '../../src/state/url.ts';
import { PACES } from '../../src/state/view.ts';
import { withoutIdle } from '../../src/worker/interventions.ts';
import { anyInterventions, anyString } from './anyLink.ts';

const anyContender = fc.record({
  cell: fc.constantFrom('rnn' as const, 'gru' as const, 'lstm' as const),
  optimizer: fc.constantFrom('sgd' as const, 'momentum' as const, 'rmsprop' as const, 'adam' as const),
  learningRate: fc.double({ ...LIMITS.learningRate, noNaN: true }),
  seed: fc.integer(LIMITS.seed),
  layers: fc.integer(LIMITS.layers),
  gateBias: fc.double({ ...LIMITS.gateBias, noNaN: true }),
  interventions: anyInterventions.map(withoutIdle),
});

const anyLink: fc.Arbitrary<CellsLink> = fc.record({
  comparison: fc.record({
    text: anyString,
    letterUnit: fc.constantFrom('syllable' as const, 'jamo' as const),
    hiddenSize: fc.integer(LIMITS.hiddenSize),
    equal: fc.constantFrom(...EQUALS),
    contenders: fc.tuple(anyContender, anyContender, anyContender),
  }),
  update: fc.integer(LIMITS.update),
  timestep: fc.nat(MAX_TIMESTEPS - 1),
  pace: fc.nat(PACES.length - 1),
  looks: fc.record({
    loss: fc.constantFrom(...LOSSES),
    scale: fc.constantFrom(...SCALES),
    gates: fc.boolean(),
  }),
  recall: fc.record({
    kind: fc.constantFrom(...RECALL_KINDS),
    lag: fc.integer(SWEEP_LIMITS.lag),
    budget: fc.constantFrom(...SWEEP_LIMITS.budgets),
    seeds: fc.constantFrom(...SWEEP_LIMITS.seeds),
  }),
  language: fc.constantFrom(null, 'en' as const, 'ko' as const),
});

describe('a link to three labs', () => {
  it('carries everything there and back', () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        const hash = formatCellsLink(link);
        expect(screenOf(hash)).toBe('cells');
        expect(readCellsLink(hash)).toEqual({ link, unread: [] });
      }),
    );
  });

  it('names only what is not the default', () => {
    const [first, second, third] = DEFAULT_COMPARISON.contenders;
    const contenders = [first, { ...second, seed: 5 }, { ...third, layers: 2 }] as const;
    const comparison = { ...DEFAULT_COMPARISON, contenders };
    expect(formatCellsLink({ ...DEFAULT_CELLS_LINK, comparison, timestep: 3 })).toBe(
      '#/cells?t=4&seed2=5&layers3=2',
    );
  });

  it('never throws, and keeps defaults for what it cannot read', () => {
    fc.assert(
      fc.property(anyString, (rubbish) => {
        const { link } = readCellsLink(`#/cells?${rubbish}&seed2=-1&hidden=7`);
        expect(link.comparison.contenders[1].seed).toBeLessThanOrEqual(LIMITS.seed.max);
        expect(link.comparison.contenders[1].seed).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(readCellsLink('#/cells?lag=61&budget=1000000&seeds=2.0&between=x&gates=yes')).toEqual({
      link: DEFAULT_CELLS_LINK,
      unread: ['lag=61', 'budget=1000000', 'seeds=2.0', 'between=x', 'gates=yes'],
    });
    expect(readCellsLink('#/cells?seed2=-1&lr4=1&t=0').unread).toEqual(['seed2=-1', 'lr4=1', 't=0']);
  });
});
