/** A slider in ink, which looks the same in every browser: a line, filled up to the value, and a ring for a thumb. */
import type { ComponentProps, CSSProperties } from 'react';
import styles from './InkSlider.module.css';

export interface InkSliderProps extends Omit<ComponentProps<'input'>, 'type' | 'style' | 'onChange'> {
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function InkSlider({ className, onChange, ...rest }: InkSliderProps) {
  const { min, max, value } = rest;
  const filled = max > min ? (value - min) / (max - min) : 0;
  return (
    <input
      {...rest}
      type="range"
      className={`${styles.slider} ${className ?? ''}`}
      style={{ '--filled': `${filled * 100}%` } as CSSProperties}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}
