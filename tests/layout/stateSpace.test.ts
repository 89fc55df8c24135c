import { describe, expect, it } from 'vitest';
import {
  cubeEdges,
  extent,
  FIRST_TURN,
  findRepeated,
  outlineEdges,
  placeStates,
  rotate,
  rotation,
  spaceKind,
  trailSize,
  turnBy,
} from '../../src/layout/stateSpace.ts';

const TURNS = [
  { yaw: 0, pitch: 0 },
  FIRST_TURN,
  { yaw: 2.5, pitch: -1.2 },
  { yaw: -0.7, pitch: Math.PI / 2 },
];

const length = ({ x, y, depth }: { x: number; y: number; depth: number }) => Math.hypot(x, y, depth);

describe('turning', () => {
  it.each(TURNS)('keeps lengths and right angles: %o', (turn) => {
    const r = rotation(turn);
    const [a, b] = [rotate(r, [1, 2, -0.5]), rotate(r, [2, -1, 0])];
    expect(length(a)).toBeCloseTo(Math.hypot(1, 2, 0.5), 12);
    expect(a.x * b.x + a.y * b.y + a.depth * b.depth).toBeCloseTo(0, 12);
  });

  it('leaves the square of the first two units as it is where nothing is turned', () => {
    expect(rotate(rotation({ yaw: 0, pitch: 0 }), [0.3, -0.4, 0.9])).toEqual({ x: 0.3, y: -0.4, depth: 0.9 });
  });

  it('never goes over head', () => {
    const turn = turnBy(FIRST_TURN, 0.1, 100);
    expect(turn.yaw).toBeCloseTo(FIRST_TURN.yaw + 0.1, 12);
    expect(turn.pitch).toBe(Math.PI / 2);
    expect(turnBy(turn, 0, -100).pitch).toBe(-Math.PI / 2);
  });
});

describe('the cube', () => {
  it('has twelve edges of the same length, three of them hidden', () => {
    const edges = cubeEdges(FIRST_TURN);
    expect(edges).toHaveLength(12);
    for (const { from, to } of edges)
      expect(Math.hypot(from.x - to.x, from.y - to.y, from.depth - to.depth)).toBeCloseTo(2, 12);
    expect(edges.filter(({ isBehind }) => isBehind)).toHaveLength(3);
  });

  it.each(TURNS)('has its axes labelled along edges that run from −1 to 1: %o', (turn) => {
    const r = rotation(turn);
    outlineEdges(turn).forEach(({ from, to }, axis) => {
      const unit = rotate(r, [axis === 0 ? 2 : 0, axis === 1 ? 2 : 0, axis === 2 ? 2 : 0]);
      expect(to.x - from.x).toBeCloseTo(unit.x, 12);
      expect(to.y - from.y).toBeCloseTo(unit.y, 12);
    });
  });
});

describe('places', () => {
  const space = { domain: 2, components: null };
  const states = Float64Array.of(0, 0, 1, -2, 2, 1);

  it('of two units are the units themselves, scaled by the domain', () => {
    const places = placeStates(states, 0, 3, { ...space, kind: 'square', size: 2 }, FIRST_TURN);
    expect(places).toEqual([
      { x: 0, y: 0, depth: 0 },
      { x: 0.5, y: -1, depth: 0 },
      { x: 1, y: 0.5, depth: 0 },
    ]);
  });

  it('of one unit lie below each other in the order of the text', () => {
    const places = placeStates(states, 0, 6, { ...space, kind: 'line', size: 1 }, FIRST_TURN);
    expect(places.map(({ x }) => x)).toEqual([0, 0, 0.5, -1, 1, 0.5]);
    expect(places.map(({ y }) => y)).toEqual([...places.map(({ y }) => y)].sort((a, b) => b - a));
  });

  it('of three units stay as far from each other as the states are, whatever the turn', () => {
    const [a, b] = placeStates(states, 0, 2, { ...space, kind: 'cube', size: 3 }, { yaw: 1, pitch: -0.4 });
    expect(Math.hypot(a.x - b.x, a.y - b.y, a.depth - b.depth)).toBeCloseTo(Math.hypot(2, 2, 0) / 2, 12);
  });

  it('of a window are those of its rows', () => {
    const square = { ...space, kind: 'square' as const, size: 2 };
    expect(placeStates(states, 1, 3, square, FIRST_TURN)).toEqual(
      placeStates(states, 0, 3, square, FIRST_TURN).slice(1),
    );
    expect(extent(states, 2, null)).toBe(2);
    expect(extent(states, 2, null, 0, 1)).toBe(0);
  });

  it('need principal components from four units on', () => {
    expect([1, 2, 3, 4, 512].map(spaceKind)).toEqual(['line', 'square', 'cube', 'components', 'components']);
  });
});

describe('repeated letters', () => {
  const states = (letters: string) => Float64Array.from({ length: letters.length }, (_, row) => row * row);
  const find = (text: string, selected: number) => findRepeated([...text], states(text), 1, selected);

  it('are the two l’s of hello, with the distance of the states after them', () => {
    expect(find('hello', 0)).toEqual({ letter: 'l', timesteps: [2, 3], times: 2, least: 7, most: 7 });
  });

  it('are those of the selected letter where it is repeated', () => {
    expect(find('abcabc', 0)?.letter).toBe('a');
    expect(find('abcabc', 1)?.timesteps).toEqual([1, 4]);
  });

  it('are else those that need a memory: read the same, answered differently', () => {
    expect(find('ababacd', 5)?.letter).toBe('a');
    expect(find('xaxa-b1b2', 4)?.letter).toBe('a');
  });

  it('do not count the last letter, which is never read', () => {
    expect(find('abca', 0)).toBeNull();
  });

  it('are few even in a long text: those nearest to the selected step', () => {
    const repeated = find('a'.repeat(500), 250);
    expect(repeated?.times).toBe(499);
    expect(repeated?.timesteps).toHaveLength(12);
    expect(repeated?.timesteps).toContain(250);
    expect(repeated?.least).toBeLessThan(repeated?.most ?? 0);
  });
});

it('the trail is as long as the network lets it be, shorter while it trains', () => {
  const model = (hiddenSize: number, layers = 1) =>
    ({ cell: 'lstm', nonlinearity: 'tanh', inputSize: 20, hiddenSize, layers, outputSize: 20 }) as const;
  expect(trailSize(model(3), 4, true)).toBe(8);
  expect(trailSize(model(64), 190, false)).toBe(8);
  expect(trailSize(model(64), 190, true)).toBeLessThan(8);
  expect(trailSize(model(64), 190, true)).toBeGreaterThan(0);
  expect(trailSize(model(512, 3), 1999, false)).toBe(0);
});
