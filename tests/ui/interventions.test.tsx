import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Branch } from '../../src/state/run.ts';
import { AppContext } from '../../src/ui/context.ts';
import { LearningPanel } from '../../src/ui/LearningPanel.tsx';
import type { Intervention } from '../../src/worker/protocol.ts';
import { learningRun } from './learningRun.ts';
import { stubSize } from './stubSize.ts';

beforeAll(async () => {
  // Loaded when there is something to show; a busy machine takes its time.
  await Promise.all([import('../../src/ui/time/History.tsx'), import('../../src/ui/time/CurveLayers.tsx')]);
});

beforeEach(() => {
  stubSize(270, 148);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** One of each kind; W_hh begins after the 12 weights of W_xh. */
const EACH: readonly Intervention[] = [
  { update: 10, kind: 'learningRate', value: 0.05 },
  { update: 20, kind: 'weight', index: 13, value: 0.7 },
  { update: 30, kind: 'weight', index: 13, value: -0.123 },
  { update: 40, kind: 'freeze', layer: 0, unit: 2 },
  { update: 45, kind: 'thaw', layer: 0, unit: 2 },
  { update: 50, kind: 'cut' },
  { update: 70, kind: 'restore' },
];

const BRANCH: Branch = {
  id: 4,
  interventions: EACH.slice(0, 1),
  parting: 20,
  curve: {
    updates: Float64Array.of(0, 20, 120),
    losses: Float64Array.of(1.432, 1.1, 0.1),
    accuracies: Float64Array.of(0.25, 0.5, 1),
  },
};

const OTHER: Branch = {
  ...BRANCH,
  id: 5,
  interventions: [],
  parting: 10,
  curve: { ...BRANCH.curve, updates: Float64Array.of(0, 20, 80) },
};

/** The first picture of a part that is loaded when it is needed. */
const PATIENTLY = { timeout: 10_000 };

function show(interventions: readonly Intervention[], branches: readonly Branch[] = []) {
  const app = learningRun({ interventions }, { branches });
  app.config.setState({ interventions });
  const { container } = render(
    <AppContext value={app}>
      <LearningPanel />
    </AppContext>,
  );
  return { ...app, container };
}

const entries = () =>
  screen.getAllByRole('button', { name: /^update \d+:/ }).map((entry) => entry.getAttribute('aria-label'));

describe('the list of interventions', () => {
  test('is not there before there are any', () => {
    show([]);
    expect(screen.queryByRole('heading', { name: 'Interventions' })).toBeNull();
  });

  test('says of each when and what, the last four at first', async () => {
    show(EACH);
    expect(await screen.findByRole('heading', { name: 'Interventions' }, PATIENTLY)).toBeVisible();
    expect(entries()).toEqual([
      'update 40: unit 3 frozen',
      'update 45: unit 3 let go',
      'update 50: recurrence cut',
      'update 70: recurrence restored (still to come)',
    ]);
    await userEvent.click(screen.getByRole('button', { name: '3 more' }));
    expect(entries().slice(0, 3)).toEqual([
      'update 10: learning rate 0.05',
      'update 20: W_hh[1,2] = 0.70',
      'update 30: W_hh[1,2] = −0.123',
    ]);
  });

  test('names a large weight as it was typed', async () => {
    show([{ update: 0, kind: 'weight', index: 12, value: 1000 }]);
    await screen.findByRole('heading', { name: 'Interventions' }, PATIENTLY);
    expect(entries()).toEqual(['update 0: W_hh[1,1] = 1000']);
  });

  test('an entry goes to its update, and can be taken out of the history', async () => {
    const { actions } = show(EACH);
    await userEvent.click(await screen.findByRole('button', { name: 'update 45: unit 3 let go' }));
    expect(actions.seek.mock.calls).toEqual([[45]]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove: update 50: recurrence cut' }));
    expect(actions.removeIntervention.mock.calls).toEqual([[5]]);
  });
});

describe('marks on the curve', () => {
  test('say what was done, and bring the playhead exactly there', async () => {
    const { actions } = show(EACH.slice(0, 2));
    const ofMark = { selector: 'title' };
    const mark = await screen.findByText('update 20: W_hh[1,2] = 0.70', ofMark);
    expect(screen.getByText('update 10: learning rate 0.05', ofMark).parentElement).toBeVisible();
    fireEvent.pointerDown(mark.parentElement ?? mark, { button: 0, clientX: 3 });
    expect(actions.seek.mock.calls).toEqual([[20]]);
  });

  test('are two for two updates that are a symbol apart', async () => {
    const { container } = show(
      [
        { update: 20, kind: 'learningRate', value: 0.05 },
        { update: 30, kind: 'freeze', layer: 0, unit: 1 },
      ],
      [{ ...BRANCH, curve: { ...BRANCH.curve, updates: Float64Array.of(0, 20, 140) } }],
    );
    await screen.findByText('update 30: unit 2 frozen', { selector: 'title' });
    expect(container.querySelectorAll('[class*="mark"]:has(> title)')).toHaveLength(2);
  });

  test('that would lie over each other share a place and are counted, each with a line of its own', async () => {
    const { container } = show([
      { update: 20, kind: 'learningRate', value: 0.05 },
      { update: 21, kind: 'cut' },
    ]);
    const shared = await screen.findByText(/update 20: learning rate 0\.05\s+update 21: recurrence cut/);
    expect(within(shared.parentElement as unknown as HTMLElement).getByText('2')).toBeVisible();
    expect(container.querySelectorAll('svg > [class*="stem"]')).toHaveLength(2);
  });
});

describe('earlier futures', () => {
  const future = 'to update 120: loss 0.100';

  async function told(present: readonly Intervention[], left: readonly Intervention[]) {
    show(present, [{ ...BRANCH, interventions: left }]);
    return (await screen.findByText(future)).closest('li')?.lastElementChild;
  }

  test('are told with what they lack, can be returned to and forgotten', async () => {
    const { actions } = show(EACH.slice(0, 2), [BRANCH]);
    const item = (await screen.findByText(future)).closest('li');
    expect(item?.lastElementChild).toHaveTextContent(/^without “Whh\[1,2\] = 0\.70” at update 20$/);
    await userEvent.click(screen.getByRole('button', { name: `Return to the future ${future}` }));
    await userEvent.click(screen.getByRole('button', { name: `Forget the future ${future}` }));
    expect(actions.returnTo.mock.calls).toEqual([[4]]);
    expect(actions.forgetBranch.mock.calls).toEqual([[4]]);
  });

  test('what both histories have is not named', async () => {
    expect(await told(EACH.slice(1), EACH)).toHaveTextContent(/^with “learning rate 0\.05” at update 10$/);
  });

  test('what only one of them has is named in order of time', async () => {
    const shared = EACH.slice(0, 3);
    expect(await told([...shared, EACH[5]], [...shared, { ...EACH[5], update: 60 }])).toHaveTextContent(
      /^without “recurrence cut” at update 50, with “recurrence cut” at 60$/,
    );
  });

  test('two differences are named and the others counted; all of them describe the way back', async () => {
    const difference = await told(EACH.slice(0, 2), [EACH[0], ...EACH.slice(3)]);
    const named = 'without “W_hh[1,2] = 0.70” at update 20, with “unit 3 frozen” at 40';
    const all = `${named}, with “unit 3 let go” at 45, with “recurrence cut” at 50, with “recurrence restored” at 70`;
    expect(difference).toHaveTextContent(`${named.replace('W_hh', 'Whh')}, and 3 more`);
    expect(difference).toHaveAttribute('title', all);
    expect(screen.getByRole('button', { name: /^Return/ })).toHaveAccessibleDescription(all);
  });

  test('the same changes in another order are told as such', async () => {
    const both: readonly Intervention[] = [EACH[5], { ...EACH[3], update: 50 }];
    expect(await told(both, both.toReversed())).toHaveTextContent('the same changes in another order');
  });

  test('have the number and the dashes of their curves', async () => {
    const { container } = show(EACH.slice(0, 1), [BRANCH, OTHER]);
    const item = (await screen.findByText(future)).closest('ul');
    const signs = [...(item?.children ?? [])].map((each) => each.firstElementChild);
    const ghosts = [...container.querySelectorAll('[class*="ghost"]')];
    const dashes = (parts: readonly (Element | null)[]) =>
      parts.map((part) => part?.outerHTML.match(/stroke-dasharray="([^"]+)"/)?.[1]);
    const numbers = [...container.querySelectorAll('[class*="number"]')];
    expect(numbers.map((number) => number.textContent)).toEqual(['1', '2']);
    expect(signs.map((sign) => sign?.textContent)).toEqual(['1', '2']);
    expect(dashes(signs)).toEqual(dashes(ghosts));
    expect(new Set(dashes(ghosts)).size).toBe(2);
  });

  test('pointing at one lights up its curve among the others, which the axes have room for', async () => {
    const { container, view } = show(EACH.slice(0, 1), [BRANCH, OTHER]);
    const item = (await screen.findByText(future)).closest('li');
    const lit = () => container.querySelectorAll('[class*="lit"]').length;
    const faint = () => container.querySelectorAll('[class*="faint"]').length;
    expect([lit(), faint()]).toEqual([0, 0]);
    fireEvent.pointerEnter(item ?? container);
    expect([lit(), faint()]).toEqual([1, 1]);
    fireEvent.pointerLeave(item ?? container);
    expect(view.getState().branch).toBeNull();
    const ghost = container.querySelector('[class*="ghost"] path')?.getAttribute('d') ?? '';
    const right = Math.max(...[...ghost.matchAll(/[MLH]([\d.]+)/g)].map(([, x]) => Number(x)));
    expect(right).toBeLessThan(270 - 40);
  });

  test('focus inside lights it up too, with the accuracy that is left out before', async () => {
    const { container } = show(EACH.slice(0, 1), [BRANCH, OTHER]);
    const back = await screen.findByRole('button', { name: `Return to the future ${future}` });
    const lines = () =>
      [...container.querySelectorAll('[class*="ghost"]')].map(
        (ghost) => ghost.querySelectorAll('path').length,
      );
    expect(lines()).toEqual([1, 1]);
    act(() => back.focus());
    expect(lines()).toEqual([2, 1]);
    fireEvent.pointerLeave(back.closest('li') ?? back);
    expect(lines()).toEqual([2, 1]);
    act(() => back.blur());
    expect(lines()).toEqual([1, 1]);
  });

  test('one that is forgotten while it is pointed at leaves nothing behind', async () => {
    const app = show(EACH.slice(0, 1), [BRANCH]);
    fireEvent.pointerEnter((await screen.findByText(future)).closest('li') ?? app.container);
    act(() => app.run.setState({ branches: [OTHER] }));
    expect(app.container.querySelectorAll('[class*="ghost"]')).toHaveLength(1);
    expect(app.container.querySelector('[class*="faint"]')).toBeNull();
  });
});
