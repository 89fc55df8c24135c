import { describe, expect, it } from 'vitest';
import { type CellKind, GATES, type ModelConfig, parameterLayout } from '../../src/engine/index.ts';
import {
  GATE_LETTERS,
  gateOfRow,
  isSameMatrix,
  listMatrices,
  matricesOf,
  sizeMatrices,
} from '../../src/layout/matrices.ts';

const CELLS: readonly CellKind[] = ['rnn', 'lstm', 'gru'];

const NAMES = {
  W_xh: (layer: number) => `rnn.weight_ih_l${layer}`,
  W_hh: (layer: number) => `rnn.weight_hh_l${layer}`,
  b_xh: (layer: number) => `rnn.bias_ih_l${layer}`,
  b_hh: (layer: number) => `rnn.bias_hh_l${layer}`,
  W_hy: () => 'decoder.weight',
  b_y: () => 'decoder.bias',
};

function model(cell: CellKind, layers: number, hiddenSize = 5, letters = 7): ModelConfig {
  return { cell, nonlinearity: 'tanh', inputSize: letters, hiddenSize, layers, outputSize: letters };
}

describe('listMatrices of encoder and decoder', () => {
  const divided = (layers: number): ModelConfig => ({ ...model('gru', layers), decoder: { inputSize: 4 } });

  it('agrees with the engine about every weight and bias of both', () => {
    for (const layers of [1, 2, 3]) {
      const maps = listMatrices(divided(layers)).flatMap((matrix) => [matrix, matrix.bias]);
      const listed = maps.map(({ kind, layer, part, rows, columns, offset }) => ({
        name: part ? NAMES[kind](layer).replace('rnn', part) : NAMES[kind](layer),
        rows,
        columns,
        offset,
      }));
      listed.sort((a, b) => a.offset - b.offset);
      const layout = parameterLayout(divided(layers));
      expect(listed.map(({ name: _, ...place }) => place)).toEqual(
        layout.map(({ name: _, ...place }) => place),
      );
      expect(listed.slice(0, -2).map(({ name }) => name)).toEqual(
        layout.slice(0, -2).map(({ name }) => name),
      );
    }
  });

  it('tells the matrices of one from those of the other, and has one W_hy for both', () => {
    const network = divided(2);
    const encoder = matricesOf(network, 'encoder');
    const decoder = matricesOf(network, 'decoder');
    expect(encoder).toHaveLength(5);
    expect(decoder.map(({ kind, layer }) => [kind, layer])).toEqual(
      encoder.map(({ kind, layer }) => [kind, layer]),
    );
    for (const [index, matrix] of encoder.entries()) {
      expect(isSameMatrix(matrix, decoder[index])).toBe(matrix.kind === 'W_hy');
      expect(isSameMatrix(matrix, { kind: matrix.kind, layer: matrix.layer })).toBe(matrix.kind === 'W_hy');
    }
    expect(matricesOf(model('gru', 2), undefined)).toEqual(listMatrices(model('gru', 2)));
  });
});

