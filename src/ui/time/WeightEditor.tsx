/** A small editor at the cell of a weight: the number is typed, dragged, or stepped with the arrow keys. */
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { time } from '../../i18n/time.ts';
import { weightName } from '../../layout/weightName.ts';
import { LIMITS } from '../../state/config.ts';
import type { Box } from '../canvas/HeatmapExplorer.tsx';
import { useMessages, useRun, useWords } from '../context.ts';
import { MathText } from '../MathText.tsx';
import { typedNumber } from '../typedNumber.ts';
import { dragWeight } from './dragWeight.ts';
import { placeBeside } from './placeBeside.ts';
import styles from './WeightEditor.module.css';
import { clampWeight, roundWeight } from './weightRange.ts';

const STEP = 0.01;
const LARGE_STEP = 0.1;
/** CSS pixels that the sentence of a refusal adds, in the longer of the languages. */
const REFUSAL = 80;

export interface WeightEditorProps {
  /** Into the flat parameters. */
  readonly index: number;
  /** What it stands above or below, where that was in the window as the editor opened. */
  readonly box: Box;
  /** What the weight would become where it is dragged in its matrix; then the editor only shows it. */
  readonly dragged: number | null;
  readonly onSet: (value: number) => void;
  readonly onClose: () => void;
  /** The focus went elsewhere, and stays there. */
  readonly onLeave: () => void;
}

export function WeightEditor({ index, box, dragged, onSet, onClose, onLeave }: WeightEditorProps) {
  const words = useWords(time);
  const { outOfRange } = useMessages().controls;
  const model = useRun((run) => run.model);
  const present = useRun((run) => run.parameters[index]);
  const id = useId();
  const editor = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [written, setText] = useState(() => writeWeight(present));
  const [isRefused, setRefused] = useState(false);
  const text = dragged === null ? written : writeWeight(dragged);
  const typed = typedNumber('weight', text);
  const name = weightName(model, index);

  useLayoutEffect(() => {
    if (editor.current) placeBeside(editor.current, box, REFUSAL);
  }, [box]);
  const isTyped = dragged === null;
  useLayoutEffect(() => {
    if (!isTyped) return;
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, [isTyped]);

  const change = (value: number) => {
    setRefused(false);
    setText(writeWeight(clampWeight(value)));
  };
  const commit = () => {
    if (typed === null) {
      setRefused(true);
      return;
    }
    onSet(typed);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.shiftKey ? LARGE_STEP : STEP;
    if (event.key === 'ArrowUp') change((typed ?? present) + step);
    else if (event.key === 'ArrowDown') change((typed ?? present) - step);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={editor}
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
      onKeyDown={press}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      <label htmlFor={id}>
        <MathText text={name} />
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        role="spinbutton"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-label={words.newValue(name)}
        aria-valuemin={LIMITS.weight.min}
        aria-valuemax={LIMITS.weight.max}
        aria-valuenow={typed ?? present}
        aria-valuetext={text}
        aria-invalid={isRefused}
        aria-describedby={`${id}-refusal ${id}-hint`}
        onChange={({ target: { value } }) => {
          setRefused(false);
          setText(value);
        }}
      />
      <span
        className={styles.handle}
        title={words.dragValue}
        aria-hidden="true"
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) =>
          dragWeight(event, { from: typed ?? present, onChange: change, onDrop: onSet, onCancel: onClose })
        }
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.5v13M1.5 8h13M6 3.5l2-2 2 2M6 12.5l2 2 2-2M3.5 6l-2 2 2 2M12.5 6l2 2-2 2" />
        </svg>
      </span>
      <button type="submit">{words.setValue}</button>
      <p id={`${id}-refusal`} role="alert" className={isRefused ? styles.refusal : ''}>
        {isRefused && outOfRange({ ...LIMITS.weight, inForce: roundWeight(present) })}
      </p>
      <p id={`${id}-hint`} hidden>
        {words.editorHint}
      </p>
    </form>
  );
}

/** With a real minus sign, as everywhere on the page. */
function writeWeight(value: number): string {
  return String(roundWeight(value)).replace('-', '−');
}
