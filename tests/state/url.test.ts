import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Config, DEFAULT_CONFIG, defaultConfig, isWithinLimits } from '../../src/state/config.ts';
import {
  DEFAULT_LINK,
  formatLink,
  type Link,
  MAX_INTERVENTIONS,
  MAX_TEXT_UNITS,
  MAX_TIMESTEPS,
  readLink,
  runKey,
  startKey,
} from '../../src/state/url.ts';
import { PACES, PANELS, PARTS } from '../../src/state/view.ts';
import { MAX_LETTER_UNITS } from '../../src/tasks/letters.ts';
import { MAX_LETTERS, readText } from '../../src/tasks/text.ts';
import { anyLink, anyString } from './anyLink.ts';

const withConfig = (config: Partial<Config>) => ({
  ...DEFAULT_LINK,
  config: { ...DEFAULT_CONFIG, ...config },
});
const change = (update: number, value: number) => ({ kind: 'learningRate', update, value }) as const;

describe('a link', () => {
  it('comes back as it was written, to the last bit', () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        expect(readLink(formatLink(link))).toEqual({ link, unread: [] });
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  it('survives being an address', () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        const address = new URL(formatLink(link), 'https://example.org/a/b/?c#d');
        expect(address.hash).toBe(formatLink(link));
        expect(address.href).toMatch(/^[\x21-\x7E]+[\w%=-]$/);
      }),
    );
  });

  it('is short where nothing differs from the default', () => {
    expect(formatLink(DEFAULT_LINK)).toBe('#/playground');
  });

  it('of an exercise says only what differs from what the exercise recommends', () => {
    const link = { ...DEFAULT_LINK, config: defaultConfig('numbers'), question: '512' };
    expect(formatLink(link)).toBe('#/playground?task=numbers&ask=512');
    const changed = { ...defaultConfig('motion'), cell: 'rnn', hiddenSize: 3, clipNorm: null } as const;
    expect(formatLink({ ...DEFAULT_LINK, config: changed })).toBe(
      '#/playground?task=motion&cell=rnn&hidden=3&clip=none',
    );
  });

  it('can be read by a person', () => {
    const config = {
      text: 'to be',
      cell: 'lstm',
      learningRate: 0.1,
      interventions: [
        change(57, 0.05),
        { kind: 'weight', update: 60, index: 14, value: -0.7 },
        { kind: 'freeze', update: 70, layer: 0, unit: 2 },
        { kind: 'thaw', update: 75, layer: 0, unit: 2 },
        { kind: 'cut', update: 80 },
        { kind: 'restore', update: 90 },
        { kind: 'hold', update: 95, layer: 0, gate: 1, value: 0 },
        { kind: 'release', update: 99, layer: 0, gate: 1 },
      ],
    } as const;
    const places = { update: 200, timestep: 3, pace: 8, language: 'ko' } as const;
    const looks = {
      panels: ['weights', 'inside'],
      hidden: ['controls'],
      fold: 0.25,
      guessing: true,
      twin: true,
    } as const;
    expect(formatLink({ ...withConfig(config), ...places, ...looks })).toBe(
      '#/playground?text=to+be&cell=lstm&lr=0.1' +
        '&do=57:lr:0.05,60:w14:-0.7,70:freeze1.3,75:thaw1.3,80:cut,90:restore,95:hold1.2:0,99:release1.2' +
        '&update=200&t=4&speed=max&lang=ko&open=weights,inside&hide=controls&fold=0.25&guess=1&twin=1',
    );
    expect(formatLink({ ...DEFAULT_LINK, panels: [] })).toBe('#/playground?open=none');
  });

  it('of ordinary use stays below 2,000 characters', () => {
    const interventions = Array.from({ length: 20 }, (_, index) => ({
      kind: 'weight' as const,
      update: 1000 * index,
      index,
      value: Math.sin(index + 1) / 3,
    }));
    const link = { ...withConfig({ interventions }), update: 30_000, timestep: 3, panels: PANELS };
    expect(formatLink(link).length).toBeLessThan(2000);
    expect(readLink(formatLink(link))).toEqual({ link, unread: [] });
  });

  it('ends in a sign that stays part of it in a message', () => {
    expect(formatLink(withConfig({ text: 'Hello.' }))).toBe('#/playground?text=Hello%2E');
    expect(formatLink(withConfig({ text: 'so, and so,' }))).toBe('#/playground?text=so,+and+so%2C');
  });
});

