/** What is drawn on columns of equal width, one a timestep: a click selects one. */
import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import { useActions } from './context.ts';

export interface TimestepColumnsProps {
  /** The timestep of the first column. */
  readonly from?: number;
  readonly count: number;
  /** CSS pixels of all columns. */
  readonly width: number;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

export function TimestepColumns({ from = 0, count, width, children, ...looks }: TimestepColumnsProps) {
  const { selectTimestep } = useActions();
  const pick = (event: MouseEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const picked = Math.floor((x / width) * count);
    if (picked >= 0 && picked < count) selectTimestep(from + picked);
  };
  return (
    // biome-ignore lint/a11y: the keyboard has ←/→ on the whole page
    <div {...looks} onClick={pick}>
      {children}
    </div>
  );
}
