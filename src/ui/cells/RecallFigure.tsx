/** Over what lag each cell learns to remember, measured live: a point for each seed, a line for the median. */
import { useId } from 'react';
import { useStore } from 'zustand';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { grouped } from '../../i18n/numbers.ts';
import { formatPercent } from '../../layout/format.ts';
import { formatMagnitude } from '../../layout/reach.ts';
import {
  isSameChoice,
  keptOver,
  OPEN_BIAS,
  progressOf,
  RECALL_KINDS,
  resultsOf,
  STARTS,
  type Start,
  SWEEP_CELLS,
  SWEEP_LIMITS,
  type Sweep,
  type SweepChoice,
} from '../../state/sweep.ts';
import { CELL_NAMES } from '../cellNames.ts';
import { useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { InkSlider } from '../InkSlider.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import { useCells } from './cellsContext.ts';
import { LineSample } from './LineSample.tsx';
import { RecallChart, RecallMark } from './RecallChart.tsx';
import { RecallExample } from './RecallExample.tsx';
import styles from './RecallFigure.module.css';
import { recallVerdicts } from './recallVerdict.ts';

const BUDGETS = SWEEP_LIMITS.budgets.map(String);
const SEEDS = SWEEP_LIMITS.seeds.map(String);
const asWords = (numbers: readonly string[]) => Object.fromEntries(numbers.map((each) => [each, each]));
/** As every network is measured. */
const NETWORK = { hidden: 32, batch: 16, every: 25, unseen: '99%' };

export function RecallFigure() {
  const words = useWords(cellsWords).recall;
  const { store } = useCells().sweep;
  const sweep = useStore(store);
  const { choice } = sweep;
  const verdicts = recallVerdicts(sweep, words);
  const { done, all } = progressOf(choice, sweep.results);
  const shown = STARTS.flatMap((start) => SWEEP_CELLS.flatMap((cell) => resultsOf(sweep, cell, start)));
  return (
    <Figure
      className={styles.figure ?? ''}
      name={words.name}
      summary={verdicts.length > 0 ? verdicts.join(' ') : words.nothing}
      table={() => ({
        caption: words.name,
        columns: [...words.columns],
        rows: [...new Set(shown)].map(({ cell, start, lag, seed, update }) => [
          words.cellAndStart(CELL_NAMES[cell], words.starts[start]),
          String(lag),
          String(seed),
          update === null ? words.failed(choice.budget) : grouped(update),
        ]),
      })}
    >
      <p className={styles.lead}>
        {words.lead(words.tasks[choice.kind], NETWORK.hidden, NETWORK.batch, NETWORK.every, NETWORK.unseen)}
      </p>
      <Choices choice={choice} />
      <RecallExample kind={choice.kind} lag={choice.lag} />
      <Progress sweep={sweep} />
      <ul className={styles.legend} aria-hidden="true">
        {SWEEP_CELLS.map((cell, index) => (
          <li key={cell}>
            <LineSample lab={index} />
            <RecallMark cell={cell} />
            {CELL_NAMES[cell]}
          </li>
        ))}
      </ul>
      <div className={styles.charts}>
        {STARTS.map((start) => (
          <div key={start} className={styles.start}>
            <h3>{words.starts[start]}</h3>
            <p className={styles.hint}>{startHint(start, choice.lag, words)}</p>
            <RecallChart sweep={sweep} start={start} />
          </div>
        ))}
      </div>
      {verdicts.length > 0 && done < all && <p className={styles.verdict}>{words.soFar(done, all)}</p>}
      {verdicts.map((verdict) => (
        <p key={verdict} className={styles.verdict}>
          {verdict}
        </p>
      ))}
    </Figure>
  );
}

function Choices({ choice }: { readonly choice: SweepChoice }) {
  const words = useWords(cellsWords).recall;
  const { actions } = useCells().sweep;
  const id = useId();
  const { min, max } = SWEEP_LIMITS.lag;
  return (
    <div className={styles.choices}>
      <SegmentedChoice
        small
        name={words.kind}
        options={RECALL_KINDS}
        words={words.kinds}
        value={choice.kind}
        onChange={(kind) => actions.choose({ kind })}
      />
      <div className={styles.lag}>
        <label htmlFor={id}>{words.lag}</label>
        <InkSlider
          id={id}
          min={min}
          max={max}
          step={1}
          value={choice.lag}
          aria-valuetext={words.lagValue(choice.lag)}
          onChange={(lag) => actions.choose({ lag })}
        />
        <output htmlFor={id}>{words.lagValue(choice.lag)}</output>
      </div>
      <SegmentedChoice
        small
        name={words.budget}
        options={BUDGETS}
        words={asWords(BUDGETS)}
        value={String(choice.budget)}
        onChange={(budget) => actions.choose({ budget: Number(budget) })}
      />
      <SegmentedChoice
        small
        name={words.seeds}
        options={SEEDS}
        words={asWords(SEEDS)}
        value={String(choice.seeds)}
        onChange={(seeds) => actions.choose({ seeds: Number(seeds) })}
      />
    </div>
  );
}

/** What is under way, and the button that begins or ends it. */
function Progress({ sweep }: { readonly sweep: Sweep }) {
  const words = useWords(cellsWords).recall;
  const { actions } = useCells().sweep;
  const { isMeasuring, now, results, choice, measured, hasFailed } = sweep;
  const { done, all } = progressOf(choice, results);
  const isDone = done === all;
  return (
    <div className={styles.progress}>
      <button
        type="button"
        className={styles.measure}
        aria-disabled={isDone && !isMeasuring}
        onClick={isMeasuring ? actions.stop : isDone ? undefined : actions.measure}
      >
        {isMeasuring ? words.stop : done > 0 && !isDone ? words.goOn : words.measure}
      </button>
      <progress className={styles.bar} value={done} max={all} aria-label={words.name} />
      <span>{words.progress(done, all)}</span>
      <span className={styles.now}>
        {now
          ? words.now(
              CELL_NAMES[now.trial.cell],
              now.trial.lag,
              words.starts[now.trial.start],
              now.trial.seed,
              now.update,
            )
          : isDone
            ? words.allMeasured
            : hasFailed
              ? words.workerFailed
              : ''}{' '}
        {!isMeasuring && measured && !isSameChoice(measured, choice) && (
          <MeasuredLast sweep={sweep} measured={measured} />
        )}
      </span>
    </div>
  );
}

/** What is not in sight because something else is chosen. */
function MeasuredLast({ sweep, measured }: { readonly sweep: Sweep; readonly measured: SweepChoice }) {
  const words = useWords(cellsWords).recall;
  const { actions } = useCells().sweep;
  const told = { ...measured, ...progressOf(measured, sweep.results) };
  return (
    <>
      {words.measuredLast(words.kinds[measured.kind], told)}{' '}
      <button type="button" className={styles.show} onClick={() => actions.choose(measured)}>
        {words.show}
      </button>
    </>
  );
}

type RecallWords = (typeof cellsWords)['en']['recall'];

/** How far the gates begin open, and what that leaves of a state over the largest lag. */
function startHint(start: Start, lag: number, words: RecallWords): string {
  if (start === 'plain') return words.startHints.plain(lag, formatMagnitude(keptOver(lag, 0)));
  const kept = (cell: 'gru' | 'lstm') => `${formatPercent(keptOver(lag, OPEN_BIAS[cell]))}%`;
  return words.startHints.open(lag, OPEN_BIAS, { gru: kept('gru'), lstm: kept('lstm') });
}
