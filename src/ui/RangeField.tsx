/**
 * A slider over whole numbers. The keyboard and screen readers have the native one, whose value is the number
 * itself; the pointer has a scale of its own, so that small numbers can be hit on a logarithmic track.
 */
import { type PointerEvent, useRef } from 'react';
import { LIMITS } from '../state/config.ts';
import styles from './RangeField.module.css';
import { type RangeScale, valueAt } from './rangeScale.ts';

export interface RangeFieldProps {
  readonly id: string;
  readonly field: 'hiddenSize' | 'layers';
  readonly scale: RangeScale;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** The pointer let go, or the focus left. */
  readonly onDone: () => void;
}

export function RangeField({ id, field, scale, value, onChange, onDone }: RangeFieldProps) {
  const { min, max } = LIMITS[field];
  const input = useRef<HTMLInputElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const percent = `${100 * scale.fraction(value, min, max)}%`;

  const follow = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const next = valueAt((event.clientX - box.left) / box.width, scale, min, max);
    if (next !== value) onChange(next);
  };
  return (
    <div className={styles.slider}>
      <input
        ref={input}
        id={id}
        type="range"
        className={styles.native}
        min={min}
        max={max}
        step={1}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        onBlur={onDone}
      />
      <div
        className={styles.drawn}
        aria-hidden="true"
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          input.current?.focus({ preventScroll: true });
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
        }}
        onLostPointerCapture={onDone}
      >
        <div ref={track} className={styles.track}>
          <div className={styles.filled} style={{ width: percent }} />
          <div className={styles.thumb} style={{ left: percent }} />
        </div>
      </div>
    </div>
  );
}
