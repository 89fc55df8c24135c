import { type PointerEvent, useRef } from 'react';
import { useApp } from '../context.ts';
import { sendPlayhead } from './playhead.ts';

/** CSS pixels that a finger has to go sideways before it drags and does not scroll or tap. */
const FINGER_SLACK = 4;

interface Held {
  readonly pointerId: number;
  readonly x: number;
  /** Whether it moves the playhead already. */
  readonly drags: boolean;
}

/**
 * Pressing anywhere brings the playhead there, and it follows until the pointer is let go: at once on the screen,
 * once a frame to the run. A finger drags sideways; up and down it scrolls the page.
 */
export function usePlayheadDrag(updateAt: (event: PointerEvent<HTMLElement>) => number) {
  const app = useApp();
  const held = useRef<Held | null>(null);
  const frame = useRef<number | null>(null);
  const latest = useRef(0);

  const go = (event: PointerEvent<HTMLElement>) => {
    latest.current = updateAt(event);
    app.view.setState({ playhead: latest.current });
    frame.current ??= requestAnimationFrame(() => {
      frame.current = null;
      sendPlayhead(app, latest.current);
    });
  };
  return {
    isHeld: () => held.current !== null,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || held.current) return;
        const { pointerId, clientX: x } = event;
        const drags = event.pointerType !== 'touch';
        held.current = { pointerId, x, drags };
        if (!drags) return;
        event.currentTarget.setPointerCapture(pointerId);
        go(event);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const from = held.current;
        if (from?.pointerId !== event.pointerId) return;
        if (!from.drags && Math.abs(event.clientX - from.x) < FINGER_SLACK) return;
        held.current = { ...from, drags: true };
        go(event);
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const from = held.current;
        if (from?.pointerId !== event.pointerId) return;
        held.current = null;
        if (!from.drags) go(event);
      },
      onPointerCancel: () => {
        held.current = null;
      },
    },
  };
}
