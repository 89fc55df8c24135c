import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TASKS } from '../../src/state/config.ts';
import {
  comparable,
  DEFAULT_CHOICE,
  MOST_COMPARED,
  ofEach,
  openingUpdate,
  type ShapesLink,
  shapeConfig,
} from '../../src/state/shapes.ts';
import { DEFAULT_SHAPES_LINK, formatShapesLink, readShapesLink } from '../../src/state/shapesUrl.ts';
import { PACES } from '../../src/state/view.ts';

const anyLink: fc.Arbitrary<ShapesLink> = fc
  .record({
    cell: fc.constantFrom('rnn' as const, 'gru' as const, 'lstm' as const),
    hiddenSize: fc.integer({ min: 1, max: 512 }),
    layers: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer({ min: 0, max: 4294967295 }),
    tongue: fc.constantFrom('en' as const, 'ko' as const, null),
    numbersFrom: fc.constantFrom('en' as const, 'ko' as const),
    updates: fc.array(fc.option(fc.integer({ min: 0, max: 100_000_000 })), { minLength: 5, maxLength: 5 }),
    questions: fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 5, maxLength: 5 }),
    timestep: fc.integer({ min: 0, max: 1998 }),
    pace: fc.integer({ min: 0, max: PACES.length - 1 }),
    compared: fc.subarray([...TASKS], { maxLength: MOST_COMPARED }),
    arrangement: fc.constantFrom('row' as const, 'stack' as const),
    language: fc.constantFrom('en' as const, 'ko' as const, null),
  })
  .map(({ updates, questions, ...rest }) => ({
    ...rest,
    updates: ofEach((task) => updates[TASKS.indexOf(task)]),
    questions: ofEach((task) => questions[TASKS.indexOf(task)]),
  }));

describe('a link to the five shapes', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        expect(readShapesLink(formatShapesLink(link))).toEqual({ link, unread: [] });
      }),
    );
  });

  it('of nothing special is short', () => {
    expect(formatShapesLink(DEFAULT_SHAPES_LINK)).toBe('#/shapes');
    expect(readShapesLink('#/shapes')).toEqual({ link: DEFAULT_SHAPES_LINK, unread: [] });
  });

  it('keeps the default where it cannot be read, and names it', () => {
    const { link, unread } = readShapesLink('#/shapes?hidden=900&cell=xyz&captions=-1&layers=2&what=1');
    expect(link).toEqual({ ...DEFAULT_SHAPES_LINK, layers: 2 });
    expect(unread).toEqual(['hidden=900', 'cell=xyz', 'captions=-1', 'what=1']);
  });

  it('names those that are too many to be compared', () => {
    const { link, unread } = readShapesLink('#/shapes?compare=text,captions,feelings,numbers,motion');
    expect(link.compared).toEqual(['text', 'captions', 'feelings']);
    expect(unread).toEqual(['compare=numbers,motion']);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (rest) => void readShapesLink(`#/shapes?${rest}`)));
  });
});

describe('what depth changes', () => {
  const score = { examples: 4, examplesRight: 1, targets: 4, targetsRight: 1 };
  const measure = (layers: number, update: number) => ({
    layers,
    examination: { update, training: score, heldOut: score, heldOutRight: Uint8Array.of(1, 0, 0, 0) },
  });

  it('is never told of networks that were not trained as far', () => {
    expect(comparable([])).toEqual([]);
    expect(comparable([measure(1, 800), measure(3, 0)])).toEqual([]);
    const [one, two, three] = [measure(1, 9), measure(2, 800), measure(3, 800)];
    expect(comparable([one, two, three])).toEqual([two, three]);
  });
});

describe('what the five have in common', () => {
  it('is the same for all', () => {
    const choice = { ...DEFAULT_CHOICE, cell: 'lstm', hiddenSize: 20, layers: 2, seed: 7 } as const;
    for (const task of TASKS) {
      expect(shapeConfig(task, choice)).toMatchObject({
        task,
        cell: 'lstm',
        hiddenSize: 20,
        layers: 2,
        seed: 7,
      });
    }
  });

  it('cuts the recurrence where one input has one output, and nowhere else', () => {
    const cuts = TASKS.filter((task) => shapeConfig(task, DEFAULT_CHOICE).interventions.length > 0);
    expect(cuts).toEqual(['text']);
  });

  it('opens trained as it is by default, and with nothing else', () => {
    expect(TASKS.every((task) => openingUpdate(task, DEFAULT_CHOICE) > 0)).toBe(true);
    expect(TASKS.every((task) => openingUpdate(task, { ...DEFAULT_CHOICE, tongue: 'ko' }) > 0)).toBe(true);
    expect(openingUpdate('numbers', { ...DEFAULT_CHOICE, numbersFrom: 'ko' })).toBeGreaterThan(0);
    expect(TASKS.map((task) => openingUpdate(task, { ...DEFAULT_CHOICE, seed: 1 }))).toEqual([0, 0, 0, 0, 0]);
  });
});
