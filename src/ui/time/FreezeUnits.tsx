/** Holds units at 0, or lets them go again: a button each where they are few, else one for the chosen unit. */
import { useId, useState } from 'react';
import { useActions, useMessages, useRun } from '../context.ts';
import styles from './FreezeUnits.module.css';
import { SNOWFLAKE } from './snowflake.ts';

/** A layer of at most this many units has a button for each. */
const FEW_UNITS = 8;

export function FreezeUnits() {
  const words = useMessages().freezing;
  const id = useId();
  const { layers, hiddenSize: units } = useRun((run) => run.model);
  const frozen = useRun((run) => run.snapshot.ablation.frozen);
  const [chosen, setChosen] = useState({ layer: 0, unit: 0 });
  // A new network may be smaller than the one it was chosen in.
  const layer = Math.min(chosen.layer, layers - 1);
  const unit = Math.min(chosen.unit, units - 1);
  const isFew = units <= FEW_UNITS;
  const isFrozen = (each: number) => frozen.some((place) => place.layer === layer && place.unit === each);
  const count = (length: number) => Array.from({ length }, (_, index) => index);
  return (
    <div role="group" aria-labelledby={id} className={styles.units}>
      <span id={id}>{words.name}</span>
      {layers > 1 && (
        <select
          aria-label={words.layerChoice}
          value={layer}
          onChange={({ target }) => setChosen({ layer: Number(target.value), unit })}
        >
          {count(layers).map((each) => (
            <option key={each} value={each}>
              {words.layer(each + 1)}
            </option>
          ))}
        </select>
      )}
      {isFew ? (
        count(units).map((each) => <Toggle key={each} layer={layer} unit={each} isFrozen={isFrozen(each)} />)
      ) : (
        <>
          <select
            aria-label={words.unitChoice}
            value={unit}
            onChange={({ target }) => setChosen({ layer, unit: Number(target.value) })}
          >
            {count(units).map((each) => (
              <option key={each} value={each}>
                {each + 1}
                {isFrozen(each) && ' ❄'}
              </option>
            ))}
          </select>
          <Toggle layer={layer} unit={unit} isFrozen={isFrozen(unit)} isNamed />
        </>
      )}
    </div>
  );
}

/** The button of one unit; its name says what pressing it does. */
function Toggle({
  layer,
  unit,
  isFrozen,
  isNamed = false,
}: {
  readonly layer: number;
  readonly unit: number;
  readonly isFrozen: boolean;
  /** Whether the name is written out, instead of the unit's number alone. */
  readonly isNamed?: boolean;
}) {
  const { freezing: words, network } = useMessages();
  const actions = useActions();
  const layers = useRun((run) => run.model.layers);
  const unitName = network.unit(unit + 1, layers > 1 ? layer + 1 : null);
  const name = isFrozen ? words.letGo(unitName) : words.freeze(unitName);
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      data-frozen={isFrozen}
      onClick={() => actions.intervene({ kind: isFrozen ? 'thaw' : 'freeze', layer, unit })}
    >
      {isFrozen && (
        <svg viewBox="-6 -6 12 12" aria-hidden="true">
          <path d={SNOWFLAKE} />
        </svg>
      )}
      {isNamed ? name : unit + 1}
    </button>
  );
}
