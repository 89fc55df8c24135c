import { describe, expect, it } from 'vitest';
import { createTrainer, NO_ABLATION } from '../../src/engine/index.ts';
import { bytesOf, isDifference, type Packed, pack, unpack } from '../../src/worker/packing.ts';
import { drop, neededOnes, tighten } from '../../src/worker/relatives.ts';
import { helloConfig } from './fakeTrainer.ts';

const PARAMETERS = 50;

function moment(update: number): Packed {
  const values = Float64Array.from({ length: 3 * PARAMETERS }, (_, i) =>
    Math.fround(Math.sin(i + 1) * (1 + 1e-5 * update)),
  );
  return pack({ update, learningRate: 1, ablation: NO_ABLATION, values }, PARAMETERS);
}

function tightened(moments: readonly Packed[]): void {
  while (tighten(moments));
}

function depthOf({ values }: Packed): number {
  return isDifference(values) ? 1 + depthOf(values.earlier) : 0;
}

const depths = (moments: readonly Packed[]) => moments.map(depthOf);
const momentsTo = (count: number) => Array.from({ length: count }, (_, update) => moment(update));

describe('tighten', () => {
  it('keeps one of eight whole, three differences from the last one', () => {
    const moments = momentsTo(18);
    tightened(moments);
    expect(depths(moments)).toEqual([0, 1, 1, 2, 1, 2, 2, 3, 0, 1, 1, 2, 1, 2, 2, 3, 0, 1]);
  });

  it('makes half the memory do for the updates of a network, and goes on from each with the same bits', () => {
    const config = helloConfig();
    const trainer = createTrainer({ ...config, model: { ...config.model, cell: 'lstm', hiddenSize: 32 } });
    const saved = Array.from({ length: 96 }, () => {
      trainer.step();
      return trainer.save();
    }).slice(-16);
    const moments = saved.map((checkpoint) => pack(checkpoint, trainer.parameters.length));
    const size = () => moments.reduce((sum, packed) => sum + bytesOf(packed), 0);
    const before = size();
    expect(before).toBe(16 * 4 * saved[0].values.length);
    tightened(moments);
    expect(size()).toBeLessThan(before / 2);
    expect(moments.map(unpack)).toEqual(saved);
  });

  it('brings groups together whose every second moment was dropped, of which no other needs one', () => {
    const moments = momentsTo(16);
    tightened(moments);
    for (let index = 1; index < moments.length; index++) {
      expect(neededOnes(moments).has(moments[index])).toBe(false);
      drop(moments, index);
    }
    tightened(moments);
    expect(depths(moments)).toEqual([0, 1, 1, 2, 1, 2, 2, 3]);
    for (const packed of moments) {
      expect(unpack(packed).values).toEqual(unpack(moment(packed.checkpoint.update)).values);
    }
  });

  it('leaves numbers of double precision whole', () => {
    const values = new Float64Array(150).fill(0.1);
    const moments = [0, 1].map((update) =>
      pack({ update, learningRate: 1, ablation: NO_ABLATION, values }, PARAMETERS),
    );
    expect(tighten(moments)).toBe(false);
    expect(moments.some(({ values }) => isDifference(values))).toBe(false);
  });
});

describe('drop', () => {
  it('makes those whole that depended on it', () => {
    const moments = momentsTo(4);
    tightened(moments);
    drop(moments, 0);
    expect(depths(moments)).toEqual([0, 0, 1]);
    expect(unpack(moments[2]).values).toEqual(unpack(moment(3)).values);
  });
});
