import { describe, expect, it } from 'vitest';
import { screenOf } from '../../src/state/route.ts';

describe('the screen of a hash', () => {
  it.each([
    ['', 'playground'],
    ['#', 'playground'],
    ['#/playground?text=/shapes', 'playground'],
    ['#/nowhere', 'playground'],
    ['#/shapes', 'shapes'],
    ['#/shapes?seed=3', 'shapes'],
    ['#/shapes/more', 'playground'],
    ['#/cells?text=a?b', 'cells'],
  ])('%s is %s', (hash, screen) => {
    expect(screenOf(hash)).toBe(screen);
  });
});
