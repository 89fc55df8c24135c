import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readText } from '../../src/tasks/text.ts';
import { AppContext } from '../../src/ui/context.ts';
import { LearningPanel } from '../../src/ui/LearningPanel.tsx';
import { CutRecurrence } from '../../src/ui/time/CutRecurrence.tsx';
import { FreezeUnits } from '../../src/ui/time/FreezeUnits.tsx';
import { learningRun } from './learningRun.ts';
import { stubSize } from './stubSize.ts';

beforeAll(async () => {
  // Loaded when they are needed; a busy machine takes its time.
  await Promise.all([
    import('../../src/ui/time/CutExperiment.tsx'),
    import('../../src/ui/time/UntilForm.tsx'),
    import('../../src/ui/time/CurveLayers.tsx'),
  ]);
});

beforeEach(() => {
  stubSize(270, 148);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const PATIENTLY = { timeout: 10_000 };
const CUT = { recurrenceCut: true, frozen: [] };

function show(part: React.ReactNode, ...run: Parameters<typeof learningRun>) {
  const app = learningRun(...run);
  if (app.run.getState().snapshot.ablation.recurrenceCut) {
    app.config.setState({ interventions: [{ kind: 'cut', update: 30 }] });
  }
  render(<AppContext value={app}>{part}</AppContext>);
  return app;
}

describe('cut the recurrence', () => {
  const cut = () => screen.getByRole('switch', { name: 'Cut the recurrence' });

  test('cuts and restores at the present update', async () => {
    const app = show(<CutRecurrence />);
    expect(cut()).toHaveAttribute('aria-checked', 'false');
    await userEvent.click(cut());
    act(() => app.run.setState(({ snapshot }) => ({ snapshot: { ...snapshot, ablation: CUT } })));
    expect(cut()).toHaveAttribute('aria-checked', 'true');
    await userEvent.click(cut());
    expect(app.actions.intervene.mock.calls).toEqual([[{ kind: 'cut' }], [{ kind: 'restore' }]]);
  });

  test('says from the text itself what is possible without memory, and why', async () => {
    const app = show(<CutRecurrence />, { ablation: CUT });
    expect(await screen.findByText(/Without memory/, {}, PATIENTLY)).toHaveTextContent(
      'Without memory at most 3 of 4 letters can be right: l is followed by l once and by o once. The letter alone cannot tell which.',
    );
    const reading = readText('abcabc', 'syllable');
    if (reading.kind !== 'ready') throw new Error('a text of six letters');
    act(() => app.run.setState({ task: reading.task }));
    expect(screen.getByText(/Without memory/)).toHaveTextContent('at most 5 of 5 letters can be right');
    expect(screen.getByText(/no memory is needed/)).toBeVisible();
  });

  test('the ceiling of the text stands beside the curve while it is cut', async () => {
    const app = show(<LearningPanel />, { ablation: CUT });
    expect(await screen.findByText('no memory: ≤ 75%', {}, PATIENTLY)).toBeVisible();
    act(() =>
      app.run.setState(({ snapshot }) => ({
        snapshot: { ...snapshot, ablation: { recurrenceCut: false, frozen: [] } },
      })),
    );
    expect(screen.queryByText('no memory: ≤ 75%')).toBeNull();
  });

  test('the intact twin runs beside it on demand, and its scores stand beside the others', async () => {
    const app = show(
      <>
        <CutRecurrence />
        <LearningPanel />
      </>,
      { ablation: CUT },
    );
    app.actions.setTwin.mockImplementation((twin) => app.view.setState({ twin }));
    const box = await screen.findByRole('checkbox', { name: 'Run the intact twin beside it' }, PATIENTLY);
    await userEvent.click(box);
    expect(box).toBeChecked();
    act(() =>
      app.run.setState(({ curve }) => ({
        twin: { update: 57, loss: 0.4, correct: 4, targets: 4, curve },
      })),
    );
    expect(screen.getByText('twin: 100%')).toBeVisible();
    expect(screen.getByText('twin: 0.400')).toBeVisible();
    await userEvent.click(box);
    expect(app.actions.setTwin.mock.calls).toEqual([[true], [false]]);
  });
});

describe('frozen units', () => {
  const MODEL = learningRun().run.getState().model;
  const freeze = (app: ReturnType<typeof show>, layer: number, unit: number) =>
    act(() =>
      app.run.setState(({ snapshot }) => ({
        snapshot: { ...snapshot, ablation: { recurrenceCut: false, frozen: [{ layer, unit }] } },
      })),
    );
  const names = () =>
    within(screen.getByRole('group', { name: 'Freeze at 0' }))
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label'));

  test('each of a few units has a button that freezes it at 0 and lets it go again', async () => {
    const app = show(<FreezeUnits />);
    expect(names()).toEqual(['Freeze unit 1 at 0', 'Freeze unit 2 at 0', 'Freeze unit 3 at 0']);
    await userEvent.click(screen.getByRole('button', { name: 'Freeze unit 3 at 0' }));
    freeze(app, 0, 2);
    expect(names()).toEqual(['Freeze unit 1 at 0', 'Freeze unit 2 at 0', 'Let unit 3 go again']);
    await userEvent.click(screen.getByRole('button', { name: 'Let unit 3 go again' }));
    expect(app.actions.intervene.mock.calls).toEqual([
      [{ kind: 'freeze', layer: 0, unit: 2 }],
      [{ kind: 'thaw', layer: 0, unit: 2 }],
    ]);
  });

  test('the layer is chosen where there are several', async () => {
    const app = show(<FreezeUnits />, {}, { model: { ...MODEL, layers: 2 } });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Layer' }), 'layer 2');
    await userEvent.click(screen.getByRole('button', { name: 'Freeze unit 1 of layer 2 at 0' }));
    expect(app.actions.intervene.mock.calls).toEqual([[{ kind: 'freeze', layer: 1, unit: 0 }]]);
  });

  test('one of many units is chosen, and a smaller network still has the choice', async () => {
    const app = show(<FreezeUnits />, {}, { model: { ...MODEL, hiddenSize: 12 } });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Unit' }), '11');
    expect(names()).toEqual(['Freeze unit 11 at 0']);
    freeze(app, 0, 10);
    expect(names()).toEqual(['Let unit 11 go again']);
    act(() => app.run.setState({ model: { ...MODEL, hiddenSize: 9 } }));
    expect(names()).toEqual(['Freeze unit 9 at 0']);
  });
});

describe('training until a condition', () => {
  async function openForm(...run: Parameters<typeof learningRun>) {
    const app = show(<LearningPanel />, ...run);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'More conditions' }));
    const choice = await screen.findByRole('combobox', { name: 'Go on until' }, PATIENTLY);
    const go = async (kind: string, value: string) => {
      await user.selectOptions(choice, kind);
      const field = screen.getByRole('spinbutton');
      await user.clear(field);
      await user.type(field, value);
      await user.click(screen.getByRole('button', { name: 'Go' }));
    };
    return { app, go };
  }

  test('an update, an accuracy or a loss', async () => {
    const { app, go } = await openForm();
    await go('update', '120');
    await go('accuracy', '100');
    await go('loss', '0,05');
    expect(app.actions.trainUntil.mock.calls).toEqual([
      [{ kind: 'update', update: 120 }],
      [{ kind: 'accuracy', share: 1 }],
      [{ kind: 'loss', nats: 0.05 }],
    ]);
  });

  test('nothing where what was typed cannot be used', async () => {
    const { app, go } = await openForm();
    await go('update', 'abc');
    await go('loss', '-1');
    expect(app.actions.trainUntil).not.toHaveBeenCalled();
    await go('loss', '0.05');
    expect(app.actions.trainUntil).toHaveBeenCalledWith({ kind: 'loss', nats: 0.05 });
  });

  test('what is so already is said, and starts nothing', async () => {
    const { app, go } = await openForm();
    for (const [kind, value] of [
      ['update', '57'],
      ['accuracy', '75'],
      ['loss', '0.6'],
    ]) {
      await go(kind, value);
      expect(screen.getByText('It is so already at this update.')).toBeVisible();
    }
    expect(app.actions.trainUntil).not.toHaveBeenCalled();
  });

  test('a number out of range is answered in place', async () => {
    const { app, go } = await openForm();
    await go('accuracy', '101');
    expect(screen.getByRole('spinbutton')).toHaveAccessibleDescription(
      'Enter a number from 0 to 100. Still using 75.',
    );
    expect(app.actions.trainUntil).not.toHaveBeenCalled();
  });

  test('a loss of 0 is never reached, and not gone for', async () => {
    const { app, go } = await openForm();
    await go('loss', '0.05');
    await go('loss', '0');
    const field = screen.getByRole('spinbutton');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(
      /^Enter a number above 0 .* never reached .* Still using 0\.05\.$/,
    );
    expect(app.actions.trainUntil.mock.calls).toEqual([[{ kind: 'loss', nats: 0.05 }]]);
    act(() => app.view.setState({ language: 'ko' }));
    expect(field).toHaveAccessibleDescription(/0보다 크고 .* 지금 쓰는 값: 0\.05$/);
  });

  test('says what it is going for, and when it was reached', async () => {
    const condition = { kind: 'loss', nats: 0.1 } as const;
    const app = show(<LearningPanel />, { phase: { kind: 'training' } }, { until: condition });
    expect(await screen.findByText('Going on until: Loss 0.1')).toBeVisible();
    act(() => app.run.setState({ phase: { kind: 'paused' }, until: null, met: { condition, update: 84 } }));
    expect(screen.getByText('Loss 0.1 reached at update 84.')).toBeVisible();
  });
});
