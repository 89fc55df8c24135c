/** A whole long text as a bar of right and wrong predictions, with the window that is in sight. */
import type { CSSProperties, PointerEvent, RefObject } from 'react';
import { useRef } from 'react';
import type { Trace } from '../engine/index.ts';
import { shareRight } from '../layout/window.ts';
import { endBefore, saidAt, type Task, targetAt } from '../tasks/task.ts';
import { useMessages } from './context.ts';
import styles from './Minimap.module.css';

export interface MinimapProps {
  readonly trace: Trace;
  readonly task: Task;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly scrollLeft: number;
  readonly viewWidth: number;
  readonly columnWidth: number;
  /** Where the columns begin. */
  readonly left: number;
  readonly timestep: number;
}

const HEIGHT = 20;
/** Wrong predictions hang lower than right ones stand, so that the two differ without colour. */
const WRONG_TOP = 12;
const MAX_BINS = 400;
/** The first and last pixels stand for the very ends, which a pointer hardly hits else. */
const EDGE = 6;

export function Minimap({
  trace,
  task,
  scroller,
  scrollLeft,
  viewWidth,
  columnWidth,
  left,
  timestep,
}: MinimapProps) {
  const words = useMessages().network;
  const timesteps = task.example.inputs.length;
  const right = Array.from({ length: timesteps }, (_, t) => {
    const target = targetAt(task, t);
    return target === null ? null : endBefore(task, trace, t) === null && saidAt(task, trace, t) === target;
  });
  const shares = shareRight(right, MAX_BINS);
  const content = columnWidth * timesteps;
  const scrolled = Math.min(1, Math.max(0, scrollLeft / (content - viewWidth)));
  /** How far right of the window's place it was taken; pressed beside the window, it comes to the pointer. */
  const taken = useRef(0);

  const shareAt = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const { left: start, width } = currentTarget.getBoundingClientRect();
    return (clientX - start - EDGE) / (width - 2 * EDGE);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0 || !scroller.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    scroller.current.scrollLeft = (shareAt(event) - taken.current) * (content - viewWidth);
  };
  const take = (event: PointerEvent<HTMLDivElement>) => {
    taken.current =
      event.target instanceof Element && event.target.matches('[data-window]')
        ? shareAt(event) - scrolled
        : 0;
    drag(event);
  };
  return (
    <div
      className={styles.minimap}
      style={{ marginLeft: left }}
      title={words.minimap}
      onPointerDown={take}
      onPointerMove={drag}
    >
      <svg viewBox={`0 0 ${shares.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path
          className={styles.wrong}
          d={bars(shares, (share) => [WRONG_TOP + share * (HEIGHT - WRONG_TOP), HEIGHT])}
        />
        <path className={styles.right} d={bars(shares, (share) => [0, share * HEIGHT])} />
      </svg>
      <span
        className={styles.window}
        data-window
        style={{
          left: `${scrolled * 100}%`,
          width: `${(viewWidth / content) * 100}%`,
          transform: `translateX(${-scrolled * 100}%)`,
        }}
      />
      <span className={styles.selected} style={place(timestep, timesteps)} />
    </div>
  );
}

function place(timestep: number, timesteps: number): CSSProperties {
  return { '--at': `${((timestep + 0.5) / timesteps) * 100}%` } as CSSProperties;
}

function bars(shares: readonly number[], extent: (share: number) => readonly [number, number]): string {
  return shares
    .map((share, index) => {
      const [top, bottom] = extent(share);
      return bottom > top ? `M${index} ${top}h1V${bottom}h-1z` : '';
    })
    .join('');
}
