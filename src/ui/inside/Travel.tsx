/** Light that travels from what an operation reads to what it gives, and stops there. */
import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';
import type { Operation } from '../../engine/operation.ts';
import styles from './Travel.module.css';

interface Path {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

export function Travel({
  operation,
  within,
}: {
  readonly operation: Operation;
  readonly within: RefObject<HTMLElement | null>;
}) {
  const [paths, setPaths] = useState<readonly Path[]>([]);
  useLayoutEffect(() => {
    const area = within.current;
    const line = area?.querySelector(`[data-line="${operation.line}"]`);
    const goal = line?.querySelector(`[data-part="${operation.id}"]`);
    if (!area || !line || !goal) return;
    line.scrollIntoView({ block: 'nearest' });
    // Of a line higher than the room between the buttons the beginning, unless what is made stands below that room.
    line.querySelector('[data-head]')?.scrollIntoView({ block: 'nearest' });
    goal.scrollIntoView({ block: 'nearest' });
    const frame = area.getBoundingClientRect();
    const to = centre(goal.getBoundingClientRect());
    setPaths(
      operation.operands.flatMap(({ id }) => {
        const part = line.querySelector(`[data-part="${id}"]`);
        if (!part) return [];
        const from = centre(part.getBoundingClientRect());
        return [{ x: from.x - frame.x, y: from.y - frame.y, dx: to.x - from.x, dy: to.y - from.y }];
      }),
    );
  }, [operation.id, operation.line, operation.operands, within]);
  return paths.map(({ x, y, dx, dy }, index) => (
    <span
      key={`${index}`}
      className={styles.light}
      aria-hidden="true"
      style={{ left: x, top: y, '--dx': `${dx}px`, '--dy': `${dy}px` } as CSSProperties}
    />
  ));
}

function centre({ x, y, width, height }: DOMRect) {
  return { x: x + width / 2, y: y + height / 2 };
}
