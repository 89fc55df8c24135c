import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatFixed, formatPercent } from '../../src/layout/format.ts';
import { argmax, softmax } from '../../src/layout/probability.ts';
import type { Config } from '../../src/state/config.ts';
import type { Link } from '../../src/state/url.ts';
import { NetworkFigure } from '../../src/ui/NetworkFigure.tsx';
import { appPage } from './appPage.tsx';
import { stubSize } from './stubSize.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

interface PageOptions {
  readonly config?: Partial<Config>;
  readonly link?: Partial<Omit<Link, 'config'>>;
  readonly width?: number;
}

function show({ config = {}, link = {}, width = 860 }: PageOptions = {}) {
  stubSize(width, 620);
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  return appPage(() => <NetworkFigure />, config, link);
}

const figure = () => screen.getByRole('figure', { name: 'Unrolled network' });
const columns = () => [...figure().querySelectorAll('[data-timestep]')];
const shownSteps = () => columns().map((column) => Number(column.getAttribute('data-timestep')));

function column(t: number): Element {
  const found = figure().querySelector(`[data-timestep="${t}"]`);
  if (found === null) throw new Error(`step ${t} is not in the page`);
  return found;
}

const writtenIn = (t: number) => [...column(t).querySelectorAll('text')].map((text) => text.textContent);
const arrows = (matrix: RegExp) => within(figure()).queryAllByRole('button', { name: matrix });
const isLit = (arrow: HTMLElement) => arrow.getAttribute('aria-pressed') === 'true';
const sentence = () => within(figure()).getByText(/^step \d+, letter/, { ignore: '[role="status"]' });
const announcer = () => within(figure()).getByRole('status', { name: 'Selected step' });

type Page = ReturnType<typeof show>;

/** States of all units after step `t`. */
function stateAt({ app }: Page, t: number, kind: 'hidden' | 'cellState' = 'hidden', layer = 0): number[] {
  const { model, snapshot } = app.run.getState();
  const states = snapshot.trace.layers[layer][kind];
  if (states === null) throw new Error(`the network has no ${kind}`);
  return [...states.subarray((t + 1) * model.hiddenSize, (t + 2) * model.hiddenSize)];
}

describe('a text that runs from right to left', () => {
  it('is set apart in sentences, and drawn as it is', () => {
    show({ config: { text: 'שלום' } });
    expect(sentence()).toHaveTextContent(/^step 1, letter \u2068ש\u2069, /);
    expect(writtenIn(0)).toContain('ש');
  });

  it('is not what hello is', () => {
    show();
    expect(sentence().textContent).not.toMatch(/[\u2068\u2069]/);
  });
});

