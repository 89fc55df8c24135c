import { describe, expect, it } from 'vitest';
import { createBreather } from '../../src/worker/breather.ts';

/** Plays frames; a frame in which a picture is drawn makes the next one late by `cost` ms. */
function play(refresh: number, cost: number, duration: number): { frames: number; pictures: number } {
  const breather = createBreather();
  let frames = 0;
  let pictures = 0;
  for (let time = 0; time < duration; frames++) {
    const draws = breather.frame(time);
    if (draws) pictures++;
    time += draws ? Math.max(refresh, Math.ceil(cost / refresh) * refresh) : refresh;
  }
  return { frames, pictures };
}

describe('breather', () => {
  it('draws in every frame where drawing fits a frame', () => {
    const { frames, pictures } = play(16, 10, 4000);
    expect(pictures).toBe(frames);
  });

  it('keeps half of the time free where a picture costs several frames', () => {
    for (const cost of [40, 80, 130]) {
      const { frames, pictures } = play(16, cost, 4000);
      expect(frames).toBeGreaterThanOrEqual((4000 / 16) * 0.5);
      expect(pictures).toBeGreaterThan(10);
    }
  });

  it('goes on drawing where every frame is late, whatever is drawn', () => {
    for (const gap of [40, 100, 300]) {
      const breather = createBreather();
      const draws = Array.from({ length: 30 }, (_, frame) => breather.frame(gap * frame));
      expect(draws.filter(Boolean).length).toBeGreaterThanOrEqual(10);
    }
  });

  it('comes to take a slow display for what it is', () => {
    const breather = createBreather();
    const draws = Array.from({ length: 300 }, (_, frame) => breather.frame(33 * frame));
    expect(draws.slice(150)).not.toContain(false);
  });

  it('learns that the display became slower', () => {
    const breather = createBreather();
    let time = 0;
    const frames = (count: number, interval: number) =>
      Array.from({ length: count }, () => {
        time += interval;
        return breather.frame(time);
      });
    frames(60, 8);
    expect(frames(400, 16).slice(200)).not.toContain(false);
  });

  it('starts afresh after frames had stopped', () => {
    const breather = createBreather();
    breather.frame(0);
    expect(breather.frame(80)).toBe(false);
    breather.stop();
    expect(breather.frame(100)).toBe(true);
  });

  it('does not take a pause for a late frame', () => {
    const breather = createBreather();
    for (let time = 0; time < 160; time += 16) breather.frame(time);
    expect(breather.frame(60_000)).toBe(true);
  });
});
