import { describe, expect, it, vi } from 'vitest';
import { createRunStore, type Run, type RunStore } from '../../src/state/run.ts';
import { createTurns } from '../../src/ui/turns.ts';
import { makeRun } from './heatmapFixture.tsx';

const { task } = makeRun({}, 0);

const training = (update: number, runId = 1): Run => {
  const run = makeRun({}, update);
  return { ...run, task, phase: { kind: 'training' }, snapshot: { ...run.snapshot, runId } };
};

/** A page of `count` parts that take `cost` ms each; its clock goes on with drawing and from frame to frame. */
function page(count: number, cost: number) {
  const run = createRunStore(training(0));
  let time = 0;
  let frames: ((time: number) => void)[] = [];
  const turns = createTurns(run, {
    requestFrame: (callback) => void frames.push(callback),
    now: () => time,
    draw: (change) => {
      change();
      time += cost;
    },
  });
  const parts: { readonly store: RunStore; readonly leave: () => void }[] = [];
  const add = () => {
    const store = turns.createPart();
    parts.push({ store, leave: turns.follow(store) });
  };
  for (let index = 0; index < count; index++) add();
  return {
    run,
    parts,
    add,
    /** Asks for a canvas to be painted, which takes `cost`. */
    paint(canvas: HTMLCanvasElement, painted: () => void) {
      turns.paint(canvas, () => {
        painted();
        time += cost;
      });
    },
    /** The update that each part shows. */
    shown: () => parts.map(({ store }) => store.getState().snapshot.update),
    isWaiting: () => frames.length > 0,
    /** The next frame; how many ms of drawing it held. */
    frame() {
      time = 16 * (Math.floor(time / 16) + 1);
      const start = time;
      const due = frames;
      frames = [];
      for (const callback of due) callback(start);
      return time - start;
    },
  };
}

describe('parts that are cheap to draw', () => {
  it('all take each picture in the next frame', () => {
    const { run, shown, frame, isWaiting } = page(5, 0.5);
    run.setState(training(1), true);
    expect(shown()).toEqual([0, 0, 0, 0, 0]);
    frame();
    expect(shown()).toEqual([1, 1, 1, 1, 1]);
    expect(isWaiting()).toBe(false);
  });
});

describe('parts that are dear to draw', () => {
  it('are spread over frames, none of which holds more than one of them', () => {
    const { run, shown, frame, isWaiting } = page(4, 20);
    run.setState(training(1), true);
    const work: number[] = [];
    while (isWaiting()) work.push(frame());
    expect(Math.max(...work)).toBe(20);
    expect(shown()).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['as far as they fit', 6, 7.5],
    ['less where there are many of them', 12, 3],
  ])('share a frame, once it is known what they take, %s', (_, count, most) => {
    const { run, frame, isWaiting } = page(count, 1.5);
    run.setState(training(1), true);
    while (isWaiting()) frame();
    run.setState(training(2), true);
    const work: number[] = [];
    while (isWaiting()) work.push(frame());
    expect(Math.max(...work)).toBe(most);
  });

  it('finish a picture before the next, which is the newest there is', () => {
    const { run, shown, frame, isWaiting } = page(3, 12);
    const seen = new Set<number>();
    for (let update = 1; update <= 20; update++) {
      run.setState(training(update), true);
      frame();
      expect(new Set(shown()).size).toBeLessThanOrEqual(2);
      if (new Set(shown()).size === 1) seen.add(shown()[0]);
    }
    expect(seen.size).toBeGreaterThan(3);
    while (isWaiting()) frame();
    expect(shown()).toEqual([20, 20, 20]);
  });

  it('are behind while a newer picture waits for the one that is being drawn', () => {
    const { run, frame, isWaiting } = page(3, 20);
    run.setState(training(1), true);
    expect(run.isBehind).toBe(false);
    frame();
    expect(run.isBehind).toBe(false);
    run.setState(training(2), true);
    expect(run.isBehind).toBe(true);
    frame();
    frame();
    expect(run.isBehind).toBe(true);
    while (isWaiting()) frame();
    expect(run.isBehind).toBe(false);
  });

  it('are not behind any more when all is drawn at once', () => {
    const { run, frame } = page(3, 20);
    run.setState(training(1), true);
    frame();
    run.setState(training(2), true);
    run.setState({ ordered: 'pause' });
    expect(run.isBehind).toBe(false);
  });

  it('show one update at once as soon as a pause is ordered, and with what is still on its way', () => {
    const { run, shown, frame } = page(4, 20);
    run.setState(training(1), true);
    frame();
    run.setState(training(2), true);
    run.setState({ ordered: 'pause' });
    expect(shown()).toEqual([2, 2, 2, 2]);
    run.setState({ ...training(3), ordered: 'pause' }, true);
    expect(shown()).toEqual([3, 3, 3, 3]);
  });

  it('are spread over frames from the first picture of a run that begins to move', () => {
    const { run, shown, frame, isWaiting } = page(4, 20);
    run.setState({ ...training(0), phase: { kind: 'paused' } }, true);
    run.setState(training(1), true);
    expect(shown()).toEqual([0, 0, 0, 0]);
    frame();
    expect(shown()).toEqual([1, 0, 0, 0]);
    while (isWaiting()) frame();
    expect(shown()).toEqual([1, 1, 1, 1]);
  });

  it('leave frames free when frames come late', () => {
    const { run, frame } = page(3, 30);
    const work = Array.from({ length: 60 }, (_, update) => {
      run.setState(training(update + 1), true);
      return frame();
    });
    expect(work.filter((time) => time === 0).length).toBeGreaterThanOrEqual(20);
  });
});

