import { useEffect, useRef, useState } from 'react';

/** A value that is followed at most once in `milliseconds`, for what is dear to compute from it; the last one always comes. */
export function usePaced<Value>(value: Value, milliseconds: number): Value {
  const [paced, setPaced] = useState(value);
  const taken = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const take = () => {
      taken.current = performance.now();
      setPaced(value);
    };
    const wait = taken.current + milliseconds - performance.now();
    if (wait <= 0) {
      take();
      return;
    }
    const timer = setTimeout(take, wait);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return paced;
}
