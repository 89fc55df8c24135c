import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadResume, type ResumeStorage } from '../../src/state/resume.ts';
import { IN_BROWSER } from '../../src/state/resumeStorage.ts';
import { saveResume } from '../../src/state/saveResume.ts';
import type { Resume } from '../../src/worker/protocol.ts';

const PARAMETERS = 4;
const SIZE = { cell: 'gru', parameters: PARAMETERS, layers: 2, hiddenSize: 3 } as const;
const HELD = { layer: 1, gate: 0, value: 1 };

function resumeAt(update: number): Resume {
  return {
    checkpoint: {
      update,
      learningRate: 0.01,
      ablation: { recurrenceCut: true, frozen: [{ layer: 1, unit: 2 }] },
      values: Float64Array.of(1, -2, 3e-300, 0.1, 5, 6, 7, 8),
    },
    curve: {
      updates: Float64Array.of(0, update + 1),
      losses: Float64Array.of(1.4, 0.2),
      accuracies: Float64Array.of(0.25, 1),
    },
    milestones: [
      { update: 0, correct: 1 },
      { update: update + 1, correct: 4 },
    ],
  };
}

/** Keeps clones, as a browser does. */
function createMemory(): ResumeStorage & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (key) => structuredClone(values.get(key)),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    update: async (key, change) => void values.set(key, change(values.get(key))),
    delete: async (key) => void values.delete(key),
  };
}

/** Memory in which the run `a` has been replaced by something else. */
async function memoryWith(saved: unknown) {
  const memory = createMemory();
  await saveResume('a', resumeAt(3), memory);
  for (const key of memory.values.keys()) if (key.includes('a')) memory.values.set(key, saved);
  return memory;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the state of a run', () => {
  it('comes back as it was saved last', async () => {
    const memory = createMemory();
    await saveResume('a', resumeAt(1), memory);
    await saveResume('b', resumeAt(2), memory);
    await saveResume('a', resumeAt(3), memory);
    expect(await loadResume('a', SIZE, memory)).toEqual(resumeAt(3));
    expect(await loadResume('b', SIZE, memory)).toEqual(resumeAt(2));
    expect(await loadResume('c', SIZE, memory)).toBeNull();
  });

  it('is kept for the three newest runs, and nothing is left of the others', async () => {
    const memory = createMemory();
    for (const key of ['a', 'b', 'c', 'a', 'd', 'newest']) await saveResume(key, resumeAt(1), memory);
    const found = await Promise.all(
      ['a', 'b', 'c', 'd', 'newest'].map((key) => loadResume(key, SIZE, memory)),
    );
    expect(found.map((resume) => resume !== null)).toEqual([true, false, false, true, true]);
    expect(memory.values.size).toBe(4);
  });

  it('goes on being kept after the list of runs was spoilt', async () => {
    const memory = createMemory();
    memory.values.set('newest', { length: -1 });
    for (const key of ['a', 'b']) await saveResume(key, resumeAt(1), memory);
    expect(await loadResume('a', SIZE, memory)).toEqual(resumeAt(1));
  });

  it('is not kept when it is huge', async () => {
    const memory = createMemory();
    const { checkpoint, ...rest } = resumeAt(1);
    await saveResume('a', { ...rest, checkpoint: { ...checkpoint, values: new Float64Array(5e6) } }, memory);
    expect(memory.values.size).toBe(0);
  });

  it('is as good as absent when the storage fails', async () => {
    const fail = () => Promise.reject(new DOMException('denied', 'SecurityError'));
    const broken: ResumeStorage = { get: fail, set: fail, update: fail, delete: fail };
    await expect(saveResume('a', resumeAt(1), broken)).resolves.toBeUndefined();
    await expect(loadResume('a', SIZE, broken)).resolves.toBeNull();
  });

  it('is as good as absent where there is no database', async () => {
    await expect(saveResume('a', resumeAt(1), IN_BROWSER)).resolves.toBeUndefined();
    await expect(loadResume('a', SIZE)).resolves.toBeNull();
  });

  it('is not waited for when the storage never answers', async () => {
    vi.useFakeTimers();
    const stuck: ResumeStorage = { ...createMemory(), get: () => new Promise(() => {}) };
    const loading = loadResume('a', SIZE, stuck);
    await vi.advanceTimersByTimeAsync(1000);
    await expect(loading).resolves.toBeNull();
  });
});