describe('reading', () => {
  it.each(['', '#', '#/', '#/playground', '#/playground?'])('%j is the default', (hash) => {
    expect(readLink(hash)).toEqual({ link: DEFAULT_LINK, unread: [] });
  });

  it.each<[string, Partial<Config>]>([
    ['text=%ED%95%9C+글', { text: '한 글' }],
    ['text=100%', { text: '100%' }],
    ['text=', { text: '' }],
    ['text=~D83D~~~d83d~x', { text: '\uD83D~\uD83D~x' }],
    ['text=<script>alert(1)</script>', { text: '<script>alert(1)</script>' }],
    ['letters=jamo&nonlinearity=relu', { letterUnit: 'jamo', nonlinearity: 'relu' }],
    ['clip=none', {}],
    ['clip=5', { clipNorm: 5 }],
    ['hidden=5.12e2', { hiddenSize: 512 }],
    ['lr=1E-3&do=0:lr:2', { learningRate: 0.001, interventions: [change(0, 2)] }],
    ['upto=9999&tongue=ko&feedback=0', { upTo: 9999, tongue: 'ko', feedback: false }],
    ['task=numbers', defaultConfig('numbers')],
    ['hidden=3&cell=rnn&task=captions', { ...defaultConfig('captions'), hiddenSize: 3, cell: 'rnn' }],
    ['do=5:w0:-0', { interventions: [{ kind: 'weight', update: 5, index: 0, value: -0 }] }],
    [
      'do=5:cut,5:freeze3.512',
      {
        interventions: [
          { kind: 'cut', update: 5 },
          { kind: 'freeze', update: 5, layer: 2, unit: 511 },
        ],
      },
    ],
  ])('%s', (query, config) => {
    expect(readLink(`#/playground?${query}`)).toEqual({ link: withConfig(config), unread: [] });
  });

  it('takes the last of two interventions about the same at the same update, and names the other', () => {
    const { link, unread } = readLink('#/playground?do=5:restore,5:cut,6:lr:1,6:lr:2');
    expect(link.config.interventions).toEqual([{ kind: 'cut', update: 5 }, change(6, 2)]);
    expect(unread).toEqual(['do=5:restore', 'do=6:lr:1']);
  });

  it('has nothing to say of an intervention that is written twice', () => {
    const { link, unread } = readLink('#/playground?do=5:cut,5:cut,6:lr:1,6:lr:1');
    expect(link.config.interventions).toEqual([{ kind: 'cut', update: 5 }, change(6, 1)]);
    expect(unread).toEqual([]);
  });

  it('of an intervention and its undoing at the same update has neither', () => {
    const kept = { kind: 'cut', update: 9 } as const;
    const undone = withConfig({ interventions: [{ kind: 'restore', update: 5 }, kept] });
    expect(readLink(formatLink(undone))).toEqual({ link: withConfig({ interventions: [kept] }), unread: [] });
    expect(runKey(undone.config)).toBe(runKey({ ...undone.config, interventions: [kept] }));
  });

  it.each([
    'hidden=0',
    'hidden=513',
    'hidden=2.5',
    'hidden=',
    'hidden=NaN',
    'hidden=-3',
    'hidden=0x10',
    'hidden= 3',
    'hidden=1e999',
    'hidden=٣',
    'layers=4',
    'layers=Infinity',
    'seed=4294967296',
    'seed=99999999999999999999',
    'update=100000001',
    'update=-1',
    't=0',
    't=2000',
    't=1.5',
    'clip=0',
    'clip=null',
    'cell=RNN',
    'cell=__proto__',
    'optimizer=constructor',
    'speed=3',
    'speed=null',
    'lang=de',
    'letters=toString',
    'task=translation',
    'task=__proto__',
    'tongue=de',
    'upto=99',
    'upto=0999',
    'feedback=yes',
    'lr=0',
    'lr=1001',
    'lr=0.1,5:1',
    'lr=-0.1',
    'seed=-0',
    'do=',
    'do=cut',
    'do=5',
    'do=5:',
    'do=5:CUT',
    'do=5:cut:1',
    'do=-1:cut',
    'do=1.5:cut',
    'do=100000001:cut',
    'do=5:lr',
    'do=5:lr:0',
    'do=5:lr:1:1',
    'do=5:lr:NaN',
    'do=5:w14',
    'do=5:w14:',
    'do=5:w14:1001',
    'do=5:w14:Infinity',
    'do=5:w14:--1',
    'do=5:w-1:1',
    'do=5:w1.5:1',
    'do=5:w1234567890:1',
    'do=5:freeze0.1',
    'do=5:freeze1.0',
    'do=5:freeze4.1',
    'do=5:freeze1.513',
    'do=5:freeze1',
    'do=5:thaw1.1.1',
    'do=5:freeze1.1:1',
    'do=5:hold1.2',
    'do=5:hold1.2:2',
    'do=5:hold1.2:0.5',
    'do=5:hold1.5:1',
    'do=5:hold4.1:1',
    'do=5:hold1:1',
    'do=5:release1.5',
    'do=5:release1.2:1',
    'do=5:__proto__',
    'do=5:constructor:1',
    'open=',
    'open=everything',
    'hide=',
    'hide=network',
    'fold=2',
    'fold=half',
    'guess=yes',
    '__proto__=1',
    'constructor=1',
    'toString=1',
    '%00=1',
    'hidden',
  ])('%s changes nothing and is named', (query) => {
    const [[key, written]] = new URLSearchParams(query);
    expect(readLink(`#/playground?text=abc&${query}&nonlinearity=relu`)).toEqual({
      link: withConfig({ text: 'abc', nonlinearity: 'relu' }),
      unread: [`${key}=${written}`],
    });
  });

  it('takes the first of a repeated key and names it', () => {
    const { link, unread } = readLink('#/playground?hidden=4&hidden=5&hidden=6');
    expect(link).toEqual(withConfig({ hiddenSize: 4 }));
    expect(unread).toEqual(['hidden=5', 'hidden=6']);
  });

  it.each<[string, string, Partial<Link>]>([
    ['open=everything', 'open=inside,everything,place', { panels: ['inside', 'place'] }],
    ['open=inside', 'open=inside,inside', { panels: ['inside'] }],
    ['open=none', 'open=inside,none', { panels: ['inside'] }],
    ['open=nothing', 'open=nothing,place,reach,gates,weights,inside', { panels: PANELS }],
    ['hide=foo', 'hide=controls,weights,foo', { hidden: ['controls', 'weights'] }],
    ['hide=', 'hide=controls,,header', { hidden: ['header', 'controls'] }],
    ['do=7:nonsense', 'do=5:cut,7:nonsense', withConfig({ interventions: [{ kind: 'cut', update: 5 }] })],
    ['do=4:lr:2', 'do=5:lr:1,4:lr:2', withConfig({ interventions: [change(5, 1)] })],
    ['do=20:lr:0.05', 'do=20:lr:0.05,20:lr:0.01', withConfig({ interventions: [change(20, 0.01)] })],
    ['do=20:restore', 'do=20:restore', {}],
    ['do=6:cut', 'do=5:cut,6:cut', withConfig({ interventions: [{ kind: 'cut', update: 5 }] })],
    ['do=4:release1.1', 'do=4:release1.1,5:lr:1', withConfig({ interventions: [change(5, 1)] })],
    ['do=', 'do=,5:lr:1', withConfig({ interventions: [change(5, 1)] })],
  ])('names %s of %s and uses what can be read of it', (part, query, expected) => {
    expect(readLink(`#/playground?${query}`)).toEqual({
      link: { ...DEFAULT_LINK, ...expected },
      unread: [part],
    });
  });

  it('takes several panels and parts in any order', () => {
    const all = `open=${[...PANELS].reverse()}&hide=${[...PARTS].reverse()}`;
    expect(readLink(`#/playground?${all}`)).toEqual({
      link: { ...DEFAULT_LINK, panels: PANELS, hidden: PARTS },
      unread: [],
    });
  });

  it('names an unknown route and reads what it carries', () => {
    expect(readLink('#/shapes?text=abc')).toEqual({ link: withConfig({ text: 'abc' }), unread: ['/shapes'] });
  });

  it('repeats little of a hostile link', () => {
    const hostile = Array.from({ length: 1000 }, (_, index) => `${index}${'x'.repeat(1000)}=1`).join('&');
    const { unread } = readLink(`#/playground?${hostile}`);
    expect(unread.join('').length).toBeLessThan(500);
    expect(unread[0]).toMatch(/^0x+…$/);
  });

  it('never throws and never leaves the limits, whatever the hash', () => {
    const key = fc.constantFrom(
      'text',
      'hidden',
      'lr',
      'clip',
      'seed',
      'update',
      't',
      'task',
      'ask',
      'upto',
      'lang',
      'speed',
      'cell',
      'do',
      'open',
      'hide',
      'fold',
      '__proto__',
    );
    const value = fc.oneof(
      anyString,
      fc.double().map(String),
      fc.constantFrom(
        '%',
        '%E0%A4',
        '5:lr:1,6:cut,6:w3:-1e-9',
        '7:freeze1.2,3:thaw1.2',
        'place,weights',
        '~D8',
        'numbers',
        '9999',
      ),
    );
    const query = fc
      .array(fc.tuple(key, value))
      .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
    fc.assert(
      fc.property(
        fc.oneof(
          anyString,
          query.map((written) => `#/playground?${written}`),
        ),
        (hash) => {
          const { link } = readLink(hash);
          const { config } = link;
          expect(isWithinLimits('hiddenSize', config.hiddenSize)).toBe(true);
          expect(isWithinLimits('learningRate', config.learningRate)).toBe(true);
          expect(isWithinLimits('clipNorm', config.clipNorm ?? 1)).toBe(true);
          expect(isWithinLimits('seed', config.seed)).toBe(true);
          expect(isWithinLimits('update', link.update)).toBe(true);
          for (const { update } of config.interventions) expect(isWithinLimits('update', update)).toBe(true);
          expect(link.panels).toEqual(PANELS.filter((panel) => link.panels.includes(panel)));
          expect(PACES[link.pace]).not.toBeUndefined();
          expect(Object.keys(link).sort()).toEqual(Object.keys(DEFAULT_LINK).sort());
          expect(Object.keys(config).sort()).toEqual(Object.keys(DEFAULT_CONFIG).sort());
          expect(readLink(formatLink(link))).toEqual({ link, unread: [] });
        },
      ),
      { numRuns: 1000 },
    );
  }, 30_000);
});

