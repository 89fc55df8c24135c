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
const named = (name: string) => within(figure()).getByRole('application', { name });

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
  ] as const)('shows every matrix of a %s once, with its shape', (cell, rows) => {
    renderHeatmaps({ cell });
    expect(matrices().map((matrix) => matrix.getAttribute('aria-label'))).toEqual([
      `W_xh, ${rows} × 4`,
      `W_hh, ${rows} × 3`,
      'W_hy, 4 × 3',
    ]);
  });

  it('names the layers of a stack and counts its matrices', () => {
    renderHeatmaps({ layers: 2 });
    expect(matrices().map((matrix) => matrix.getAttribute('aria-label'))).toEqual([
      'W_xh, layer 1, 3 × 4',
      'W_hh, layer 1, 3 × 3',
      'W_xh, layer 2, 3 × 3',
      'W_hh, layer 2, 3 × 3',
      'W_hy, 4 × 3',
    ]);
    expect(within(figure()).getByText('The same five matrices are used at every step.')).toBeVisible();
  });

  it('writes every weight where there is room, and none where there is not', () => {
    const { written } = renderHeatmaps();
    expect(written.slice(0, 4)).toEqual([0, 1, 2, 3].map((column) => weight({}, 0, 0, column)));
    expect(written).toHaveLength(3 * 4 + 3 * 3 + 4 * 3);
    cleanup();
    expect(renderHeatmaps({ hiddenSize: 40 }).written).toEqual([]);
  });

  it('lights up all copies of the matrix under the pointer, and lets go', () => {
    const { view } = renderHeatmaps({ layers: 2 });
    fireEvent.pointerMove(named('W_hh, layer 2, 3 × 3'), { clientX: 3, clientY: 3 });
    expect(view.getState().matrix).toEqual({ kind: 'W_hh', layer: 1 });
    fireEvent.pointerLeave(named('W_hh, layer 2, 3 × 3'));
    expect(view.getState().matrix).toBeNull();
  });

  it('does the same for the keyboard', async () => {
    const { view } = renderHeatmaps();
    act(() => named('W_hh, 3 × 3').focus());
    expect(view.getState().matrix).toEqual({ kind: 'W_hh', layer: 0 });
    await userEvent.tab();
    expect(view.getState().matrix).toEqual({ kind: 'W_hy', layer: 0 });
    act(() => named('W_hy, 4 × 3').blur());
    expect(view.getState().matrix).toBeNull();
  });

  it('is lit when an arrow of the network is touched', () => {
    const { view } = renderHeatmaps({ layers: 2 });
    const lit = () =>
      matrices()
        .filter((matrix) => matrix.className.includes('lit'))
        .map((matrix) => matrix.getAttribute('aria-label'));
    expect(lit()).toEqual([]);
    act(() => view.setState({ matrix: { kind: 'W_xh', layer: 1 } }));
    expect(lit()).toEqual(['W_xh, layer 2, 3 × 3']);
    act(() => view.setState({ matrix: { kind: 'W_hy', layer: 1 } }));
    expect(lit()).toEqual(['W_hy, 4 × 3']);
  });

  it('reads one weight with both its ends', async () => {
    renderHeatmaps();
    const user = userEvent.setup();
    act(() => named('W_xh, 3 × 4').focus());
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(within(figure()).getAllByText(`W_xh, unit 2 ← letter l: ${weight({}, 0, 1, 2)}`)).toHaveLength(2);
    await user.tab();
    const recurrent = `W_hh, unit 1 ← unit 1 one step before: ${weight({}, 1, 0, 0)}`;
    expect(within(figure()).getAllByText(recurrent)).toHaveLength(2);
    await user.tab();
    expect(within(figure()).getAllByText(`W_hy, letter h ← unit 1: ${weight({}, 2, 0, 0)}`)).toHaveLength(2);
  });

  it('reads the gate of a row, and the layer below', () => {
    const options = { cell: 'lstm', layers: 2 } as const;
    renderHeatmaps(options);
    const below = named('W_xh, layer 2, 12 × 3');
    fireEvent.pointerMove(below, { clientX: 2, clientY: 40 });
    const sentence = `W_xh, layer 2, gate f, unit 1 ← unit 1 of the layer below: ${weight(options, 2, 3, 0)}`;
    expect(within(figure()).getByText(sentence)).toBeVisible();
  });

  it('names the largest weight in its summary', () => {
    const { run } = renderHeatmaps();
    const next = makeRun({}, 20);
    next.parameters[5] = -7;
    act(() => run.setState(next));
    expect(figure()).toHaveAccessibleDescription(
      '3 matrices with 33 weights at update 20; the largest is W_xh, unit 2 ← letter e: −7.00.',
    );
  });

  it('gives its numbers as a table, a row for each weight, from every matrix of a large network', async () => {
    renderHeatmaps();
    await userEvent.click(within(figure()).getByRole('button', { name: /table/ }));
    expect(within(figure()).getAllByRole('row')).toHaveLength(1 + 33);
    cleanup();
    renderHeatmaps({ hiddenSize: 64 });
    await userEvent.click(within(figure()).getByRole('button', { name: /table/ }));
    const headers = within(figure()).getAllByRole('rowheader');
    expect(headers.length).toBeLessThanOrEqual(200);
    expect(headers.at(-1)?.textContent).toMatch(/^W_hy/);
  });

  it('speaks Korean', () => {
    renderHeatmaps({ view: { language: 'ko' } });
    const korean = screen.getByRole('figure', { name: '가중치' });
    fireEvent.pointerMove(within(korean).getByRole('application', { name: 'W_hh, 3 × 3' }), {
      clientX: 2,
      clientY: 2,
    });
    expect(
      within(korean).getByText(`W_hh, 유닛 1 ← 이전 시점의 유닛 1: ${weight({}, 1, 0, 0)}`),
    ).toBeVisible();
    expect(within(korean).getByText('모든 시점에서 같은 행렬 3개를 쓴다.')).toBeVisible();
  });
});