describe('what comes back', () => {
  const { checkpoint, curve } = resumeAt(3);
  const withCheckpoint = (change: object) => ({ ...resumeAt(3), checkpoint: { ...checkpoint, ...change } });
  const withAblation = (change: object) =>
    withCheckpoint({ ablation: { recurrenceCut: false, frozen: [], ...change } });
  const withBreakdown = (change: object) => ({
    ...resumeAt(3),
    breakdown: { lastGood: 5, update: 6, loss: Number.POSITIVE_INFINITY, ...change },
  });
  const withMilestones = (...milestones: object[]) => ({ ...resumeAt(3), milestones });
  const withCurve = (change: object) => ({ ...resumeAt(3), curve: { ...curve, ...change } });

  it.each<[string, object]>([
    ['at the start', resumeAt(0)],
    ['never anything right', { ...resumeAt(3), milestones: [] }],
    ['parameters alone', withCheckpoint({ values: new Float64Array(PARAMETERS) })],
    ['a gate that is held', withAblation({ held: [HELD] })],
    ['a breakdown ahead', withBreakdown({})],
    ['a breakdown of no number at once', withBreakdown({ lastGood: 3, update: 4, loss: Number.NaN })],
    ['two moments and a counter', withCheckpoint({ values: new Float64Array(3 * PARAMETERS + 1) })],
  ])('is used: %s', async (_, saved) => {
    expect(await loadResume('a', SIZE, await memoryWith(saved))).toEqual(saved);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a string', 'checkpoint'],
    ['a list', []],
    ['no checkpoint', { ...resumeAt(3), checkpoint: undefined }],
    ['no curve', { ...resumeAt(3), curve: null }],
    ['no milestones', { ...resumeAt(3), milestones: undefined }],
    ['milestones as an object', { ...resumeAt(3), milestones: { length: 0 } }],
    ['a milestone that is none', { ...resumeAt(3), milestones: [null] }],
    ['a milestone between updates', withMilestones({ update: 1.5, correct: 1 })],
    ['a milestone of half a letter', withMilestones({ update: 1, correct: 0.5 })],
    ['milestones that stand still', withMilestones({ update: 1, correct: 1 }, { update: 1, correct: 2 })],
    ['milestones that go back', withMilestones({ update: 1, correct: 2 }, { update: 2, correct: 2 })],
    ['a breakdown that is none', { ...resumeAt(3), breakdown: 'soon' }],
    ['a breakdown without a loss', withBreakdown({ loss: undefined })],
    ['a breakdown before what is good', withBreakdown({ lastGood: 2 })],
    ['a breakdown at a good update', withBreakdown({ update: 5 })],
    ['a negative update', withCheckpoint({ update: -1 })],
    ['an update that is text', withCheckpoint({ update: '3' })],
    ['an endless update', withCheckpoint({ update: Number.POSITIVE_INFINITY })],
    ['a learning rate of zero', withCheckpoint({ learningRate: 0 })],
    ['no learning rate', withCheckpoint({ learningRate: undefined })],
    ['no ablation', withCheckpoint({ ablation: undefined })],
    ['a recurrence that is neither', withAblation({ recurrenceCut: 1 })],
    ['frozen units as text', withAblation({ frozen: 'all' })],
    ['a frozen unit that is none', withAblation({ frozen: [null] })],
    ['a frozen unit beyond the layer', withAblation({ frozen: [{ layer: 0, unit: 3 }] })],
    ['a frozen unit of no layer', withAblation({ frozen: [{ layer: 2, unit: 0 }] })],
    ['half a frozen unit', withAblation({ frozen: [{ layer: 0, unit: 0.5 }] })],
    ['more frozen units than there are', withAblation({ frozen: Array(7).fill({ layer: 0, unit: 0 }) })],
    ['held gates as text', withAblation({ held: 'all' })],
    ['a held gate that is none', withAblation({ held: [null] })],
    ['a held gate that the cell has not', withAblation({ held: [{ ...HELD, gate: 2 }] })],
    ['a held gate of no layer', withAblation({ held: [{ ...HELD, layer: 2 }] })],
    ['a gate held half open', withAblation({ held: [{ ...HELD, value: 0.5 }] })],
    ['more held gates than there are', withAblation({ held: Array(9).fill(HELD) })],
    ['values in a list', withCheckpoint({ values: [1, 2, 3, 4] })],
    ['values of another type', withCheckpoint({ values: new Float32Array(8) })],
    ['too few values', withCheckpoint({ values: new Float64Array(PARAMETERS - 1) })],
    ['too many values', withCheckpoint({ values: new Float64Array(100) })],
    ['a value that is no number', withCheckpoint({ values: Float64Array.of(1, 2, 3, Number.NaN) })],
    [
      'an empty curve',
      withCurve({
        updates: new Float64Array(0),
        losses: new Float64Array(0),
        accuracies: new Float64Array(0),
      }),
    ],
    ['unequal lengths', withCurve({ losses: Float64Array.of(1) })],
    ['a curve that goes back', withCurve({ updates: Float64Array.of(5, 4) })],
    ['a curve that stands still', withCurve({ updates: Float64Array.of(4, 4) })],
    ['a curve that ends before the checkpoint', withCurve({ updates: Float64Array.of(0, 2) })],
    ['updates between updates', withCurve({ updates: Float64Array.of(0.5, 4) })],
    ['a loss that is not finite', withCurve({ losses: Float64Array.of(1, Number.NaN) })],
    ['more than all right', withCurve({ accuracies: Float64Array.of(1, 1.01) })],
  ])('is ignored: %s', async (_, saved) => {
    expect(await loadResume('a', SIZE, await memoryWith(saved))).toBeNull();
  });
});
