import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatFixed } from '../../src/layout/format.ts';
import { makeRun, renderHeatmaps } from './heatmapFixture.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const figure = () => screen.getByRole('figure', { name: 'Hidden state' });
const maps = () => within(figure()).getAllByRole('application');

/** The state of a unit after a timestep, both from 1, in the fixture. */
function state(unit: number, step: number, options = {}, layer = 0): string {
  const run = makeRun(options);
  return formatFixed(run.snapshot.trace.layers[layer].hidden[step * run.model.hiddenSize + unit - 1], 2);
}

describe('the hidden state figure', () => {
  it('is read cell by cell with the arrow keys, visibly and politely', async () => {
    renderHeatmaps({ view: { timestep: 1 } });
    const user = userEvent.setup();
    act(() => maps()[0].focus());
    const start = `unit 1, step 2 (letter e): h = ${state(1, 2)}`;
    expect(within(figure()).getAllByText(start)).toHaveLength(2);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    const moved = `unit 2, step 3 (letter l): h = ${state(2, 3)}`;
    const places = within(figure()).getAllByText(moved);
    expect(places.map((place) => place.getAttribute('aria-live'))).toContain('polite');
    await user.keyboard('{ArrowDown}{ArrowDown}{End}');
    expect(within(figure()).getAllByText(`unit 3, step 4 (letter l): h = ${state(3, 4)}`)).toHaveLength(2);
    await user.keyboard('{Home}{ArrowLeft}');
    expect(within(figure()).getAllByText(`unit 3, step 1 (letter h): h = ${state(3, 1)}`)).toHaveLength(2);
  });

  it.each([0, 999, 1_998])('of 2,000 letters frames step %i (from 0) inside of the picture', (timestep) => {
    renderHeatmaps({ text: 'abcdefgh'.repeat(250), view: { timestep } });
    const [map] = maps();
    const frame = map.querySelector<HTMLElement>('[class*="selected"]')?.style;
    const [left, width] = [frame?.left, frame?.width].map((length) => Number.parseFloat(length ?? ''));
    expect(left).toBeGreaterThanOrEqual(2);
    expect(width).toBeGreaterThanOrEqual(3);
    expect(left + width).toBeLessThanOrEqual(Number.parseFloat(map.style.width) - 2);
  });

  it('keeps its arrow keys from the page, and only those it uses', async () => {
    renderHeatmaps();
    const heard = vi.fn();
    const listen = (event: KeyboardEvent) => heard(event.key);
    addEventListener('keydown', listen);
    act(() => maps()[0].focus());
    await userEvent.keyboard('{ArrowRight}x');
    removeEventListener('keydown', listen);
    expect(heard.mock.calls).toEqual([['x']]);
  });

  it('says why its colours are pale where all values of the step are small', () => {
    const { run } = renderHeatmaps();
    expect(within(figure()).queryByText(/colours are pale/)).toBeNull();
    act(() => {
      const { snapshot } = run.getState();
      const layers = snapshot.trace.layers.map((layer) => ({
        ...layer,
        hidden: layer.hidden.map((value) => value / 100),
      }));
      run.setState({ snapshot: { ...snapshot, trace: { ...snapshot.trace, layers } } });
    });
    expect(within(figure()).getByText(/every value of this step is smaller than 0\.05/)).toBeVisible();
  });

  it('selects the timestep of a clicked column, and with Enter', async () => {
    const { selectTimestep } = renderHeatmaps();
    const map = maps()[0];
    fireEvent.pointerMove(map, { clientX: 829 * 0.6, clientY: 5 });
    fireEvent.click(map);
    expect(selectTimestep).toHaveBeenLastCalledWith(2);
    act(() => map.focus());
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(selectTimestep).toHaveBeenLastCalledWith(3);
  });

  it('reads the value under the pointer until it leaves, without announcing it', () => {
    renderHeatmaps();
    const map = maps()[0];
    fireEvent.pointerMove(map, { clientX: 2, clientY: 30 });
    const place = within(figure()).getByText(`unit 2, step 1 (letter h): h = ${state(2, 1)}`);
    expect(place.getAttribute('aria-live')).toBeNull();
    fireEvent.pointerLeave(map);
    expect(within(figure()).queryByText(/unit 2, step 1/)).toBeNull();
  });

  it('keeps the read-out current while training without announcing every update', async () => {
    const { run } = renderHeatmaps();
    act(() => maps()[0].focus());
    const before = `unit 1, step 1 (letter h): h = ${state(1, 1)}`;
    const next = makeRun({}, 20);
    const after = `unit 1, step 1 (letter h): h = ${formatFixed(next.snapshot.trace.layers[0].hidden[3], 2)}`;
    act(() => run.setState(next));
    expect(within(figure()).getAllByText(after)).toHaveLength(1);
    expect(within(figure()).getByText(before).getAttribute('aria-live')).toBe('polite');
  });

  it('summarises the selected timestep and follows the selection', () => {
    const { view } = renderHeatmaps();
    act(() => view.setState({ timestep: 2 }));
    const values = [1, 2, 3].map((unit) => state(unit, 3)).join(', ');
    expect(figure()).toHaveAccessibleDescription(
      `3 units over 4 timesteps; at step 3, letter l, the state is ${values}.`,
    );
  });

  it('stacks the layers, the highest on top, with the cell state of the LSTM below each', () => {
    renderHeatmaps({ cell: 'lstm', layers: 2 });
    expect(maps().map((map) => map.getAttribute('aria-label'))).toEqual([
      'h, layer 2, units by steps, 3 × 4: arrow keys read the values',
      'c, layer 2, units by steps, 3 × 4: arrow keys read the values',
      'h, layer 1, units by steps, 3 × 4: arrow keys read the values',
      'c, layer 1, units by steps, 3 × 4: arrow keys read the values',
    ]);
  });

  it('shows the scale of every quantity', () => {
    renderHeatmaps({ cell: 'lstm' });
    const legends = within(figure()).getAllByRole('img', { name: /Colours/ });
    expect(legends.map((legend) => legend.textContent)).toEqual(['−10+1', '≤ −20≥ +2']);
    cleanup();
    renderHeatmaps({ nonlinearity: 'relu' });
    expect(within(figure()).getByRole('img', { name: /Colours/ }).textContent).toBe('≤ −40≥ +4');
  });

  it('gives its numbers as a table, around the selected timestep of a long text', async () => {
    renderHeatmaps({ text: 'hello world '.repeat(20), view: { timestep: 100 } });
    await userEvent.click(within(figure()).getByRole('button', { name: /table/ }));
    const table = await within(figure()).findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getAllByRole('columnheader')[9].textContent).toMatch(/^101 /);
  });

  it('turns its table to earlier and later steps, until another one is selected', async () => {
    const { view } = renderHeatmaps({ text: 'hello world '.repeat(4), view: { timestep: 20 } });
    await userEvent.click(within(figure()).getByRole('button', { name: /table/ }));
    const table = await within(figure()).findByRole('table');
    const shown = () => {
      const [, ...steps] = within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => Number.parseInt(textContent ?? '', 10));
      return [steps[0], steps[steps.length - 1]];
    };
    const page = within(figure());
    const button = (name: string) => page.getByText(name, { selector: 'button' });
    const status = () => page.getByRole('status').textContent;
    expect(shown()).toEqual([13, 28]);
    expect(status()).toBe('');
    await userEvent.click(button('Later steps'));
    expect(shown()).toEqual([29, 44]);
    expect(status()).toBe('Steps 29 to 44 of 47');
    await userEvent.keyboard('{Enter}');
    expect(shown()).toEqual([32, 47]);
    expect(table).toHaveAccessibleName(/steps 32 to 47 of 47/);
    expect(button('Later steps')).toHaveAttribute('aria-disabled', 'true');
    expect(button('Later steps')).toHaveFocus();
    for (const first of [16, 1, 1]) {
      await userEvent.click(button('Earlier steps'));
      expect(shown()).toEqual([first, first + 15]);
    }
    act(() => view.setState({ timestep: 30, language: 'ko' }));
    expect(shown()).toEqual([23, 38]);
    expect(status()).toBe('');
    await userEvent.click(button('앞 시점들'));
    expect(status()).toBe('시점 47개 중 7–22');
  });

  it('survives a smaller network and a selection beyond a shorter text', () => {
    const { run } = renderHeatmaps({ hiddenSize: 8, text: 'hello world', view: { timestep: 9 } });
    fireEvent.pointerMove(maps()[0], { clientX: 800, clientY: 180 });
    act(() => run.setState(makeRun({ hiddenSize: 2, text: 'abc' })));
    expect(figure()).toHaveAccessibleDescription(/^2 units over 2 timesteps; at step 2, letter b/);
    expect(within(figure()).queryByText(/unit 8/)).toBeNull();
  });

  it('draws only when there is something new to draw', () => {
    const { view, run, drawn } = renderHeatmaps();
    const before = drawn.mock.calls.length;
    act(() => view.setState({ timestep: 3 }));
    fireEvent.pointerMove(maps()[0], { clientX: 2, clientY: 30 });
    expect(drawn).toHaveBeenCalledTimes(before);
    act(() => run.setState(makeRun({}, 20)));
    expect(drawn).toHaveBeenCalledTimes(before + 7);
  });

  it.each(['en', 'ko'] as const)('has no axe violations (%s)', async (language) => {
    renderHeatmaps({ cell: 'lstm', view: { language } });
    act(() => screen.getAllByRole('application')[0].focus());
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });
});
