import fc from 'fast-check';
import { type Config, LIMITS, type LimitedField, TASKS } from '../../src/state/config.ts';
import { type Link, MAX_SETTINGS_UNITS, MAX_TIMESTEPS } from '../../src/state/url.ts';
import { PACES, PANELS, PANELS_WITH_SETTINGS, PARTS, type Settings } from '../../src/state/view.ts';
import { subjectOf, withoutIdle } from '../../src/worker/interventions.ts';
import type { Change, Intervention } from '../../src/worker/protocol.ts';

const within = (field: LimitedField) =>
  LIMITS[field].integer
    ? fc.integer(LIMITS[field])
    : fc.double({ min: LIMITS[field].min, max: LIMITS[field].max, noNaN: true });

/** Every kind of string, halves of surrogate pairs and the signs with a meaning in a link among them. */
export const anyString = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
  fc.string({
    unit: fc.constantFrom(
      '~',
      '%',
      '&',
      '=',
      '+',
      '#',
      '?',
      ' ',
      'D',
      '8',
      '0',
      '\uD83D',
      '\uDC69',
      ',',
      '.',
    ),
  }),
);

const anyUnit = {
  layer: fc.nat(LIMITS.layers.max - 1),
  unit: fc.nat(LIMITS.hiddenSize.max - 1),
};

const anyGate = { layer: fc.nat(LIMITS.layers.max - 1), gate: fc.nat(3) };

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('learningRate' as const), value: within('learningRate') }),
  fc.record({ kind: fc.constant('weight' as const), index: fc.nat(999_999_999), value: within('weight') }),
  fc.record({ kind: fc.constantFrom('freeze' as const, 'thaw' as const), ...anyUnit }),
  fc.record({
    kind: fc.constant('hold' as const),
    ...anyGate,
    value: fc.constantFrom(0 as const, 1 as const),
  }),
  fc.record({ kind: fc.constant('release' as const), ...anyGate }),
  fc.record({ kind: fc.constantFrom('cut' as const, 'restore' as const) }),
);

export const anyInterventions: fc.Arbitrary<readonly Intervention[]> = fc
  .uniqueArray(fc.tuple(anyChange, within('update')), {
    selector: ([change, update]) => `${update} ${subjectOf(change)}`,
  })
  .map((changes) =>
    changes.map(([change, update]) => ({ ...change, update })).sort((a, b) => a.update - b.update),
  );

export const anyConfig: fc.Arbitrary<Config> = fc.record({
  task: fc.constantFrom(...TASKS),
  tongue: fc.constantFrom('en', 'ko'),
  upTo: fc.constantFrom(999, 9999),
  feedback: fc.boolean(),
  text: anyString,
  letterUnit: fc.constantFrom('syllable', 'jamo'),
  cell: fc.constantFrom('rnn', 'lstm', 'gru'),
  nonlinearity: fc.constantFrom('tanh', 'relu'),
  hiddenSize: within('hiddenSize'),
  layers: within('layers'),
  gateBias: within('gateBias'),
  optimizer: fc.constantFrom('sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'),
  learningRate: within('learningRate'),
  clipNorm: fc.option(within('clipNorm')),
  seed: within('seed'),
  // Those that undo nothing are in no link.
  interventions: anyInterventions.map(withoutIdle),
});

/** What panels write; an empty one is as good as none. */
export const anySettings: fc.Arbitrary<Settings> = fc.dictionary(
  fc.constantFrom(...PANELS_WITH_SETTINGS),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: MAX_SETTINGS_UNITS / 10 }),
  { noNullPrototype: true },
);

export const anyLink: fc.Arbitrary<Link> = fc.record({
  config: anyConfig,
  update: within('update'),
  timestep: fc.nat(MAX_TIMESTEPS - 1),
  question: anyString,
  pace: fc.nat(PACES.length - 1),
  language: fc.constantFrom('en', 'ko', null),
  panels: fc.subarray([...PANELS]),
  settings: anySettings,
  hidden: fc.subarray([...PARTS]),
  fold: fc.nat(100).map((percent) => percent / 100),
  guessing: fc.boolean(),
  twin: fc.boolean(),
});
