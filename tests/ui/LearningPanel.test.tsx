import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppContext } from '../../src/ui/context.ts';
import { LearningPanel } from '../../src/ui/LearningPanel.tsx';
import { learningRun } from './learningRun.ts';
import { stubSize } from './stubSize.ts';

beforeEach(() => {
  stubSize(267, 148);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const RIGHT_AT_51 = [
  { update: 0, correct: 1 },
  { update: 51, correct: 4 },
];
const rightAt = (update: number) => ({ condition: { kind: 'accuracy', share: 1 }, update }) as const;

function show(...run: Parameters<typeof learningRun>) {
  const app = learningRun(...run);
  render(
    <AppContext value={app}>
      <LearningPanel />
    </AppContext>,
  );
  return app;
}

const button = (name: string) => screen.getByRole('button', { name });
const status = (name: string) => screen.getByRole('status', { name });

describe('scores', () => {
  test('accuracy and update read as one sentence and as plain digits', () => {
    show({ update: 1_234_567 });
    expect(status('Accuracy').textContent).toBe('75% (3 of 4 letters)');
    expect(status('Update').textContent).toBe('1234567');
  });

  test('the loss stands beside what a uniform guess over the vocabulary costs', () => {
    show({ loss: 0.5914 });
    expect(screen.getByText('0.591').closest('p')).toHaveProperty(
      'textContent',
      'Loss 0.591 nats per letter uniform guess 1.386',
    );
  });

  test('one wrong letter among thousands is not a hundred percent', () => {
    show({ correct: 1998, targets: 1999 });
    expect(status('Accuracy').textContent).toBe('99% (1,998 of 1,999 letters)');
  });

  test('numbers are spoken when training stands still, and not sixty times a second', () => {
    const app = show({ phase: { kind: 'training' } });
    expect(status('Accuracy').getAttribute('aria-live')).toBe('off');
    act(() => app.run.setState({ phase: { kind: 'paused' } }));
    expect(status('Accuracy').getAttribute('aria-live')).toBe('polite');
    expect(status('Update').getAttribute('aria-live')).toBe('polite');
  });
});

describe('transport', () => {
  test('one button trains and pauses', async () => {
    const app = show();
    await userEvent.click(button('Train'));
    expect(app.actions.train).toHaveBeenCalledOnce();
    act(() => app.run.setState({ phase: { kind: 'training' } }));
    expect(screen.queryByRole('button', { name: 'Train' })).toBeNull();
    await userEvent.click(button('Pause'));
    expect(app.actions.pause).toHaveBeenCalledOnce();
    expect(app.actions.train).toHaveBeenCalledOnce();
  });

  test('an order counts at once, and one that waits for a long update is acknowledged in words', async () => {
    const late = /^An update of this network takes long\. The one under way is finished first\./;
    const app = show();
    act(() => app.run.setState({ ordered: 'train' }));
    expect(button('Pause')).toBeEnabled();
    expect(screen.queryByText(late)).toBeNull();
    await screen.findByText(late);
    act(() => app.run.setState({ ordered: null, phase: { kind: 'training' } }));
    expect(screen.queryByText(late)).toBeNull();
    act(() => app.run.setState({ ordered: 'pause' }));
    expect(button('Train')).toBeEnabled();
    await screen.findByText(late);
    act(() => app.run.setState({ ordered: null, phase: { kind: 'paused' } }));
    expect(screen.queryByText(late)).toBeNull();
  });

  test('single updates, until right and the same start again', async () => {
    const app = show();
    await userEvent.click(button('+1'));
    await userEvent.click(button('+10'));
    await userEvent.click(button('Until right'));
    await userEvent.click(button('Reset'));
    expect(app.actions.advance.mock.calls).toEqual([[1], [10]]);
    expect(app.actions.trainUntil.mock.calls).toEqual([[{ kind: 'accuracy', share: 1 }]]);
    expect(app.actions.reset).toHaveBeenCalledOnce();
  });

  test('"Until right" is pressed while it is under way, and a second press ends it', async () => {
    const app = show({ phase: { kind: 'training' } }, { until: { kind: 'accuracy', share: 1 } });
    expect(button('Until right')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(button('Until right'));
    expect(app.actions.pause).toHaveBeenCalledOnce();
    expect(app.actions.trainUntil).not.toHaveBeenCalled();
    act(() => app.run.setState({ phase: { kind: 'paused' } }));
    expect(button('Until right')).toHaveAttribute('aria-pressed', 'false');
  });

  test('what cannot be right without memory is said, and starts nothing', async () => {
    const app = show({ ablation: { recurrenceCut: true, frozen: [] } });
    expect(button('Until right').getAttribute('title')).toBe('Not without memory: the recurrence is cut');
    await userEvent.click(button('Until right'));
    expect(app.actions.trainUntil).not.toHaveBeenCalled();
  });

  test('when all is right already, "Until right" says so and starts nothing', async () => {
    const app = show({ correct: 4, milestones: RIGHT_AT_51 });
    expect(button('Until right').getAttribute('title')).toBe('Every letter is right already');
    await userEvent.click(button('Until right'));
    expect(app.actions.trainUntil).not.toHaveBeenCalled();
  });

  test('the speed is said in words, at both ends too', () => {
    const app = show({}, {}, { pace: 2 });
    const speed = screen.getByRole('slider', { name: 'Speed' });
    expect(speed.getAttribute('aria-valuetext')).toBe('5 updates a second');
    fireEvent.change(speed, { target: { value: '8' } });
    expect(app.actions.setPace).toHaveBeenCalledWith(8);
    act(() => app.view.setState({ pace: 8 }));
    expect(speed.getAttribute('aria-valuetext')).toBe('as fast as possible');
    act(() => app.view.setState({ pace: 0 }));
    expect(speed.getAttribute('aria-valuetext')).toBe('1 update a second');
  });

  test('a diverged run explains itself and can only be reset', async () => {
    const app = show({ phase: { kind: 'diverged', update: 58, loss: Number.POSITIVE_INFINITY } });
    expect(await screen.findByText(/^Training stopped at update 58/)).toBeVisible();
    expect(screen.getByRole('alert')).toBeVisible();
    fireEvent.change(screen.getByRole('slider', { name: 'Speed' }), { target: { value: '8' } });
    expect(app.actions.setPace).toHaveBeenCalledWith(8);
    for (const name of ['Train', '+1', '+10', 'Until right']) await userEvent.click(button(name));
    expect(app.actions.train).not.toHaveBeenCalled();
    expect(app.actions.advance).not.toHaveBeenCalled();
    expect(app.actions.trainUntil).not.toHaveBeenCalled();
    await userEvent.click(button('Reset'));
    expect(app.actions.reset).toHaveBeenCalledOnce();
  });
});

describe('when it was right', () => {
  test('nothing is claimed before', async () => {
    show();
    await act(() => vi.dynamicImportSettled());
    expect(screen.queryByText(/^All letters/)).toBeNull();
  });

  test('the update is told when the condition is met', async () => {
    show({ update: 51, correct: 4, milestones: RIGHT_AT_51 }, { met: rightAt(51) });
    expect(await screen.findByText(/^All letters right for the first time at update 51\./)).toHaveProperty(
      'tagName',
      'P',
    );
  });

  test('falling below again is not hidden', async () => {
    show({ update: 63, correct: 3, milestones: RIGHT_AT_51 });
    expect(await screen.findByText(/^All letters were right at update 51, but no longer/)).toHaveProperty(
      'tagName',
      'P',
    );
  });

  test('what was changed since is named instead of the training', async () => {
    const app = show({ update: 63, correct: 3, milestones: RIGHT_AT_51 });
    act(() => app.config.setState({ interventions: [{ update: 60, kind: 'cut' }] }));
    expect(await screen.findByText(/but no longer: there was a change at update 60\.$/)).toBeVisible();
  });

  test.each([40, 51])(
    'a change at update %d, before it was lost, is not named for the loss',
    async (update) => {
      const app = show({ update: 63, correct: 3, milestones: RIGHT_AT_51 });
      act(() => app.config.setState({ interventions: [{ update, kind: 'restore' }] }));
      expect(await screen.findByText(/but no longer: training can undo what it learned\.$/)).toBeVisible();
    },
  );

  test.each([0, 14])('gone back to update %d before it, nothing is said to be lost', async (update) => {
    show({ update, correct: 1, milestones: RIGHT_AT_51 });
    await act(() => vi.dynamicImportSettled());
    expect(screen.queryByText(/All letters|no longer/)).toBeNull();
  });

  test('a second time names both updates', async () => {
    show({ update: 90, correct: 4, milestones: RIGHT_AT_51 }, { met: rightAt(90) });
    expect(
      await screen.findByText('All letters right again at update 90; the first time was update 51.'),
    ).toHaveProperty('tagName', 'P');
  });
});

describe('figure', () => {
  const figure = () => screen.getByRole('figure', { name: 'Loss and accuracy' });

  test('its summary follows the run', () => {
    const app = show();
    expect(within(figure()).getByText(/^At update 57 the loss is 0\.591/).textContent).toContain(
      '3 of 4 letters',
    );
    act(() => app.run.setState({ snapshot: { ...app.run.getState().snapshot, update: 58, loss: 0.5 } }));
    expect(within(figure()).getByText(/^At update 58 the loss is 0\.500/)).toHaveProperty('tagName', 'P');
  });

  test('a long run has a table of fifty rows with both ends', async () => {
    const updates = Float64Array.from({ length: 2000 }, (_, index) => index * 5);
    show({}, { curve: { updates, losses: updates.map(() => 0.5), accuracies: updates.map(() => 1) } });
    await userEvent.click(within(figure()).getByRole('button', { name: /numbers as a table/ }));
    const rows = within(await screen.findByRole('table'))
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows).toHaveLength(51);
    expect(rows[0]).toBe('UpdateLossAccuracy');
    expect(rows[1]).toBe('00.500100%');
    expect(rows[50]).toBe('9,9950.500100%');
  });

  test('a run that has not begun draws its one point', () => {
    show(
      { update: 0, loss: 1.432, correct: 1 },
      {
        curve: {
          updates: Float64Array.of(0),
          losses: Float64Array.of(1.432),
          accuracies: Float64Array.of(0.25),
        },
      },
    );
    const points = [...figure().querySelectorAll('circle')];
    expect(points).toHaveLength(2);
    expect(new Set(points.map((point) => point.getAttribute('cx'))).size).toBe(1);
    expect(points.some((point) => Number.isNaN(Number(point.getAttribute('cy'))))).toBe(false);
  });

  describe('axis of updates', () => {
    const upTo = (update: number) => ({
      updates: Float64Array.of(0, 52, update),
      losses: Float64Array.of(1.432, 0.1, 0.01),
      accuracies: Float64Array.of(0.25, 1, 1),
    });
    const ticks = () => [...figure().querySelectorAll('text')].map((tick) => tick.textContent);
    const log = () => within(figure()).queryByRole('button', { name: 'log axis' });

    test('a short run leaves nothing to choose', () => {
      show({ update: 500 }, { curve: upTo(500) });
      expect(log()).toBeNull();
      expect(ticks()).toContain('400');
    });

    test('a long run shows its start, and either axis can be had', async () => {
      show({ update: 4_000_000 }, { curve: upTo(4_000_000) });
      expect(log()?.getAttribute('aria-pressed')).toBe('true');
      expect(ticks()).toEqual(expect.arrayContaining(['0', '100', '10k', '1M']));
      await userEvent.click(button('log axis'));
      expect(log()?.getAttribute('aria-pressed')).toBe('false');
      expect(ticks()).toEqual(expect.arrayContaining(['0', '2M', '4M']));
      expect(ticks()).not.toContain('10k');
    });

    test('what was chosen stays as the run goes on', async () => {
      const app = show({ update: 4000 }, { curve: upTo(4000) });
      expect(log()?.getAttribute('aria-pressed')).toBe('false');
      await userEvent.click(button('log axis'));
      act(() => app.run.setState({ curve: upTo(2000) }));
      expect(log()?.getAttribute('aria-pressed')).toBe('true');
    });
  });
});
