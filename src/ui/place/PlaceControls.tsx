import * as placeWords from '../../i18n/place.ts';
import { useWords } from '../context.ts';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import styles from './PlaceFigure.module.css';

/** What of the states is drawn. */
export interface PlaceChoice {
  /** From 0. */
  readonly layer: number;
  readonly state: 'h' | 'c';
  /** Whether earlier updates are shown. */
  readonly trail: boolean;
}

export interface PlaceControlsProps {
  readonly choice: PlaceChoice;
  readonly onChoose: (choice: Partial<PlaceChoice>) => void;
  readonly layers: number;
  readonly cellState: boolean;
  readonly hasTrail: boolean;
  /** Turns the cube back; null where there is none. */
  readonly onReset: (() => void) | null;
}

const LAYERS = ['1', '2', '3'] as const;
const STATES = ['h', 'c'] as const;

export function PlaceControls({
  choice,
  onChoose,
  layers,
  cellState,
  hasTrail,
  onReset,
}: PlaceControlsProps) {
  const words = useWords(placeWords);
  return (
    <div className={styles.controls}>
      {layers > 1 && (
        <SegmentedChoice
          small
          name={words.layer}
          options={LAYERS.slice(0, layers)}
          words={{ 1: '1', 2: '2', 3: '3' }}
          value={LAYERS[choice.layer]}
          onChange={(layer) => onChoose({ layer: Number(layer) - 1 })}
        />
      )}
      {cellState && (
        <SegmentedChoice
          small
          name={words.state}
          options={STATES}
          words={{ h: 'h', c: 'c' }}
          value={choice.state}
          onChange={(state) => onChoose({ state })}
        />
      )}
      {hasTrail ? (
        <label className={styles.trail} title={words.trailHint}>
          <input
            type="checkbox"
            checked={choice.trail}
            onChange={(event) => onChoose({ trail: event.target.checked })}
          />
          {words.trail}
        </label>
      ) : (
        <span className={styles.noTrail}>{words.trailTop}</span>
      )}
      {onReset && (
        <button type="button" className={styles.reset} onClick={onReset}>
          {words.reset}
        </button>
      )}
    </div>
  );
}
