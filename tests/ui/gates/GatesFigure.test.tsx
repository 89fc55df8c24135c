/** The gates of the playground's network, drawn over all timesteps and held by hand. */
import { act, cleanup, configure, fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { loadExercises } from '../../../src/app/exercises.ts';
import { formatFixed } from '../../../src/layout/format.ts';
import { type Config, defaultConfig } from '../../../src/state/config.ts';
import { App } from '../../../src/ui/App.tsx';
import { GatesFigure } from '../../../src/ui/gates/GatesFigure.tsx';
import { appPage } from '../appPage.tsx';
import { stubCanvas } from '../heatmapFixture.tsx';
import { stubInSight } from '../stubInSight.ts';
import { stubSize } from '../stubSize.ts';
import { trainedPage } from '../trainedPage.tsx';

configure({ defaultHidden: true });

beforeAll(loadExercises);
beforeEach(() => {
  stubSize(900, 500);
  stubInSight();
  stubCanvas();
  const list = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('matchMedia', () => list);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const H = 3;
const figure = () => screen.getByRole('figure', { name: 'Gates' });
const maps = () => within(figure()).getAllByRole('application');
const openPanel = async (config: Partial<Config>) => {
  const page = appPage((app) => <App app={app} />, config, { panels: ['gates'] });
  await page.settle();
  await screen.findByRole('figure', { name: 'Gates' });
  return page;
};

it('has a map for each gate of each layer, the highest layer first', () => {
  trainedPage(<GatesFigure />, { cell: 'gru', hiddenSize: H, layers: 2 });
  expect(maps().map((map) => map.getAttribute('aria-label')?.split(',')[0])).toEqual([
    'gate r of layer 2',
    'gate z of layer 2',
    'gate n of layer 2',
    'gate r of layer 1',
    'gate z of layer 1',
    'gate n of layer 1',
  ]);
});

it('says what the colours of its own candidate mean', () => {
  trainedPage(<GatesFigure />, { cell: 'gru', hiddenSize: H });
  expect(screen.getByText(/Candidate n: blue −1, orange \+1\./)).toBeVisible();
});

it('has the worker send the gates as long as it is open', () => {
  const page = trainedPage(<GatesFigure />, { cell: 'gru', hiddenSize: H });
  page.train(1);
  expect(page.run.getState().snapshot.gates).not.toBeNull();
  act(() => page.run.setState(({ snapshot }) => ({ snapshot: { ...snapshot, gates: null } })));
  expect(screen.queryByRole('figure')).toBeNull();
  page.train(1);
  expect(maps()).toHaveLength(3);
  page.unmount();
  page.train(1);
  expect(page.run.getState().snapshot.gates).toBeNull();
});

it('reads each value by keyboard, says it, and selects its timestep', async () => {
  const page = trainedPage(<GatesFigure />, { cell: 'lstm', hiddenSize: H }, { timestep: 1 });
  page.train(5);
  const [, forget] = maps();
  act(() => forget.focus());
  fireEvent.keyDown(forget, { key: 'ArrowRight' });
  fireEvent.keyDown(forget, { key: 'ArrowDown' });
  const [gates] = page.trainer.traces[0].gates;
  const value = formatFixed(gates[2 * 4 * H + H + 1], 2);
  expect(within(figure()).getAllByText(`gate f, unit 2, step 3 (l): ${value}`)).toHaveLength(2);
  fireEvent.keyDown(forget, { key: 'Enter' });
  expect(page.view.getState().timestep).toBe(2);
});

it('says in one sentence how open the gates are at the selected timestep', () => {
  const page = trainedPage(<GatesFigure />, { cell: 'gru', hiddenSize: H });
  const meanAt = (t: number, gate: number) => {
    const [gates] = page.trainer.traces[0].gates;
    const values = Array.from({ length: H }, (_, unit) => gates[t * 3 * H + gate * H + unit]);
    return formatFixed(values.reduce((sum, value) => sum + value, 0) / H, 2);
  };
  expect(figure()).toHaveAccessibleDescription(new RegExp(`Step 1 of 4 reads h.*gate z ${meanAt(0, 1)},`));
  act(() => page.view.setState({ timestep: 3 }));
  page.train(10);
  expect(figure()).toHaveAccessibleDescription(new RegExp(`Step 4 of 4 reads l.*gate z ${meanAt(3, 1)},`));
});

it('gives all its numbers as a table', async () => {
  const page = trainedPage(<GatesFigure />, { cell: 'gru', hiddenSize: H });
  fireEvent.click(within(figure()).getByLabelText(/numbers/i));
  const row = (await within(figure()).findByText('gate n, unit 3')).closest('tr');
  const [gates] = page.trainer.traces[0].gates;
  const numbers = within(row ?? figure())
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  expect(numbers).toEqual([0, 1, 2, 3].map((t) => formatFixed(gates[t * 3 * H + 2 * H + 2], 2)));
});

it('turns the table of a long text to later steps', async () => {
  trainedPage(<GatesFigure />, { cell: 'gru', hiddenSize: H, text: 'abcdefghij'.repeat(4) });
  fireEvent.click(within(figure()).getByLabelText(/numbers/i));
  expect(await within(figure()).findByText(/steps 1 to 16 of 39/)).toBeVisible();
  fireEvent.click(within(figure()).getByRole('button', { name: 'Later steps' }));
  expect(within(figure()).getByRole('columnheader', { name: '17 g' })).toBeVisible();
});

it('of the vanilla cell is a sentence', () => {
  trainedPage(<GatesFigure />, { cell: 'rnn' });
  expect(within(figure()).getByText(/no gates.*Choose GRU or LSTM/)).toBeVisible();
  expect(within(figure()).queryByRole('application')).toBeNull();
});

it('holds a gate open at every timestep, in the link too, and lets it go', async () => {
  const { app, user, settle } = await openPanel({ cell: 'gru', hiddenSize: H });
  const choice = () => screen.getByRole('combobox', { name: 'Hold gate z' });
  expect(screen.queryByRole('combobox', { name: 'Hold gate n' })).toBeNull();
  await user.selectOptions(choice(), 'open 1');
  await settle();
  expect(app.run.getState().snapshot.ablation.held).toEqual([{ layer: 0, gate: 1, value: 1 }]);
  expect(maps()[1]).toHaveAccessibleName('gate z, units by steps: mean 1.00, held at 1');
  expect(app.actions.link()).toMatch(/do=0:hold1\.2:1/);
  expect(choice()).toHaveValue('open');

  await user.selectOptions(choice(), 'free');
  await settle();
  expect(app.run.getState().snapshot.ablation.held ?? []).toEqual([]);
  expect(maps()[1]).not.toHaveAccessibleName(/held/);
});

it('comes with a cell that has gates, and goes with it', async () => {
  const { app, settle } = await openPanel({ cell: 'rnn', hiddenSize: H });
  const choose = async (cell: Config['cell']) => {
    act(() => app.actions.choose({ cell }));
    await settle();
    return within(figure()).queryAllByRole('application').length;
  };
  expect(await choose('gru')).toBe(3);
  expect(await choose('lstm')).toBe(4);
  expect(await choose('rnn')).toBe(0);
});

it('is there for an exercise, in Korean, and accessible', async () => {
  const page = appPage(
    (app) => <App app={app} />,
    { ...defaultConfig('numbers'), cell: 'lstm', hiddenSize: 4 },
    { panels: ['gates'], language: 'ko' },
  );
  await page.settle();
  const panel = await screen.findByRole('figure', { name: '게이트' });
  expect(panel).toHaveAccessibleDescription(/시점 1 \(모두 10개\), 입력 ‘four’.*게이트 f 0\.\d\d/);
  expect(within(panel).getAllByRole('application')).toHaveLength(4);
  expect((await axe.run(panel, { rules: { region: { enabled: false } } })).violations).toEqual([]);
});
