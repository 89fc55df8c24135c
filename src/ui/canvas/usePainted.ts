import { type RefObject, useLayoutEffect, useRef } from 'react';
import { usePaint } from '../InTurn.tsx';

/**
 * A canvas that is painted whenever `draw` is another one: in its turn where nothing but numbers can have changed, at
 * once where `place`, by identity, is new: a canvas of another size is empty.
 */
export function usePainted(
  draw: (context: CanvasRenderingContext2D) => void,
  place: object,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const newest = useRef(draw);
  const painted = useRef<object>(null);
  const paint = usePaint();
  useLayoutEffect(() => {
    newest.current = draw;
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    if (painted.current === place) paint(context.canvas, () => newest.current(context));
    else draw(context);
    painted.current = place;
  }, [draw, place, paint]);
  return canvas;
}
