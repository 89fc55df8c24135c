import { screen } from '@testing-library/react';
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