describe('all parts show one update', () => {
  it.each<[string, (run: Run) => Run]>([
    ['when the run comes to rest', (run) => ({ ...run, phase: { kind: 'paused' } })],
    ['when another run takes its place', () => training(7, 2)],
    ['when another run is prepared', (run) => ({ ...run, preparing: true })],
  ])('%s in the middle of a picture', (_, change) => {
    const { run, shown, frame, isWaiting } = page(4, 20);
    run.setState(training(1), true);
    frame();
    run.setState(change(training(7)), true);
    expect(shown()).toEqual([7, 7, 7, 7]);
    while (isWaiting()) frame();
    expect(shown()).toEqual([7, 7, 7, 7]);
  });
});

describe('parts come and go', () => {
  it('all get another task at once: it may have fewer timesteps than some of them draw', () => {
    const { run, shown, frame } = page(4, 20);
    run.setState(training(1), true);
    frame();
    run.setState({ ...training(2), task: { ...task } }, true);
    expect(shown()).toEqual([2, 2, 2, 2]);
  });

  it('a new one begins with the picture that is being shown', () => {
    const { run, add, shown, frame, isWaiting } = page(3, 12);
    run.setState(training(1), true);
    run.setState(training(2), true);
    add();
    expect(shown().at(-1)).toBe(1);
    while (isWaiting()) frame();
    expect(shown()).toEqual([2, 2, 2, 2]);
  });

  it('one that left is drawn no more', () => {
    const { run, parts, shown, frame, isWaiting } = page(3, 12);
    run.setState(training(1), true);
    parts[2].leave();
    while (isWaiting()) frame();
    expect(shown()).toEqual([1, 1, 0]);
  });
});

describe('a canvas', () => {
  const canvases = (count: number) => Array.from({ length: count }, () => document.createElement('canvas'));

  it('is painted at once while nothing moves', () => {
    const { run, paint, isWaiting } = page(1, 1);
    run.setState({ ...training(1), phase: { kind: 'paused' } }, true);
    const painted = vi.fn();
    paint(canvases(1)[0], painted);
    expect(painted).toHaveBeenCalledOnce();
    expect(isWaiting()).toBe(false);
  });

  it('waits for a turn while the run moves, with what it was last asked to show', () => {
    const { paint, frame, isWaiting } = page(1, 1);
    const painted: string[] = [];
    const [canvas] = canvases(1);
    paint(canvas, () => painted.push('older'));
    paint(canvas, () => painted.push('newer'));
    expect(painted).toEqual([]);
    while (isWaiting()) frame();
    expect(painted).toEqual(['newer']);
  });

  it('counts for more than the painting: the browser copies it within the same frame', () => {
    const { paint, frame, isWaiting } = page(0, 1.5);
    const all = canvases(6);
    const paintAll = () => {
      for (const canvas of all) paint(canvas, () => {});
    };
    paintAll();
    while (isWaiting()) frame();
    paintAll();
    const work: number[] = [];
    while (isWaiting()) work.push(frame());
    expect(work.filter((time) => time > 0)).toEqual([1.5, 1.5, 1.5, 1.5, 1.5, 1.5]);
  });

  it('belongs to the picture: the next one begins when it is painted', () => {
    const { run, shown, paint, frame } = page(1, 20);
    run.setState(training(1), true);
    frame();
    const painted: number[] = [];
    for (const canvas of canvases(3)) paint(canvas, () => painted.push(shown()[0]));
    run.setState(training(2), true);
    for (let count = 0; count < 20; count++) frame();
    expect(painted).toEqual([1, 1, 1]);
    expect(shown()).toEqual([2]);
  });

  it('is not forgotten when the run comes to rest', () => {
    const { run, paint } = page(1, 1);
    const painted = vi.fn();
    paint(canvases(1)[0], painted);
    run.setState({ ...training(1), phase: { kind: 'paused' } }, true);
    expect(painted).toHaveBeenCalledOnce();
  });
});
