import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { StepWindow } from '../../layout/reach.ts';
import { useView } from '../context.ts';
import type { RowLayout } from './rowLayout.ts';

export interface RowScroll {
  /** The timesteps in sight. */
  readonly window: StepWindow;
  /** Where there is more than that: makes this the first timestep in sight. */
  readonly scrollTo: (from: number) => void;
  /** For what holds the rows; the wheel is listened to there too. */
  readonly rows: {
    readonly ref: RefObject<HTMLDivElement | null>;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
  };
}

/** CSS pixels of a line, where a wheel counts lines. */
const WHEEL_LINE = 16;

/**
 * What the rows show of a long text: what is around the selected timestep, until a person scrolls, with wheel or
 * finger, too; then that, until a timestep out of sight is selected.
 */
export function useRowScroll(layout: RowLayout, timesteps: number, selected: number): RowScroll {
  const { count, pitch } = layout;
  const selections = useView((view) => view.selections);
  const [scrolled, setScrolled] = useState<{
    readonly from: number;
    readonly selections: number;
    readonly timesteps: number;
  } | null>(null);
  const clamp = (from: number) => Math.max(0, Math.min(timesteps - count, from));
  const wanted = scrolled && clamp(scrolled.from);
  const stays =
    wanted !== null &&
    scrolled?.timesteps === timesteps &&
    (scrolled.selections === selections || (selected >= wanted && selected < wanted + count));
  if (scrolled && !stays) setScrolled(null);
  const from = stays ? wanted : layout.window.from;
  const scrollTo = (to: number) => {
    if (clamp(to) !== from) setScrolled({ from: clamp(to), selections, timesteps });
  };

  const ref = useRef<HTMLDivElement>(null);
  useWheel(ref, (pixels) => {
    const steps = Math.trunc(pixels / pitch);
    if (steps !== 0) scrollTo(from + steps);
    return steps * pitch;
  });
  const touched = useRef({ x: 0, from });
  return {
    window: { from, to: from + count },
    scrollTo,
    rows: {
      ref,
      onPointerDown({ clientX: x }) {
        touched.current = { x, from };
      },
      onPointerMove({ pointerType, target, clientX }) {
        const isTouch = pointerType === 'touch' && target instanceof Element;
        if (!isTouch || target.closest('[data-scrolls]') === null) return;
        scrollTo(touched.current.from + Math.round((touched.current.x - clientX) / pitch));
      },
    },
  };
}

/** Calls with the pixels that a wheel has gone sideways; `onWheel` gives back how many of them it has used. */
function useWheel(ref: RefObject<HTMLElement | null>, onWheel: (pixels: number) => number): void {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let unused = 0;
    const listen = (event: WheelEvent) => {
      const { deltaX, deltaY, shiftKey, ctrlKey, deltaMode } = event;
      const sideways = shiftKey && deltaX === 0 ? deltaY : deltaX;
      if (ctrlKey || Math.abs(sideways) < Math.abs(sideways === deltaX ? deltaY : deltaX)) return;
      // Else a browser may go a page back.
      event.preventDefault();
      unused += sideways * (deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE : 1);
      unused -= latest.current(unused);
    };
    // React listens passively, and then the page cannot be kept where it is.
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, [ref]);
}