describe('the columns', () => {
  it('write every state, score and probability of hello', () => {
    const page = show();
    const { snapshot, task } = page.app.run.getState();
    const { logits } = snapshot.trace;
    expect(shownSteps()).toEqual([0, 1, 2, 3]);
    for (const t of shownSteps()) {
      const written = writtenIn(t);
      const scores = [...logits.subarray(t * 4, (t + 1) * 4)];
      expect(written).toEqual(expect.arrayContaining(stateAt(page, t).map((value) => formatFixed(value, 2))));
      expect(written).toEqual(
        expect.arrayContaining([...softmax(logits, t * 4, 4)].map((share) => formatPercent(share))),
      );
      for (const score of scores) {
        expect(written.some((text) => [1, 2].some((digits) => text === formatFixed(score, digits)))).toBe(
          true,
        );
      }
      const right = argmax(logits, t * 4, 4) === task.example.targets[t];
      expect(written).toContain(right ? '✓' : '✗');
      expect(written).toContain(`t = ${t + 1}`);
    }
  });

  it('follow training', async () => {
    const page = show();
    const before = writtenIn(2);
    page.app.actions.advance(40);
    await page.settle();
    expect(writtenIn(2)).not.toEqual(before);
    expect(writtenIn(2)).toEqual(
      expect.arrayContaining(stateAt(page, 2).map((value) => formatFixed(value, 2))),
    );
  });

  it('has a map whose window is inside of it at both ends, and stays where it is taken', async () => {
    show({ config: { text: 'she sells '.repeat(200) } });
    const map = await within(figure()).findByTitle(/^The whole text/);
    const view = screen.getByRole('group', { name: 'All timesteps, scrolls sideways' });
    const scrollWindow = map.querySelector<HTMLElement>('[data-window]');
    if (!scrollWindow) throw new Error('the map has no window');
    const window = scrollWindow.style;
    map.setPointerCapture = () => undefined;
    vi.spyOn(map, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 800, 28));
    const scrollTo = (left: number) => {
      view.scrollLeft = left;
      fireEvent.scroll(view);
    };
    scrollTo(0);
    expect([window.left, window.transform]).toEqual(['0%', 'translateX(0%)']);
    scrollTo(1e6);
    expect([window.left, window.transform]).toEqual(['100%', 'translateX(-100%)']);

    scrollTo(5_000);
    fireEvent.pointerDown(scrollWindow, { buttons: 1, clientX: 40 });
    expect(view.scrollLeft).toBeCloseTo(5_000);
    fireEvent.pointerMove(map, { buttons: 1, clientX: 41 });
    expect(view.scrollLeft).toBeGreaterThan(5_001);
    fireEvent.pointerDown(map, { buttons: 1, clientX: 6 });
    expect(view.scrollLeft).toBe(0);
  });

  it('are in the page only where they can be seen, however long the text', () => {
    const { app } = show({ config: { text: 'she sells '.repeat(200) } });
    expect(app.run.getState().task.example.inputs).toHaveLength(1999);
    expect(shownSteps().length).toBeLessThan(20);
    expect(shownSteps()[0]).toBe(0);
    const scroller = within(figure()).getByRole('group', { name: 'All timesteps, scrolls sideways' });
    scroller.scrollLeft = 86_000;
    fireEvent.scroll(scroller);
    expect(shownSteps().length).toBeLessThan(20);
    expect(shownSteps()[0]).toBeGreaterThan(900);
    expect(shownSteps().at(-1)).toBeLessThan(1100);
  });

  it('come into sight when their step is selected from elsewhere', () => {
    const { app } = show({ config: { text: 'she sells '.repeat(200) } });
    act(() => app.actions.selectTimestep(1998));
    fireEvent.scroll(within(figure()).getByRole('group', { name: 'All timesteps, scrolls sideways' }));
    expect(shownSteps()).toContain(1998);
    expect(shownSteps()).not.toContain(0);
  });

  it('do not scroll where all have room', () => {
    show();
    expect(within(figure()).queryByRole('group', { name: /scrolls sideways/ })).toBeNull();
    expect(within(figure()).queryByTitle(/The whole text/)).toBeNull();
  });

  it('are selected by a click', () => {
    const { app } = show();
    fireEvent.click(column(2));
    expect(app.view.getState().timestep).toBe(2);
    expect(sentence()).toHaveTextContent(/^step 3, letter l/);
  });

  it('show hidden and cell state of an LSTM', () => {
    const page = show({ config: { cell: 'lstm', hiddenSize: 2 } });
    expect(within(figure()).getByText('Hidden state')).toBeInTheDocument();
    expect(within(figure()).getByText('Cell state')).toBeInTheDocument();
    for (const t of shownSteps()) {
      const states = [...stateAt(page, t), ...stateAt(page, t, 'cellState')];
      for (const value of states) {
        expect(
          writtenIn(t).some((text) => [1, 2].some((digits) => text === formatFixed(value, digits))),
        ).toBe(true);
      }
    }
    expect(
      within(figure()).getByRole('img', { name: /h ±1, c ±\d+ and beyond, y ±\d+ and beyond/ }),
    ).toBeInTheDocument();
  });

  it('show each layer of a stack', () => {
    const page = show({ config: { layers: 2 } });
    expect(within(figure()).getByText('Layer 1')).toBeInTheDocument();
    expect(within(figure()).getByText('Layer 2')).toBeInTheDocument();
    for (const layer of [0, 1]) {
      const states = stateAt(page, 1, 'hidden', layer).map((value) => formatFixed(value, 2));
      expect(writtenIn(1)).toEqual(expect.arrayContaining(states));
    }
  });

  it('of a large vocabulary list the most probable letters and the target', () => {
    const { app } = show({ config: { text: 'the quick brown fox' } });
    const { snapshot, task } = app.run.getState();
    const size = task.outputNames.length;
    for (const t of shownSteps()) {
      const listed = [...column(t).querySelectorAll('g')]
        .filter((row) => row.querySelectorAll(':scope > rect').length === 2)
        .flatMap((row) => row.querySelector('text')?.textContent ?? [])
        .filter((letter) => !letter.startsWith('no. '));
      const shares = softmax(snapshot.trace.logits, t * size, size);
      const [best] = [...shares.keys()].sort((a, b) => shares[b] - shares[a]);
      const mark = (id: number) => task.outputNames[id].replace(' ', '␠');
      expect(writtenIn(t)).toContain(`no. ${task.example.inputs[t]}`);
      expect(listed).toHaveLength(4);
      expect(listed).toContain(mark(best));
      expect(listed).toContain(mark(task.example.targets[t] ?? -1));
    }
  });

  it('name the rows by symbols and the same words where there is little room', () => {
    show({ width: 340 });
    expect(within(figure()).queryByText('after reading x')).toBeNull();
    expect(within(figure()).getByText('Hidden state')).toBeInTheDocument();
  });
});

