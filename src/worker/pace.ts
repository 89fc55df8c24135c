/** Counts the updates that a speed makes due, from the clock and without drift. */

/** Time (ms) that may pass unseen and still be caught up: a tab that slept does not jump ahead. */
const LONGEST_GAP = 250;
/** Of an update: keeps rounding from making a due one wait. */
const ROUNDING = 1e-9;

export interface Pace {
  /** Whole updates due at `time` (ms). */
  due(time: number): number;
  /** Notes that `count` of them were done; where the slice ended before all were, the rest is given up. */
  spend(count: number, isCut: boolean): void;
  /** Milliseconds after `time` until the next one is due. */
  wait(time: number): number;
  /** Another speed from `time` on; the part of an update already waited for is kept. */
  change(updatesPerSecond: number, time: number): void;
}

/** @param owed updates due at once, may be a fraction. */
export function createPace(updatesPerSecond: number, time: number, owed: number): Pace {
  let perMillisecond = updatesPerSecond / 1000;
  let seen = time;
  let credit = owed;

  function look(at: number): void {
    const gap = Math.max(LONGEST_GAP, 1 / perMillisecond);
    credit += Math.min(Math.max(at - seen, 0), gap) * perMillisecond;
    seen = at;
  }

  return {
    due(at) {
      look(at);
      return Math.floor(credit + ROUNDING);
    },
    spend(count, isCut) {
      credit -= count;
      if (isCut) credit %= 1;
    },
    wait(at) {
      look(at);
      return credit + ROUNDING >= 1 ? 0 : (1 - credit) / perMillisecond;
    },
    change(next, at) {
      look(at);
      credit %= 1;
      perMillisecond = next / 1000;
    },
  };
}
