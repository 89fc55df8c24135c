/** Which number is looked at, by pointer or focus, and which are kept to compare. */
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import { MOST_PINS } from './insideSettings.ts';
import { isSameSpot, originOf, type Spot } from './spot.ts';
import type { Walk } from './useWalk.ts';

export interface UseSpotsOptions {
  readonly timestep: number;
  readonly walk: Walk;
  readonly pins: readonly Spot[];
  readonly onPins: (pins: readonly Spot[]) => void;
}

export function useSpots({ timestep, walk, pins, onPins }: UseSpotsOptions) {
  const [spot, setSpot] = useState<Spot | null>(null);
  const [spoken, setSpoken] = useState(false);

  const look = (target: EventTarget, byKeyboard: boolean) => {
    const found = spotAt(target, timestep);
    if (!found || (spot && isSameSpot(found, spot))) return;
    setSpot(found);
    setSpoken(byKeyboard);
  };
  const isPinned = (wanted: Spot) => pins.some((pin) => isSameSpot(pin, wanted));
  const keep = (wanted: Spot | null) => {
    if (!wanted) return;
    if (isPinned(wanted)) unpin(wanted);
    else if (pins.length < MOST_PINS) onPins([...pins, wanted]);
  };
  const unpin = (wanted: Spot) => onPins(pins.filter((pin) => !isSameSpot(pin, wanted)));

  const handlers = {
    // Not when the page scrolls under a pointer that rests.
    onPointerMove: (event: PointerEvent<HTMLElement>) => look(event.target, false),
    onFocus: (event: FocusEvent<HTMLElement>) => look(event.target, true),
    onClick: (event: MouseEvent<HTMLElement>) => {
      const found = spotAt(event.target, timestep);
      if (!found) return;
      // A number that is not there yet: clicking it does the next operation.
      if (event.target instanceof HTMLElement && event.target.textContent === '') walk.next();
      // A finger has no way to point without touching, so it keeps a number with the button.
      else if (!isTouch(event)) keep(found);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const found = event.key === 'Enter' ? spotAt(event.target, timestep) : null;
      if (!found) return;
      event.preventDefault();
      keep(found);
    },
  };
  return {
    spot,
    spoken,
    isKept: spot !== null && isPinned(spot),
    pin: () => keep(spot),
    unpin,
    handlers,
  };
}

function spotAt(target: EventTarget, timestep: number): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  const operand = cell?.closest<HTMLElement>('[data-operand]')?.dataset.operand;
  if (!cell || !operand) return null;
  const { row, column } = cell.dataset;
  return originOf({ timestep, operand, row: Number(row), column: Number(column) });
}

function isTouch({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
}
