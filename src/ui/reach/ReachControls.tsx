import { useId } from 'react';
import * as reachWords from '../../i18n/reach.ts';
import type { MagnitudeScale } from '../../layout/reach.ts';
import { useWords } from '../context.ts';
import { InkSlider } from '../InkSlider.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import styles from './ReachFigure.module.css';

/** What of the reach is shown. */
export interface ReachChoice {
  /** From 0. */
  readonly layer: number;
  readonly state: 'h' | 'c';
  readonly scale: MagnitudeScale;
  /** The timestep of the loss; null for the last one shown. */
  readonly loss: number | null;
}

export interface ReachControlsProps {
  readonly choice: ReachChoice;
  readonly onChoose: (choice: Partial<ReachChoice>) => void;
  readonly layers: number;
  /** Whether there is a cell state to choose. */
  readonly cellState: boolean;
  readonly timesteps: number;
  /** The loss in force and its target. */
  readonly loss: number;
  readonly target: string;
}

const STATES = ['h', 'c'] as const;
const SCALES = ['linear', 'log'] as const;
const LAYERS = ['1', '2', '3'] as const;

export function ReachControls({ choice, onChoose, timesteps, loss, ...rest }: ReachControlsProps) {
  const words = useWords(reachWords);
  const id = useId();
  return (
    <div className={styles.controls}>
      <div className={styles.loss}>
        <label htmlFor={id}>{words.loss}</label>
        <InkSlider
          id={id}
          min={1}
          max={timesteps}
          value={loss + 1}
          aria-valuetext={words.lossValue(loss + 1, rest.target)}
          onChange={(step) => onChoose({ loss: step - 1 })}
        />
        <output htmlFor={id}>{words.lossValue(loss + 1, rest.target)}</output>
      </div>
      {rest.layers > 1 && (
        <SegmentedChoice
          small
          name={words.layer}
          options={LAYERS.slice(0, rest.layers)}
          words={{ 1: '1', 2: '2', 3: '3' }}
          value={LAYERS[choice.layer]}
          onChange={(layer) => onChoose({ layer: Number(layer) - 1 })}
        />
      )}
      {rest.cellState && (
        <SegmentedChoice
          small
          name={words.state}
          options={STATES}
          words={words.states}
          value={choice.state}
          onChange={(state) => onChoose({ state })}
        />
      )}
      <SegmentedChoice
        small
        name={words.scale}
        options={SCALES}
        words={words.scales}
        value={choice.scale}
        onChange={(scale) => onChoose({ scale })}
      />
    </div>
  );
}
