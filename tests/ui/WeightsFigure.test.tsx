import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatFixed } from '../../src/layout/format.ts';
import { listMatrices } from '../../src/layout/matrices.ts';
import { makeRun, type NetworkOptions, renderHeatmaps } from './heatmapFixture.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const figure = () => screen.getByRole('figure', { name: 'Weights' });
const matrices = () => within(figure()).getAllByRole('application');
const named = (name: string) =>
  within(figure()).getByRole('application', { name: `${name}: arrow keys read the values` });
const names = (some: readonly HTMLElement[] = matrices()) =>
  some.map((matrix) => matrix.getAttribute('aria-label')?.replace(': arrow keys read the values', ''));

/** Row and column from 0 of the fixture's matrix at `index`. */
function weight(options: NetworkOptions, index: number, row: number, column: number): string {
  const run = makeRun(options);
  const { offset, columns } = listMatrices(run.model)[index];
  return formatFixed(run.parameters[offset + row * columns + column], 2);
}

describe('the weights figure', () => {
  it.each([
    ['rnn', 3],
    ['gru', 9],
    ['lstm', 12],
  ] as const)('shows every matrix and bias of a %s once, with its shape', (cell, rows) => {
    renderHeatmaps({ cell });
    expect(names()).toEqual([
      `W_xh, input to hidden, ${rows} × 4`,
      `b_xh, bias, ${rows} × 1`,
      `W_hh, hidden to hidden, ${rows} × 3`,
      `b_hh, bias, ${rows} × 1`,
      'W_hy, hidden to output, 4 × 3',
      'b_y, bias, 4 × 1',
    ]);
  });

  it('names the layers of a stack and counts its matrices', () => {
    renderHeatmaps({ layers: 2 });
    expect(names().filter((name) => name?.startsWith('W'))).toEqual([
      'W_xh, layer 1, input to hidden, 3 × 4',
      'W_hh, layer 1, hidden to hidden, 3 × 3',
      'W_xh, layer 2, layer below to hidden, 3 × 3',
      'W_hh, layer 2, hidden to hidden, 3 × 3',
      'W_hy, hidden to output, 4 × 3',
    ]);
    expect(within(figure()).getByText(/^The same five matrices are used at every step\./)).toBeVisible();
  });

  it('writes every weight where there is room, and none where there is not', () => {
    const { written } = renderHeatmaps();
    expect(written.slice(0, 4)).toEqual([0, 1, 2, 3].map((column) => weight({}, 0, 0, column)));
    expect(written).toHaveLength(3 * 4 + 3 * 3 + 4 * 3 + 3 + 3 + 4);
    cleanup();
    expect(renderHeatmaps({ hiddenSize: 40 }).written).toEqual([]);
  });

  it('lights up all copies of the matrix under the pointer, and lets go', () => {
    const { view } = renderHeatmaps({ layers: 2 });
    fireEvent.pointerMove(named('W_hh, layer 2, hidden to hidden, 3 × 3'), { clientX: 3, clientY: 3 });
    expect(view.getState().matrix).toEqual({ kind: 'W_hh', layer: 1 });
    fireEvent.pointerLeave(named('W_hh, layer 2, hidden to hidden, 3 × 3'));
    expect(view.getState().matrix).toBeNull();
  });

  it('does the same for the keyboard', async () => {
    const { view } = renderHeatmaps();
    act(() => named('W_hh, hidden to hidden, 3 × 3').focus());
    expect(view.getState().matrix).toEqual({ kind: 'W_hh', layer: 0 });
    await userEvent.tab();
    expect(view.getState().matrix).toBeNull();
    await userEvent.tab();
    expect(view.getState().matrix).toEqual({ kind: 'W_hy', layer: 0 });
    act(() => named('W_hy, hidden to output, 4 × 3').blur());
    expect(view.getState().matrix).toBeNull();
  });

  it('is lit when an arrow of the network is touched', () => {
    const { view } = renderHeatmaps({ layers: 2 });
    const lit = () => names(matrices().filter((matrix) => matrix.className.includes('lit')));
    expect(lit()).toEqual([]);
    act(() => view.setState({ matrix: { kind: 'W_xh', layer: 1 } }));
    expect(lit()).toEqual(['W_xh, layer 2, layer below to hidden, 3 × 3']);
    act(() => view.setState({ matrix: { kind: 'W_hy', layer: 1 } }));
    expect(lit()).toEqual(['W_hy, hidden to output, 4 × 3']);
  });

  it('reads one weight with both its ends', async () => {
    renderHeatmaps();
    const user = userEvent.setup();
    act(() => named('W_xh, input to hidden, 3 × 4').focus());
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(
      within(figure()).getAllByText(`W_xh, from letter l to unit 2: ${weight({}, 0, 1, 2)}`),
    ).toHaveLength(2);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    const bias = formatFixed(makeRun().parameters[3 * 4 + 3 * 3 + 1], 2);
    expect(within(figure()).getAllByText(`b_xh, unit 2: ${bias}`)).toHaveLength(2);
    await user.tab();
    const recurrent = `W_hh, from unit 1 one step before to unit 1: ${weight({}, 1, 0, 0)}`;
    expect(within(figure()).getAllByText(recurrent)).toHaveLength(2);
    await user.tab();
    await user.tab();
    expect(
      within(figure()).getAllByText(`W_hy, from unit 1 to letter h: ${weight({}, 2, 0, 0)}`),
    ).toHaveLength(2);
  });

  it('reads the gate of a row, and the layer below', () => {
    const options = { cell: 'lstm', layers: 2 } as const;
    renderHeatmaps(options);
    const below = named('W_xh, layer 2, layer below to hidden, 12 × 3');
    fireEvent.pointerMove(below, { clientX: 2, clientY: 52 });
    const sentence = `W_xh, layer 2, from unit 1 of the layer below to gate f, unit 1: ${weight(options, 2, 3, 0)}`;
    expect(within(figure()).getByText(sentence)).toBeVisible();
  });

  it('names the largest weight in its summary', () => {
    const { run } = renderHeatmaps();
    const next = makeRun({}, 20);
    next.parameters[5] = -7;
    act(() => run.setState(next));
    expect(figure()).toHaveAccessibleDescription(
      '3 matrices with 33 weights and 10 biases, at update 20; the largest is W_xh, from letter e to unit 2: −7.00.',
    );
  });

  it('fits its colours to the weights that are seen, whatever was seen before', () => {
    const { run } = renderHeatmaps();
    const scale = () => within(figure()).getByRole('img', { name: /Colours/ }).textContent;
    const show = (largest: number, runId: number) => {
      const next = makeRun({}, 20);
      next.parameters.fill(largest);
      act(() => run.setState({ ...next, snapshot: { ...next.snapshot, runId } }));
      return scale();
    };
    expect(show(3, 1)).toBe('−50+5');
    expect(show(1.5, 1)).toBe('−20+2');
    expect(show(0.04, 2)).toBe('−0.10+0.1');
    expect(show(4000, 2)).toBe('≤ −10000≥ +1000');
  });

  it('gives its numbers as a table, a row for each weight and bias, from every map of a large network', async () => {
    renderHeatmaps();
    await userEvent.click(within(figure()).getByRole('button', { name: /table/ }));
    expect(await within(figure()).findAllByRole('row')).toHaveLength(1 + 43);
    cleanup();
    renderHeatmaps({ hiddenSize: 64 });
    await userEvent.click(within(figure()).getByRole('button', { name: /table/ }));
    const headers = await within(figure()).findAllByRole('rowheader');
    expect(headers.length).toBeLessThanOrEqual(200);
    expect(headers.at(-1)?.textContent).toMatch(/^b_y/);
  });

  it('speaks Korean', () => {
    renderHeatmaps({ view: { language: 'ko' } });
    const korean = screen.getByRole('figure', { name: '가중치' });
    fireEvent.pointerMove(
      within(korean).getByRole('application', { name: /^W_hh, 은닉에서 은닉으로, 3 × 3/ }),
      {
        clientX: 2,
        clientY: 2,
      },
    );
    expect(
      within(korean).getByText(`W_hh, 이전 시점의 유닛 1에서 유닛 1 쪽으로: ${weight({}, 1, 0, 0)}`),
    ).toBeVisible();
    expect(within(korean).getByText(/^세 행렬은 모든 시점에서 똑같이 쓰입니다\./)).toBeVisible();
  });
});
