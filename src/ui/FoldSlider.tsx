import { memo, useId } from 'react';
import { useActions, useMessages, useView } from './context.ts';
import styles from './FoldSlider.module.css';
import { useCovered } from './guessing/useRound.ts';
import { InkSlider } from './InkSlider.tsx';
import { useMedia } from './useMedia.ts';

/** What the slider moves is loaded before it is moved. */
const prepare = () => void import('./FoldedNetwork.tsx').catch(() => undefined);

/** Held by the person: how far the unrolled network is folded into one cell with its loop. */
export const FoldSlider = memo(function FoldSlider() {
  const words = useMessages().network.fold;
  const actions = useActions();
  // Covers lie over the unrolled columns.
  const covered = useCovered();
  const fold = useView((view) => (covered ? 0 : view.fold));
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const id = useId();
  return (
    <div className={styles.fold}>
      <label htmlFor={id}>{words.name}</label>
      <InkSlider
        id={id}
        className={styles.input}
        min={0}
        max={1}
        step={still ? 1 : 0.01}
        value={fold}
        aria-valuetext={words.value(Math.round(fold * 100))}
        disabled={covered}
        title={covered ? words.covered : words.hint}
        onPointerEnter={prepare}
        onFocus={prepare}
        onChange={actions.setFold}
      />
    </div>
  );
});
