import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatFixed } from '../../../src/layout/format.ts';
import { distance } from '../../../src/layout/stateSpace.ts';
import type { Config } from '../../../src/state/config.ts';
import type { View } from '../../../src/state/view.ts';
import { PlaceFigure } from '../../../src/ui/place/PlaceFigure.tsx';
import { stubSize } from '../stubSize.ts';
import { trainedPage } from '../trainedPage.tsx';

beforeEach(() => {
  stubSize(400, 600);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const openPlace = (config: Partial<Config> = {}, view: Partial<View> = {}) =>
  trainedPage(<PlaceFigure />, config, view);
const figure = () => screen.getByRole('figure', { name: 'The state as a place' });
/** The drawn states by what they are, as [x, y] in pixels from the middle. */
const place = (title: RegExp) => {
  const point = within(figure()).getByText(title, { selector: 'title' }).closest('g');
  return (point?.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
};

describe('the path of the state', () => {
  it('of two units is where the units say, on axes from −1 to 1', () => {
    const page = openPlace({ hiddenSize: 2 });
    page.train(20);
    const { hidden } = page.run.getState().snapshot.trace.layers[0];
    expect(place(/zero state/)).toEqual([0, 0]);
    const steps = [1, 2, 3, 4].map((step) => place(new RegExp(`^Step ${step},`)));
    const unit = steps[0][0] / hidden[2];
    steps.forEach(([x, y], t) => {
      expect(x).toBeCloseTo(hidden[(t + 1) * 2] * unit, 0);
      expect(y).toBeCloseTo(-hidden[(t + 1) * 2 + 1] * unit, 0);
    });
    expect(unit).toBeCloseTo(170, 0);
    expect(within(figure()).getByText('Two units, two axes: the state is drawn exactly.')).toBeVisible();
  });

  it('names the two l’s and how far they are apart', () => {
    const page = openPlace();
    const apart = () => {
      const { hidden } = page.run.getState().snapshot.trace.layers[0];
      return formatFixed(distance(hidden, 3, 3, 4), 2);
    };
    const before = apart();
    expect(within(figure()).getByText(`The two l’s are ${before} apart.`)).toBeVisible();
    page.train(60);
    expect(apart()).not.toBe(before);
    expect(within(figure()).getByText(`The two l’s are ${apart()} apart.`)).toBeVisible();
    expect(figure()).toHaveAccessibleDescription(new RegExp(`two l’s are ${apart()} apart`));
  });

  it('tells what was read and what is predicted after it', () => {
    const page = openPlace();
    page.train(60);
    expect(within(figure()).getByText(/^Step 4, letter l, predicts o \(right\)/)).toBeInTheDocument();
    expect(within(figure()).getByText('→ o ✓')).toBeInTheDocument();
  });

  it('keeps predictions covered as long as they are to be guessed', () => {
    openPlace({}, { guessing: true });
    expect(within(figure()).queryByText(/predicts/)).toBeNull();
    expect(within(figure()).queryByText(/✓|✗/)).toBeNull();
  });

  it('selects the step of a clicked point', () => {
    const page = openPlace();
    const point = within(figure())
      .getByText(/^Step 3,/, { selector: 'title' })
      .closest('g');
    if (point) fireEvent.click(point);
    expect(page.selectTimestep).toHaveBeenLastCalledWith(2);
    expect(figure()).toHaveAccessibleDescription(/after step 3, letter l/);
  });

  it('has its coordinates as a table', async () => {
    const page = openPlace({ hiddenSize: 2 });
    await userEvent.click(within(figure()).getByRole('button', { name: /numbers as a table/ }));
    const rows = await within(figure()).findAllByRole('row');
    const { hidden } = page.run.getState().snapshot.trace.layers[0];
    expect(rows).toHaveLength(6);
    expect(
      within(rows[5])
        .getAllByRole('cell')
        .slice(2)
        .map((cell) => cell.textContent),
    ).toEqual([8, 9].map((index) => formatFixed(hidden[index], 2)));
  });
});

describe('the cube of three units', () => {
  const cube = () => within(figure()).getByRole('application', { name: /arrow keys turn the cube/ });

  it('turns with the arrow keys, which the page does not hear, and goes back', async () => {
    openPlace();
    const heard = vi.fn();
    const listen = (event: KeyboardEvent) => heard(event.key);
    addEventListener('keydown', listen);
    const before = place(/^Step 4,/);
    act(() => cube().focus());
    await userEvent.keyboard('{ArrowRight}{ArrowUp}');
    expect(place(/^Step 4,/)).not.toEqual(before);
    await userEvent.keyboard('{Home}x');
    removeEventListener('keydown', listen);
    expect(place(/^Step 4,/)).toEqual(before);
    expect(heard.mock.calls).toEqual([['x']]);
    await userEvent.keyboard('{ArrowLeft}');
    await userEvent.click(within(figure()).getByRole('button', { name: 'Reset view' }));
    expect(place(/^Step 4,/)).toEqual(before);
  });

  it('turns when it is dragged, but a click is no drag', () => {
    openPlace();
    cube().setPointerCapture = vi.fn();
    const before = place(/^Step 2,/);
    fireEvent.pointerDown(cube(), { button: 0, clientX: 100, clientY: 100 });
    fireEvent.pointerMove(cube(), { clientX: 102, clientY: 101 });
    expect(place(/^Step 2,/)).toEqual(before);
    fireEvent.pointerMove(cube(), { clientX: 150, clientY: 120 });
    expect(place(/^Step 2,/)).not.toEqual(before);
    const turned = place(/^Step 2,/);
    fireEvent.pointerUp(cube());
    fireEvent.pointerMove(cube(), { clientX: 300, clientY: 300 });
    expect(place(/^Step 2,/)).toEqual(turned);
  });
});

describe('the trail', () => {
  it('is asked for while it is on, and its updates are named', async () => {
    const page = openPlace();
    expect(page.want).toHaveBeenLastCalledWith('place', { trail: 8 });
    expect(within(figure()).getByText('There is no earlier update yet.')).toBeVisible();
    page.train(12);
    page.train(12);
    const updates = within(figure())
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(updates).toEqual(['0', '12']);
    await userEvent.click(within(figure()).getByRole('checkbox', { name: 'Trail' }));
    expect(page.want).toHaveBeenLastCalledWith('place', { trail: 0 });
    expect(within(figure()).queryAllByRole('listitem')).toEqual([]);
  });

  it('says whether the earlier updates are on their way or not there at all', () => {
    const page = openPlace();
    page.train(12);
    const { snapshot } = page.run.getState();
    act(() => page.run.setState({ snapshot: { ...snapshot, trail: null } }));
    expect(within(figure()).getByText('The earlier updates are being computed.')).toBeVisible();
    act(() => page.run.setState({ snapshot: { ...snapshot, trail: [] } }));
    expect(within(figure()).getByText(/went on from update 12; .* nothing is kept here/)).toBeVisible();
  });

  it('is of the top layer alone, and says so', async () => {
    const page = openPlace({ layers: 2 });
    await userEvent.click(within(figure()).getByRole('radio', { name: '1' }));
    expect(page.want).toHaveBeenLastCalledWith('place', { trail: 0 });
    expect(within(figure()).getByText(/kept for the hidden state of the top layer/)).toBeVisible();
  });
});

describe('more units than can be drawn', () => {
  it('are drawn on principal components, with the share of the variance in words', () => {
    openPlace({ hiddenSize: 16 });
    const [, first, second, together] =
      /\(principal components\): (\d+)% and (\d+)%, together (\d+)%/.exec(figure().textContent ?? '') ?? [];
    expect(Number(first)).toBeGreaterThanOrEqual(Number(second));
    expect(Math.abs(Number(first) + Number(second) - Number(together))).toBeLessThanOrEqual(1);
  });

  it('stand on the same sides where a link opens what was trained', () => {
    const config = { hiddenSize: 16, text: 'abcde', seed: 3 };
    const points = () => [1, 2, 3, 4].map((step) => place(new RegExp(`^Step ${step},`)));
    const trained = openPlace(config);
    for (let update = 0; update < 40; update++) trained.train(1);
    const [here, { settings }] = [points(), trained.view.getState()];
    expect(settings.place).toMatch(/^mirrored:/);
    cleanup();
    const opened = openPlace(config, { settings });
    for (let update = 0; update < 40; update++) opened.trainer.step();
    act(() => opened.run.setState({ snapshot: { ...trained.run.getState().snapshot, runId: 7 } }));
    expect(points()).toEqual(here);
    expect(opened.view.getState().settings.place).toBe(settings.place);
  });

  it('do not jump to the other side from one update to the next', () => {
    const page = openPlace({ hiddenSize: 16, text: 'abcde' });
    const coordinates = () => {
      const title = within(figure()).getByText(/^Step 1,/, { selector: 'title' }).textContent ?? '';
      return title
        .split(': ')[1]
        .split(', ')
        .map((text) => Number(text.replace('−', '-')));
    };
    for (let update = 0; update < 30; update++) {
      const before = coordinates();
      page.train(1);
      const after = coordinates();
      expect(Math.hypot(after[0] - before[0], after[1] - before[1])).toBeLessThan(Math.hypot(...before));
    }
  });

  it('of a long text are drawn in full near the selected step alone', () => {
    const text = 'abcdefg '.repeat(40);
    openPlace({ hiddenSize: 4, text }, { timestep: 300 });
    expect(within(figure()).getByText(/^Steps 120 to 319 of 319 are drawn in full/)).toBeVisible();
    expect(within(figure()).queryByText(/^Step 119,/)).toBeNull();
    expect(within(figure()).getByText(/^Step 120,/)).toBeInTheDocument();
  });
});

it('the cell state of an LSTM has a scale that holds it', async () => {
  openPlace({ cell: 'lstm', hiddenSize: 2 });
  await userEvent.click(within(figure()).getByRole('radio', { name: 'c' }));
  expect(within(figure()).queryByRole('checkbox')).toBeNull();
  const [x, y] = place(/^Step 4,/);
  expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(170);
});

it('a closed panel wants nothing', () => {
  const page = openPlace();
  page.unmount();
  expect(page.want).toHaveBeenLastCalledWith('place', null);
});

it('speaks Korean', () => {
  openPlace({}, { language: 'ko' });
  const korean = screen.getByRole('figure', { name: '상태 공간' });
  expect(within(korean).getByText(/^두 ‘l’ 사이의 거리: \d\.\d\d\.$/)).toBeVisible();
});

it.each([1, 2, 3, 9])('has no accessibility violations with %i units', async (hiddenSize) => {
  const { container } = openPlace({ hiddenSize });
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
