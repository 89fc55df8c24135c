/** What an exercise adds to the unrolled network at full size: its border, and its own output fed back. */
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadExercises } from '../../../src/app/exercises.ts';
import { PICTURE_HEIGHT } from '../../../src/layout/network.ts';
import { type Config, DEFAULT_CONFIG, defaultConfig } from '../../../src/state/config.ts';
import { endBefore, readNames, saidAt } from '../../../src/tasks/task.ts';
import { NetworkFigure } from '../../../src/ui/NetworkFigure.tsx';
import { appPage } from '../appPage.tsx';
import { stubCanvas } from '../heatmapFixture.tsx';
import { stubSize } from '../stubSize.ts';

// The marks are loaded first.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(loadExercises);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function show(config: Config) {
  stubSize(860, 620);
  stubCanvas();
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const page = appPage(() => <NetworkFigure />, { ...config, hiddenSize: 6 });
  await page.settle();
  return page;
}

const fedBack = () =>
  [...document.querySelectorAll('[data-own]')].map((arrow) => Number(arrow.getAttribute('data-own')));

describe('an encoder and a decoder', () => {
  it('are named, and told where one ends and the other begins', async () => {
    const { app } = await show(defaultConfig('numbers'));
    const { inputs, decoderFrom = 0 } = app.run.getState().task.example;
    expect(await screen.findByText('encoder')).toBeInTheDocument();
    expect(screen.getByText('decoder')).toBeInTheDocument();
    expect(
      screen.getByText(
        `Encoder up to step ${decoderFrom}, decoder from step ${decoderFrom + 1}. Steps ${decoderFrom + 2} to ${inputs.length} each read what the step before said.`,
      ),
    ).toBeInTheDocument();
    expect(fedBack()).toEqual(
      Array.from({ length: inputs.length - decoderFrom - 1 }, (_, index) => decoderFrom + 1 + index),
    );
  });
});

describe('a guess', () => {
  const faint = () =>
    [...document.querySelectorAll('[data-after]')].map((cover) => Number(cover.getAttribute('data-after')));

  const column = (t: number) =>
    [...(document.querySelector(`[data-timestep="${t}"]`)?.querySelectorAll('text') ?? [])].map(
      (text) => text.textContent,
    );

  it('ends with its first stop: nothing after it looks like an answer, and the step says why', async () => {
    const { app, settle, user } = await show({ ...defaultConfig('numbers'), seed: 24 });
    await screen.findByText('encoder');
    app.actions.ask('1000');
    await settle();
    const { task, snapshot } = app.run.getState();
    const { timesteps } = snapshot.trace;
    const end = endBefore(task, snapshot.trace, timesteps) ?? 0;
    expect(column(end)).toContain('■');
    for (let t = end + 1; t < timesteps; t++) {
      expect(column(t).filter((text) => task.outputNames.includes(text ?? ''))).toEqual([]);
      expect(column(t)).toContain('–');
    }
    expect(fedBack()).not.toContain(end + 1);
    act(() => app.actions.selectTimestep(end + 1));
    expect(screen.getByRole('status', { name: 'Selected step' })).toHaveTextContent(
      `step ${end + 2}, reads –, says nothing more: its answer ended with ■ at step ${end + 1}`,
    );
    await user.click(screen.getByRole('button', { name: /numbers as a table/i }));
    const cells = [...(await screen.findByRole('row', { name: /^Prediction/ })).children];
    expect(cells.at(-1)).toHaveTextContent('');
  });

  it('is faint after its first stop, but for the step that is looked at', async () => {
    // Untrained, this one says the stop symbol early.
    const { app, settle } = await show({ ...defaultConfig('numbers'), seed: 24 });
    await screen.findByText('encoder');
    expect(faint()).toEqual([]);
    app.actions.ask('1000');
    await settle();
    const { task, snapshot, exercise } = app.run.getState();
    const { trace } = snapshot;
    const steps = Array.from({ length: trace.timesteps }, (_, t) => t);
    const end = steps.findIndex((t) => t >= task.answerFrom && saidAt(task, trace, t) === exercise?.stop);
    expect(end).toBeGreaterThan(0);
    expect(faint()).toEqual(steps.slice(end + 1));
    expect(screen.getByText(new RegExp(`ends with ■ at step ${end + 1}:`))).toBeInTheDocument();
    act(() => app.actions.selectTimestep(end + 1));
    expect(faint()).toEqual(steps.slice(end + 2));
  });
});

