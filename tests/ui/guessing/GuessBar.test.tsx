import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GuessBar } from '../../../src/ui/guessing/GuessBar.tsx';
import { predictionsOf } from '../../../src/ui/guessing/useRound.ts';
import { stubSize } from '../stubSize.ts';
import { trainedPage } from '../trainedPage.tsx';

beforeEach(() => {
  stubSize(800, 600);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function revealed(guesses: readonly (number | null)[]) {
  const probe = trainedPage(<p />);
  const { runId, update } = probe.run.getState().snapshot;
  probe.unmount();
  return trainedPage(<GuessBar />, {}, { guessing: true, round: { runId, update, guesses, revealed: true } });
}

describe('the answers to the guesses', () => {
  it('say in words what was as the network said, with a legend of the marks for the eye alone', () => {
    const page = trainedPage(<p />);
    const said = predictionsOf(page.run.getState().snapshot.trace);
    page.unmount();
    revealed([said[0], (said[1] + 1) % 4, null, null]);
    expect(screen.getByRole('status')).toHaveTextContent(/^1 of 2 guesses were what the network said\./);
    const same = screen.getByText('as the network said');
    expect(same).toBeVisible();
    expect(screen.getByText('the network said something else')).toBeVisible();
    expect(same.closest('[aria-hidden="true"]')).not.toBeNull();
  });

  it('have no legend where nothing was guessed', () => {
    revealed([null, null, null, null]);
    expect(screen.getByRole('status')).toHaveTextContent('You made no guess this time.');
    expect(screen.queryByText('as the network said')).toBeNull();
  });
});

describe('the contest with the network', () => {
  const user = userEvent.setup({ delay: null });
  const bar = () => screen.getByRole('region', { name: 'Predict first' });
  const choose = async (letters: string) => {
    for (const letter of letters) await user.click(screen.getByRole('button', { name: letter }));
  };
  const show = () => user.click(screen.getByRole('button', { name: 'Show the answers' }));

  /** After so many updates that the network says ello. */
  function learned() {
    const page = trainedPage(<GuessBar />, {}, { guessing: true });
    page.train(200);
    const { outputNames } = page.run.getState().task;
    const said = predictionsOf(page.run.getState().snapshot.trace).map((id) => outputNames[id]);
    expect(said.join('')).toBe('ello');
    return page;
  }

  it('goes over all rounds, of the steps that were guessed', async () => {
    const page = learned();
    await choose('elll');
    expect(screen.getByRole('status')).toHaveTextContent(
      '3 of 4 guesses were what the network said. Letters right: you 3, the network 4 of 4. Train on',
    );
    page.train(1);
    expect(bar()).toHaveTextContent(
      '0 of 4 guessed. Over 1 round: you 3, the network 4 of 4 right; 3 as the network said.',
    );
    await choose('eo');
    await show();
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 of 2 guesses were what the network said. Letters right: you 1, the network 2 of 2. Over 2 rounds: you 4, the network 6 of 6 right; 4 as the network said. Train on',
    );
  });

  it('counts no round without a guess', async () => {
    const page = learned();
    await choose('ello');
    page.train(1);
    await show();
    expect(screen.getByRole('status')).toHaveTextContent(
      /^You made no guess this time\. Over 1 round: you 4/,
    );
    page.train(1);
    expect(bar()).toHaveTextContent('0 of 4 guessed. Over 1 round: you 4, the network 4 of 4 right');
  });

  it('begins anew with another text, at its first step', async () => {
    const page = learned();
    await choose('ello');
    const { task, snapshot } = page.run.getState();
    const other = { ...task, letters: ['o', 'l', 'l', 'e', 'h'] };
    act(() => page.run.setState({ task: other, snapshot: { ...snapshot, runId: snapshot.runId + 1 } }));
    expect(bar()).toHaveTextContent('Step 1');
    expect(bar()).toHaveTextContent('0 of 4 guessed.');
    expect(bar()).not.toHaveTextContent('Over');
  });
});
