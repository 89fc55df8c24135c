/** One of a few, side by side: native radio buttons. */
import { useId } from 'react';
import styles from './SegmentedChoice.module.css';

export interface SegmentedChoiceProps<Option extends string> {
  readonly name: string;
  readonly options: readonly Option[];
  readonly words: Readonly<Record<Option, string>>;
  readonly value: Option;
  readonly onChange: (option: Option) => void;
  /** A lesser choice: its name stands before it. */
  readonly small?: boolean;
}

export function SegmentedChoice<Option extends string>({
  name,
  options,
  words,
  value,
  onChange,
  small = false,
}: SegmentedChoiceProps<Option>) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id} className={small ? styles.small : styles.choice}>
      <span id={id} className={styles.name}>
        {name}
      </span>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option} className={styles.option}>
            <input
              type="radio"
              name={`${id}-option`}
              className={styles.radio}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            {words[option]}
          </label>
        ))}
      </div>
    </div>
  );
}