describe('the arrows', () => {
  it('carry the matrices of every step, the recurrent one between the steps', () => {
    show();
    expect(arrows(/^W_xh at step/)).toHaveLength(4);
    // Named by the step that computes with it, as its equation says; what comes before the first one is no matrix.
    expect(arrows(/^W_hh at step/).map((arrow) => arrow.getAttribute('aria-label'))).toEqual(
      [2, 3, 4].map((step) => expect.stringMatching(`^W_hh at step ${step}:`)),
    );
    expect(arrows(/^W_hy at step/)).toHaveLength(4);
  });

  it('light up all copies of their matrix under the pointer, and let go', () => {
    const { app } = show();
    fireEvent.pointerEnter(arrows(/^W_hh at step 2/)[0]);
    expect(app.view.getState().matrix).toEqual({ kind: 'W_hh', layer: 0 });
    expect(arrows(/^W_hh/).every(isLit)).toBe(true);
    expect([...arrows(/^W_xh/), ...arrows(/^W_hy/)].some(isLit)).toBe(false);
    fireEvent.pointerLeave(arrows(/^W_hh at step 2/)[0]);
    expect(app.view.getState().matrix).toBeNull();
    expect(arrows(/^W_/).some(isLit)).toBe(false);
  });

  it('stay lit after a click while they have the focus, though the pointer leaves', async () => {
    const { app, user } = show();
    const [arrow] = arrows(/^W_hy at step 1/);
    await user.click(arrow);
    act(() => arrow.focus());
    fireEvent.pointerLeave(arrow);
    expect(app.view.getState().matrix).toEqual({ kind: 'W_hy', layer: 0 });
    act(() => arrow.blur());
    expect(app.view.getState().matrix).toBeNull();
  });

  it('light up by keyboard, at the selected step alone, and go out with Escape', async () => {
    const { app, user } = show({ link: { timestep: 1 } });
    const reachable = arrows(/^W_/).filter((arrow) => arrow.tabIndex === 0);
    expect(reachable.map((arrow) => arrow.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^W_hh at step 2/),
      expect.stringMatching(/^W_xh at step 2/),
      expect.stringMatching(/^W_hy at step 2/),
    ]);
    act(() => reachable[2].focus());
    expect(app.view.getState().matrix).toEqual({ kind: 'W_hy', layer: 0 });
    expect(arrows(/^W_hy/).every(isLit)).toBe(true);
    await user.keyboard('{Escape}');
    expect(app.view.getState().matrix).toBeNull();
    await user.keyboard('{Enter}');
    expect(app.view.getState().matrix).toEqual({ kind: 'W_hy', layer: 0 });
  });

  it.each([
    [0, 'W_hh at step 2'],
    [3, 'W_hh at step 4'],
  ])('with step %i (from 0) selected, %s is reached by keyboard', (timestep, name) => {
    show({ link: { timestep } });
    const reachable = arrows(/^W_hh/).filter((arrow) => arrow.tabIndex === 0);
    expect(reachable.map((arrow) => arrow.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(`^${name}:`),
    ]);
  });

  it('light up when the matrix is touched elsewhere', () => {
    const { app } = show({ config: { layers: 2 } });
    act(() => app.view.setState({ matrix: { kind: 'W_xh', layer: 1 } }));
    expect(arrows(/^W_xh, 2 at step/)).toHaveLength(4);
    expect(arrows(/^W_xh, 2 at step/).every(isLit)).toBe(true);
    expect(arrows(/^W_xh, 1 at step/).some(isLit)).toBe(false);
  });
});

