/** The screen of the five shapes over real labs, small ones, with a real session as their worker. */
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { TASKS } from '../../../src/state/config.ts';
import { App } from '../../../src/ui/App.tsx';
import { ShapesScreen } from '../../../src/ui/shapes/ShapesScreen.tsx';
import { fromDisk, openShapes, streamOf } from '../../labs/openShapes.ts';
import { prepareShapes } from './prepareShapes.ts';

prepareShapes();

async function open(...how: Parameters<typeof openShapes>) {
  const { browser, shapes } = await openShapes(...how);
  const { container } = render(
    <App app={shapes.all}>
      <ShapesScreen {...shapes} />
    </App>,
  );
  const updates = () => TASKS.map((task) => shapes.labs[task].run.getState().snapshot.update);
  return {
    shapes,
    window: browser.window,
    container,
    user: userEvent.setup({ delay: null }),
    updates,
    until: (condition: () => boolean) => act(() => browser.until(condition)),
    reaches: (expected: readonly number[]) =>
      act(() => browser.until(() => updates().join() === expected.join())),
  };
}

const card = (name: string) => screen.getByRole('article', { name });

describe('five labs', () => {
  it('open trained where they are as by default, each at its own update', async () => {
    const { updates, until } = await open('#/shapes');
    await until(() => updates().join() === '50,800,1500,1000,400');
    expect(within(card('One to many')).getByText('the boy picks an apple')).toBeVisible();
    expect(within(card('Many to many, later')).getByText('사백이십일')).toBeVisible();
    expect(within(card('One to one')).getByText('75%')).toBeVisible();
  });

  it('begin with nothing where a trained state is broken, and say so', async () => {
    const { updates, until } = await open('#/shapes', async (file) =>
      file.startsWith('motion') ? streamOf(Uint8Array.of(1, 2, 3)) : fromDisk(file),
    );
    await until(() => updates().join() === '50,800,1500,1000,0');
    expect(
      within(card('Many to many, at once')).getByText(/trained state could not be loaded/),
    ).toBeVisible();
    expect(screen.getAllByText(/trained state could not be loaded/)).toHaveLength(1);
  });

  it('are trained and reset together, or one alone', async () => {
    const { user, reaches } = await open();
    await reaches([0, 0, 0, 0, 0]);
    await user.click(screen.getByRole('button', { name: '+1' }));
    await reaches([1, 1, 1, 1, 1]);
    await user.click(within(card('One to many')).getByRole('button', { name: 'Reset: One to many' }));
    await reaches([1, 0, 1, 1, 1]);
    await user.click(screen.getByRole('button', { name: 'Reset' }));
    await reaches([0, 0, 0, 0, 0]);
  });

  it('leave one to one without memory, whatever begins anew', async () => {
    const { shapes, user, until } = await open();
    const state = () => shapes.labs.text.run.getState().snapshot;
    await user.click(screen.getByRole('button', { name: '+10' }));
    await until(() => state().update === 10);
    await user.click(screen.getByRole('button', { name: 'Reset' }));
    await until(() => state().update === 0);
    await user.click(screen.getByRole('button', { name: '+1' }));
    await until(() => state().update === 1);
    expect(state().ablation.recurrenceCut).toBe(true);
    await user.click(within(card('One to one')).getByRole('button', { name: 'Reset: One to one' }));
    await user.click(screen.getByRole('radio', { name: 'RNN' }));
    await until(() => shapes.labs.text.run.getState().model.cell === 'rnn');
    expect(state().ablation.recurrenceCut).toBe(true);
  });

  it('share cell, size and seed, and the way to full size keeps them', async () => {
    const { shapes, user, until } = await open();
    await user.click(screen.getByRole('radio', { name: 'LSTM' }));
    await until(() => TASKS.every((task) => shapes.labs[task].run.getState().model.cell === 'lstm'));
    for (const task of TASKS) {
      expect(shapes.labs[task].config.getState()).toMatchObject({ cell: 'lstm', hiddenSize: 3, seed: 5 });
    }
    const link = within(card('Many to one')).getByRole('link', { name: 'Open full size: Many to one' });
    expect(link).toHaveAttribute(
      'href',
      '#/playground?task=feelings&cell=lstm&hidden=3&seed=5&speed=60&lang=en',
    );
  });

  it('stand at one timestep, those that have fewer at their last', async () => {
    const { shapes, user, reaches } = await open();
    await reaches([0, 0, 0, 0, 0]);
    for (let step = 0; step < 5; step++)
      await user.click(screen.getByRole('button', { name: 'Next timestep of all' }));
    expect(shapes.labs.text.view.getState().timestep).toBe(3);
    expect(shapes.labs.motion.view.getState().timestep).toBe(5);
    await user.keyboard('{End}');
    expect(shapes.labs.motion.view.getState().timestep).toBe(11);
    await user.keyboard('{Home}');
    expect(shapes.labs.motion.view.getState().timestep).toBe(0);
  });
});

