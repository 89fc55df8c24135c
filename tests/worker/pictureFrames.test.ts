import { expect, it } from 'vitest';
import { createPictureFrames, PICTURES } from '../../src/worker/pictureFrames.ts';

/** A browser with frames every `refresh` ms and exact timers. */
function createDisplay(refresh: number) {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  let frames: ((time: number) => void)[] = [];
  return {
    get now() {
      return now;
    },
    browser: {
      performance: { now: () => now },
      setTimeout: ((run: () => void, wait: number) =>
        timers.push({ at: now + wait, run })) as Window['setTimeout'],
      clearTimeout: () => {
        timers = [];
      },
      requestAnimationFrame: (callback: (time: number) => void) => frames.push(callback),
      cancelAnimationFrame: () => {
        frames = [];
      },
    },
    pass(milliseconds: number) {
      for (const end = now + milliseconds; now < end; now += 1) {
        const due = timers.filter(({ at }) => at <= now);
        timers = timers.filter((timer) => !due.includes(timer));
        for (const { run } of due) run();
        if (now % refresh !== 0) continue;
        const mine = frames;
        frames = [];
        for (const callback of mine) callback(now);
      }
    },
  };
}

function picturesIn(milliseconds: number, refresh: number): number {
  const display = createDisplay(refresh);
  const { requestFrame } = createPictureFrames(display.browser);
  let pictures = 0;
  const next = () => {
    pictures++;
    requestFrame(next);
  };
  requestFrame(next);
  display.pass(milliseconds);
  return pictures;
}

it.each([4, 8, 16])(
  'on a display of %i ms there are about as many frames as pictures are worth',
  (refresh) => {
    expect(picturesIn(4000, refresh)).toBeGreaterThanOrEqual(4 * PICTURES * 0.9);
    expect(picturesIn(4000, refresh)).toBeLessThanOrEqual(4 * PICTURES * 1.25);
  },
);

it('a slow display gives every frame it has', () => {
  expect(picturesIn(4000, 50)).toBe(80);
});

it('after a pause the next frame comes at once', () => {
  const display = createDisplay(16);
  const { requestFrame } = createPictureFrames(display.browser);
  const times: number[] = [];
  requestFrame((time) => times.push(time));
  display.pass(1000);
  requestFrame((time) => times.push(time));
  display.pass(20);
  expect(times).toEqual([0, 1008]);
});

it('a frame that is no longer wanted does not come', () => {
  const display = createDisplay(16);
  const { requestFrame, cancelFrame } = createPictureFrames(display.browser);
  let count = 0;
  requestFrame(() => count++);
  display.pass(1);
  requestFrame(() => count++);
  cancelFrame();
  display.pass(100);
  expect(count).toBe(1);
});
