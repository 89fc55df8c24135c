import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { type Position, type Space, type Turn, turnBy } from '../../layout/stateSpace.ts';
import styles from './PlaceDrawing.module.css';
import { PlaceFrame } from './PlaceFrame.tsx';
import { type PathPoint, PlacePath } from './PlacePath.tsx';
import { middleOf } from './pathGeometry.ts';

export interface PlaceDrawingProps {
  readonly space: Space;
  readonly turn: Turn;
  readonly onTurn: (turn: Turn | null) => void;
  /** CSS pixels of each side. */
  readonly side: number;
  /** The names of the axes. */
  readonly axes: readonly string[];
  /** The states drawn in full, and the whole path behind them where it is longer. */
  readonly points: readonly PathPoint[];
  readonly whole: readonly Position[] | null;
  /** Earlier updates, the oldest first. */
  readonly trail: readonly (readonly Position[])[];
  readonly selected: number;
  /** Timesteps of the letter that is compared. */
  readonly marked: readonly number[];
  readonly label: string;
  readonly describedBy: string;
  readonly onPick: (timestep: number) => void;
}

/** Radians for a key press and for a pixel of dragging, and the pixels from which a press is a drag. */
const KEY_TURN = Math.PI / 24;
const DRAG_TURN = 0.01;
const DRAG_FROM = 4;

/** The path of the states; a cube is turned by dragging or with the arrow keys. */
export function PlaceDrawing(props: PlaceDrawingProps) {
  const { space, turn, onTurn, side } = props;
  const isCube = space.kind === 'cube';
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);

  const press = (event: PointerEvent) => {
    if (event.button === 0) drag.current = { x: event.clientX, y: event.clientY, moved: false };
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    const from = drag.current;
    if (!from) return;
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(right, down) < DRAG_FROM) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
    onTurn(turnBy(turn, right * DRAG_TURN, down * DRAG_TURN));
  };
  const release = () => {
    drag.current = null;
  };
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = TURNS[event.key];
    if (!step && event.key !== 'Home') return;
    // These keys mean something else to the page as a whole.
    event.preventDefault();
    event.stopPropagation();
    onTurn(step ? turnBy(turn, step[0] * KEY_TURN, step[1] * KEY_TURN) : null);
  };
  const unit = middleOf(space.kind, side);
  const picture = (
    <svg
      className={styles.drawing}
      width={side}
      height={side}
      viewBox={`${-side / 2} ${-side / 2} ${side} ${side}`}
      aria-hidden="true"
    >
      <PlaceFrame space={space} turn={turn} side={side} axes={props.axes} />
      <PlacePath {...props} unit={unit} half={isCube ? side / 2 : unit} />
    </svg>
  );
  if (!isCube) {
    return (
      <div role="img" aria-label={props.label} aria-describedby={props.describedBy}>
        {picture}
      </div>
    );
  }
  return (
    <div
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it answers the arrow keys
      tabIndex={0}
      className={styles.turnable}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      style={{ width: side, height: side }}
      onPointerDown={press}
      onPointerMove={follow}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onPointerLeave={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) release();
      }}
      onKeyDown={key}
    >
      {picture}
    </div>
  );
}

const TURNS: Readonly<Record<string, readonly [right: number, up: number] | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
