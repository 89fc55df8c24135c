import { type RefObject, useEffect, useRef, useState } from 'react';
import { scrollToColumn } from '../layout/window.ts';

/** Keeps the selected column in sight and tells how far the columns are scrolled. */
export function useColumnScroll(
  columnWidth: number,
  viewWidth: number,
  timestep: number,
  lead: number,
): { scroller: RefObject<HTMLDivElement | null>; scrollLeft: number; onScroll: () => void } {
  const scroller = useRef<HTMLDivElement>(null);
  const [scrollLeft, setScrollLeft] = useState(0);

  useEffect(() => {
    const element = scroller.current;
    if (!element || viewWidth === 0) return;
    element.scrollLeft = scrollToColumn(timestep, element.scrollLeft, viewWidth, columnWidth, lead);
  }, [timestep, columnWidth, viewWidth, lead]);

  return { scroller, scrollLeft, onScroll: () => setScrollLeft(scroller.current?.scrollLeft ?? 0) };
}
