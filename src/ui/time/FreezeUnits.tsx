/** Holds the unit that was read last at 0, or lets frozen ones go again. */
import { time } from '../../i18n/time.ts';
import { useActions, useRun, useWords } from '../context.ts';
import styles from './FreezeUnits.module.css';

/** Both from 0. */
export interface UnitPlace {
  readonly layer: number;
  readonly unit: number;
}

/** As many frozen units can be let go without being read again. */
const OFFERED = 6;

export function FreezeUnits({ read }: { readonly read: UnitPlace | null }) {
  const words = useWords(time);
  const actions = useActions();
  const layers = useRun((run) => run.model.layers);
  const frozen = useRun((run) => run.snapshot.ablation.frozen);
  const isRead = (place: UnitPlace) => place.layer === read?.layer && place.unit === read.unit;
  const name = ({ layer, unit }: UnitPlace) => words.unit(unit + 1, layers > 1 ? layer + 1 : null);
  const others = frozen.filter((place) => !isRead(place)).slice(-OFFERED);
  const thaw = ({ layer, unit }: UnitPlace) => actions.intervene({ kind: 'thaw', layer, unit });
  return (
    <div className={styles.units}>
      {read &&
        (frozen.some(isRead) ? (
          <button type="button" onClick={() => thaw(read)}>
            {words.letGo(name(read))}
          </button>
        ) : (
          <button
            type="button"
            onClick={() => actions.intervene({ kind: 'freeze', layer: read.layer, unit: read.unit })}
          >
            {words.freeze(name(read))}
          </button>
        ))}
      {others.map((place) => (
        <button key={`${place.layer} ${place.unit}`} type="button" onClick={() => thaw(place)}>
          {words.letGo(name(place))}
        </button>
      ))}
    </div>
  );
}
