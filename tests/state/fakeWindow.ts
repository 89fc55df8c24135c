import type { AddressWindow } from '../../src/state/address.ts';

export interface FakeWindow extends AddressWindow {
  /** The hashes of the history's entries, oldest first. */
  readonly entries: readonly string[];
  /** Moments of all calls that write the history. */
  readonly writes: readonly number[];
  /** What writing the history throws from now on. */
  failure: Error | null;
  dispatch(type: string): void;
  go(steps: number): void;
  /** A hash typed or pasted into the address bar. */
  enter(hash: string): void;
  /** Lets time pass and runs the timers that are due, in order. */
  pass(milliseconds: number): void;
}

/** A browser's window with a history and a clock that stands still until it is told. */
export function createFakeWindow(hash = ''): FakeWindow {
  const entries = [hash];
  /** Of each entry. */
  const states: (string | null)[] = [null];
  const writes: number[] = [];
  const listeners = new Map<string, Set<() => void>>();
  const kept = new Map<string, string>();
  const timers = new Map<number, { time: number; callback: () => void }>();
  let present = 0;
  let now = 0;
  let lastTimer = 0;

  const listenersOf = (type: string) => {
    const known = listeners.get(type) ?? new Set();
    listeners.set(type, known);
    return known;
  };
  const noteWrite = () => {
    writes.push(now);
    if (fake.failure) throw fake.failure;
  };
  const moveTo = (entry: number) => {
    const before = entries[present];
    present = entry;
    fake.dispatch('popstate');
    if (entries[present] !== before) fake.dispatch('hashchange');
  };

  const fake: FakeWindow = {
    entries,
    writes,
    failure: null,
    location: {
      get hash() {
        return entries[present];
      },
    },
    history: {
      get state() {
        return states[present];
      },
      pushState(data, _unused, url) {
        noteWrite();
        entries.splice(present + 1, Number.POSITIVE_INFINITY, url);
        states.splice(present + 1, Number.POSITIVE_INFINITY, data);
        present += 1;
      },
      replaceState(data, _unused, url) {
        noteWrite();
        entries[present] = url;
        states[present] = data;
      },
    },
    performance: { now: () => now },
    sessionStorage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
    },
    addEventListener: (type, listener) => listenersOf(type).add(listener),
    removeEventListener: (type, listener) => listenersOf(type).delete(listener),
    setTimeout(callback, milliseconds) {
      lastTimer += 1;
      timers.set(lastTimer, { time: now + milliseconds, callback });
      return lastTimer;
    },
    clearTimeout: (timer) => timers.delete(timer),
    dispatch: (type) => {
      for (const listener of listenersOf(type)) listener();
    },
    go: (steps) => moveTo(present + steps),
    enter(typed) {
      entries.splice(present + 1, Number.POSITIVE_INFINITY, typed);
      states.splice(present + 1, Number.POSITIVE_INFINITY, null);
      moveTo(present + 1);
    },
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const due = [...timers].filter(([, { time }]) => time <= end).sort((a, b) => a[1].time - b[1].time);
        if (due.length === 0) break;
        const [id, { time, callback }] = due[0];
        timers.delete(id);
        now = Math.max(now, time);
        callback();
      }
      now = end;
    },
  };
  return fake;
}
