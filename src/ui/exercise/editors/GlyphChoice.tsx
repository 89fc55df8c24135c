/** One of the figures that pictures are made of: native radio buttons, each with its drawing. */
import { useId } from 'react';
import * as exerciseWords from '../../../i18n/exercise.ts';
import type { Glyph } from '../../../tasks/captions/glyphs.ts';
import { useWords } from '../../context.ts';
import styles from './GlyphChoice.module.css';

export interface GlyphChoiceProps {
  readonly name: string;
  readonly glyphs: readonly Glyph[];
  readonly words: Readonly<Record<string, string>>;
  /** Null where the picture shows none of them. */
  readonly value: number | null;
  /** Whether it was never trained on together with the other choice. */
  readonly isHeldOut: (index: number) => boolean;
  readonly onChoose: (index: number) => void;
}

export function GlyphChoice({ name, glyphs, words, value, isHeldOut, onChoose }: GlyphChoiceProps) {
  const { picture } = useWords(exerciseWords);
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id} className={styles.choice}>
      <span id={id} className={styles.name}>
        {name}
      </span>
      <div className={styles.options}>
        {glyphs.map(({ name: glyph, rows }, index) => {
          const spoken = isHeldOut(index) ? picture.neverTrained(words[glyph]) : words[glyph];
          return (
            <label key={glyph} className={styles.option} data-held-out={isHeldOut(index)} title={spoken}>
              <input
                type="radio"
                name={id}
                className={styles.radio}
                aria-label={spoken}
                checked={index === value}
                onChange={() => onChoose(index)}
              />
              <svg viewBox={`0 0 ${rows[0].length} ${rows.length}`} aria-hidden="true">
                <path d={pixelsPath(rows)} />
              </svg>
            </label>
          );
        })}
      </div>
    </div>
  );
}

function pixelsPath(rows: readonly string[]): string {
  return rows
    .flatMap((row, y) => Array.from(row, (pixel, x) => (pixel === '#' ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
}
