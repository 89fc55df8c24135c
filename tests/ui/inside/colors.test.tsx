import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ColorTable, colorIndex, divergingTable } from '../../../src/layout/color.ts';
import { magnitudeTable } from '../../../src/layout/magnitudeColor.ts';
import type { Config } from '../../../src/state/config.ts';
import type { View } from '../../../src/state/view.ts';
import { InsideFigure } from '../../../src/ui/inside/InsideFigure.tsx';
import { WeightsFigure } from '../../../src/ui/WeightsFigure.tsx';
import { stubCanvas } from '../heatmapFixture.tsx';
import { stubSize } from '../stubSize.ts';
import { trainedPage } from '../trainedPage.tsx';

beforeEach(() => {
  stubSize(800, 600);
  stubCanvas();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const SIGNED = divergingTable('light');

function open(config: Partial<Config> = {}, updates = 40, view: Partial<View> = {}) {
  const both = (
    <>
      <WeightsFigure />
      <InsideFigure />
    </>
  );
  const page = trainedPage(both, config, { timestep: 2, ...view });
  page.train(updates);
  const parameters = [...page.run.getState().parameters];
  return { ...page, largest: parameters.reduce((most, each) => Math.max(most, Math.abs(each)), 0) };
}

/** What the figure of the weights says is the end of its scale. */
function weightsDomain(): number {
  const figure = within(screen.getByRole('figure', { name: 'Weights' }));
  return Number(figure.getByRole('img', { name: /^Colours: / }).textContent?.match(/\+([\d.]+)$/)?.[1]);
}

const inside = () => within(screen.getByRole('figure', { name: 'Inside step 3' }));
const legend = () => inside().getByRole('img', { name: /^Blue is negative/ });

function cellsOf(operand: string): readonly HTMLElement[] {
  const [first] = document.querySelectorAll<HTMLElement>(`[data-operand="${operand}"]`);
  return first ? [...first.querySelectorAll<HTMLElement>('[role="gridcell"]')] : [];
}

/** As the browser writes a colour. */
function written(color: string): string {
  const element = document.createElement('i');
  element.style.background = color;
  return element.style.background;
}

function expectColors(
  operand: string,
  values: ArrayLike<number>,
  domain: number,
  table: ColorTable = SIGNED,
): void {
  const colors = cellsOf(operand).map(({ style }) => style.background);
  expect(colors, operand).toEqual(
    Array.from(values, (value) => written(table.css[colorIndex(value, domain)])),
  );
}

describe('the colours of the numbers', () => {
  it.each([
    ['a few updates', 1, 1],
    ['many', 1500, 5],
  ])('of a weight are those of the figure of the weights after %s', (_, updates, least) => {
    const { trainer, largest } = open({}, updates);
    expect(weightsDomain()).toBeGreaterThanOrEqual(least);
    expect(weightsDomain()).toBeGreaterThanOrEqual(largest);
    const { parameters } = trainer;
    expectColors('0.W_xh', parameters.subarray(0, 12), weightsDomain());
    expectColors('0.W_hh', parameters.subarray(12, 21), weightsDomain());
    expectColors('0.b_xh', parameters.subarray(21, 24), weightsDomain());
    expectColors('W_hy', parameters.subarray(27, 39), weightsDomain());
    const column = trainer.traces[0].inputs[2];
    const picked = [0, 1, 2].map((row) => parameters[row * 4 + column]);
    expectColors('0.h.input', picked, weightsDomain());
  });

  it('of states and scores are those of the network; sums have the scale of scores', () => {
    const { trainer } = open({}, 1500);
    const { layers, logits } = trainer.traces[0];
    const { hidden } = layers[0];
    expectColors('0.h.before', hidden.subarray(6, 9), 1);
    expectColors('0.h.result', hidden.subarray(9, 12), 1);
    expectColors('y.result', logits.subarray(8, 12), 5);
    const sums = Array.from(hidden.subarray(9, 12), Math.atanh);
    expectColors('0.h.sum', sums, 5);
  });

  it('of a loss are none: it has no sign', () => {
    open();
    for (const { style } of cellsOf('L.result')) expect(style.background).toBe('');
  });

  it('of gates are violet, as in the figure of the gates; of the candidate they have a sign', async () => {
    const { trainer } = open({ cell: 'lstm' });
    for (const closed of inside().getAllByRole('button', { expanded: false, name: /^Equation/ })) {
      await userEvent.click(closed);
    }
    const [gates] = trainer.traces[0].gates;
    const { cellState } = trainer.traces[0].layers[0];
    const gate = (index: number) => gates.subarray((2 * 4 + index) * 3, (2 * 4 + index + 1) * 3);
    for (const [index, letter] of [...'ifgo'].entries()) {
      const table = letter === 'g' ? SIGNED : magnitudeTable('light');
      expectColors(`0.${letter}.result`, gate(index), 1, table);
    }
    expectColors('0.c.result', cellState?.subarray(9, 12) ?? [], 2);
  });

  it('of the products that make a number are those of what they make', async () => {
    const { trainer } = open();
    await userEvent.click(cellsOf('y.result')[1]);
    const { parameters, traces } = trainer;
    const products = [0, 1, 2].map(
      (unit) => parameters[27 + 3 + unit] * traces[0].layers[0].hidden[9 + unit],
    );
    const list = inside().getByRole('region', { name: 'Kept to compare' });
    const chips = [...list.querySelectorAll<HTMLElement>('[style*="background"]')];
    expect(chips.map(({ style }) => style.background)).toEqual(
      [...products, parameters[40]].map((value) => written(SIGNED.css[colorIndex(value, 5)])),
    );
  });
});

describe('the legend', () => {
  it('says the domain of each quantity, of the weights the one of their figure', () => {
    open({}, 1500);
    expect(legend()).toHaveTextContent(`W, b ±${weightsDomain()}`);
    expect(legend()).toHaveTextContent('h ±1');
    expect(legend()).toHaveTextContent('a, y ≤ −5 … ≥ +5');
    expect(legend()).toHaveAccessibleName(
      `Blue is negative, orange is positive; full colour at W ±${weightsDomain()}, b ±${weightsDomain()}, h ±1, a ±5 and beyond, y ±5 and beyond. Products and sums on the way have the scale of what they become.`,
    );
  });

  it.each([
    ['lstm', ['h, g ±1', 'c ≤ −2 … ≥ +2', 'i, f, o 0 1']],
    ['gru', ['h, n ±1', 'a, s, y ≤ −5 … ≥ +5', 'r, z 0 1']],
  ] as const)('of %s has its gates', (cell, entries) => {
    open({ cell });
    for (const entry of entries) expect(legend()).toHaveTextContent(entry);
    expect(legend()).toHaveAccessibleName(/violet is 1, none is 0/);
  });

  it('of ReLU says that states are not bounded by 1', () => {
    open({ nonlinearity: 'relu' });
    expect(legend()).toHaveTextContent('h ≤ −4 … ≥ +4');
  });

  it('is there in Korean too', () => {
    open({}, 40, { language: 'ko' });
    expect(screen.getByRole('img', { name: /^파랑은 음수.*W ±/ })).toHaveAccessibleName(/도중의 곱과 합/);
  });
});
