/** What the exercise comes to with several seeds, measured beforehand, and the worst of them to try. */
import * as seedWords from '../../i18n/seeds.ts';
import type { Config } from '../../state/config.ts';
import { type MeasuredSeeds, measuredSeedsOf, medianAndWorst, otherSettings } from '../../state/seeds.ts';
import { CELL_NAMES } from '../cellNames.ts';
import { useConfig, useMessages, useWords } from '../context.ts';
import { OpenWorstSeed } from './OpenWorstSeed.tsx';
import styles from './Seeds.module.css';
import { SeedTable } from './SeedTable.tsx';
import { shareInTenths } from './shareInTenths.ts';

export function Seeds() {
  const config = useConfig((whole) => whole);
  const measured = measuredSeedsOf(config);
  return measured && <FoldedSeeds measured={measured} config={config} />;
}

interface FoldedSeedsProps {
  readonly measured: MeasuredSeeds;
  readonly config: Config;
}

function FoldedSeeds({ measured, config }: FoldedSeedsProps) {
  const words = useWords(seedWords);
  const { optimizers } = useMessages().controls;
  const { settings, results, updates, heldOut, batchSize } = measured;
  const { median, worst } = medianAndWorst(measured);
  const others = otherSettings(config, measured);
  const isOtherWay = Object.keys(others).length > 0 || config.interventions.length > 0;
  const presentSeed = isOtherWay ? null : config.seed;
  const seeds = results.map(({ seed }) => seed);
  const span = { first: seeds[0], last: seeds[seeds.length - 1], updates, isOtherWay };
  const share = (right: number) => shareInTenths(right, heldOut);
  const areSame = worst.length === results.length;
  const worstSeeds = areSame ? [] : worst.map(({ seed }) => seed);
  return (
    <details className={styles.seeds}>
      <summary>
        {areSame
          ? words.allSame(span, share(median))
          : words.spread(span, share(median), share(worst[0].heldOut), worstSeeds)}
      </summary>
      <SeedTable measured={measured} worstSeeds={worstSeeds} presentSeed={presentSeed} />
      <p className={styles.note}>
        {words.measured({
          ...settings,
          batchSize,
          cell: CELL_NAMES[settings.cell],
          optimizer: optimizers[settings.optimizer],
        })}
        {isOtherWay && ` ${words.otherWay}`}
      </p>
      {worstSeeds.length > 0 && (
        <OpenWorstSeed seed={worstSeeds[0]} updates={updates} others={others} config={config} />
      )}
    </details>
  );
}
