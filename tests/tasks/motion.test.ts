import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FRAME_SIDE,
  MAX_FRAMES,
  MOTIONS,
  motionBetween,
  motionExercise,
  move,
  readVideo,
} from '../../src/tasks/motion.ts';

const exercise = motionExercise('en');
const CELLS = FRAME_SIDE * FRAME_SIDE;
const anyCell = fc.nat(CELLS - 1);
const anyMotion = fc.constantFrom(...MOTIONS);

describe('a dot', () => {
  it('that moved has the motion that brought it there, at a wall none', () => {
    fc.assert(
      fc.property(anyCell, anyMotion, (cell, motion) => {
        const after = move(cell, motion);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThan(CELLS);
        expect(motionBetween(cell, after)).toBe(after === cell ? 'still' : motion);
      }),
    );
  });

  it.each([
    [0, 'up', 0],
    [0, 'left', 0],
    [5, 'right', 5],
    [6, 'up', 0],
    [35, 'down', 35],
    [30, 'left', 30],
    [14, 'right', 15],
  ] as const)('at %i goes %s to %i', (cell, motion, after) => {
    expect(move(cell, motion)).toBe(after);
  });

  it('never wraps round a wall', () => {
    expect(motionBetween(5, 6)).toBeNull();
    expect(motionBetween(6, 5)).toBeNull();
    expect(motionBetween(0, 7)).toBeNull();
  });
});

describe('videos', () => {
  it('are labelled frame by frame, the first as still', () => {
    const { inputs, targets } = exercise.ask([14, 8, 8, 9, 15, 14], [4, 0, 4, 3, 1, 2]);
    expect(targets).toEqual([4, 0, 4, 3, 1, 2]);
    const dots = inputs.map((frame) => (frame instanceof Float64Array ? frame.indexOf(1) : -1));
    expect(dots).toEqual([14, 8, 8, 9, 15, 14]);
    expect(readVideo([14, 8, 8, 9, 15, 14], exercise)).toMatchObject({ answer: [4, 0, 4, 3, 1, 2] });
    for (const { answer } of exercise.training) expect(MOTIONS[answer[0]]).toBe('still');
  });

  it('show every motion about as often as the others', () => {
    const labels = exercise.training.flatMap(({ answer }) => answer.slice(1));
    for (const index of MOTIONS.keys()) {
      const part = labels.filter((label) => label === index).length / labels.length;
      expect(part).toBeGreaterThan(0.15);
      expect(part).toBeLessThan(0.3);
    }
  });
});

describe('a path', () => {
  it('of a person is read with its motions, whatever way it takes', () => {
    fc.assert(
      fc.property(
        anyCell,
        fc.array(anyMotion, { minLength: 1, maxLength: MAX_FRAMES - 1 }),
        (start, motions) => {
          const video = [start];
          for (const motion of motions) video.push(move(video[video.length - 1], motion));
          const reading = readVideo(video, exercise);
          if (reading.kind !== 'ready') throw new Error(`not ready: ${reading.reason.kind}`);
          expect(reading.answer).toHaveLength(video.length);
          const replayed = (reading.answer ?? []).reduce((cell, label) => move(cell, MOTIONS[label]), start);
          expect(replayed).toBe(video[video.length - 1]);
        },
      ),
    );
  });

  it.each([
    ['no frame', [], 'unreadable', { kind: 'noFrame' }],
    ['one frame', [3], 'guess', { kind: 'oneFrame' }],
    ['a jump', [3, 4, 20, 21], 'guess', { kind: 'jump', frame: 2 }],
    [
      'too many frames',
      Array.from({ length: MAX_FRAMES + 1 }, () => 0),
      'unreadable',
      { kind: 'tooManyFrames', limit: MAX_FRAMES },
    ],
  ])('of %s has a reason', (_, video, kind, reason) => {
    expect(readVideo(video, exercise)).toMatchObject({ kind, reason });
  });

  it('knows where it comes from', () => {
    expect(readVideo(exercise.training[0].question, exercise)).toMatchObject({ origin: 'training' });
    expect(readVideo(exercise.heldOut[0].question, exercise)).toMatchObject({ origin: 'heldOut' });
    expect(readVideo([0, 1], exercise)).toMatchObject({ origin: 'new' });
  });
});
