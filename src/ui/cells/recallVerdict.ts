/** What was measured of remembering in a sentence or two: the lag from which each cell fails, or that none does. */
import type { cells as cellsWords } from '../../i18n/cells.ts';
import {
  mediansOf,
  type Outcome,
  outcomeOf,
  resultsOf,
  STARTS,
  SWEEP_CELLS,
  type Sweep,
} from '../../state/sweep.ts';
import { CELL_NAMES } from '../cellNames.ts';

type RecallWords = (typeof cellsWords)['en']['recall'];

interface CellOutcome extends Outcome {
  readonly name: string;
}

/** A sentence for each start, one for both where nothing failed; none where nothing is measured with all seeds. */
export function recallVerdicts(sweep: Sweep, words: RecallWords): readonly string[] {
  const { budget, seeds } = sweep.choice;
  const ofStarts = STARTS.map((start) =>
    SWEEP_CELLS.flatMap((cell): CellOutcome[] => {
      const outcome = outcomeOf(mediansOf(resultsOf(sweep, cell, start), seeds));
      return outcome ? [{ name: CELL_NAMES[cell], ...outcome }] : [];
    }),
  );
  const all = ofStarts.flat();
  const [first] = all;
  const areAllMeasured = all.length === STARTS.length * SWEEP_CELLS.length;
  if (areAllMeasured && all.every((each) => each.failed.length === 0 && each.longest === first.longest)) {
    return [words.noneFailed(first.longest, budget, seeds)];
  }
  return ofStarts.flatMap((outcomes, index) => {
    const parts = partsOf(outcomes, words);
    return parts.length === 0 ? [] : [words.verdict(words.starts[STARTS[index]], parts, budget, seeds)];
  });
}

/** Those that fail one by one, those that do not together as far as they were measured over the same lags. */
function partsOf(outcomes: readonly CellOutcome[], words: RecallWords): readonly string[] {
  const failing = outcomes.filter(({ failed }) => failed.length > 0);
  const fine = outcomes.filter(({ failed }) => failed.length === 0);
  return [
    ...failing.map(({ name, failed, longest }) => {
      const [{ from, to }] = failed;
      return from < to && to === longest ? words.failsFrom(name, from) : words.failsAt(name, failed);
    }),
    ...[...new Set(fine.map(({ longest }) => longest))].map((lag) =>
      words.didNotFail(
        fine.filter(({ longest }) => longest === lag).map(({ name }) => name),
        lag,
      ),
    ),
  ];
}