describe('listMatrices', () => {
  it('agrees with the engine about every weight and bias of every cell and depth', () => {
    for (const cell of CELLS) {
      for (const layers of [1, 2, 3]) {
        const maps = listMatrices(model(cell, layers)).flatMap((matrix) => [matrix, matrix.bias]);
        const listed = maps.map(({ kind, layer, rows, columns, offset }) => ({
          name: NAMES[kind](layer),
          rows,
          columns,
          offset,
        }));
        listed.sort((a, b) => a.offset - b.offset);
        expect(listed).toEqual(parameterLayout(model(cell, layers)));
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
  const MARGINS = { labels: 26, biasGap: 6, gap: 20, above: 27, below: 18 };
  const sizes = (cell: CellKind, hidden: number, letters: number, width: number, layers = 1) =>
    sizeMatrices(listMatrices(model(cell, layers, hidden, letters)), width, MARGINS);

  it('gives hello digits both under the network and in a side column', () => {
    expect(sizes('rnn', 3, 4, 860).every(({ digits }) => digits)).toBe(true);
    expect(sizes('rnn', 3, 4, 252).every(({ digits }) => digits)).toBe(true);
  });

  it('uses the height of gated cells and of longer alphabets for digits, up to 300 pixels', () => {
    for (const [cell, hidden, letters] of [
      ['lstm', 3, 4],
      ['gru', 4, 5],
      ['rnn', 3, 8],
      ['rnn', 8, 8],
    ] as const) {
      for (const { height, digits } of sizes(cell, hidden, letters, 836)) {
        expect(digits).toBe(true);
        expect(height).toBeLessThanOrEqual(300);
      }
    }
  });

  it('presses a long alphabet together and widens its cells where there is room', () => {
    const [short, , long] = sizes('rnn', 3, 8, 836);
    expect(long.height).toBeLessThan(8 * 26);
    expect(long.height / 8).toBeLessThan(short.height / 3);
    expect(sizes('rnn', 3, 4, 1300)[0].width).toBeGreaterThan(sizes('rnn', 3, 4, 836)[0].width);
  });

  it('leaves a row of an alphabet the height of a letter', () => {
    for (const letters of [17, 26, 33]) {
      expect(sizes('rnn', 3, letters, 836)[2].height / letters).toBeGreaterThanOrEqual(9);
    }
  });

  it('leaves digits only in cells that can hold them', () => {
    for (const hidden of [1, 3, 8, 32]) {
      const listed = listMatrices(model('lstm', 1, hidden, 6));
      sizeMatrices(listed, 860, MARGINS).forEach(({ width, height, digits }, index) => {
        if (!digits) return;
        expect(width / listed[index].columns).toBeGreaterThanOrEqual(30);
        expect(height / listed[index].rows).toBeGreaterThanOrEqual(15);
      });
    }
  });

  it('keeps all matrices of one layer in one row of a wide place, up to 512 units', () => {
    for (const cell of CELLS) {
      for (const hidden of [20, 64, 512]) {
        const widths = sizes(cell, hidden, 40, 860).map(
          ({ width, biasWidth }) => 26 + width + 6 + biasWidth + 20,
        );
        expect(widths.reduce((sum, each) => sum + each, -20)).toBeLessThanOrEqual(862);
      }
    }
  });

  it('never makes a matrix wider than a narrow place, nor too small to touch', () => {
    for (const [cell, hidden, letters] of [
      ['rnn', 1, 2],
      ['gru', 512, 4],
      ['lstm', 512, 2000],
    ] as const) {
      for (const { width, height, biasWidth } of sizes(cell, hidden, letters, 252, 3)) {
        expect(26 + width + 6 + biasWidth).toBeLessThanOrEqual(252);
        expect(Math.min(width, height, biasWidth)).toBeGreaterThanOrEqual(24);
      }
    }
  });

  describe('in a column of 504 pixels', () => {
    const TIGHT = { ...MARGINS, labels: 22, biasGap: 5, gap: 14 };
    /** The widths of the lines into which a page breaks them, with how many matrices each has. */
    function linesOf(cell: CellKind, layers: number, hidden: number) {
      const lines: { count: number; width: number }[] = [];
      for (const { width, biasWidth } of sizeMatrices(
        listMatrices(model(cell, layers, hidden, 4)),
        504,
        TIGHT,
      )) {
        const room = TIGHT.labels + width + TIGHT.biasGap + biasWidth;
        const line = lines.at(-1);
        if (line && line.width + TIGHT.gap + room <= 504) {
          line.count += 1;
          line.width += TIGHT.gap + room;
        } else lines.push({ count: 1, width: room });
      }
      return lines;
    }

    it.each([
      [2, [2, 3]],
      [3, [2, 3, 2]],
    ])(
      'breaks %i layers of digits into few lines, the fullest of which has no room left',
      (layers, counts) => {
        const lines = linesOf('rnn', layers, 3);
        expect(lines.map(({ count }) => count)).toEqual(counts);
        expect(Math.max(...lines.map(({ width }) => width))).toBeGreaterThan(504 - 14);
      },
    );

    it.each([
      ['rnn', 3],
      ['rnn', 8],
      ['rnn', 32],
      ['lstm', 3],
      ['lstm', 8],
      ['lstm', 32],
    ] as const)('makes the cells of all layers of %s with %i units alike', (cell, hidden) => {
      for (const layers of [2, 3]) {
        const matrices = listMatrices(model(cell, layers, hidden, 4));
        const widths = sizeMatrices(matrices, 504, TIGHT).flatMap(({ width, biasWidth }, index) =>
          matrices[index].columns === hidden ? [`${width} ${biasWidth}`] : [],
        );
        expect(new Set(widths).size).toBe(1);
      }
    });

    it.each([8, 20, 64])('has both matrices of a layer of %i gated units beside each other', (hidden) => {
      const counts = linesOf('gru', 3, hidden).map(({ count }) => count);
      expect(Math.max(...counts)).toBeGreaterThan(1);
      expect(counts.length).toBeLessThanOrEqual(4);
    });
  });
});
