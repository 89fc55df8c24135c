import { describe, expect, it } from 'vitest';
import { type CellKind, GATES, type ModelConfig, parameterLayout } from '../../src/engine/index.ts';
import {
  GATE_LETTERS,
  gateOfRow,
  isSameMatrix,
  listMatrices,
  sizeMatrices,
} from '../../src/layout/matrices.ts';

const CELLS: readonly CellKind[] = ['rnn', 'lstm', 'gru'];

function model(cell: CellKind, layers: number, hiddenSize = 5, letters = 7): ModelConfig {
  return { cell, nonlinearity: 'tanh', inputSize: letters, hiddenSize, layers, outputSize: letters };
}

describe('listMatrices', () => {
  it('agrees with the engine about every weight of every cell and depth', () => {
    const names = { W_xh: 'rnn.weight_ih_l', W_hh: 'rnn.weight_hh_l' };
    for (const cell of CELLS) {
      for (const layers of [1, 2, 3]) {
        const listed = listMatrices(model(cell, layers)).map(({ kind, layer, rows, columns, offset }) => ({
          name: kind === 'W_hy' ? 'decoder.weight' : `${names[kind]}${layer}`,
          rows,
          columns,
          offset,
        }));
        const weights = parameterLayout(model(cell, layers)).filter(({ name }) => name.includes('weight'));
        expect(listed).toEqual(weights);
      }
    }
  });

  it('has a letter for every gate of the engine', () => {
    for (const cell of CELLS) expect(Math.max(1, GATE_LETTERS[cell].length)).toBe(GATES[cell]);
  });
});

describe('gateOfRow', () => {
  it('names gate and unit in PyTorch order', () => {
    expect(gateOfRow('lstm', 3, 0)).toEqual({ gate: 'i', unit: 0 });
    expect(gateOfRow('lstm', 3, 5)).toEqual({ gate: 'f', unit: 2 });
    expect(gateOfRow('gru', 3, 8)).toEqual({ gate: 'n', unit: 2 });
    expect(gateOfRow('rnn', 3, 1)).toEqual({ gate: null, unit: 1 });
  });
});

describe('isSameMatrix', () => {
  it('tells layers apart, except for the one output matrix', () => {
    expect(isSameMatrix({ kind: 'W_hh', layer: 0 }, { kind: 'W_hh', layer: 1 })).toBe(false);
    expect(isSameMatrix({ kind: 'W_hh', layer: 1 }, { kind: 'W_hh', layer: 1 })).toBe(true);
    expect(isSameMatrix({ kind: 'W_xh', layer: 0 }, { kind: 'W_hh', layer: 0 })).toBe(false);
    expect(isSameMatrix({ kind: 'W_hy', layer: 0 }, { kind: 'W_hy', layer: 2 })).toBe(true);
    expect(isSameMatrix(null, { kind: 'W_hy', layer: 0 })).toBe(false);
  });
});

describe('sizeMatrices', () => {
  const MARGIN = 40;
  const sizes = (cell: CellKind, hidden: number, letters: number, width: number, layers = 1) =>
    sizeMatrices(listMatrices(model(cell, layers, hidden, letters)), width, MARGIN);

  it('gives hello digits both under the network and in a side column', () => {
    expect(sizes('rnn', 3, 4, 860).every(({ digits }) => digits)).toBe(true);
    expect(sizes('rnn', 3, 4, 252).every(({ digits }) => digits)).toBe(true);
  });

  it('leaves digits only in cells that can hold them', () => {
    for (const hidden of [1, 3, 8, 32]) {
      const listed = listMatrices(model('lstm', 1, hidden, 6));
      sizeMatrices(listed, 860, MARGIN).forEach(({ width, height, digits }, index) => {
        if (!digits) return;
        expect(width / listed[index].columns).toBeGreaterThanOrEqual(34);
        expect(height / listed[index].rows).toBeGreaterThanOrEqual(20);
      });
    }
  });

  it('keeps all matrices of one layer in one row of a wide place, up to 512 units', () => {
    for (const cell of CELLS) {
      for (const hidden of [1, 3, 20, 64, 512]) {
        const widths = sizes(cell, hidden, 40, 860).map(({ width }) => width + MARGIN);
        expect(widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(862);
      }
    }
  });

  it('never makes a matrix wider than a narrow place, nor too small to touch', () => {
    for (const [cell, hidden, letters] of [
      ['rnn', 1, 2],
      ['gru', 512, 4],
      ['lstm', 512, 2000],
    ] as const) {
      for (const { width, height } of sizes(cell, hidden, letters, 252, 3)) {
        expect(width).toBeLessThanOrEqual(252 - MARGIN);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      }
    }
  });
});
