import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { roundOf } from '../../src/state/guessing.ts';
import { NetworkFigure } from '../../src/ui/NetworkFigure.tsx';
import { appPage } from './appPage.tsx';
import { stubSize } from './stubSize.ts';

beforeEach(() => {
  stubSize(800, 600);
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const announced = () => screen.getByRole('status', { name: 'Selected step' });
const seen = () => screen.getByText(/^step \d+, letter/, { ignore: '[role="status"]' }).textContent ?? '';

describe('the selected step', () => {
  it('is spoken anew when its prediction is uncovered, and when it is covered again', async () => {
    const { app, settle } = appPage(() => <NetworkFigure />, {}, { guessing: true, update: 30 });
    await settle();
    act(() => app.actions.selectTimestep(3));
    expect(announced()).toHaveTextContent('step 4, letter l: your guess?');

    const { runId, update } = app.run.getState().snapshot;
    const round = { ...roundOf(null, runId, update, 4), guesses: [0, 0, 0, 0], revealed: true };
    act(() => app.view.setState({ round }));
    expect(seen()).toMatch(/predicts ., .*your guess was h/);
    expect(announced()).toHaveTextContent(seen());

    act(() => app.actions.advance(1));
    await settle();
    expect(seen()).toContain('your guess?');
    expect(announced()).toHaveTextContent(seen());
  });
});