describe('in words', () => {
  it('the figure sums itself up, before and after training', async () => {
    const { app, settle } = show();
    expect(figure()).toHaveAccessibleDescription(
      /^Step 1 of 4 reads h and predicts .; the target is e\. At update 0, \d of 4/,
    );
    app.actions.trainUntil({ kind: 'accuracy', share: 1 });
    await settle();
    const { update } = app.run.getState().snapshot;
    expect(figure()).toHaveAccessibleDescription(
      `Step 1 of 4 reads h and predicts e; the target is e. At update ${update}, 4 of 4 letters are predicted right.`,
    );
  });

  it('the selected step follows the buttons, which stop at both ends', async () => {
    const { app, user } = show();
    const previous = within(figure()).getByRole('button', { name: 'Previous timestep' });
    const next = within(figure()).getByRole('button', { name: 'Next timestep' });
    expect(previous).toHaveAttribute('aria-disabled', 'true');
    await user.click(previous);
    expect(app.view.getState().timestep).toBe(0);
    for (const letter of ['e', 'l', 'l']) {
      await user.click(next);
      expect(sentence()).toHaveTextContent(`letter ${letter},`);
    }
    expect(next).toHaveAttribute('aria-disabled', 'true');
    await user.click(next);
    expect(app.view.getState().timestep).toBe(3);
    expect(previous).toHaveAttribute('aria-disabled', 'false');
  });

  it('speaks a step that a person moves to, and is silent while training changes it', async () => {
    const { app, settle, user } = show();
    expect(announcer()).toBeEmptyDOMElement();
    await user.click(within(figure()).getByRole('button', { name: 'Next timestep' }));
    const spoken = announcer().textContent;
    expect(spoken).toBe(sentence().textContent);
    expect(spoken).toMatch(/^step 2, letter e, predicts ., (right|wrong: the target is l)$/);
    app.actions.trainUntil({ kind: 'accuracy', share: 1 });
    await settle();
    expect(sentence()).toHaveTextContent('step 2, letter e, predicts l, right');
    expect(announcer().textContent).toBe(spoken);
    await user.click(within(figure()).getByRole('button', { name: 'Next timestep' }));
    expect(announcer()).toHaveTextContent('step 3, letter l, predicts l, right');
  });

  it('has the numbers of every step of a long text in its table', async () => {
    const { user } = show({ config: { text: 'ab'.repeat(15) } });
    await user.click(within(figure()).getByRole('button', { name: /the numbers as a table/ }));
    await within(figure()).findByRole('table', { name: /steps 1 to 12 of 29/ });
    await user.click(within(figure()).getByRole('button', { name: 'Later steps' }));
    const table = within(figure()).getByRole('table', { name: /steps 13 to 24 of 29/ });
    expect(within(table).getAllByRole('columnheader')[1]).toHaveTextContent('13: a');
  });

  it('opens its numbers as a table', async () => {
    const page = show({ config: { cell: 'lstm' } });
    await page.user.click(within(figure()).getByRole('button', { name: /the numbers as a table/ }));
    const table = await within(figure()).findByRole('table');
    const cellsOf = (name: string) => {
      const row = within(table).getByRole('rowheader', { name }).closest('tr');
      return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
    };
    const { logits } = page.app.run.getState().snapshot.trace;
    const steps = [0, 1, 2, 3];
    expect(cellsOf('Target')).toEqual(['e', 'l', 'l', 'o']);
    for (const unit of [0, 1, 2]) {
      expect(cellsOf(`h ${unit + 1}`)).toEqual(steps.map((t) => formatFixed(stateAt(page, t)[unit], 4)));
      expect(cellsOf(`c ${unit + 1}`)).toEqual(
        steps.map((t) => formatFixed(stateAt(page, t, 'cellState')[unit], 4)),
      );
    }
    expect(cellsOf('y(o)')).toEqual(steps.map((t) => formatFixed(logits[t * 4 + 3], 4)));
    expect(cellsOf('p(o)')).toEqual(steps.map((t) => `${formatPercent(softmax(logits, t * 4, 4)[3])}%`));
  });

  it('changes its language in place', () => {
    const { app } = show();
    const before = columns();
    act(() => app.view.setState({ language: 'ko' }));
    const figureInKorean = screen.getByRole('figure', { name: '펼친 신경망' });
    expect(within(figureInKorean).getByRole('button', { name: '다음 시점' })).toBeInTheDocument();
    expect([...figureInKorean.querySelectorAll('[data-timestep]')]).toEqual(before);
  });
});

