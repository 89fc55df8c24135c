import { useRef } from 'react';

type DragWeight = typeof import('./dragWeight.ts').dragWeight;

/** `dragWeight`, loaded when a pointer comes near: until it is there, a press is no more than a click. */
export function useDragWeight() {
  const loaded = useRef<DragWeight>(null);
  const prepare = () => {
    import('./dragWeight.ts').then(
      ({ dragWeight }) => {
        loaded.current = dragWeight;
      },
      // A weight can be set in its editor as well.
      () => undefined,
    );
  };
  const dragWeight: DragWeight = (press, drag) => loaded.current?.(press, drag);
  return { prepare, dragWeight };
}
