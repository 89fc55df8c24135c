/** The buttons that move the selected timestep, and what stands between them. */
import type { ReactNode } from 'react';
import styles from './StepBar.module.css';

export interface StepButtonsProps {
  readonly words: { readonly previous: string; readonly next: string };
  readonly selected: number;
  readonly timesteps: number;
  readonly onSelect: (timestep: number) => void;
  readonly children: ReactNode;
}

export function StepButtons({ words, selected, timesteps, onSelect, children }: StepButtonsProps) {
  const button = (name: string, to: number, arrow: string) => (
    <button
      type="button"
      className={styles.button}
      aria-label={name}
      title={name}
      aria-disabled={to < 0 || to >= timesteps}
      onClick={() => onSelect(to)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={arrow} />
      </svg>
    </button>
  );
  return (
    <>
      {button(words.previous, selected - 1, 'M10 3 5 8l5 5')}
      {children}
      {button(words.next, selected + 1, 'm6 3 5 5-5 5')}
    </>
  );
}