describe('a card', () => {
  it('leads from example to example, and says which the network has seen', async () => {
    const { shapes, user, until } = await open('#/shapes');
    const captions = within(card('One to many'));
    const question = () => shapes.labs.captions.run.getState().asked?.question;
    expect(captions.getByText('never seen', { selector: '[role=status]' })).toBeVisible();
    const first = question();
    await user.click(captions.getByRole('button', { name: 'Next example: One to many' }));
    await until(() => question() !== first);
    expect(captions.getByText('trained', { selector: '[role=status]' })).toBeVisible();
    await user.click(captions.getByRole('button', { name: 'Previous example: One to many' }));
    await until(() => question() === first);
  });

  it('says how much of what was asked is right, where somebody knows it', async () => {
    const { shapes, until } = await open('#/shapes?t=30');
    const described = (name: string, text: RegExp) =>
      expect(within(card(name)).getByRole('figure', { name })).toHaveAccessibleDescription(text);
    described('Many to one', /At update 1,500: [01] of 1 answer right\.$/);
    shapes.labs.feelings.actions.ask('I am so terrified of xyzzy');
    await until(() => shapes.labs.feelings.run.getState().task.example.inputs.length === 6);
    described('Many to one', /^6 timesteps; step 6, .*At update 1,500; nobody knows the right answer\.$/);
  });

  it('of one to one learns a text that is typed, still without memory, and says what can be reached', async () => {
    const { shapes, user, until } = await open();
    const text = within(card('One to one'));
    const { run, config } = shapes.labs.text;
    expect(text.getByText('chance 25% · from a letter alone at most 75%')).toBeVisible();
    expect(text.getByText(/^After l comes l or o: the letter alone does not tell which\.$/)).toBeVisible();
    expect(text.getByText(/^Nothing held out/)).toBeVisible();
    await user.click(text.getByRole('button', { name: 'Your own: One to one' }));
    const box = await text.findByRole('textbox', { name: 'Training text' });
    await user.clear(box);
    await user.type(box, 'ab');
    await vi.waitFor(() => expect(config.getState().text).toBe('ab'));
    await until(() => run.getState().task.outputNames.length === 2);
    expect(text.getByText('chance 50% · from a letter alone at most 100%')).toBeVisible();
    expect(text.getByText(/^After each letter always comes the same one/)).toBeVisible();
    expect(config.getState().interventions).toEqual([{ kind: 'cut', update: 0 }]);
    await until(() => run.getState().snapshot.ablation.recurrenceCut);
    expect(run.getState().snapshot.update).toBe(0);
    expect(text.getByRole('link', { name: /Open full size/ }).getAttribute('href')).toContain('text=ab');

    await user.clear(box);
    await user.type(box, 'a');
    await text.findByText(/^Type at least two letters/);
    expect(box).toBeInvalid();
    expect(config.getState().text).toBe('ab');
    const long = 'abcdefghij '.repeat(10);
    await user.clear(box);
    await user.paste(long);
    await text.findByText(/^The first 60 letters are used\. The cut is after “…/);
    await until(() => run.getState().task.example.inputs.length === 59);
    expect(box).toHaveValue(long);
  });

  it('of numbers turns around, trained in both directions', async () => {
    const { shapes, user, until } = await open('#/shapes');
    const numbers = within(card('Many to many, later'));
    expect(numbers.getByText('사백이십일')).toBeVisible();
    await user.click(numbers.getByRole('button', { name: 'Turn around: 한국어 → English' }));
    await vi.waitFor(() => expect(shapes.board.getState().choice.numbersFrom).toBe('ko'));
    await until(() => shapes.labs.numbers.run.getState().exercise?.choice.tongue === 'ko');
    expect(numbers.getByText('four hundred twenty-one')).toBeVisible();
    expect(shapes.labs.numbers.run.getState().snapshot.update).toBe(1000);
  });

  it('tells in one sentence what depth changes, measured when asked', async () => {
    const { shapes, user, until } = await open('#/shapes?hidden=3&seed=5&text=20');
    const text = within(card('One to one'));
    await until(() => shapes.labs.text.run.getState().snapshot.update === 20);
    await user.click(text.getByRole('button', { name: 'More layers? One to one' }));
    expect(text.getByText(/^1 layer: update \d+ of 20$|^1 layer: counting/)).toBeVisible();
    await until(() => shapes.board.getState().trials.text === null);
    const { depths } = shapes.board.getState();
    const percents = depths.text.map(({ examination: { training } }) =>
      Math.round((100 * training.targetsRight) / training.targets),
    );
    const told = `1 layer ${percents[0]}%, 2 layers ${percents[1]}%, 3 layers ${percents[2]}% at update 20`;
    expect(text.getByText((content) => content.includes(told))).toBeVisible();
    expect(text.queryByRole('button', { name: /More layers/ })).toBeNull();
  });

  it('tells what depth changes for a text of one’s own, and no more of it once there is another', async () => {
    const { shapes, user, until } = await open('#/shapes?hidden=3&seed=5&text=20');
    const text = within(card('One to one'));
    const { run, actions } = shapes.labs.text;
    const measures = async () => {
      await user.click(text.getByRole('button', { name: 'More layers? One to one' }));
      await until(() => shapes.board.getState().trials.text === null);
      return shapes.board.getState().depths.text.map(({ examination }) => examination.training.targets);
    };
    await until(() => run.getState().snapshot.update === 20);
    expect(await measures()).toEqual([4, 4, 4]);
    await act(async () => actions.setText('banana'));
    await until(() => run.getState().task.example.inputs.length === 5);
    expect(text.queryByText(/layers \d+%/)).toBeNull();
    await user.click(text.getByRole('button', { name: 'Train: One to one' }));
    await until(() => run.getState().snapshot.update >= 3);
    await user.click(text.getByRole('button', { name: 'Pause: One to one' }));
    expect(await measures()).toEqual([5, 5, 5]);
    expect(text.getByText(/layers \d+%/)).toBeVisible();
  });
});

