import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CurveFigure } from '../../src/ui/CurveFigure.tsx';
import { AppContext } from '../../src/ui/context.ts';
import { learningRun } from './learningRun.ts';
import { stubSize } from './stubSize.ts';

const frames: FrameRequestCallback[] = [];

beforeEach(() => {
  stubSize(270, 148);
  frames.length = 0;
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  Object.assign(HTMLElement.prototype, { setPointerCapture: () => {} });
});

afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'setPointerCapture');
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function show(...run: Parameters<typeof learningRun>) {
  const app = learningRun(...run);
  render(
    <AppContext value={app}>
      <CurveFigure />
    </AppContext>,
  );
  return app;
}

type App = ReturnType<typeof show>;

const slider = () => screen.getByRole('slider', { name: 'Training update' });
const button = (name: string) => screen.getByRole('button', { name });
const nextFrame = () => act(() => frames.splice(0).forEach((frame) => void frame(0)));
const sought = (app: App) => app.actions.seek.mock.calls.map(([update]) => update);
const arrive = (app: App, update: number) =>
  act(() => app.run.setState(({ snapshot }) => ({ snapshot: { ...snapshot, update } })));

/** The horizontal position of an update, as the pointer would find it. */
function positionOf(update: number): number {
  const tick = (label: string) => {
    const text = [...slider().querySelectorAll('text')].find(({ textContent }) => textContent === label);
    return Number(text?.getAttribute('x'));
  };
  return tick('20') + ((tick('40') - tick('20')) * (update - 20)) / 20;
}

describe('the playhead', () => {
  test('says where it is, what is right there, and how far one can go', () => {
    show();
    expect(slider()).toHaveAttribute('aria-valuenow', '57');
    expect(slider()).toHaveAttribute('aria-valuemax', '57');
    expect(slider()).toHaveAttribute('aria-valuetext', 'update 57: loss 0.591, 75% right, furthest 57');
  });

  test('on the way to where the run never was is on the axis, with nothing said about its loss', () => {
    const app = show();
    const dots = () => slider().querySelectorAll('circle').length;
    expect(dots()).toBe(2);
    act(() => app.run.setState({ phase: { kind: 'seeking', target: 900, from: 57 } }));
    expect(slider()).toHaveAttribute('aria-valuenow', '900');
    expect(slider()).toHaveAttribute('aria-valuetext', 'Update 57, on its way to 900…');
    expect(slider().textContent).toMatch(/800$/);
    expect(dots()).toBe(0);
  });

  test('is not said to be where it was sent before the picture is', () => {
    const app = show();
    const onItsWay = 'Update 57, on its way to 20…';
    fireEvent.pointerDown(slider(), { clientX: positionOf(20), button: 0, pointerType: 'mouse' });
    fireEvent.pointerUp(slider(), { clientX: positionOf(20) });
    fireEvent.pointerMove(slider(), { clientX: positionOf(20), pointerType: 'mouse' });
    nextFrame();
    expect(screen.getByText(onItsWay)).toBeVisible();
    expect(slider()).toHaveAttribute('aria-valuetext', onItsWay);
    arrive(app, 20);
    expect(screen.queryByText(onItsWay)).toBeNull();
    expect(slider()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^update 20: /));
  });

  test('pressing the plot brings it there at once and the run with the next frame', () => {
    const app = show();
    fireEvent.pointerDown(slider(), { clientX: positionOf(20), button: 0, pointerType: 'mouse' });
    expect(slider()).toHaveAttribute('aria-valuenow', '20');
    expect(sought(app)).toEqual([]);
    nextFrame();
    expect(sought(app)).toEqual([20]);
  });

  test('dragging asks the run once a frame for the newest place, and never beyond the ends', () => {
    const app = show();
    fireEvent.pointerDown(slider(), { clientX: positionOf(40), button: 0, pointerType: 'mouse' });
    for (const update of [38, 30, 21]) fireEvent.pointerMove(slider(), { clientX: positionOf(update) });
    nextFrame();
    expect(sought(app)).toEqual([21]);
    fireEvent.pointerMove(slider(), { clientX: -500 });
    nextFrame();
    fireEvent.pointerMove(slider(), { clientX: 5000 });
    nextFrame();
    fireEvent.pointerUp(slider(), { clientX: 5000 });
    expect(sought(app)).toEqual([21, 0, 57]);
    fireEvent.pointerMove(slider(), { clientX: positionOf(10) });
    nextFrame();
    expect(sought(app)).toHaveLength(3);
  });

  test('stays where it was sent until the run is there, whatever was still on its way', () => {
    const app = show();
    fireEvent.pointerDown(slider(), { clientX: positionOf(20), button: 0, pointerType: 'mouse' });
    nextFrame();
    fireEvent.pointerUp(slider(), { clientX: positionOf(20) });
    arrive(app, 58);
    expect(slider()).toHaveAttribute('aria-valuenow', '20');
    arrive(app, 20);
    expect(app.view.getState().playhead).toBeNull();
    arrive(app, 21);
    expect(slider()).toHaveAttribute('aria-valuenow', '21');
  });

  test('a finger scrolls the page up and down, and moves the playhead sideways or by a tap', () => {
    const app = show();
    const touch = { button: 0, pointerType: 'touch', pointerId: 5 };
    fireEvent.pointerDown(slider(), { ...touch, clientX: positionOf(20) });
    fireEvent.pointerCancel(slider(), touch);
    nextFrame();
    expect(sought(app)).toEqual([]);
    fireEvent.pointerDown(slider(), { ...touch, clientX: positionOf(20) });
    fireEvent.pointerUp(slider(), { ...touch, clientX: positionOf(20) });
    nextFrame();
    fireEvent.pointerDown(slider(), { ...touch, clientX: positionOf(20) });
    fireEvent.pointerMove(slider(), { ...touch, clientX: positionOf(30) });
    nextFrame();
    expect(sought(app)).toEqual([20, 30]);
  });

  test('its keys go update by update, by a tenth, and to both ends', async () => {
    const app = show();
    await userEvent.tab();
    await userEvent.tab();
    expect(slider()).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{PageDown}{ArrowRight}{Home}{End}');
    expect(sought(app)).toEqual([56, 55, 49, 50, 0, 57]);
  });

  test('the pointer reads the nearest recorded point without moving anything', () => {
    const app = show();
    fireEvent.pointerMove(slider(), { clientX: 30, pointerType: 'mouse' });
    expect(screen.getByText('update 0: loss 1.432, 25%')).toBeVisible();
    fireEvent.pointerLeave(slider());
    expect(screen.queryByText(/^update 0/)).toBeNull();
    nextFrame();
    expect(sought(app)).toEqual([]);
  });
});

