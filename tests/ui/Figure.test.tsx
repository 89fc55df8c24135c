import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AppContext } from '../../src/ui/context.ts';
import { Figure } from '../../src/ui/Figure.tsx';
import type { NumberTableProps } from '../../src/ui/NumberTable.tsx';
import { learningRun } from './learningRun.ts';

function show(numbers: NumberTableProps) {
  const app = learningRun();
  const table = vi.fn(() => numbers);
  const figure = (summary: string) => (
    <AppContext value={app}>
      <Figure name="Weights" summary={summary} table={table}>
        <p>the drawing</p>
      </Figure>
    </AppContext>
  );
  const { rerender } = render(figure('Three matrices.'));
  return { app, table, describe: (summary: string) => rerender(figure(summary)) };
}

const NUMBERS = {
  caption: 'All weights',
  columns: ['Weight', 'Value'],
  rows: [
    ['W_xh', '0.42'],
    ['W_hh', '−1.30'],
  ],
};
const manyRows = (count: number) => Array.from({ length: count }, (_, row) => [`row ${row + 1}`, `${row}`]);

const toggle = () => screen.getByRole('button', { name: 'Weights: the numbers as a table' });

describe('a figure', () => {
  it('has a name and a summary that stays current', () => {
    const page = show(NUMBERS);
    const figure = screen.getByRole('figure', { name: 'Weights' });
    expect(figure).toHaveAccessibleDescription('Three matrices.');
    expect(within(figure).getByRole('heading', { name: 'Weights' })).toBeVisible();
    page.describe('Five matrices.');
    expect(figure).toHaveAccessibleDescription('Five matrices.');
  });

  it('is told of a run in training once a second, and of its rest at once', () => {
    vi.useFakeTimers();
    const { app, describe } = show(NUMBERS);
    const figure = screen.getByRole('figure', { name: 'Weights' });
    act(() => app.run.setState({ phase: { kind: 'training' } }));
    describe('Update 1.');
    expect(figure).toHaveAccessibleDescription('Update 1.');
    describe('Update 2.');
    expect(figure).toHaveAccessibleDescription('Update 1.');
    act(() => vi.advanceTimersByTime(1000));
    expect(figure).toHaveAccessibleDescription('Update 2.');
    describe('Update 3.');
    act(() => app.run.setState({ ordered: 'pause' }));
    expect(figure).toHaveAccessibleDescription('Update 3.');
    act(() => app.run.setState({ phase: { kind: 'paused' }, ordered: null }));
    describe('Update 4.');
    expect(figure).toHaveAccessibleDescription('Update 4.');
    vi.useRealTimers();
  });

  it('makes its numbers only while they are asked for', async () => {
    const { table } = show(NUMBERS);
    expect(table).not.toHaveBeenCalled();
    expect(toggle()).toHaveAttribute('aria-expanded', 'false');
    fireEvent.click(toggle());
    await waitFor(() => expect(table).toHaveBeenCalled());
    expect(toggle()).toHaveAttribute('aria-expanded', 'true');
    fireEvent.click(toggle());
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('writes them as a table with headers, in a region that the keyboard can scroll', async () => {
    show(NUMBERS);
    fireEvent.click(toggle());
    const table = await screen.findByRole('table', { name: 'All weights' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Weight', 'Value']);
    expect(within(table).getByRole('row', { name: 'W_hh −1.30' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'All weights' })).toHaveAttribute('tabindex', '0');
  });

  it.each([
    ['Escape', () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })],
    ['its button', () => fireEvent.click(screen.getByRole('button', { name: 'Close' }))],
  ])('gives the table the focus, and with %s closes it and gives the focus back', async (_, close) => {
    show(NUMBERS);
    fireEvent.click(toggle());
    expect(await screen.findByRole('region', { name: 'All weights' })).toHaveFocus();
    close();
    expect(screen.queryByRole('table')).toBeNull();
    expect(toggle()).toHaveFocus();
  });

  it.each([
    [200, 'Everything'],
    [201, 'Everything (the first 200 of 201 rows)'],
  ])('with %i rows calls the table "%s"', async (count, caption) => {
    show({ ...NUMBERS, caption: 'Everything', rows: manyRows(count) });
    fireEvent.click(toggle());
    expect(await screen.findByRole('table', { name: caption })).toBeVisible();
    expect(screen.getAllByRole('rowheader')).toHaveLength(200);
  });

  it.each([
    ['none', {}],
    ['all', { steps: { first: 0, count: 4, all: 4, selected: 0 } }],
  ])('has nothing to turn where it has %s of the steps', async (_, steps) => {
    show({ ...NUMBERS, ...steps });
    fireEvent.click(toggle());
    await screen.findByRole('table');
    expect(screen.queryByRole('button', { name: /steps/ })).toBeNull();
  });

  it('speaks the language in force', () => {
    const { app } = show(NUMBERS);
    act(() => app.view.setState({ language: 'ko' }));
    expect(screen.getByRole('button', { name: 'Weights: 숫자를 표로 보기' })).toBeVisible();
  });
});
