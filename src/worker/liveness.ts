/**
 * Tells a worker that computes from one that is gone. Silence means nothing by itself, because a pull may wait
 * for news and a step may take half a minute; so a ping is sent, and only an unanswered ping counts, by the
 * time the page itself was awake.
 */
import { parameterLayout } from '../engine/index.ts';
import type { RunConfig } from './protocol.ts';

/** Silence (ms) after which a ping is due. */
const QUIET = 500;
/** Longest time (ms) one frame may add: a page that slept learned nothing about its worker. */
const LONGEST_FRAME = 100;
/** An unanswered ping this old (ms) means a step too long to wait for when there is something new to do. */
const STUCK = 1000;

export interface Liveness {
  /** A message came from the worker. */
  heard(): void;
  /** Another worker takes its place and is sent a ping first of all. */
  restart(): void;
  /** A ping is on its way. */
  readonly isAsking: boolean;
  /** In the midst of a very long step, or gone. */
  readonly isStuck: boolean;
  /** One animation frame at `time` (ms). A worker is gone when it did not answer within `patience` (ms). */
  frame(time: number, patience: () => number): 'fine' | 'ask' | 'gone';
}

export function createLiveness(): Liveness {
  let last: number | null = null;
  let silence = 0;
  let isAsking = false;
  /** Never before it was heard: a slow network may still be fetching its script. */
  let isLoaded = false;

  function heard(): void {
    silence = 0;
    isAsking = false;
    isLoaded = true;
  }

  return {
    heard,
    restart() {
      silence = 0;
      isAsking = true;
      isLoaded = false;
    },
    get isAsking() {
      return isAsking;
    },
    get isStuck() {
      return isLoaded && isAsking && silence >= STUCK;
    },
    frame(time, patience) {
      if (last !== null) silence += Math.min(time - last, LONGEST_FRAME);
      last = time;
      if (isAsking) return silence > patience() + (isLoaded ? 0 : LOADING) ? 'gone' : 'fine';
      if (silence < QUIET) return 'fine';
      isAsking = true;
      silence = 0;
      return 'ask';
    },
  };
}

/** Time (ms) to allow for whatever is not computing: copying, a busy machine. */
const OVERHEAD = 5000;
/** More of it for a worker whose script is still being fetched. */
const LOADING = 30_000;
/** Slower than any machine the page is used on (floating-point operations per ms). */
const SLOWEST = 100_000;

/** How long (ms) a worker with these runs may be silent at most: one step of each on a very slow machine. */
export function longestSilence(configs: readonly RunConfig[]): number {
  return configs.reduce((sum, { model, training, examples }) => {
    const parameters = parameterLayout(model).reduce((size, { rows, columns }) => size + rows * columns, 0);
    const lengths = examples.map(({ inputs }) => inputs.length).toSorted((a, b) => b - a);
    const timesteps = lengths
      .slice(0, training.batchSize ?? lengths.length)
      .reduce((steps, length) => steps + length, 0);
    return sum + (6 * parameters * timesteps) / SLOWEST;
  }, OVERHEAD);
}