describe('units that are held at 0', () => {
  const freeze = ({ app }: Page, unit: number) =>
    act(() =>
      app.run.setState(({ snapshot }) => ({
        snapshot: { ...snapshot, ablation: { recurrenceCut: false, frozen: [{ layer: 0, unit }] } },
      })),
    );
  const marks = (t: number) => [...column(t).querySelectorAll('title')].map((title) => title.textContent);

  it.each([
    { cell: 'rnn', hiddenSize: 3, blocks: 1 },
    { cell: 'lstm', hiddenSize: 3, blocks: 2 },
    { cell: 'rnn', hiddenSize: 64, blocks: 1 },
  ] as const)(
    'are marked in every column of $hiddenSize $cell units',
    async ({ cell, hiddenSize, blocks }) => {
      const page = show({ config: { cell, hiddenSize } });
      expect(marks(0)).toEqual([]);
      freeze(page, 1);
      const held = Array(blocks).fill('Held at 0: unit 2.');
      await waitFor(() => expect(marks(0)).toEqual(held));
      for (const t of shownSteps()) expect(marks(t)).toEqual(held);
    },
  );

  it('are told in the legend, the summary and the table', async () => {
    const page = show();
    freeze(page, 1);
    expect(within(figure()).getByRole('img', { name: /a unit held at 0$/ })).toBeInTheDocument();
    expect(figure()).toHaveAccessibleDescription(/Held at 0: unit 2\.$/);
    fireEvent.click(within(figure()).getByRole('button', { name: /the numbers as a table/ }));
    const headers = within(await screen.findByRole('table')).getAllByRole('rowheader');
    expect(headers.map(({ textContent }) => textContent).slice(-3)).toEqual([
      'h 1',
      'h 2 (held at 0)',
      'h 3',
    ]);
  });
});
