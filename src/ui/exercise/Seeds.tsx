/** What the exercise comes to with several seeds, measured beforehand: cell beside cell, then the seeds of one. */
import * as seedWords from '../../i18n/seeds.ts';
import type { Config } from '../../state/config.ts';
import { MEASURED_WITH } from '../../state/measuredSeeds.ts';
import {
  type MeasuredCell,
  type MeasuredExercise,
  measuredCellOf,
  measuredExerciseOf,
  otherSettings,
} from '../../state/seeds.ts';
import { useConfig, useWords } from '../context.ts';
import { CellComparison } from './CellComparison.tsx';
import { CellSeeds } from './CellSeeds.tsx';
import styles from './Seeds.module.css';

export function Seeds() {
  const config = useConfig((whole) => whole);
  const measured = measuredExerciseOf(config);
  const measuredCell = measured && measuredCellOf(config, measured);
  return measuredCell && <FoldedSeeds measured={measured} measuredCell={measuredCell} config={config} />;
}

interface FoldedSeedsProps {
  readonly measured: MeasuredExercise;
  readonly measuredCell: MeasuredCell;
  readonly config: Config;
}

function FoldedSeeds({ measured, measuredCell, config }: FoldedSeedsProps) {
  const words = useWords(seedWords);
  const others = otherSettings(config, measured, measuredCell);
  const isOtherWay = Object.keys(others).length > 0 || config.interventions.length > 0;
  const [first] = MEASURED_WITH;
  const last = MEASURED_WITH[MEASURED_WITH.length - 1];
  return (
    <details className={styles.seeds}>
      <summary>
        {words.comparison({ first, last, isOtherWay })}{' '}
        <CellComparison measured={measured} presentCell={config.cell} />
      </summary>
      <CellSeeds
        measured={measured}
        measuredCell={measuredCell}
        others={others}
        isOtherWay={isOtherWay}
        config={config}
      />
    </details>
  );
}
