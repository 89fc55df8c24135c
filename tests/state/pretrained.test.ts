import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { askedSubject } from '../../src/app/opening.ts';
import { countParameters } from '../../src/engine/index.ts';
import { defaultConfig } from '../../src/state/config.ts';
import {
  type FetchFile,
  loadPretrained,
  PRETRAINED,
  type Pretrained,
  pretrainedCalled,
  pretrainedOf,
} from '../../src/state/pretrained.ts';
import { modelOf } from '../../src/state/start.ts';
import { runKey } from '../../src/state/url.ts';
import { recommendedUpdates } from '../../src/tasks/exercise.ts';
import { exerciseFor } from '../../src/tasks/questions.ts';
import { trainState } from '../pretrain/trainState.ts';

const FOLDER = fileURLToPath(new URL('../../public/pretrained/', import.meta.url));
const MOST_BYTES = 4.5 * 1024 * 1024;

const fileBytes = (file: string) => new Uint8Array(readFileSync(FOLDER + file));
const streamOf = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]).stream();
const fromDisk: FetchFile = async (file) => streamOf(fileBytes(file));

function exerciseOf({ task, ...choice }: Pretrained['config']) {
  if (task === 'text') throw new Error('no exercise');
  return exerciseFor({ ...choice, task });
}

function sizeOf({ config }: Pretrained) {
  const model = modelOf(config, askedSubject(exerciseOf(config), '').task);
  return { ...model, parameters: countParameters(model) };
}

const [motion] = PRETRAINED.filter(({ config }) => config.task === 'motion' && config.cell === 'gru');

describe('the states that are shipped', () => {
  it.each(PRETRAINED.map((state) => [state.file, state] as const))('%s can be read', async (_, state) => {
    const resume = await loadPretrained(state, sizeOf(state), fromDisk);
    expect(resume?.checkpoint.update).toBe(state.update);
    expect(resume?.curve.updates.at(-1)).toBe(state.update);
  });

  it('belong to the configurations that exercises begin with, after as many updates as they recommend', () => {
    for (const { config, update } of PRETRAINED) {
      expect(update).toBe(recommendedUpdates(exerciseOf(config).recommended, config.cell));
      expect(config).toEqual({ ...defaultConfig(config.task), tongue: config.tongue, cell: config.cell });
    }
  });

  it('are small', () => {
    const bytes = PRETRAINED.reduce((sum, { file }) => sum + statSync(FOLDER + file).size, 0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('are what their configuration, seed and update give, bit for bit', async () => {
    const resume = await loadPretrained(motion, sizeOf(motion), fromDisk);
    const replayed = trainState(motion);
    expect(resume?.checkpoint.values).toEqual(replayed.resume.checkpoint.values);
    expect(replayed.examination?.heldOut.targetsRight).toBe(replayed.examination?.heldOut.targets);
  }, 60_000);
});

describe('finding a state', () => {
  it('takes the configuration to the letter', () => {
    const config = defaultConfig('captions');
    expect(pretrainedOf(config)?.file).toBe('captions-en-gru.bin');
    expect(pretrainedOf({ ...config, tongue: 'ko' })?.file).toBe('captions-ko-gru.bin');
    expect(pretrainedOf({ ...config, cell: 'lstm' })?.file).toBe('captions-en-lstm.bin');
    expect(pretrainedOf({ ...config, seed: config.seed + 1 })).toBeNull();
    expect(pretrainedOf({ ...config, hiddenSize: 47 })).toBeNull();
    expect(pretrainedOf({ ...config, interventions: [{ kind: 'cut', update: 3 }] })).toBeNull();
    expect(pretrainedOf(defaultConfig('text'))).toBeNull();
  });

  it('knows that the names of motions are not learned', () => {
    expect(pretrainedOf({ ...motion.config, tongue: 'ko' })).toBe(motion);
    expect(pretrainedCalled(runKey({ ...motion.config, tongue: 'ko' }))).toBe(motion);
  });

  it('by the name of the run finds the same', () => {
    for (const state of PRETRAINED) expect(pretrainedCalled(runKey(state.config))).toBe(state);
    expect(pretrainedCalled(runKey({ ...defaultConfig('numbers'), upTo: 9999 }))).toBeNull();
  });
});

describe('a file that is broken', () => {
  const load = (bytes: Uint8Array) => loadPretrained(motion, sizeOf(motion), async () => streamOf(bytes));

  it('gives nothing: missing, cut off, or something else', async () => {
    const whole = fileBytes(motion.file);
    const missing = loadPretrained(motion, sizeOf(motion), async () => {
      throw new TypeError('404');
    });
    expect(await missing).toBeNull();
    expect(await load(whole.subarray(0, whole.length / 2))).toBeNull();
    expect(await load(new Uint8Array())).toBeNull();
    expect(await load(new TextEncoder().encode('<!doctype html>'))).toBeNull();
  });

  it('gives nothing where it is the state of another network, or of another update', async () => {
    const [captions] = PRETRAINED;
    expect(await load(fileBytes(captions.file))).toBeNull();
    const later = { ...motion, update: motion.update + 1 };
    expect(await loadPretrained(later, sizeOf(motion), fromDisk)).toBeNull();
  });
});