it('arrows say under the pointer whether they are the encoder’s or the decoder’s', async () => {
  const { app } = await show(defaultConfig('numbers'));
  const { decoderFrom = 0 } = app.run.getState().task.example;
  const said = (step: number, matrix: string) =>
    screen.getByRole('button', { name: new RegExp(`${matrix}.* step ${step}\\b`) }).querySelector('title')
      ?.textContent;
  expect(said(decoderFrom, 'W_xh')).toBe('encoder W_xh');
  expect(said(decoderFrom + 1, 'W_xh')).toBe('decoder W_xh');
  // The arrow that hands the state over.
  expect(said(decoderFrom + 1, 'W_hh')).toBe('decoder W_hh');
  expect(said(decoderFrom, 'W_hh')).toBe('encoder W_hh');
  expect(said(decoderFrom + 1, 'W_hy')).toBeUndefined();
});

describe('an unknown word', () => {
  it.each(['numbers', 'feelings'] as const)('is the same mark as in the editor, of %s', async (task) => {
    const { app, settle } = await show(defaultConfig(task));
    app.actions.ask(task === 'numbers' ? 'two banana' : 'I feel banana');
    await settle();
    const { task: asked, snapshot } = app.run.getState();
    const step = readNames(asked, snapshot.trace).indexOf('?') + 1;
    expect(step).toBe(task === 'numbers' ? 2 : 3);
    expect(
      await screen.findByText(new RegExp(`Step ${step}: \\?, a word that the network does not know`)),
    ).toBeInTheDocument();
    expect(screen.getByTitle('a word that the network does not know')).toBeInTheDocument();
    act(() => app.actions.selectTimestep(step - 1));
    expect(screen.getByRole('status', { name: 'Selected step' })).toHaveTextContent(
      'reads ? (an unknown word)',
    );
  });
});

describe('captions', () => {
  it('read their own words from the second step on', async () => {
    const { app } = await show(defaultConfig('captions'));
    const { inputs } = app.run.getState().task.example;
    expect(
      await screen.findByText(`Steps 2 to ${inputs.length} each read what the step before said.`),
    ).toBeInTheDocument();
    expect(fedBack()).toEqual(Array.from({ length: inputs.length - 1 }, (_, index) => index + 1));
    expect(screen.queryByText('encoder')).toBeNull();
  });

  it('have no such arrow without the feedback', async () => {
    await show({ ...defaultConfig('captions'), feedback: false });
    await vi.dynamicImportSettled();
    expect(screen.getByRole('figure', { name: 'Unrolled network' })).toBeInTheDocument();
    expect(fedBack()).toEqual([]);
  });
});

it('a frame is drawn as it is, not as a mark for any frame, and every score has its word', async () => {
  const { app } = await show({ ...defaultConfig('motion') });
  const { outputNames } = app.run.getState().task;
  const first = document.querySelector('[data-timestep="0"]');
  const words = [...(first?.querySelectorAll('text') ?? [])].map((text) => text.textContent);
  expect(words).not.toContain('▦');
  for (const name of outputNames) expect(words.filter((word) => word === name).length).toBeGreaterThan(1);
});

it('the light of a picture in the equations frames all of it', async () => {
  const { app, settle } = await show(defaultConfig('motion'));
  act(() => app.view.setState({ panels: ['inside'] }));
  await settle();
  const heights = () => [...document.querySelectorAll('rect')].map((rect) => rect.getAttribute('height'));
  await waitFor(() => expect(heights()).toContain(String(PICTURE_HEIGHT + 6)));
});

it('texts have none of it', async () => {
  await show(DEFAULT_CONFIG);
  await vi.dynamicImportSettled();
  expect(document.querySelector('[data-own]')).toBeNull();
  expect(screen.queryByText('encoder')).toBeNull();
});
