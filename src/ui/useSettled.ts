import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Milliseconds after which a slider that moved counts as set. */
export const SLIDER_SETTLES_AFTER = 120;

export interface Settled<Value> {
  /** What the control shows. */
  readonly draft: Value;
  /** Shows `next` and hands it on after `delay` ms without another change; null waits for `flush`. */
  change(next: Value, delay: number | null): void;
  /** Hands on at once what waits. */
  flush(): void;
  /** Back to the value in force. */
  restore(): void;
}

/**
 * A value that a person changes in bursts: shown at once, handed on once when it settled. A new `value` from
 * elsewhere is followed, except while a change waits: the newer one wins. `isEcho` tells that `value` is what was
 * made of the draft that was handed on, so the draft stays as it was typed.
 */
export function useSettled<Value>(
  value: Value,
  handOn: (value: Value) => void,
  isEcho: (handedOn: Value, value: Value) => boolean = Object.is,
): Settled<Value> {
  const [draft, setDraft] = useState(value);
  const latest = useRef(value);
  const known = useRef(value);
  const waiting = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = (next: Value) => {
    latest.current = next;
    setDraft(next);
  };
  const stopWaiting = () => {
    clearTimeout(timer.current);
    waiting.current = false;
  };
  const flush = () => {
    if (!waiting.current) return;
    stopWaiting();
    if (Object.is(latest.current, known.current)) return;
    known.current = latest.current;
    handOn(latest.current);
  };
  const newest = useRef({ flush, show, isEcho });
  newest.current = { flush, show, isEcho };

  useLayoutEffect(() => {
    if (newest.current.isEcho(known.current, value)) return;
    known.current = value;
    if (!waiting.current) newest.current.show(value);
  }, [value]);
  useEffect(() => () => newest.current.flush(), []);

  return {
    draft,
    change(next, delay) {
      stopWaiting();
      waiting.current = true;
      show(next);
      if (delay !== null) timer.current = setTimeout(() => newest.current.flush(), delay);
    },
    flush,
    restore() {
      stopWaiting();
      known.current = value;
      show(value);
    },
  };
}