describe('bytes that are no character', () => {
  it.each([
    ['text=ok%ED%A0%80ab', 'ok\uFFFD\uFFFD\uFFFDab', 'text=\uFFFD\uFFFD\uFFFDab'],
    ['text=%E0%A4%A', '\uFFFD%A', 'text=\uFFFD%A'],
    ['text=%F0', '\uFFFD', 'text=\uFFFD'],
  ])('leave the rest of the text in %s, and are named', (query, text, part) => {
    const { link, unread } = readLink(`#/playground?${query}&cell=gru`);
    expect(link).toEqual(withConfig({ text, cell: 'gru' }));
    expect(unread).toEqual([part]);
  });

  it('leave nothing of a number', () => {
    expect(readLink('#/playground?hidden=%F07&seed=5')).toEqual({
      link: withConfig({ seed: 5 }),
      unread: ['hidden=\uFFFD7'],
    });
  });

  it('are not those of a sign that stands for them', () => {
    expect(readLink('#/playground?text=%EF%BF%BDab').unread).toEqual([]);
  });
});

describe('bounds', () => {
  it('cut a text only where it is too long to be used whole', () => {
    expect(MAX_TEXT_UNITS).toBeGreaterThan(MAX_LETTERS * MAX_LETTER_UNITS);
    const endless = '\u0301'.repeat(200_000);
    for (const hash of [formatLink(withConfig({ text: endless })), `#/playground?text=${endless}`]) {
      const { text } = readLink(hash).link.config;
      expect(text).toBe(endless.slice(0, MAX_TEXT_UNITS));
      expect(readText(text, 'syllable')).toEqual(readText(endless, 'syllable'));
    }
  });

  it('reach to the last timestep of the longest text', () => {
    expect(MAX_TIMESTEPS).toBe(MAX_LETTERS - 1);
  });

  it('keep the first interventions, and tell their run from the whole one', () => {
    const interventions = Array.from({ length: MAX_INTERVENTIONS + 1 }, (_, update) => change(update, 0.5));
    const whole = withConfig({ interventions });
    const { link, unread } = readLink(formatLink(whole));
    expect(link.config.interventions).toEqual(interventions.slice(0, -1));
    expect(unread).toEqual([]);
    expect(runKey(link.config)).not.toBe(runKey(whole.config));
    expect(readLink(`${formatLink(link)},2000:lr:0.5`).unread).toEqual(['do=2000:lr:0.5']);
  });
});

it('the name of a run is that of its start and interventions alone', () => {
  fc.assert(
    fc.property(anyLink, anyLink, (one, other) => {
      expect(runKey(readLink(formatLink({ ...other, config: one.config })).link.config)).toBe(
        runKey(one.config),
      );
      expect(startKey({ ...one.config, interventions: other.config.interventions })).toBe(
        startKey(one.config),
      );
      expect(runKey(one.config) === runKey(other.config)).toBe(
        formatLink(withConfig(one.config)) === formatLink(withConfig(other.config)),
      );
    }),
  );
});
