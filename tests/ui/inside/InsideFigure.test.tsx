import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_ABLATION } from '../../../src/engine/index.ts';
import { operationsAt } from '../../../src/engine/operations.ts';
import { formatFixed } from '../../../src/layout/format.ts';
import { type Config, DEFAULT_CONFIG } from '../../../src/state/config.ts';
import type { View } from '../../../src/state/view.ts';
import { characterKeys } from '../../../src/ui/characterKeys.ts';
import { InsideFigure } from '../../../src/ui/inside/InsideFigure.tsx';
import { operandsById } from '../../../src/ui/inside/spot.ts';
import { stubCanvas } from '../heatmapFixture.tsx';
import { stubSize } from '../stubSize.ts';
import { trainedPage } from '../trainedPage.tsx';

beforeEach(() => {
  stubSize(800, 600);
  stubCanvas();
  characterKeys.set(true);
  // jsdom has no scrolling.
  Element.prototype.scrollIntoView = vi.fn();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function openInside(config: Partial<Config> = {}, view: Partial<View> = {}) {
  const page = trainedPage(<InsideFigure />, config, { timestep: 2, ...view });
  page.train(40);
  return page;
}

/** The cells of a matrix or vector; it may stand in several equations. */
function cellsOf(operand: string): HTMLElement[] {
  const [first] = document.querySelectorAll<HTMLElement>(`[data-operand="${operand}"]`);
  return first ? [...first.querySelectorAll<HTMLElement>('[role="gridcell"]')] : [];
}
const numberIn = (text: string | null) => Number(text?.replace('−', '-'));
const numbersOf = (operand: string) => cellsOf(operand).map((cell) => numberIn(cell.textContent));
const focus = (cell: HTMLElement | undefined) => act(() => cell?.focus());
const reading = () =>
  screen.getByRole('button', { name: 'Keep' }).closest('div')?.parentElement?.textContent ?? '';
const sentence = () => screen.getByRole('status').textContent ?? '';
const lit = (operand: string) =>
  cellsOf(operand).flatMap(({ dataset }) =>
    dataset.state === 'lit' ? [`${dataset.row},${dataset.column}`] : [],
  );

describe('the numbers', () => {
  it.each(['rnn', 'lstm', 'gru'] as const)('of %s agree with the engine to their digits', (cell) => {
    const { trainer } = openInside({ cell });
    const { hidden, cellState } = trainer.traces[0].layers[0];
    const near = (shown: readonly number[], values: ArrayLike<number>) => {
      expect(shown).toHaveLength(values.length);
      for (const [index, value] of shown.entries()) {
        expect(Math.abs(value - values[index])).toBeLessThanOrEqual(0.00501);
      }
    };
    near(numbersOf('0.h.result'), hidden.subarray(9, 12));
    if (cellState) near(numbersOf('0.c.result'), cellState.subarray(9, 12));
    near(numbersOf('y.result'), trainer.traces[0].logits.subarray(8, 12));
    near(numbersOf('L.result'), trainer.traces[0].losses.subarray(2, 3));
  });

  it.each(['rnn', 'lstm', 'gru'] as const)(
    'of %s: each that is shown is the one of its place',
    async (cell) => {
      const { trainer, run } = openInside({ cell, layers: 2, hiddenSize: 2 });
      for (const closed of screen.getAllByRole('button', { expanded: false })) {
        if (closed.getAttribute('aria-label')?.startsWith('Equation')) await userEvent.click(closed);
      }
      const { model, task } = run.getState();
      const operands = operandsById(
        operationsAt({
          ...{ model, parameters: trainer.parameters, trace: trainer.traces[0], ablation: NO_ABLATION },
          ...{ timestep: 2, target: task.example.targets[2] },
        }),
      );
      let checked = 0;
      for (const grid of document.querySelectorAll<HTMLElement>('[role="grid"]')) {
        const operand = operands.get(grid.dataset.operand ?? '');
        for (const shown of grid.querySelectorAll<HTMLElement>('[role="gridcell"]')) {
          const [row, column] = [Number(shown.dataset.row), Number(shown.dataset.column)];
          const value =
            operand?.kind === 'given'
              ? operand.values[row * operand.columns + column]
              : operand?.valueAt(row);
          const decimals = shown.textContent?.split('.')[1]?.length ?? 0;
          expect(Math.abs(numberIn(shown.textContent) - (value ?? Number.NaN))).toBeLessThanOrEqual(
            0.5001 * 10 ** -decimals,
          );
          checked++;
        }
      }
      for (const id of operands.keys()) {
        expect(document.querySelector(`[data-operand="${id}"]`), id).toBeInTheDocument();
      }
      expect(checked).toBeGreaterThan(60);
    },
  );

  it('follow the update and the step', () => {
    const page = openInside();
    const before = numbersOf('0.h.result');
    page.train(20);
    expect(numbersOf('0.h.result')).not.toEqual(before);
    const states = numbersOf('0.h.result');
    act(() => page.view.setState({ timestep: 3 }));
    expect(numbersOf('0.h.before')).toEqual(states);
    expect(screen.getByRole('figure', { name: 'Inside step 4' })).toBeInTheDocument();
  });

  it('have their shapes beside them', () => {
    openInside();
    const figure = screen.getByRole('figure', { name: 'Inside step 3' });
    for (const shape of ['(3 × 4)', '(3 × 3)', '(4 × 3)']) {
      expect(within(figure).getByText(shape)).toBeInTheDocument();
    }
    expect(screen.getByRole('grid', { name: 'W_xh, 3 × 4' })).toBeInTheDocument();
    const state = screen.getByRole('group', { name: 'Equation of hidden state h' });
    const grids = within(state).getAllByRole('grid').length;
    // Both biases stand in the second line once more.
    expect(within(state).getAllByText(/^\(\d × \d\)$/)).toHaveLength(grids);
  });

  it('of the loss are single numbers: the probability of the target alone', () => {
    openInside();
    const loss = screen.getByRole('group', { name: 'Equation of L' });
    expect(within(loss).getAllByText('(1 × 1)')).toHaveLength(2);
    expect(within(loss).getByRole('grid', { name: 'p, 1 × 1' })).toBeInTheDocument();
    const probabilities = screen.getByRole('group', { name: 'Equation of p' });
    expect(within(probabilities).getByRole('grid', { name: 'p, 4 × 1' })).toBeInTheDocument();
  });

  it('of a large network fold to what matters most, and another unit can be chosen', async () => {
    const page = openInside({ hiddenSize: 64 });
    expect(screen.getAllByRole('gridcell').length).toBeLessThan(120);
    expect(screen.getAllByText(/^\+ 58 others: −?\d\.\d\d$/)).toHaveLength(2);
    const state = page.trainer.traces[0].layers[0].hidden;
    expect(numbersOf('0.h.result')[0]).toBeCloseTo(state[3 * 64], 1);
    act(() => screen.getByRole('application', { name: /All 64 values of h/ }).focus());
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByText('unit 3 of 64')).toBeInTheDocument();
    expect(numbersOf('0.h.result')[0]).toBeCloseTo(state[3 * 64 + 2], 1);
  });

  it('of many letters are the highest, highest first, and what the others add: the powers give the shares', () => {
    const { trainer } = openInside({ hiddenSize: 4, text: 'the quick brown fox jumps over a lazy dog' });
    const letters = trainer.traces[0].logits.length / trainer.traces[0].timesteps;
    const shares = within(screen.getByRole('group', { name: 'Equation of p' }));
    const gridOf = (name: string) =>
      within(shares.getByRole('grid', { name: `${name}, ${letters} × 1` }))
        .getAllByRole('gridcell')
        .map(({ textContent }) => numberIn(textContent));
    const [scores, probabilities] = [gridOf('y'), gridOf('p')];
    expect(scores).toHaveLength(6);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const restOf = (others: RegExp) =>
      numberIn(shares.getByText(others).textContent?.split(/ /).at(-1) ?? '');
    const powers = scores.map(Math.exp);
    const all = powers.reduce((sum, power) => sum + power, restOf(/^\+ 21 others: sum of eʸ \d+\.\d\d$/));
    for (const [index, power] of powers.entries()) {
      expect(Math.abs(power / all - probabilities[index])).toBeLessThan(0.011);
    }
    const said = probabilities.reduce((sum, share) => sum + share, restOf(/^\+ 21 others: 0\.\d\d$/));
    expect(said).toBeCloseTo(1, 1);
    const choice = within(screen.getByRole('group', { name: 'Equation of ŷ' }));
    expect(choice.getByText('and 21 others, none higher')).toBeInTheDocument();
    focus(cellsOf('ŷ.result')[0]);
    expect(screen.getByText(/^ŷ, step 3: the largest score is that of/)).toBeInTheDocument();
  });

  it('of a cut recurrence say why the state before is 0', () => {
    const page = openInside();
    page.cut();
    expect(numbersOf('0.h.before')).toEqual([0, 0, 0]);
    expect(screen.getByText(/recurrence is cut/)).toBeInTheDocument();
    const state = screen.getByRole('group', { name: 'Equation of hidden state h' });
    expect(within(state).getByText('cut: 0')).toBeInTheDocument();
    page.view.setState({ timestep: 2 });
    fireEvent.keyDown(window, { key: 'n' });
    fireEvent.keyDown(window, { key: 'n' });
    expect(sentence()).toBe(
      'The recurrence is cut: the state before counts as 0, so the recurrent weights add nothing.',
    );
  });
});

describe('a unit that is held at 0', () => {
  const FROZEN = { recurrenceCut: false, frozen: [{ layer: 0, unit: 1 }] };
  const openFrozen = (cell: Config['cell'], settings: View['settings'] = {}) => {
    const page = openInside({ cell }, { settings });
    page.trainer.setAblation(FROZEN);
    page.train(1);
    return page;
  };
  const HELD = { rnn: ['h'], gru: ['h'], lstm: ['c', 'h'] } as const;

  it.each(['rnn', 'gru', 'lstm'] as const)('is marked in the equations of %s, in its row', (cell) => {
    openFrozen(cell);
    for (const base of HELD[cell]) {
      const name = `Equation of ${base === 'h' ? 'hidden' : 'cell'} state ${base}`;
      const equation = within(screen.getByRole('group', { name }));
      expect(equation.getAllByText('held at 0')).toHaveLength(1);
      const held = equation.getAllByRole('gridcell', { name: '0.00, held at 0' });
      expect(held.at(-1)).toBe(cellsOf(`0.${base}.result`)[1] ?? expect.fail(`no second row of ${base}`));
      expect(held.every((each) => each.dataset.held === 'true' && each.dataset.row === '1')).toBe(true);
    }
  });

  it('is told of in the sentence of its operation, in the table and in what is read out', async () => {
    openFrozen('lstm', { inside: 'at:19' });
    focus(cellsOf('0.c.result')[1]);
    expect(screen.getByText(/^c, unit 2, step 3: 0 \(held at 0\)$/)).toBeInTheDocument();
    expect(sentence()).toBe(
      'What is kept and what is added make the new cell state. Unit 2 is held at 0, whatever the equation gives.',
    );
    await userEvent.click(screen.getByRole('button', { name: /numbers as a table/ }));
    const row = (await screen.findByRole('rowheader', { name: /^c = f ⊙/ })).closest('tr');
    expect(row?.textContent).toContain('0.0000 (held at 0)');
  });

  it('is no gate: that one says so in each of its rows, and where it is closed', async () => {
    const page = openInside({ cell: 'lstm' }, { settings: { inside: 'at:8' } });
    page.trainer.setAblation({ recurrenceCut: false, frozen: [], held: [{ layer: 0, gate: 1, value: 1 }] });
    page.train(1);
    const gate = () => screen.getByRole('group', { name: 'Equation of forget gate f' });
    expect(within(gate()).getAllByText('held at 1')).toHaveLength(3);
    expect(sentence()).toMatch(/ All units are held at 1, whatever the equation gives\.$/);
    await userEvent.keyboard('{Escape}');
    expect(within(gate()).getAllByText('held at 1')).toHaveLength(1);
  });
});

describe('a number that is pointed at', () => {
  it('lights up the row and the column that make it, and tells the products and their sum', () => {
    openInside();
    const cell = cellsOf('0.h.result')[1];
    focus(cell);
    expect(lit('0.W_hh')).toEqual(['1,0', '1,1', '1,2']);
    expect(lit('0.W_xh')).toEqual(['1,2']);
    expect(lit('0.h.before')).toEqual(['0,0', '1,0', '2,0']);
    expect(lit('x')).toEqual(['2,0']);
    expect(lit('0.b_hh')).toEqual(['1,0']);
    const products = reading().match(/ × /g);
    expect(products).toHaveLength(4);
    const [total, value] = (reading().match(/[=≈](\S+) → tanh → (\S+)$/) ?? []).slice(1).map(numberIn);
    expect(Math.tanh(total)).toBeCloseTo(value, 1);
    expect(Math.abs(value - numberIn(cell.textContent))).toBeLessThanOrEqual(0.0051);
  });

  it('is reached by the pointer too, and a state of the step before by the step that made it', () => {
    openInside();
    fireEvent.pointerMove(cellsOf('0.h.before')[0]);
    expect(reading()).toMatch(/^ht, unit 1, step 2/);
    fireEvent.pointerMove(cellsOf('0.W_hh')[4]);
    expect(reading()).toMatch(/^Whh = −?\d\.\d{4} · row 2, column 2, step 3KeepA weight: /);
    fireEvent.pointerMove(cellsOf('0.h.recurrent')[1]);
    expect(reading()).toMatch(/^Whh ht−1, unit 2, step 3/);
    expect(document.body.textContent).not.toMatch(/[_{}]/);
  });

  it('is moved with the arrow keys, without moving the step', async () => {
    const { selectTimestep } = openInside();
    focus(cellsOf('0.W_hh')[0]);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{End}');
    expect(document.activeElement).toBe(cellsOf('0.W_hh')[5]);
    expect(cellsOf('0.W_hh').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    expect(selectTimestep).not.toHaveBeenCalled();
  });

  it('is kept to compare with the same number of another step, follows training, and is removed', async () => {
    const page = openInside({}, { timestep: 0 });
    focus(cellsOf('0.h.result')[0]);
    await userEvent.keyboard('{Enter}');
    act(() => page.view.setState({ timestep: 2 }));
    fireEvent.click(cellsOf('0.h.result')[0]);
    const tray = () => within(screen.getByRole('region', { name: 'Kept to compare' }));
    const pins = () => tray().getAllByRole('listitem');
    expect(pins()[0]).toHaveTextContent(/^ht = −?\d\.\d{3} · unit 1, step 1/);
    expect(pins()[1]).toHaveTextContent(/^ht = −?\d\.\d{3} · unit 1, step 3/);
    expect(tray().getByRole('heading')).toHaveTextContent('Kept to compare (2)');
    expect(tray().getByText('update 40')).toBeInTheDocument();
    const state = () => formatFixed(page.run.getState().snapshot.trace.layers[0].hidden[3], 2);
    expect(pins()[0]).toHaveTextContent(new RegExp(`^ht = ${state()}`));
    expect(within(pins()[0]).getByText(new RegExp(`^${state()}`))).toBeInTheDocument();
    const before = pins()[0].textContent;
    page.train(30);
    expect(tray().getByText('update 70')).toBeInTheDocument();
    expect(pins()[0].textContent).not.toBe(before);
    await userEvent.click(screen.getByRole('button', { name: 'Remove h, unit 1, step 1' }));
    expect(pins()).toHaveLength(1);
  });

  it('is kept in the order of the steps, with as many digits as the others of its kind', () => {
    const page = openInside({}, { timestep: 2 });
    for (const timestep of [2, 1, 0, 3]) {
      act(() => page.view.setState({ timestep }));
      for (const row of timestep === 0 ? [0, 1, 2] : [0]) fireEvent.click(cellsOf('0.h.result')[row]);
    }
    const tray = within(screen.getByRole('region', { name: 'Kept to compare' }));
    const cards = tray.getAllByRole('listitem');
    expect(cards.map(({ textContent }) => /step (\d)/.exec(textContent ?? '')?.[1])).toEqual([...'111234']);
    const decimals = cards.flatMap((card) =>
      [...card.querySelectorAll('b')].map(({ textContent }) => textContent?.split('.')[1]?.length),
    );
    expect(new Set(decimals).size).toBe(1);
  });

  it('is not offered and told once more while it is kept', async () => {
    openInside();
    const [first] = cellsOf('0.h.result');
    focus(first);
    const told = () => document.querySelectorAll('[class*="sum"]').length;
    expect(screen.getByRole('button', { name: 'Keep' })).toBeInTheDocument();
    expect(told()).toBe(1);
    fireEvent.click(first);
    expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
    expect(screen.getByText('is kept below')).toBeInTheDocument();
    expect(told()).toBe(1);
    fireEvent.click(first);
    expect(screen.getByRole('button', { name: 'Keep' })).toBeInTheDocument();
  });

  it('that is given is kept with its place, its value and what it is, and comes back from a link', () => {
    const page = openInside({}, { timestep: 0 });
    const kept = [
      cellsOf('0.W_hh')[0],
      cellsOf('0.W_hh')[1],
      cellsOf('0.W_xh')[4],
      cellsOf('0.b_xh')[1],
      cellsOf('x')[2],
      cellsOf('0.h.before')[2],
    ];
    for (const cell of kept) fireEvent.click(cell);
    const pins = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    const told = [
      /^Whh = −?\d\.\d{4} · row 1, column 1, step 1×A weight: training sets it/,
      /^Whh = −?\d\.\d{4} · row 1, column 2, step 1×A weight: training sets it/,
      /^Wxh = −?\d\.\d{4} · row 2, column h, step 1×A weight: training sets it/,
      /^bxh = −?\d\.\d{4} · row 2, step 1×A bias: training sets it/,
      /^xt = 0 · letter l, step 1×The letter is not l but h\.$/,
      /^ht−1 = 0 · unit 3, step 1×Before the first step there is no state\.$/,
    ];
    expect(pins()).toEqual(told.map((each) => expect.stringMatching(each)));
    expect(screen.getByRole('button', { name: 'Remove W hh, row 1, column 2, step 1' })).toBeInTheDocument();
    const { settings } = page.view.getState();
    expect(settings.inside).toBe(
      'pins:1-1.W_hh-1-1 1-1.W_hh-1-2 1-1.W_xh-2-1 1-1.b_xh-2 1-x-3 1-1.h.before-3',
    );
    const before = pins();
    page.unmount();
    openInside({}, { settings });
    expect(pins()).toEqual(before);
  });

  it('stays kept while what is kept is folded', async () => {
    openInside();
    fireEvent.click(cellsOf('0.h.result')[0]);
    const fold = screen.getByRole('button', { name: 'Kept to compare (1)', expanded: true });
    await userEvent.click(fold);
    expect(screen.queryByRole('listitem')).toBeNull();
    fireEvent.click(cellsOf('0.h.result')[1]);
    await userEvent.click(screen.getByRole('button', { name: 'Kept to compare (2)', expanded: false }));
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('is kept only six times', () => {
    openInside();
    for (const cell of [...cellsOf('y.result'), ...cellsOf('0.h.result')]) fireEvent.click(cell);
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    expect(screen.getByText(/6 numbers are kept already/)).toBeInTheDocument();
  });
});

describe('operation by operation', () => {
  it('goes from the picked column to the comparison with the target, then on to the next step, and back', async () => {
    const page = openInside({}, { timestep: 0 });
    const told: string[] = [];
    for (let n = 0; n < 8; n++) {
      await userEvent.keyboard('n');
      told.push(sentence());
    }
    expect(told[0]).toContain('picks its column');
    expect(told[1]).toContain('The recurrent weights');
    expect(told[2]).toContain('added');
    expect(told[3]).toContain('tanh squashes');
    expect(told[4]).toContain('one score for each letter');
    expect(told[5]).toContain('softmax');
    expect(told[6]).toContain('predicts');
    expect(told[7]).toContain('The target is e');
    await userEvent.keyboard('n');
    expect(page.selectTimestep).toHaveBeenLastCalledWith(1);
    expect(sentence()).toContain('The one-hot letter e picks its column');
    await userEvent.keyboard('p');
    expect(page.selectTimestep).toHaveBeenLastCalledWith(0);
    expect(sentence()).toBe(told[7]);
    await userEvent.keyboard('p');
    expect(sentence()).toBe(told[6]);
  });

  it('leaves what is not reached yet blank, and shows all again with Escape', async () => {
    openInside();
    await userEvent.click(screen.getByRole('button', { name: /Next operation/ }));
    const blank = (operand: string) => cellsOf(operand).every(({ textContent }) => textContent === '');
    expect([blank('0.h.input'), blank('0.h.recurrent'), blank('0.h.result'), blank('y.result')]).toEqual([
      false,
      true,
      true,
      true,
    ]);
    fireEvent.click(cellsOf('0.h.recurrent')[0]);
    expect(blank('0.h.recurrent')).toBe(false);
    await userEvent.keyboard('{Escape}');
    expect(blank('y.result')).toBe(false);
    expect(sentence()).toBe('');
  });

  it('lights up the network while it goes, and leaves it dark after', async () => {
    const page = openInside();
    const light = () => {
      const { matrix, block } = page.view.getState();
      return [matrix?.kind ?? null, block?.role ?? null, block?.lag ?? null];
    };
    await userEvent.keyboard('n');
    expect(light()).toEqual(['W_xh', 'input', 0]);
    await userEvent.keyboard('n');
    expect(light()).toEqual(['W_hh', 'hidden', 1]);
    await userEvent.keyboard('nn');
    expect(light()).toEqual([null, 'hidden', 0]);
    page.unmount();
    expect(light()).toEqual([null, null, null]);
  });

  it('keeps its sentence in sight when a number is pointed at whose sum would cover it', () => {
    openInside({}, { settings: { inside: 'at:8' } });
    const scroll = vi.spyOn(window, 'scrollBy').mockImplementation(() => {});
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      if (this.hasAttribute('data-sentence')) return new DOMRect(0, 700, 400, 30);
      return this.className.includes('foot') ? new DOMRect(0, 720, 400, 80) : new DOMRect();
    });
    fireEvent.pointerMove(cellsOf('p.result')[1]);
    expect(scroll).toHaveBeenCalledExactlyOnceWith(0, 18);
  });

  it('ends at the last operation of the last step', async () => {
    const page = openInside({}, { timestep: 3 });
    await userEvent.keyboard('nnnnnnnn');
    const last = sentence();
    await userEvent.keyboard('n');
    expect(sentence()).toBe(last);
    expect(page.selectTimestep).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: /Next operation/ })).toHaveAttribute('aria-disabled', 'true');
  });

  it('opens the equation of a gate that it comes to', async () => {
    openInside({ cell: 'lstm' });
    expect(cellsOf('0.i.sum')).toEqual([]);
    await userEvent.keyboard('n');
    expect(cellsOf('0.i.sum')).toHaveLength(DEFAULT_CONFIG.hiddenSize);
    expect(sentence()).toContain('input gate i');
  });

  it('does not listen to letters where a person has switched them off', async () => {
    openInside();
    characterKeys.set(false);
    await userEvent.keyboard('n');
    expect(sentence()).toBe('');
  });
});

describe('for everybody', () => {
  it('has a summary, a table of all operations, and nothing that axe objects to', async () => {
    openInside({ cell: 'gru', layers: 2, hiddenSize: 2 }, { language: 'ko' });
    await userEvent.keyboard('n');
    const figure = screen.getByRole('figure', { name: '시점 3의 계산' });
    expect(figure).toHaveAccessibleDescription(/연산 \d+개를 거쳐/);
    await userEvent.click(within(figure).getByRole('button', { name: /숫자를 표로 보기/ }));
    const rows = within(await screen.findByRole('table')).getAllByRole('rowheader');
    expect(rows.map(({ textContent }) => textContent)).toContain('2층: h = (1 − z) ⊙ n + z ⊙ h_{t−1}');
    const { violations } = await axe.run(figure, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
