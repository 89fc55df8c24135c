import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCells } from '../../../src/labs/cells.ts';
import type { SweepMemory } from '../../../src/labs/sweep.ts';
import { createAddressOf } from '../../../src/state/address.ts';
import { CELLS_LINKS } from '../../../src/state/cellsUrl.ts';
import { trialsOf } from '../../../src/state/sweep.ts';
import { PACES } from '../../../src/state/view.ts';
import { recallExample } from '../../../src/tasks/recall.ts';
import { App } from '../../../src/ui/App.tsx';
import { CellsScreen } from '../../../src/ui/cells/CellsScreen.tsx';
import { createHub } from '../../../src/worker/hub.ts';
import { createFakeBrowser } from '../../fakeBrowser.ts';
import { stubSize } from '../stubSize.ts';

beforeEach(() => {
  stubSize(800, 600);
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(
  hash = '#/cells?text=hello&hidden=3&seed=4&seed2=4&seed3=4',
  sweepMemory: SweepMemory = { kept: undefined },
) {
  const browser = createFakeBrowser({ hash });
  const { window, environment, thread } = browser;
  const cells = createCells({
    ...environment,
    hub: createHub(thread),
    openAddress: (onChange) => createAddressOf(CELLS_LINKS, window, onChange),
    clock: { ...window, now: window.performance.now },
    sweepMemory,
  });
  render(
    <App app={cells.all}>
      <CellsScreen {...cells} />
    </App>,
  );
  const settle = () => act(() => browser.settle());
  await settle();
  return { browser, cells, settle, user: userEvent.setup({ delay: null }) };
}

const row = (name: string) => screen.getByRole('figure', { name });
const summaryOf = (figure: HTMLElement) =>
  document.getElementById(figure.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
const update = () => screen.getByRole('status', { name: 'Update' }).textContent;

describe('the rows', () => {
  it('say of each lab how it does at the one update of all', async () => {
    const { settle, user } = await open();
    for (const name of ['RNN', 'GRU', 'LSTM']) {
      expect(summaryOf(row(name))).toMatch(new RegExp(`^${name} at update 0: \\d of 4 letters`));
    }
    await user.click(screen.getByRole('button', { name: '+10' }));
    await settle();
    expect(update()).toBe('10');
    for (const name of ['RNN', 'GRU', 'LSTM']) expect(summaryOf(row(name))).toContain('at update 10:');
  });

  it('tell how far back the error of the chosen loss is felt, and have its numbers in the table', async () => {
    const { cells, user } = await open();
    expect(summaryOf(row('GRU'))).toMatch(/1% of the error at letter 4 is still felt/);
    await user.click(within(row('GRU')).getByRole('button', { name: 'GRU: the numbers as a table' }));
    const cellsOfLast = within(await within(row('GRU')).findByRole('table'))
      .getAllByRole('row')
      .at(-1)?.textContent;
    const { reach } = cells.labs[1].run.getState().snapshot;
    const value = reach?.hidden[0].at(-1) ?? Number.NaN;
    expect(cellsOfLast).toContain(value.toFixed(2));
    await user.click(screen.getByRole('radio', { name: 'selected letter' }));
    expect(summaryOf(row('GRU'))).toContain('error at letter 1 is still felt 0 letters back');
  });

  it('have one selected timestep that the arrow keys move', async () => {
    const { user } = await open();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    const said = screen.getByRole('status', { name: 'Selected step' }).textContent;
    expect(said).toMatch(/^step 3, letter l, target l: RNN says ., (right|wrong); GRU says/);
  });
});

describe('a text longer than the rows', () => {
  const LONG = `#/cells?text=${'abcdefghij'.repeat(7)}&hidden=3`;
  const scrollbar = () => screen.getByRole('slider', { name: 'Letters in sight' });
  const sight = () => scrollbar().getAttribute('aria-valuetext');

  it('is scrolled for all rows at once, until a letter out of sight is selected', async () => {
    const { cells, settle, user } = await open(LONG);
    expect(sight()).toBe('letters 1–47 of 69');
    fireEvent.change(scrollbar(), { target: { value: '9' } });
    await settle();
    expect(sight()).toBe('letters 10–56 of 69');
    for (const { run } of cells.labs)
      expect(run.getState().snapshot.reach).toMatchObject({ from: 9, to: 56 });
    act(() => cells.all.actions.selectTimestep(50));
    expect(sight()).toBe('letters 10–56 of 69');
    act(() => cells.all.actions.selectTimestep(0));
    expect(sight()).toBe('letters 1–47 of 69');
    fireEvent.change(scrollbar(), { target: { value: '22' } });
    expect(sight()).toBe('letters 23–69 of 69');
    await user.keyboard('{ArrowRight}');
    expect(sight()).toBe('letters 1–47 of 69');
  });

  it('follows a wheel and a finger that go sideways', async () => {
    await open(LONG);
    const letters = row('GRU').querySelector('[data-scrolls]') as HTMLElement;
    const wheel = (deltaX: number, deltaY: number) => fireEvent.wheel(letters, { deltaX, deltaY });
    const pitch = (800 - 92) / 47;
    wheel(0, 300);
    expect(sight()).toBe('letters 1–47 of 69');
    for (let turn = 0; turn < 4; turn++) wheel(pitch / 2 + 0.01, 0);
    expect(sight()).toBe('letters 3–49 of 69');
    const touch = { pointerType: 'touch', pointerId: 1 };
    fireEvent.pointerDown(letters, { ...touch, clientX: 300 });
    fireEvent.pointerMove(letters, { ...touch, clientX: 300 - 5 * pitch });
    expect(sight()).toBe('letters 8–54 of 69');
    fireEvent.pointerMove(letters, { ...touch, clientX: 700 });
    expect(sight()).toBe('letters 1–47 of 69');
  });
});

it('a text that fits has nothing to scroll', async () => {
  await open();
  expect(screen.queryByRole('slider', { name: 'Letters in sight' })).toBeNull();
});

it('has the example texts, but not the slide, which only one of the three would show', async () => {
  await open();
  const examples = screen.getByRole('group', { name: 'Try' });
  expect(within(examples).getByRole('button', { name: 'hello' })).toBeInTheDocument();
  expect(within(examples).queryByRole('button', { name: 'hello at 75%' })).toBeNull();
});

describe('comparing another', () => {
  it('changes one lab, which catches up, and names what sets it apart', async () => {
    const { cells, settle, user } = await open();
    await user.click(screen.getByRole('button', { name: '+10' }));
    await settle();
    await user.click(screen.getByRole('button', { name: 'Change: GRU' }));
    await user.selectOptions(within(row('GRU')).getByRole('combobox', { name: 'Optimizer' }), 'sgd');
    await settle();
    expect(screen.getAllByRole('figure').map((figure) => figure.querySelector('h2')?.textContent)).toEqual(
      expect.arrayContaining(['RNN · Adam', 'GRU · SGD', 'LSTM · Adam']),
    );
    expect(summaryOf(row('GRU · SGD'))).toContain('at update 10:');
    expect(cells.labs[1].config.getState().optimizer).toBe('sgd');
  });

  it('lets the gates of one lab begin open, which is no option of a cell without gates', async () => {
    const { cells, settle, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Change: RNN' }));
    expect(screen.queryByRole('spinbutton', { name: /Gates open/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Change: LSTM' }));
    const field = await screen.findByRole('spinbutton', { name: 'Gates open by' });
    await user.clear(field);
    await user.type(field, '5{Enter}');
    await settle();
    expect(cells.labs[2].run.getState().model).toMatchObject({ cell: 'lstm', openGates: 5 });
    expect(row('LSTM · gates +5')).toBeVisible();
    expect(cells.all.actions.link()).toContain('gatebias3=5');
  });

  it('tells runs apart that are the same in everything', async () => {
    await open('#/cells?text=hello&hidden=3&cell2=rnn&cell3=rnn');
    expect(row('RNN · no. 2')).toBeInTheDocument();
  });
});

describe('the gates', () => {
  it('are shown where there are some, and one can be held open and let go', async () => {
    const { cells, settle, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Gates' }));
    await settle();
    expect(within(row('RNN')).queryAllByRole('img')).toEqual([]);
    expect(within(row('GRU')).getAllByRole('img')).toHaveLength(3);
    const maps = () =>
      within(row('LSTM'))
        .getAllByRole('img')
        .map((map) => map.getAttribute('aria-label'));
    expect(maps().map((label) => label?.match(/gate (.)/)?.[1])).toEqual(['i', 'f', 'g', 'o']);
    expect(screen.queryByRole('combobox', { name: 'LSTM: gate g' })).toBeNull();
    expect(screen.getByText(/Candidates g and n: blue −1, orange \+1\./)).toBeVisible();

    await user.selectOptions(screen.getByRole('combobox', { name: 'LSTM: gate f' }), 'open 1');
    await settle();
    expect(maps()[1]).toBe('LSTM, gate f, units by steps: mean 1.00, held at 1');
    expect(cells.labs[2].run.getState().snapshot.ablation.held).toEqual([{ layer: 0, gate: 1, value: 1 }]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'LSTM: gate f' }), 'free');
    await settle();
    expect(maps()[1]).not.toContain('held');
  });
});

describe('what was done to one lab', () => {
  it('is listed in its row, and taken back there', async () => {
    const { browser, cells, settle, user } = await open('#/cells?text=hello&hidden=3&gates=1');
    await user.click(screen.getByRole('button', { name: '+10' }));
    await settle();
    const untouched = cells.labs[1].run.getState().snapshot.loss;
    await user.selectOptions(screen.getByRole('combobox', { name: 'GRU: gate z' }), 'shut 0');
    await settle();
    expect(cells.labs[1].run.getState().snapshot.loss).not.toBe(untouched);
    expect(browser.window.location.hash).toContain('do2=10:hold1.2:0');
    const entry = 'update 10: gate z held at 0';
    expect(await within(row('GRU')).findByRole('button', { name: entry })).toBeInTheDocument();
    expect(within(row('LSTM')).queryByText('Interventions')).toBeNull();

    await user.click(within(row('GRU')).getByRole('button', { name: `Remove: ${entry}` }));
    await settle();
    expect(cells.labs[1].run.getState().snapshot.loss).toBe(untouched);
    expect(browser.window.location.hash).not.toContain('do2');
  });
});

describe('the curves', () => {
  it('have a playhead that takes all three back', async () => {
    const { settle, user } = await open();
    await user.click(screen.getByRole('button', { name: '+10' }));
    await settle();
    screen.getByRole('slider', { name: 'Training update' }).focus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    await settle();
    expect(update()).toBe('8');
    for (const name of ['RNN', 'GRU', 'LSTM']) expect(summaryOf(row(name))).toContain('at update 8:');
  });
});

describe('until an update', () => {
  it('trains all three to it and stops', async () => {
    const { browser, cells, settle, user } = await open();
    act(() => cells.all.actions.setPace(PACES.length - 1));
    const field = screen.getByRole('spinbutton', { name: 'Until update' });
    await user.clear(field);
    await user.type(field, '23');
    await user.click(screen.getByRole('button', { name: 'Go' }));
    await act(() => browser.until(() => cells.all.run.getState().snapshot.update === 23));
    await settle();
    expect(update()).toBe('23');
    expect(screen.getByRole('button', { name: 'Train' })).toBeInTheDocument();
    expect(field).toHaveValue('100');
  });

  it('moves nothing where they are beyond it, or where it cannot be read', async () => {
    const { cells, settle, user } = await open();
    act(() => cells.all.actions.advance(30));
    await settle();
    const field = screen.getByRole('spinbutton', { name: 'Until update' });
    for (const typed of ['12', 'abc']) {
      await user.clear(field);
      await user.type(field, typed);
      await user.click(screen.getByRole('button', { name: 'Go' }));
      await settle();
      expect(update()).toBe('30');
    }
    await user.clear(field);
    await user.type(field, '12');
    await user.click(screen.getByRole('button', { name: 'Go' }));
    expect(screen.getByText(/at update 30 already/)).toBeInTheDocument();
  });
});

describe('over what lag each cell remembers', () => {
  it('has a sequence of the very task and lag as an example, and says what is asked', async () => {
    const { cells, user } = await open();
    const figure = row('Over what lag does each cell remember?');
    const example = () => within(figure).getByRole('img', { name: /^Example/ });
    const choose = (choice: { readonly lag: number }) => act(() => cells.sweep.actions.choose(choice));
    choose({ lag: 3 });
    const { symbols, answer } = recallExample({ kind: 'firstSymbol', distractors: 'same', lag: 3 });
    expect(example()).toHaveAccessibleName(
      `Example over lag 3: reads ${symbols.join(' ')}; to be remembered is the first, ${answer}; at the last, ${symbols[3]}, the right answer is ${answer}.`,
    );
    expect(example()).toHaveTextContent(
      `reads${answer}remember${symbols.slice(1).join('')}which was first?→ right answer${answer}`,
    );
    await user.click(within(figure).getByRole('radio', { name: 'letters in a bracket' }));
    choose({ lag: 60 });
    expect(example()).toHaveTextContent(/^reads[([{<]remember[a-h]{4}… 52 more …[a-h]{4}closed by\?/);
    expect(example()).toHaveTextContent(/right answer[)\]}>]$/);
    expect(figure).toHaveTextContent('An opening bracket is read, then small letters.');
  });

  it('is measured when it is asked for, and can be stopped', async () => {
    const { browser, cells, user } = await open();
    const figure = () => row('Over what lag does each cell remember?');
    expect(summaryOf(figure())).toBe('Nothing measured yet.');
    act(() => cells.sweep.actions.choose({ lag: 2, seeds: 1, budget: 200 }));
    await user.click(within(figure()).getByRole('button', { name: 'Measure' }));
    await act(() => browser.until(() => cells.sweep.store.getState().results.length === 5));
    expect(figure()).toHaveTextContent('5 of 10 networks');
    await user.click(within(figure()).getByRole('button', { name: 'Stop' }));
    expect(summaryOf(figure())).toBe('None failed up to lag 1, whatever the start (200 updates, 1 seed).');
    await user.click(within(figure()).getByRole('button', { name: /the numbers as a table/ }));
    const { results } = cells.sweep.store.getState();
    const rows = within(await within(figure()).findByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(results.length + 1);
  });
});

it('what was measured before with other settings is told, and seen again with one click', async () => {
  const choice = { kind: 'own', lag: 3, budget: 200, seeds: 1 } as const;
  const trials = trialsOf(choice).slice(0, 5);
  const results = trials.map((trial) => ({ ...trial, update: 75 }));
  const { user, cells } = await open(undefined, { kept: { results, measured: choice, isMeasuring: true } });
  const figure = () => row('Over what lag does each cell remember?');
  expect(summaryOf(figure())).toBe('Nothing measured yet.');
  expect(figure()).toHaveTextContent(
    `Measured last: 8 others, lag up to 3, 200 updates, 1 seed: 5 of ${trialsOf(choice).length} networks.`,
  );
  await user.click(within(figure()).getByRole('button', { name: 'Show' }));
  expect(cells.sweep.store.getState()).toMatchObject({ choice, isMeasuring: false });
  expect(summaryOf(figure())).toBe('None failed up to lag 1, whatever the start (200 updates, 1 seed).');
  expect(figure()).not.toHaveTextContent('Measured last');
  expect(within(figure()).getByRole('button', { name: 'Go on measuring' })).toBeEnabled();
});

it('is in Korean too', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: '한국어' }));
  await waitFor(() => expect(summaryOf(row('LSTM'))).toMatch(/^LSTM, 갱신 0회: 4글자 중/));
});
