import { Fragment } from 'react';
import * as seedWords from '../../i18n/seeds.ts';
import type { Config } from '../../state/config.ts';
import { type MeasuredExercise, medianAndWorst, seedResults } from '../../state/seeds.ts';
import { CELL_NAMES } from '../cellNames.ts';
import { useWords } from '../context.ts';
import styles from './Seeds.module.css';
import { shareInTenths } from './shareInTenths.ts';

export interface CellComparisonProps {
  readonly measured: MeasuredExercise;
  readonly presentCell: Config['cell'];
}

/** Of each cell the median and the worst of what is right of the never seen; bold is the one in sight. */
export function CellComparison({ measured: { cells, heldOut }, presentCell }: CellComparisonProps) {
  const words = useWords(seedWords);
  return cells.map((each, index) => {
    const { median, worst } = medianAndWorst(seedResults(each));
    const Tag = each.cell === presentCell ? 'strong' : 'span';
    return (
      <Fragment key={each.cell}>
        {index > 0 && ' · '}
        <Tag className={styles.cell}>
          {CELL_NAMES[each.cell]}{' '}
          {words.medianAndWorst(shareInTenths(median, heldOut), shareInTenths(worst[0].heldOut, heldOut))}
        </Tag>
      </Fragment>
    );
  });
}
