import { describe, expect, it } from 'vitest';
import { parameterLayout } from '../../src/engine/index.ts';
import { colorIndex } from '../../src/layout/color.ts';
import { magnitudeTable } from '../../src/layout/magnitudeColor.ts';
import {
  CLOSE_ENDS,
  formatEnd,
  formatMagnitude,
  formatShare,
  formatSubscript,
  largestOf,
  listParameters,
  logDecades,
  magnitudeDomain,
  magnitudeFloor,
  magnitudePosition,
  meanGate,
  norm,
  reachSize,
  recurrentBlocks,
  rowsWithin,
  triangleHeight,
  trianglePositions,
  windowAround,
} from '../../src/layout/reach.ts';

const model = (cell: 'rnn' | 'lstm' | 'gru', hiddenSize = 3, layers = 1) => ({
  cell,
  nonlinearity: 'tanh' as const,
  inputSize: 4,
  hiddenSize,
  layers,
  outputSize: 4,
});

describe('the window of timesteps', () => {
  it('is the whole text where that fits', () => {
    expect(windowAround(2, 4, 48)).toEqual({ from: 0, to: 4 });
  });

  it.each([1, 2, 3, 8, 48])(
    'holds %i timesteps with the selected one among them, anywhere in the text',
    (most) => {
      for (let selected = 0; selected < 200; selected++) {
        const { from, to } = windowAround(selected, 200, most);
        expect(to - from).toBe(most);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(200);
        expect(from <= selected && selected < to, `${selected} in ${from}–${to}`).toBe(true);
      }
    },
  );

  it('stands still for most steps of the selection', () => {
    const windows = Array.from({ length: 200 }, (_, selected) => windowAround(selected, 200, 48).from);
    expect(new Set(windows).size).toBeLessThan(20);
  });

  it('is narrower for a network whose steps cost more', () => {
    expect(reachSize(model('rnn'))).toBe(48);
    expect(reachSize(model('rnn', 512))).toBeLessThan(48);
    expect(reachSize(model('lstm', 512, 3))).toBeLessThan(reachSize(model('rnn', 512)));
    expect(reachSize(model('lstm', 512, 3))).toBeGreaterThan(1);
  });
});

it.each(['rnn', 'lstm', 'gru'] as const)('a matrix of the %s has the index it has in the engine', (cell) => {
  const network = model(cell, 5, 2);
  const layout = parameterLayout(network);
  const choices = listParameters(network);
  expect(choices).toHaveLength(layout.length);
  for (const { view, map } of choices) {
    const { rows, columns, offset } = layout[view];
    expect({ rows: map.rows, columns: map.columns, offset: map.offset }).toEqual({ rows, columns, offset });
  }
});

describe('the scale of magnitudes', () => {
  it('ends at 1, 2 or 5 times a power of ten that no value exceeds', () => {
    for (const largest of [1e-9, 0.003, 0.05, 0.1, 0.37, 1, 1.01, 4.2, 930]) {
      const domain = magnitudeDomain(largest, null);
      expect(domain).toBeGreaterThanOrEqual(largest);
      expect(domain).toBeLessThanOrEqual(2.5 * largest);
      expect(['1', '2', '5']).toContain(domain.toExponential(0)[0]);
    }
  });

  it('follows a drawing more closely', () => {
    for (const largest of [0.07, 0.11, 1, 2.05, 3.3, 7.9, 81]) {
      const domain = magnitudeDomain(largest, null, CLOSE_ENDS);
      expect(domain).toBeGreaterThanOrEqual(largest);
      expect(domain).toBeLessThanOrEqual(1.5 * largest);
    }
  });

  it('grows at once and shrinks late', () => {
    expect(magnitudeDomain(0.51, 0.5)).toBe(1);
    expect(magnitudeDomain(0.4, 1)).toBe(1);
    expect(magnitudeDomain(0.1, 1)).toBe(0.1);
  });

  it('stays where there is nothing to measure', () => {
    expect(magnitudeDomain(0, 0.5)).toBe(0.5);
    expect(magnitudeDomain(0, null)).toBe(1);
    expect(magnitudeDomain(Number.NaN, null)).toBe(1);
  });

  it('goes from nothing to full, evenly or by powers of ten down to its floor', () => {
    expect(magnitudePosition(0.25, 0.5, 'linear')).toBe(0.5);
    expect(magnitudePosition(2, 0.5, 'linear')).toBe(1);
    expect(magnitudePosition(0.5, 0.5, 'log')).toBe(1);
    expect(magnitudePosition(0.5e-3, 0.5, 'log')).toBeCloseTo(0.5, 10);
    const floor = magnitudeFloor(0.5, 'log');
    expect(magnitudePosition(floor, 0.5, 'log')).toBeCloseTo(0, 10);
    expect(magnitudePosition(floor / 10, 0.5, 'log')).toBe(0);
    expect(magnitudePosition(0, 0.5, 'log')).toBe(0);
  });

  it('reaches by powers of ten no further than what is there, and six at most', () => {
    expect(logDecades(1, Float64Array.of(0.53, 0.08, 0))).toBe(2);
    expect(logDecades(1, Float64Array.of(0.53, 0.31))).toBe(1);
    expect(logDecades(1, Float64Array.of(0.53, 1e-12, Number.NaN))).toBe(6);
    expect(logDecades(1, new Float64Array(2))).toBe(1);
    for (const smallest of [0.9, 0.1, 0.07, 1e-3]) {
      const decades = logDecades(1, Float64Array.of(smallest));
      expect(magnitudePosition(smallest, 1, 'log', decades)).toBeGreaterThan(0.05);
    }
  });
});

