/** A weight that follows the pointer: to the right and up is more. */
import type { PointerEvent as ReactPointerEvent } from 'react';
import { clampWeight, roundWeight } from './weightRange.ts';

/** Per CSS pixel; the finer one with Shift. */
const STEP = 0.01;
const FINE_STEP = 0.001;
/** CSS pixels up to which a press is still a click. */
const SLACK = 4;

export interface WeightDrag {
  /** The value as the pointer is pressed. */
  readonly from: number;
  /** First called once the pointer has left the place of the press. */
  readonly onChange: (value: number) => void;
  readonly onDrop: (value: number) => void;
  /** Escape, or the browser took the pointer away. */
  readonly onCancel: () => void;
}

/** Follows the pointer from its press to its release; the click after a drag is nobody's. */
export function dragWeight(press: ReactPointerEvent<Element>, drag: WeightDrag): void {
  const { pointerId, currentTarget: element } = press;
  const end = new AbortController();
  const { signal } = end;
  let last = { x: press.clientX, y: press.clientY };
  let value = drag.from;
  let phase: 'pressed' | 'dragging' | 'cancelled' = 'pressed';

  const cancel = () => {
    if (phase === 'dragging') drag.onCancel();
    phase = 'cancelled';
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId || phase === 'cancelled') return;
    const { clientX: x, clientY: y } = event;
    if (phase === 'pressed') {
      if (Math.hypot(x - last.x, y - last.y) <= SLACK) return;
      phase = 'dragging';
      element.setPointerCapture(pointerId);
    }
    value = clampWeight(value + (x - last.x - (y - last.y)) * (event.shiftKey ? FINE_STEP : STEP));
    last = { x, y };
    drag.onChange(roundWeight(value));
  };
  const release = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    end.abort();
    if (phase !== 'pressed') swallowClick();
    if (phase === 'dragging') drag.onDrop(roundWeight(value));
  };
  const takenAway = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    end.abort();
    cancel();
  };
  const leaveAsItWas = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || phase !== 'dragging') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', takenAway, { signal });
  window.addEventListener('keydown', leaveAsItWas, { signal, capture: true });
}

/** The browser sends the click of a release at once, before any timer. */
function swallowClick(): void {
  const end = new AbortController();
  window.addEventListener('click', (event) => event.stopPropagation(), {
    signal: end.signal,
    capture: true,
    once: true,
  });
  setTimeout(() => end.abort(), 0);
}
