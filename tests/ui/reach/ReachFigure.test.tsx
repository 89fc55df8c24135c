import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGradientReach } from '../../../src/engine/gradientReach.ts';
import { formatMagnitude } from '../../../src/layout/reach.ts';
import type { Config } from '../../../src/state/config.ts';
import type { View } from '../../../src/state/view.ts';
import { LetterReach } from '../../../src/ui/reach/LetterReach.tsx';
import { ReachFigure } from '../../../src/ui/reach/ReachFigure.tsx';
import type { WholeReach } from '../../../src/worker/protocol.ts';
import { stubCanvas } from '../heatmapFixture.tsx';
import { stubSize } from '../stubSize.ts';
import { trainedPage } from '../trainedPage.tsx';

beforeEach(() => {
  stubSize(800, 600);
  stubCanvas();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const openReach = (config: Partial<Config> = {}, view: Partial<View> = {}) =>
  trainedPage(<ReachFigure />, config, view);
const figure = () => screen.getByRole('figure', { name: 'How far the error reaches back' });
const sum = () => screen.getByRole('figure', { name: 'One W, T places' });
const triangle = () => within(figure()).getByRole('application', { name: /^Losses by steps/ });

/** ‖∂L_s/∂h_t‖ from the engine, both from 1. */
function reachOf({ trainer, run }: ReturnType<typeof openReach>, s: number, t: number, layer = 0): string {
  const { model, task } = run.getState();
  const { parameters, ablation } = trainer;
  const options = { model, parameters, example: task.example, truncation: null, ablation };
  const norms = createGradientReach(options).norms()[layer].hidden;
  return formatMagnitude(norms[(s - 1) * task.example.inputs.length + t - 1]);
}

describe('the triangle of losses and timesteps', () => {
  it('is read with the arrow keys, visibly and politely, in the numbers of the engine', async () => {
    const page = openReach({}, { timestep: 0 });
    act(() => triangle().focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    const reading = `Loss at step 3, state of step 2 (letter e): ${reachOf(page, 3, 2)}`;
    const places = within(figure()).getAllByText(reading);
    expect(places).toHaveLength(2);
    expect(places.map((place) => place.getAttribute('aria-live'))).toContain('polite');
  });

  it('says that nothing reaches forward in time', async () => {
    openReach();
    act(() => triangle().focus());
    await userEvent.keyboard('{End}');
    expect(within(figure()).getAllByText(/loss at step 1 comes before step 4/)).toHaveLength(2);
  });

  it('chooses the loss of a row and selects the step of a column', async () => {
    const page = openReach();
    act(() => triangle().focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{Enter}');
    expect(page.selectTimestep).toHaveBeenLastCalledWith(1);
    expect(screen.getByRole('slider', { name: 'Loss at step' })).toHaveValue('3');
    expect(figure()).toHaveAccessibleDescription(
      `At update 0 the loss at step 3, target l, has a gradient of length ${reachOf(page, 3, 3)} at its own step and ${reachOf(page, 3, 1)} at step 1.`,
    );
  });

  it('follows the training', () => {
    const page = openReach();
    page.train(30);
    expect(figure()).toHaveAccessibleDescription(
      `At update 30 the loss at step 4, target o, has a gradient of length ${reachOf(page, 4, 4)} at its own step and ${reachOf(page, 4, 1)} at step 1.`,
    );
  });

  it('has its numbers as a table, the future left empty', async () => {
    const page = openReach();
    await userEvent.click(within(figure()).getByRole('button', { name: /numbers as a table/ }));
    const rows = (await within(figure()).findAllByRole('row')).slice(1);
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual([1, 2, 3, 4].map((s) => [1, 2, 3, 4].map((t) => (t > s ? '' : reachOf(page, s, t)))));
  });

  it('shows the layers and the two states of an LSTM', async () => {
    const page = openReach({ cell: 'lstm', layers: 2 });
    expect(figure()).toHaveAccessibleDescription(new RegExp(`${reachOf(page, 4, 4, 1)} at its own step`));
    await userEvent.click(within(figure()).getByRole('radio', { name: '1' }));
    expect(figure()).toHaveAccessibleDescription(new RegExp(`${reachOf(page, 4, 1, 0)} at step 1`));
    const hidden = figure().getAttribute('aria-describedby');
    const before = document.getElementById(String(hidden))?.textContent;
    await userEvent.click(within(figure()).getByRole('radio', { name: 'c' }));
    expect(document.getElementById(String(hidden))?.textContent).not.toBe(before);
    act(() => triangle().focus());
    expect(within(figure()).getAllByText(/cell state of step 1/)).toHaveLength(2);
  });

  it('names the floor of the logarithmic scale', async () => {
    openReach();
    await userEvent.click(within(figure()).getByRole('radio', { name: 'log' }));
    expect(within(figure()).getByRole('img', { name: /or less, in powers of ten/ })).toBeVisible();
  });
});

describe('a long text', () => {
  const text = 'a long text, of which a window around the selected step is shown, as its words say';

  it('is shown in a window that is asked for and named', () => {
    const page = openReach({ text }, { timestep: 40 });
    const asked = page.want.mock.lastCall?.[1]?.reach;
    expect(asked).not.toBeNull();
    const { from = 0, to = 0 } = asked ?? {};
    expect(to - from).toBe(48);
    expect(
      within(figure()).getByText(new RegExp(`In detail: steps ${from + 1} to ${to} of ${text.length - 1},`)),
    ).toBeVisible();
    act(() => page.view.setState({ timestep: 79 }));
    expect(page.want.mock.lastCall?.[1]?.reach?.to).toBe(text.length - 1);
  });

  /** What the worker adds at rest. */
  const complete = async (page: ReturnType<typeof openReach>, changes: Partial<WholeReach> = {}) => {
    const { model, task } = page.run.getState();
    const { parameters } = page.trainer;
    const source = createGradientReach({ model, parameters, example: task.example, truncation: null });
    const losses = Int32Array.of(20, 40, 60, 80);
    const { rows, walk } = source.follow(losses, 50, 200);
    while (!walk.next().done);
    const whole: WholeReach = {
      losses,
      depth: text.length - 1,
      isFinished: true,
      hidden: rows.map(({ hidden }) => hidden),
      cellState: rows[0].cellState && rows.flatMap(({ cellState }) => (cellState ? [cellState] : [])),
      ...changes,
    };
    act(() =>
      page.run.setState(({ snapshot }) => ({
        snapshot: { ...snapshot, reach: snapshot.reach && { ...snapshot.reach, whole } },
      })),
    );
    return within(figure()).findByRole('application', { name: /The whole text/ });
  };

  it('says when all of it comes, and shows it once it is there', async () => {
    const page = openReach({ text }, { timestep: 40 });
    expect(within(figure()).getByText(/computed when training pauses/)).toBeVisible();
    expect(await complete(page)).toHaveAccessibleName(/4 losses by 81 steps/);
    expect(within(figure()).queryByText(/computed when training pauses/)).toBeNull();
    expect(
      within(figure()).getByText('The whole text: 4 of 81 losses, one in 20, by all steps.'),
    ).toBeVisible();
  });

  it('reads all of it in the numbers of the engine, what is not computed too', async () => {
    const page = openReach({ text, cell: 'lstm' }, { timestep: 40 });
    const map = await complete(page);
    act(() => map.focus());
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(
      within(figure()).getAllByText(
        new RegExp(`^Loss at step 41, state of step 2 .*: ${reachOf(page, 41, 2)}$`),
      ),
    ).toHaveLength(2);
    await userEvent.keyboard('{ArrowDown}');
    expect(within(figure()).getAllByText(/Loss at step 61, state of step 2 .*: not computed/)).toHaveLength(
      2,
    );
    await userEvent.keyboard('{End}');
    expect(within(figure()).getAllByText(/loss at step 61 comes before step 81/)).toHaveLength(2);
  });

  it('moves the detailed part where a cell of it is chosen', async () => {
    const page = openReach({ text }, { timestep: 40 });
    const map = await complete(page);
    act(() => map.focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{End}{Enter}');
    expect(page.selectTimestep).toHaveBeenLastCalledWith(80);
    expect(page.want.mock.lastCall?.[1]?.reach).toEqual({ from: 33, to: 81 });
    // The whole triangle is drawn before the slider follows.
    await waitFor(() => expect(screen.getByRole('slider', { name: 'Loss at step' })).toHaveValue('81'));
  });

  it('says what is left out, and that there is more to come', async () => {
    const page = openReach({ text }, { timestep: 40 });
    await complete(page, { depth: 50, isFinished: false });
    expect(within(figure()).getByText(/followed back over 50 steps only/)).toHaveTextContent(
      'More losses are being computed…',
    );
  });

  it('is accessible and speaks Korean', async () => {
    const page = openReach({ text }, { timestep: 40, language: 'ko' });
    expect(screen.getByText(/학습을 멈추면 계산합니다/)).toBeVisible();
    const { violations } = await axe.run(page.container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });

  it('gives the contributions of few steps, and those of the others together', () => {
    openReach({ text }, { timestep: 40 });
    const maps = within(sum()).getAllByRole('application');
    expect(maps).toHaveLength(10);
    expect(maps[8]).toHaveAccessibleName(new RegExp(`The other ${text.length - 1 - 8} steps`));
    expect(maps[9]).toHaveAccessibleName(/ΔW/);
  });
});

describe('one W, T places', () => {
  /** What the first entry of each matrix reads, in the order of the sum. */
  const entriesOf = () =>
    within(sum())
      .getAllByRole('application')
      .map((map) => {
        act(() => map.focus());
        const text = within(sum()).getAllByText(/unit 1 one step before to unit 1/)[0].firstChild
          ?.nextSibling;
        return numberOf(text?.textContent?.split(': ').at(-1));
      });
  const numberOf = (text = '') => Number(text.replaceAll('−', '-'));

  it.each(['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'] as const)(
    'reads the parts of each place, which add up to what %s really changes',
    async (optimizer) => {
      const page = openReach({ optimizer, learningRate: 0.1, clipNorm: 0.5 });
      page.train(10);
      const values = entriesOf();
      const hasMemory = optimizer === 'momentum' || optimizer === 'adam';
      expect(within(sum()).queryByRole('application', { name: /Earlier updates/ }) !== null).toBe(hasMemory);
      expect(values).toHaveLength(hasMemory ? 6 : 5);
      const before = page.trainer.parameters[12];
      page.trainer.step();
      const change = page.trainer.parameters[12] - before;
      expect(values.at(-1)).toBeCloseTo(change, 3);
      expect(values.slice(0, -1).reduce((all, each) => all + each, 0)).toBeCloseTo(change, 3);
      expect(change).not.toBe(0);
    },
  );

  it('reads the whole sum of an entry and where its weight goes', () => {
    const page = openReach({ learningRate: 0.1 });
    page.train(3);
    act(() => within(sum()).getAllByRole('application')[0].focus());
    const before = page.trainer.parameters[12];
    page.trainer.step();
    const numbers = /^(.*) ([=≈]) ΔW (\S+); the weight goes from (\S+) to (\S+)\.$/.exec(
      within(sum()).getByText(/ [=≈] ΔW /).textContent ?? '',
    );
    const [parts, sign, change, from, to] = (numbers ?? []).slice(1);
    expect(parts.split(/ [+−] /)).toHaveLength(5);
    const added = parts
      .replaceAll(/([+−]) /g, '$1')
      .split(' ')
      .reduce((all, each) => all + numberOf(each), 0);
    expect(sign).toBe(Math.abs(added - numberOf(change)) < 0.00005 ? '=' : '≈');
    expect(numberOf(from)).toBeCloseTo(before, 4);
    expect(numberOf(to)).toBeCloseTo(page.trainer.parameters[12], 4);
    expect(numberOf(change)).toBeCloseTo(page.trainer.parameters[12] - before, 4);
    act(() => within(sum()).getAllByRole('application')[5].focus());
    const spoken = within(sum()).getAllByText(/the weight goes from/);
    expect(spoken.map((each) => each.getAttribute('aria-live'))).toContain('polite');
  });

  it('shows the gradient instead, which the parts of the steps add up to', async () => {
    const page = openReach();
    page.train(10);
    await userEvent.click(within(sum()).getByRole('radio', { name: 'gradient' }));
    const values = entriesOf();
    expect(values).toHaveLength(5);
    expect(values[4]).toBeCloseTo(page.trainer.gradient[12], 3);
    expect(values.slice(0, 4).reduce((all, each) => all + each, 0)).toBeCloseTo(values[4], 3);
  });

  it('says what the optimizer makes of the parts, and what clipping does', () => {
    openReach({ optimizer: 'rmsprop', clipNorm: 0.001 });
    expect(within(sum()).getByText(/running mean of its squared gradients/)).toHaveTextContent(
      /Clipping first multiplies the whole gradient by 2\.0e−3\./,
    );
  });

  it('tells of the rounding of a large network', () => {
    openReach({ hiddenSize: 64, text: 'abc' });
    expect(within(sum()).getByText(/rounded to single precision/)).toHaveTextContent(
      /by more than \d\.\de−\d+/,
    );
  });

  it('moves a W_hh that is not used by what earlier updates left alone', () => {
    const page = openReach();
    page.train(5);
    page.cut();
    const values = entriesOf();
    expect(values.slice(1, 5)).toEqual([0, 0, 0, 0]);
    expect(values[5]).toBe(values[0]);
    expect(values[5]).not.toBe(0);
    expect(within(sum()).getByText(/no step gives anything to/)).toBeVisible();
  });

  it('has the gradient alone where other examples have a part in the update', () => {
    const page = openReach();
    act(() =>
      page.run.setState(({ snapshot }) => ({
        snapshot: {
          ...snapshot,
          contributions: snapshot.contributions && { ...snapshot.contributions, step: null },
        },
      })),
    );
    expect(within(sum()).queryByRole('radio')).toBeNull();
    expect(within(sum()).getByText(/has other examples in it too/)).toBeVisible();
  });

  it('shows the matrix that is chosen, biases too', async () => {
    const page = openReach({ layers: 2 });
    const select = within(sum()).getByRole('combobox', { name: 'Matrix' });
    await userEvent.selectOptions(select, 'b_hh, layer 2');
    expect(page.want.mock.lastCall?.[1]?.contributions?.view).toBe(7);
    expect(within(sum()).getAllByRole('application')[0]).toHaveAccessibleName(/Step 1, 3 × 1/);
    await userEvent.selectOptions(select, 'W_hy');
    expect(within(sum()).getAllByRole('application')[0]).toHaveAccessibleName(/Step 1, 4 × 3/);
  });

  it('has all parts in sight, in lines where one is too short', () => {
    openReach({ text: 'hello hello' });
    const lines = [...(sum().querySelector('section')?.children ?? [])].map(
      (line) => within(line as HTMLElement).getAllByRole('application').length,
    );
    expect(lines).toEqual([5, 5]);
  });

  it('names the gates and units of the rows, once in each line, and those of the columns', () => {
    openReach({ cell: 'lstm', text: 'ab' });
    expect(sum().querySelector('section')?.textContent).toMatch(/ifgo123123123123/);
  });

  it('selects the step whose contribution is clicked', () => {
    const page = openReach();
    const map = within(sum()).getAllByRole('application')[2];
    fireEvent.pointerMove(map, { clientX: 5, clientY: 5 });
    fireEvent.click(map);
    expect(page.selectTimestep).toHaveBeenLastCalledWith(2);
  });
});

describe('the numbers beside it', () => {
  const term = (name: RegExp) => within(figure()).getByText(name).closest('div');

  it('compare the first step with the step of the loss', () => {
    const page = openReach();
    page.train(20);
    const [first, last] = [reachOf(page, 4, 1), reachOf(page, 4, 4)].map((text) =>
      Number(text.replaceAll('−', '-')),
    );
    const share = Number(/([\d.]+)%/.exec(term(/First to last step/)?.textContent ?? '')?.[1]);
    expect(share / 100).toBeCloseTo(first / last, 1);
  });

  it('know that the first loss has nothing before it', () => {
    openReach();
    fireEvent.change(screen.getByRole('slider', { name: 'Loss at step' }), { target: { value: '1' } });
    expect(term(/First to last step/)).toHaveTextContent('no earlier step');
  });

  it('tell of W_hh by its spectral radius, unless it is cut out', () => {
    const page = openReach({ hiddenSize: 1 });
    const weight = Math.abs(page.run.getState().parameters[4]);
    expect(term(/Spectral radius/)).toHaveTextContent(weight.toFixed(2));
    expect(term(/Spectral radius/)).toHaveTextContent(weight < 1 ? 'Below 1' : 'At 1 or above');
    page.cut();
    expect(term(/Spectral radius/)).toHaveTextContent('The recurrence is cut');
    expect(term(/First to last step/)).toHaveTextContent('gets 0%');
  });

  it('name the gates of an LSTM and how much it forgets', () => {
    openReach({ cell: 'lstm' });
    expect(term(/Spectral radius/)).toHaveTextContent(/i \d\.\d\d, f \d\.\d\d, g \d\.\d\d, o \d\.\d\d\./);
    expect(term(/Mean forget gate/)).toHaveTextContent(/0\.[3-7]\d/);
  });

  it('leave the radius of a large matrix out, and say so', () => {
    openReach({ hiddenSize: 129, text: 'ab' });
    expect(term(/Spectral radius/)).toHaveTextContent('up to 128 units');
  });
});

describe('under the letters of the unrolled network', () => {
  const bars = (
    <svg aria-hidden="true">
      {[0, 1, 2, 3].map((t) => (
        <g key={t} data-testid={`bar ${t}`}>
          <LetterReach t={t} x={0} y={0} width={100} />
        </g>
      ))}
    </svg>
  );
  const widths = (t: number) =>
    [...screen.getByTestId(`bar ${t}`).querySelectorAll('rect')].map((rect) => rect.getAttribute('width'));

  it('the chosen loss has its bars, up to its own step, while the panel is open', () => {
    const { rerender } = trainedPage(
      <>
        {bars}
        <ReachFigure />
      </>,
    );
    fireEvent.change(screen.getByRole('slider', { name: 'Loss at step' }), { target: { value: '2' } });
    expect(widths(0)).toHaveLength(2);
    expect(Number(widths(1)[1])).toBeGreaterThan(Number(widths(0)[1]));
    expect(widths(2)).toEqual([]);
    const first = screen.getByTestId('bar 0');
    const value = first.querySelector('text')?.textContent;
    expect(Number(value)).toBeGreaterThan(0);
    expect(first.querySelector('title')).toHaveTextContent(`‖∂L₂ / ∂h₁‖ = ${value}`);
    rerender(bars);
    expect(widths(0)).toEqual([]);
  });
});

it('a closed panel wants nothing', () => {
  const page = openReach();
  page.unmount();
  expect(page.want).toHaveBeenLastCalledWith('reach', null);
});

it('waits with a sentence until the first answer is there', () => {
  const page = openReach();
  act(() => page.run.setState(({ snapshot }) => ({ snapshot: { ...snapshot, reach: null } })));
  expect(within(figure()).getAllByText(/Computing the gradients/)).not.toHaveLength(0);
  // What has no numbers yet has no button that would lose the focus once they are there.
  expect(within(figure()).queryByRole('button')).toBeNull();
});

it('speaks Korean', () => {
  openReach({ cell: 'gru' }, { language: 'ko' });
  const korean = screen.getByRole('figure', { name: '오차가 거슬러 가는 거리' });
  expect(korean).toHaveAccessibleDescription(/학습 전인 지금, 시점 4\(정답 o\)의 손실/);
  expect(within(korean).getByText('업데이트 게이트의 평균')).toBeVisible();
});

it.each(['rnn', 'lstm'] as const)('has no accessibility violations with the %s', async (cell) => {
  const { container } = openReach({ cell, layers: 2 });
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
