import { type RefObject, useEffect, useRef, useState } from 'react';
import { scrollToColumn } from '../layout/window.ts';
import { useView } from './context.ts';

/** Keeps the selected column in sight and tells how far the columns are scrolled. */
export function useColumnScroll(
  columnWidth: number,
  viewWidth: number,
  timestep: number,
  lead: number,
): { scroller: RefObject<HTMLDivElement | null>; scrollLeft: number; onScroll: () => void } {
  const scroller = useRef<HTMLDivElement>(null);
  const [scrollLeft, setScrollLeft] = useState(0);
  const selections = useView((view) => view.selections);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a step selected again comes back into sight
  useEffect(() => {
    const element = scroller.current;
    if (!element || viewWidth === 0) return;
    element.scrollLeft = scrollToColumn(timestep, element.scrollLeft, viewWidth, columnWidth, lead);
  }, [timestep, selections, columnWidth, viewWidth, lead]);

  return { scroller, scrollLeft, onScroll: () => setScrollLeft(scroller.current?.scrollLeft ?? 0) };
}