describe('jumps', () => {
  test('go to the start, the first successes and the furthest update', async () => {
    const app = show({ update: 30 });
    await userEvent.click(button('First 75%'));
    await userEvent.click(button('Start'));
    await userEvent.click(button('Furthest update'));
    await userEvent.click(button('One update back'));
    expect(sought(app)).toEqual([52, 0, 57, 56]);
    expect(button('First 75%')).toHaveAccessibleDescription('First 75%: update 52');
  });

  test('what was not reached yet says so and goes nowhere', async () => {
    const app = show();
    expect(button('First 100%')).toHaveAttribute('aria-disabled', 'true');
    expect(button('First 100%')).toHaveAccessibleDescription('100% of the letters have not been right yet');
    await userEvent.click(button('First 100%'));
    await userEvent.click(button('Furthest update'));
    expect(sought(app)).toEqual([]);
  });
});

describe('a replay', () => {
  const seek = (app: App, update: number, target: number) =>
    act(() =>
      app.run.setState(({ snapshot }) => ({
        snapshot: { ...snapshot, update },
        phase: { kind: 'seeking', target, from: 1024 },
      })),
    );

  test('that takes longer shows the update on the screen and its progress, until the exact one is there', () => {
    vi.useFakeTimers();
    const app = show({ update: 57 }, { curve: longCurve() });
    seek(app, 1024, 1074);
    act(() => vi.advanceTimersByTime(400));
    seek(app, 1049, 1074);
    const progress = screen.getByRole('progressbar', { name: 'Update 1,049, on its way to 1,074…' });
    expect(progress).toHaveAttribute('value', '25');
    expect(progress).toHaveAttribute('max', '50');
    act(() =>
      app.run.setState(({ snapshot }) => ({
        snapshot: { ...snapshot, update: 1074 },
        phase: { kind: 'paused' },
      })),
    );
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  test('that is there at once is not mentioned', () => {
    vi.useFakeTimers();
    const app = show({}, { curve: longCurve() });
    seek(app, 1024, 1037);
    act(() => vi.advanceTimersByTime(100));
    act(() => app.run.setState({ phase: { kind: 'paused' } }));
    act(() => vi.advanceTimersByTime(500));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  function longCurve() {
    const updates = Float64Array.of(0, 1024, 2000);
    return { updates, losses: updates.map(() => 1), accuracies: updates.map(() => 0.5) };
  }
});

test('what lies beyond the playhead is drawn apart from what led to it', () => {
  const app = show();
  const lines = () => within(screen.getByRole('figure')).getByRole('slider').querySelectorAll('clipPath');
  expect(lines()).toHaveLength(0);
  arrive(app, 20);
  expect(lines()).toHaveLength(1);
});
