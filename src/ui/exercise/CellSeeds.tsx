/** What networks with one cell come to with each seed, how they were trained, and the worst of them to try. */
import * as seedWords from '../../i18n/seeds.ts';
import type { Config } from '../../state/config.ts';
import {
  type MeasuredCell,
  type MeasuredExercise,
  medianAndWorst,
  type OtherSettings,
  seedResults,
} from '../../state/seeds.ts';
import { CELL_NAMES } from '../cellNames.ts';
import { useMessages, useWords } from '../context.ts';
import { OpenWorstSeed } from './OpenWorstSeed.tsx';
import styles from './Seeds.module.css';
import { SeedTable } from './SeedTable.tsx';
import { shareInTenths } from './shareInTenths.ts';

export interface CellSeedsProps {
  readonly measured: MeasuredExercise;
  readonly measuredCell: MeasuredCell;
  /** What the measured networks have otherwise than the one in sight. */
  readonly others: OtherSettings;
  /** Whether the network in sight is trained otherwise. */
  readonly isOtherWay: boolean;
  readonly config: Config;
}

export function CellSeeds({ measured, measuredCell, others, isOtherWay, config }: CellSeedsProps) {
  const words = useWords(seedWords);
  const { optimizers } = useMessages().controls;
  const { settings, heldOut, batchSize } = measured;
  const { updates } = measuredCell;
  const cell = CELL_NAMES[measuredCell.cell];
  const results = seedResults(measuredCell);
  const { median, worst } = medianAndWorst(results);
  const share = (right: number) => shareInTenths(right, heldOut);
  const areSame = worst.length === results.length;
  const worstSeeds = areSame ? [] : worst.map(({ seed }) => seed);
  const updatesOfCells = measured.cells.map((each) => ({ ...each, cell: CELL_NAMES[each.cell] }));
  const takesOtherUpdates = updatesOfCells.some((each) => each.updates !== updates);
  return (
    <>
      <p className={styles.note}>
        {areSame
          ? words.allSame({ cell, updates }, share(median))
          : words.spread({ cell, updates }, share(median), share(worst[0].heldOut), worstSeeds)}
      </p>
      <SeedTable
        all={measured}
        results={results}
        worstSeeds={worstSeeds}
        presentSeed={isOtherWay ? null : config.seed}
      />
      <p className={styles.note}>
        {words.measured({ ...settings, batchSize, cell, optimizer: optimizers[settings.optimizer] })}
        {takesOtherUpdates && ` ${words.updates(updatesOfCells)}`}
        {isOtherWay && ` ${words.otherWay}`}
      </p>
      {worstSeeds.length > 0 && (
        <OpenWorstSeed seed={worstSeeds[0]} updates={updates} others={others} config={config} />
      )}
    </>
  );
}
