/** A number typed freely. Only what is within the limits is handed on; the rest is marked and explained. */
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { LIMITS, type LimitedField } from '../state/config.ts';
import { useMessages } from './context.ts';
import styles from './NumberField.module.css';
import { steppedNumber, typedNumber } from './typedNumber.ts';
import { useSettled } from './useSettled.ts';
import { writtenNumber } from './writtenNumber.ts';

/** Milliseconds without a keystroke after which a number counts as typed to the end. */
const TYPED_AFTER = 400;
const STEPPED_AFTER = 150;

export interface NumberFieldProps {
  readonly name: string;
  readonly field: LimitedField;
  /** In force, within the limits. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** After each reading of what was typed: whether it can be used. */
  readonly onRead?: (isUsable: boolean) => void;
  /** In place of the name at the left. */
  readonly heading?: ReactNode;
  /** Between heading and box. */
  readonly children?: ReactNode;
  readonly disabled?: boolean;
  /** In place of the sentence that names the range, of what cannot be used; of the value in force. */
  readonly refusal?: (inForce: string) => string;
}

export function NumberField({
  name,
  field,
  value,
  onChange,
  onRead,
  heading,
  children,
  disabled = false,
  refusal,
}: NumberFieldProps) {
  const { outOfRange } = useMessages().controls;
  const id = useId();
  const { min, max, integer } = LIMITS[field];
  const [refused, setRefused] = useState(false);
  const accept = (text: string) => {
    const typed = typedNumber(field, text);
    setRefused(typed === null);
    onRead?.(typed !== null);
    if (typed !== null && typed !== value) onChange(typed);
  };
  const { draft, change, flush, restore } = useSettled(
    String(value),
    accept,
    (typed, inForce) => typed === inForce || typedNumber(field, typed) === Number(inForce),
  );
  const typed = typedNumber(field, draft);
  const invalid = refused && typed === null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') flush();
    if (event.key === 'Escape' && draft !== String(value)) {
      event.preventDefault();
      event.stopPropagation();
      setRefused(false);
      onRead?.(true);
      restore();
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const direction = event.key === 'ArrowUp' ? 1 : -1;
      change(String(steppedNumber(field, typed ?? value, direction)), STEPPED_AFTER);
    }
  };

  return (
    <div className={styles.row}>
      {heading ?? (
        <label htmlFor={id} className={styles.name}>
          {name}
        </label>
      )}
      {children}
      <input
        id={id}
        type="text"
        role="spinbutton"
        inputMode={integer ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        className={styles.box}
        disabled={disabled}
        value={draft}
        aria-label={heading === undefined ? undefined : name}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={typed ?? value}
        aria-valuetext={draft}
        aria-invalid={invalid}
        aria-describedby={`${id}-refusal`}
        onChange={(event) => change(event.target.value, TYPED_AFTER)}
        onBlur={flush}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-refusal`} aria-live="polite" className={invalid ? styles.refusal : undefined}>
        {invalid &&
          (refusal?.(String(value)) ??
            outOfRange({ min, max, integer, inForce: value }, (each) => writtenNumber(field, each)))}
      </p>
    </div>
  );
}
