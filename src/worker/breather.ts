/** Keeps the page's frame rate up where drawing is slow: after a late frame, some time without a new picture. */

/** No display is faster than this (ms): two frames at once are a hiccup. */
const LEAST_REFRESH = 1000 / 240;
/** A frame is late when it comes after more than this many refresh intervals. */
const LATE = 1.5;
/** A late frame earns this many times its length in rest. */
const REST = 1.25;
/** Longer gaps (ms) are pauses of the page, not slow drawing. */
const PAUSE = 400;
/** The known refresh interval grows by this factor a frame, so that a slower display is learnt. */
const FORGET = 1.005;

export interface Breather {
  /** To be called in every frame (time in ms): whether a new picture may be asked for. */
  frame(time: number): boolean;
  /** No more frames for now: the time until the next one says nothing. */
  stop(): void;
}

/** `interval` (ms) is taken for that between frames until it shows another. */
export function createBreather(interval = 1000 / 60, rest = REST): Breather {
  let last = Number.NEGATIVE_INFINITY;
  let refresh = interval;
  let restUntil = Number.NEGATIVE_INFINITY;
  /** Only what comes after a picture can be late because of it; a rest never makes a rest longer. */
  let isResting = false;
  return {
    frame(time) {
      const gap = time - last;
      last = time;
      if (gap > 0 && gap < PAUSE) {
        refresh = Math.max(LEAST_REFRESH, Math.min(refresh * FORGET, gap));
        if (!isResting && gap > LATE * refresh) restUntil = time + rest * gap;
      }
      isResting = time < restUntil;
      return !isResting;
    },
    stop() {
      last = Number.NEGATIVE_INFINITY;
      restUntil = Number.NEGATIVE_INFINITY;
      isResting = false;
    },
  };
}
