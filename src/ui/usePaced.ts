import { useEffect, useRef, useState } from 'react';

/**
 * A value that is followed at most once in `milliseconds`, for what is dear to compute from it; the last one always
 * comes. With 0 it is not followed at all.
 */
export function usePaced<Value>(value: Value, milliseconds: number): Value {
  const [paced, setPaced] = useState(value);
  const taken = useRef({ value, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (milliseconds === 0 || value === taken.current.value) return;
    const take = () => {
      taken.current = { value, at: performance.now() };
      setPaced(value);
    };
    const wait = taken.current.at + milliseconds - performance.now();
    if (wait <= 0) {
      take();
      return;
    }
    const timer = setTimeout(take, wait);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return paced;
}