describe.each(['linear', 'log'] as const)('the %s triangle', (scale) => {
  const table = magnitudeTable('light');
  const colorOf = (position: number) => table.css[colorIndex(position, 1)];

  it('tells apart: no such pair, none, next to none, and most', () => {
    const positions = trianglePositions(Float64Array.of(1, 9, 0, 1e-30), [0, 1], 1, scale);
    const colors = Array.from(positions, colorOf);
    expect(colors[1]).toBe('transparent');
    expect(new Set(colors).size).toBe(4);
    expect(positions[0]).toBe(1);
    expect(positions[2]).toBe(0);
  });

  it('leaves out what is not known, and lets a value beside it in the same pixel be seen', () => {
    const norms = Float64Array.of(Number.NaN, 1e-30, 9, 9, 9, 0.5, Number.NaN, 0);
    const positions = trianglePositions(norms, [1, 3], 1, scale);
    expect(Array.from(positions.subarray(0, 4), colorOf).map((color) => color === 'transparent')).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(colorOf(positions[6])).toBe('transparent');
    expect(positions[7]).toBe(0);
    expect(Math.abs(positions[0])).toBeLessThan(positions[1]);
  });
});

it('the rows of a window are those of its losses', () => {
  const losses = [4, 14, 24, 34];
  expect(rowsWithin(losses, { from: 0, to: 35 })).toEqual({ first: 0, end: 4 });
  expect(rowsWithin(losses, { from: 14, to: 34 })).toEqual({ first: 1, end: 3 });
  expect(rowsWithin(losses, { from: 15, to: 20 })).toEqual({ first: 2, end: 2 });
});

it('the largest of what is known', () => {
  expect(largestOf(Float64Array.of(0, Number.NaN, 3, 2))).toBe(3);
  expect(largestOf(new Float64Array(0))).toBe(0);
});

describe('digits', () => {
  it.each([
    [0, '0'],
    [12.34, '12.34'],
    [0.6149, '0.61'],
    [0.0534, '0.053'],
    [0.0799, '0.080'],
    [0.00995, '0.010'],
    [0.0041, '4.1e−3'],
    [1.6e-5, '1.6e−5'],
  ])('of the magnitude %d are %s', (value, text) => {
    expect(formatMagnitude(value)).toBe(text);
  });

  it.each([
    [0, '0'],
    [1, '100'],
    [0.999, '99'],
    [1.3, '130'],
    [0.0623, '6.2'],
    [0.00033, '0.033'],
    [0.00002, '0.002'],
    [1e-7, '<0.001'],
  ])('of the share %d are %s percent', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  it('of the ends of a scale say no more than they know', () => {
    expect([0, 0.5, 2, 100, 5e-7].map(formatEnd)).toEqual(['0', '0.5', '2', '100', '5e−7']);
  });
});

describe('numbers of a layer', () => {
  it('takes the recurrent matrix apart by gates', () => {
    const network = model('gru', 2, 2);
    const parameters = Float64Array.from({ length: 200 }, (_, index) => index);
    const { offset, rows, columns } = parameterLayout(network)[5];
    const blocks = recurrentBlocks(network, parameters, 1);
    expect(blocks.map(({ gate }) => gate)).toEqual(['r', 'z', 'n']);
    expect(blocks.flatMap(({ matrix }) => [...matrix])).toEqual(
      Array.from({ length: rows * columns }, (_, index) => offset + index),
    );
    expect(recurrentBlocks(model('rnn'), parameters, 0).map(({ gate }) => gate)).toEqual([null]);
  });

  it('averages one gate over units and the timesteps of the window', () => {
    // Two units, three timesteps; the forget gate has 1 in the first timestep and 2, 4 in the others.
    const gates = Float64Array.of(9, 9, 1, 1, 9, 9, 9, 9, 9, 9, 2, 4, 9, 9, 9, 9, 9, 9, 2, 4, 9, 9, 9, 9);
    expect(meanGate(gates, model('lstm', 2), 'f', { from: 1, to: 3 })).toBe(3);
    expect(meanGate(gates, model('lstm', 2), 'f', { from: 0, to: 1 })).toBe(1);
  });

  it('measures lengths', () => {
    expect(norm(Float64Array.of(100, 3, 4, 100), 1, 2)).toBe(5);
    expect(norm(Float64Array.of(3, 4))).toBe(5);
  });
});

it('every loss of a triangle has the same whole pixels', () => {
  for (const losses of [9, 49, 80, 181, 201, 400]) {
    expect(triangleHeight(losses) / losses).toBe(Math.round(triangleHeight(losses) / losses));
    expect(triangleHeight(losses)).toBeGreaterThanOrEqual(200);
    expect(triangleHeight(losses)).toBeLessThanOrEqual(400);
  }
});

it('a timestep is written below the line', () => {
  expect(formatSubscript(1204)).toBe('₁₂₀₄');
});
