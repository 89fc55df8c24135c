import { describe, expect, it } from 'vitest';
import { hashOf, leaveScreen, screenOf } from '../../src/state/route.ts';

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

it('leads back to a screen as it was left', () => {
  expect(hashOf('cells')).toBe('#/cells');
  leaveScreen('#/cells?seed=3');
  expect(hashOf('cells')).toBe('#/cells?seed=3');
  expect(hashOf('shapes')).toBe('#/shapes');
});