describe('a comparison', () => {
  it('says of each when it reads and answers, and what one can and the other cannot', async () => {
    const { user, window, reaches } = await open();
    await reaches([0, 0, 0, 0, 0]);
    await user.click(screen.getByRole('checkbox', { name: 'Compare: One to many' }));
    expect(screen.getByText(/Choose two or three/)).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Compare: Many to one' }));
    const figure = screen.getByRole('figure', { name: 'Side by side' });
    expect(figure).toHaveAccessibleDescription(
      /One to many, reads at step 1 only, has a target at every step; Many to one, reads at every step, has a target at step \d+ only/,
    );
    expect(within(figure).getByText(/a sequence from a single look/)).toBeVisible();
    expect(window.location.hash).toContain('compare=captions,feelings');
    expect(within(figure).getAllByText('–').length).toBeGreaterThan(0);
  });

  it('is announced where it appears, and each of its cards leads up to it', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Compare: One to many' }));
    expect(screen.queryByRole('button', { name: 'See them side by side' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Compare: Many to one' }));
    expect(screen.getByText('Side by side, above the cards: One to many, Many to one.')).toHaveRole('status');
    await user.click(within(card('Many to one')).getByRole('button', { name: 'See them side by side' }));
    expect(screen.getByRole('region', { name: 'Side by side' })).toHaveFocus();
    expect(within(card('One to one')).queryByRole('button', { name: 'See them side by side' })).toBeNull();
  });

  it('takes up to three', async () => {
    const { user } = await open();
    for (const name of ['One to one', 'One to many', 'Many to one']) {
      await user.click(screen.getByRole('checkbox', { name: `Compare: ${name}` }));
    }
    expect(screen.getByRole('checkbox', { name: 'Compare: Many to many, later' })).toBeDisabled();
  });
});

it('has no accessibility violations', async () => {
  const { container, reaches, user } = await open();
  await reaches([0, 0, 0, 0, 0]);
  await user.click(screen.getByRole('checkbox', { name: 'Compare: One to many' }));
  await user.click(screen.getByRole('checkbox', { name: 'Compare: Many to one' }));
  expect((await axe.run(container)).violations).toEqual([]);
});
