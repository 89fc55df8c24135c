import styles from './Controls.module.css';
import { useActions, useConfig, useMessages } from './context.ts';
import { NumberField } from './NumberField.tsx';

/** The seed of the first weights, and a button that draws another. */
export function SeedField() {
  const words = useMessages().controls;
  const actions = useActions();
  const seed = useConfig((config) => config.seed);
  const draw = () => actions.choose({ seed: crypto.getRandomValues(new Uint32Array(1))[0] });
  return (
    <NumberField
      name={words.seed}
      field="seed"
      value={seed}
      onChange={(chosen) => actions.choose({ seed: chosen })}
    >
      <button type="button" className={styles.draw} title={words.newSeed} onClick={draw}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M13 3v3.5H9.5M12.7 6.2A5.4 5.4 0 1 0 13.2 9.5" />
        </svg>
        <span className="visually-hidden">{words.newSeed}</span>
      </button>
    </NumberField>
  );
}
