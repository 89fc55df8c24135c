import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Config, DEFAULT_CONFIG, isWithinLimits } from '../../src/state/config.ts';
import {
  DEFAULT_LINK,
  formatLink,
  MAX_INTERVENTIONS,
  MAX_TEXT_UNITS,
  MAX_TIMESTEPS,
  readLink,
  runKey,
} from '../../src/state/url.ts';
import { PACES } from '../../src/state/view.ts';
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
  });

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

  it('can be read by a person', () => {
    const config = {
      text: 'to be',
      cell: 'lstm',
      interventions: [change(57, 0.05), change(120, 1e-6)],
    } as const;
    expect(formatLink({ ...withConfig(config), update: 200, timestep: 3, pace: 8, language: 'ko' })).toBe(
      '#/playground?text=to+be&cell=lstm&lr=0.01,57:0.05,120:0.000001&update=200&t=4&speed=max&lang=ko',
    );
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
    ['lr=1E-3,0:2', { learningRate: 0.001, interventions: [change(0, 2)] }],
  ])('%s', (query, config) => {
    expect(readLink(`#/playground?${query}`)).toEqual({ link: withConfig(config), unread: [] });
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
    'lr=0',
    'lr=1001',
    'lr=0.1,',
    'lr=0.1,5',
    'lr=0.1,5:',
    'lr=0.1,5:1:1',
    'lr=0.1,5:1,5:2',
    'lr=0.1,5:1,4:2',
    'lr=0.1,-1:1',
    'lr=,5:1',
    'lr=0.1,5:NaN',
    '__proto__=1',
    'constructor=1',
    'toString=1',
    '%00=1',
    'hidden',
  ])('%s changes nothing and is named', (query) => {
    const name = query.split('=')[0].replace('%00', '\0');
    expect(readLink(`#/playground?text=abc&${query}&nonlinearity=relu`)).toEqual({
      link: withConfig({ text: 'abc', nonlinearity: 'relu' }),
      unread: [name],
    });
  });

  it('takes the first of a repeated key and names it', () => {
    const { link, unread } = readLink('#/playground?hidden=4&hidden=5&hidden=6');
    expect(link).toEqual(withConfig({ hiddenSize: 4 }));
    expect(unread).toEqual(['hidden']);
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
      'lang',
      'speed',
      'cell',
      '__proto__',
    );
    const value = fc.oneof(
      anyString,
      fc.double().map(String),
      fc.constantFrom('%', '%E0%A4', '0.1,5:1', '~D8'),
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
          expect(PACES[link.pace]).not.toBeUndefined();
          expect(Object.keys(link).sort()).toEqual(Object.keys(DEFAULT_LINK).sort());
          expect(Object.keys(config).sort()).toEqual(Object.keys(DEFAULT_CONFIG).sort());
          expect(readLink(formatLink(link))).toEqual({ link, unread: [] });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('bytes that are no character are used as they can be read, and named', () => {
  expect(readLink('#/playground?text=%E0%A4%A&cell=gru').unread).toEqual(['text']);
  expect(readLink('#/playground?text=%EF%BF%BDab').unread).toEqual([]);
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

  it('keep the first changes of the learning rate, and tell their run from the whole one', () => {
    const interventions = Array.from({ length: MAX_INTERVENTIONS + 1 }, (_, update) => change(update, 0.5));
    const whole = withConfig({ interventions });
    const { link, unread } = readLink(formatLink(whole));
    expect(link.config.interventions).toEqual(interventions.slice(0, -1));
    expect(unread).toEqual([]);
    expect(runKey(link.config)).not.toBe(runKey(whole.config));
    expect(readLink(`${formatLink(link)},2000:0.5`).unread).toEqual(['lr']);
  });
});

it('the name of a run is that of its start and interventions alone', () => {
  fc.assert(
    fc.property(anyLink, anyLink, (one, other) => {
      expect(runKey(readLink(formatLink({ ...other, config: one.config })).link.config)).toBe(
        runKey(one.config),
      );
      expect(runKey(one.config) === runKey(other.config)).toBe(
        formatLink(withConfig(one.config)) === formatLink(withConfig(other.config)),
      );
    }),
  );
});
