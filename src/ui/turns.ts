/** Spreads a picture over consecutive frames where drawing all of it at once would make frames late. */
import { createRunStore, type Run, type RunStore } from '../state/run.ts';
import { createBreather } from '../worker/breather.ts';
import { isMoving } from './phase.ts';

/** Milliseconds of drawing in a frame, except for a single part that takes longer; the browser then takes twice as long again. */
const BUDGET = 3;
/** The same for a picture that two such frames finish: what the browser does for each frame is then done less often. */
const GENEROUS_BUDGET = 8;
/** Frames this short need less rest than whole pictures. */
const REST = 1;
/** What a canvas costs, in times of painting it: the browser copies it as part of the frame. */
const PAINTED = 4;

/**
 * The parts of the page take the run in turn, each through a store of its own that follows the page's. A picture is
 * finished before the next one begins, and whatever is no mere progress of the same run, rest above all, reaches all
 * parts at once: then everything on the page belongs to one update.
 */
export interface Turns {
  /** A store for one more part. */
  createPart(): RunStore;
  /** From now on the part follows, until it is let go. */
  follow(part: RunStore): () => void;
  /** Paints a canvas in a turn of its own, before the picture is finished; at once while nothing moves. */
  paint(canvas: HTMLCanvasElement, take: () => void): void;
}

/** Something that is drawn in one go. */
interface Turn {
  readonly of: RunStore | HTMLCanvasElement;
  readonly take: () => void;
}

export interface TurnsOptions {
  /** As requestAnimationFrame: the callback gets the time in ms. */
  readonly requestFrame: (callback: (time: number) => void) => void;
  readonly now: () => number;
  /** Makes a change and draws at once what it changes. */
  readonly draw: (change: () => void) => void;
}

export function createTurns(run: RunStore, { requestFrame, now, draw }: TurnsOptions): Turns {
  const parts = new Set<RunStore>();
  const breather = createBreather(1000 / 60, REST);
  /** What the parts show, and what is still to be drawn of it. */
  let picture: Run;
  let waiting: Turn[] = [];
  let budget = BUDGET;
  /** Milliseconds that each part or canvas took when it was last drawn. */
  const costs = new WeakMap<Turn['of'], number>();
  let hasFrame = false;

  const costOf = ({ of }: Turn) => costs.get(of) ?? 0;

  function take(next: Run): void {
    picture = next;
    run.isBehind = false;
  }

  function begin(next: Run): void {
    take(next);
    waiting = [...parts].map((part) => ({
      of: part,
      take: () => parts.has(part) && draw(() => part.setState(picture, true)),
    }));
    const expected = waiting.reduce((sum, turn) => sum + costOf(turn), 0);
    budget = expected > 2 * GENEROUS_BUDGET ? BUDGET : GENEROUS_BUDGET;
  }

  function drawSome(): void {
    const start = now();
    for (let time = start; waiting.length > 0; ) {
      const [turn] = waiting;
      if (time > start && time - start + costOf(turn) > budget) return;
      waiting.shift();
      turn.take();
      const before = time;
      time = now();
      costs.set(turn.of, (time - before) * (isCanvas(turn) ? PAINTED : 1));
    }
  }

  function goOn(): void {
    if (hasFrame) return;
    if (waiting.length === 0 && picture === run.getState()) {
      breather.stop();
      return;
    }
    hasFrame = true;
    requestFrame(onFrame);
  }

  function onFrame(time: number): void {
    hasFrame = false;
    if (breather.frame(time)) {
      if (waiting.length === 0) begin(run.getState());
      drawSome();
    }
    goOn();
  }

  take(run.getState());
  run.subscribe((next) => {
    if (!isProgress(picture, next)) {
      take(next);
      const left = waiting;
      waiting = [];
      for (const part of parts) part.setState(next, true);
      for (const turn of left) if (isCanvas(turn)) turn.take();
    } else if (!hasFrame) {
      // Not at once: reading the message was work enough for one task.
      begin(next);
      goOn();
    } else {
      run.isBehind = true;
    }
  });

  return {
    createPart: () => createRunStore(picture),
    follow(part) {
      parts.add(part);
      if (part.getState() !== picture) part.setState(picture, true);
      return () => parts.delete(part);
    },
    paint(canvas, take) {
      waiting = waiting.filter(({ of }) => of !== canvas);
      if (!isMoving(picture.phase)) {
        take();
        return;
      }
      waiting.push({ of: canvas, take });
      goOn();
    },
  };
}

function isCanvas({ of }: Turn): boolean {
  return of instanceof HTMLCanvasElement;
}

/**
 * Whether nothing happened but that a run goes on, or begins to. Who has ordered a pause wants to see one update, not
 * the parts of two.
 */
function isProgress(before: Run, next: Run): boolean {
  return (
    isMoving(next.phase) &&
    next.ordered !== 'pause' &&
    before.snapshot.runId === next.snapshot.runId &&
    before.preparing === next.preparing &&
    before.task === next.task
  );
}
