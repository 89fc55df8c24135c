/** The columns of a small network, scrolled so that the selected one is in sight; where there are more, an edge fades. */
import type { ReactNode } from 'react';
import { useMessages } from '../context.ts';
import { useColumnScroll } from '../useColumnScroll.ts';
import styles from './StepScroller.module.css';

/** Pixels beside all columns: the selected one never stands below a fading edge. */
const EDGE = 22;

export interface StepScrollerProps {
  /** CSS pixels that are in sight. */
  readonly width: number;
  readonly pitch: number;
  readonly timesteps: number;
  readonly timestep: number;
  readonly children: ReactNode;
}

export function StepScroller({ width, pitch, timesteps, timestep, children }: StepScrollerProps) {
  const { network } = useMessages();
  const isScrolling = pitch * timesteps > width + 1;
  const edge = isScrolling ? EDGE : 0;
  const content = pitch * timesteps + 2 * edge;
  const { scroller, scrollLeft, onScroll } = useColumnScroll(pitch, width, timestep, edge);
  return (
    <div
      className={styles.edges}
      data-more-before={isScrolling && scrollLeft > 1}
      data-more-after={isScrolling && scrollLeft + width < content - 1}
    >
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={onScroll}
        {...(isScrolling && { tabIndex: 0, role: 'group', 'aria-label': network.scroller })}
      >
        <div className={styles.content} style={{ width: content, paddingInline: edge }}>
          {children}
        </div>
      </div>
    </div>
  );
}
