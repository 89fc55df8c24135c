/** The figure "Unrolled network": one column a timestep, windowed over long texts. */
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { isolated } from '../i18n/isolated.ts';
import { isDense } from '../layout/grid.ts';
import { isWord } from '../layout/letterSize.ts';
import { layoutNetwork } from '../layout/network.ts';
import { visibleColumns } from '../layout/window.ts';
import { endBefore } from '../tasks/task.ts';
import { letterMark } from '../tasks/text.ts';
import { useActions, useMessages, useRun, useView } from './context.ts';
import { DenseBlocks } from './DenseBlocks.tsx';
import { Figure } from './Figure.tsx';
import { useCovered, useRound } from './guessing/useRound.ts';
import { InTurn } from './InTurn.tsx';
import { lazily } from './lazily.ts';
import { NetworkColumn, type NetworkColumnProps } from './NetworkColumn.tsx';
import styles from './NetworkFigure.module.css';
import { NetworkLegend } from './NetworkLegend.tsx';
import { NetworkLinks } from './NetworkLinks.tsx';
import { RowLabels } from './RowLabels.tsx';
import { StepBar } from './StepBar.tsx';
import { describeStep, inSentence } from './step.ts';
import { frozenSentence } from './time/frozenSentence.ts';
import { useColumnScroll } from './useColumnScroll.ts';
import { useSize } from './useSize.ts';
import { rowDecimals } from './values.ts';

/** Loaded with the first text that does not fit. */
const Minimap = lazily(async () => (await import('./Minimap.tsx')).Minimap);

/** Loaded when the slider is first moved. */
const FoldedNetwork = lazily(async () => (await import('./FoldedNetwork.tsx')).FoldedNetwork);

/** Loaded with the first exercise. */
const ExerciseMarks = lazily(async () => (await import('./exercise/ExerciseMarks.tsx')).ExerciseMarks);

/** Loaded with the panel that it belongs to. */
const BlockLight = lazily(async () => (await import('./BlockLight.tsx')).BlockLight);

/** Loaded with the first network that has more units than digits; until then the columns write their own numbers. */
const PredictionCanvas = lazily(
  async () => (await import('./canvas/PredictionCanvas.tsx')).PredictionCanvas,
  {
    isSilent: true,
  },
);

/** Loaded when somebody begins to guess. */
const Covers = lazily(async () => (await import('./guessing/Covers.tsx')).Covers);
const GuessBar = lazily(async () => (await import('./guessing/GuessBar.tsx')).GuessBar);
const Guessed = lazily(async () => (await import('./guessing/GuessBar.tsx')).Guessed);

export function NetworkFigure() {
  const words = useMessages();
  const actions = useActions();
  const task = useRun((run) => run.task);
  const model = useRun((run) => run.model);
  const snapshot = useRun((run) => run.snapshot);
  const timestep = useView((view) => view.timestep);
  const isText = useRun((run) => run.exercise === null);
  const guessing = useView((view) => view.guessing) && isText;
  const isInside = useView((view) => view.panels.includes('inside'));
  const covered = useCovered();
  const round = useRound();
  const guesses = guessing && round.revealed ? round.guesses : [];
  // Covers lie over the unrolled columns.
  const fold = useView((view) => (covered ? 0 : view.fold));
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);

  const timesteps = task.example.inputs.length;
  const letters = task.outputNames.length;
  const worded = task.outputNames.some(isWord);
  const relu = model.cell === 'rnn' && model.nonlinearity === 'relu';
  const layout = useMemo(
    () =>
      layoutNetwork({
        timesteps,
        letters,
        hiddenSize: model.hiddenSize,
        layers: model.layers,
        cellState: model.cell === 'lstm',
        worded,
        width,
        height,
      }),
    [timesteps, letters, model, worded, width, height],
  );
  const viewWidth = Math.max(0, width - layout.gutter);
  const { scroller, scrollLeft, onScroll } = useColumnScroll(
    layout.columnWidth,
    viewWidth,
    timestep,
    layout.lead,
  );
  const { first, count } = visibleColumns(
    Math.max(0, scrollLeft - layout.lead),
    viewWidth,
    layout.columnWidth,
    timesteps,
  );
  const decimals = useSteady(rowDecimals(layout, snapshot.trace, first, count, letters));
  // A width of 0 is one that is not yet measured.
  const overflows = viewWidth > 0 && layout.contentWidth > viewWidth + 1;
  const inSight = Array.from({ length: count }, (_, index) => first + index);
  const folded = fold > 0;
  const columns = folded ? [] : inSight;
  const isLarge = layout.blocks.some(({ grid }) => grid && isDense(grid));
  const [painted, setPainted] = useState(false);
  const left = first * layout.columnWidth;
  const shownWidth = count * layout.columnWidth;

  const step = inSentence(describeStep(task, snapshot.trace, timestep));
  const end = endBefore(task, snapshot.trace, timesteps);
  const chosen = guesses[timestep] ?? null;
  const told =
    words.network.step(step) +
    (chosen === null ? '' : words.guessing.guessed(isolated(letterMark(task.outputNames[chosen]))));

  return (
    <Figure
      name={words.network.name}
      summary={
        covered
          ? words.guessing.coveredSummary(step.number, timesteps, step.letter)
          : words.network.summary(step, timesteps, snapshot.correct, snapshot.targets, snapshot.update) +
            frozenSentence(snapshot.ablation, model.layers, words.network)
      }
      table={({ networkTable }) => networkTable({ task, snapshot, timestep, words, covered, guesses })}
      aside={<NetworkLegend />}
      className={styles.figure}
      style={
        {
          '--least-height': `${layout.minHeight}px`,
          '--most-height': `${layout.maxHeight}px`,
        } as CSSProperties
      }
    >
      <div className={styles.frame} ref={frame}>
        <RowLabels layout={layout} />
        <div
          className={styles.scroller}
          ref={scroller}
          onScroll={onScroll}
          style={{
            left: layout.gutter,
            height: layout.height,
            visibility: folded ? 'hidden' : 'visible',
          }}
          {...(overflows && { tabIndex: 0, role: 'group', 'aria-label': words.network.scroller })}
        >
          <div className={styles.content} style={{ width: layout.contentWidth, height: layout.height }}>
            <div
              // It glides from column to column, and not after columns that are placed anew.
              key={`${layout.lead} ${layout.columnWidth}`}
              className={styles.selection}
              style={{
                width: layout.inner + 10,
                height: layout.height - 2,
                transform: `translateX(${layout.lead + (timestep + 0.5) * layout.columnWidth - layout.inner / 2 - 5}px)`,
              }}
            />
            {!isText && <ExerciseMarks layout={layout} />}
            <div
              className={styles.window}
              style={{
                width: shownWidth,
                height: layout.height,
                transform: `translateX(${layout.lead + left}px)`,
              }}
            >
              <DenseBlocks
                layout={layout}
                trace={snapshot.trace}
                relu={relu}
                first={first}
                count={columns.length}
              />
              {isLarge && !folded && !covered && (
                <PredictionCanvas
                  layout={layout}
                  task={task}
                  trace={snapshot.trace}
                  first={first}
                  count={count}
                  decimals={decimals}
                  onPainted={setPainted}
                />
              )}
              {columns.map((t) => (
                <svg
                  key={t}
                  data-timestep={t}
                  className={styles.column}
                  width={layout.columnWidth}
                  height={layout.height}
                  style={{ transform: `translateX(${(t - first) * layout.columnWidth}px)` }}
                  aria-hidden="true"
                  onClick={() => actions.selectTimestep(t)}
                >
                  <InTurn>
                    <PresentColumn
                      t={t}
                      layout={layout}
                      task={task}
                      relu={relu}
                      selected={t === timestep}
                      covered={covered}
                      guessed={guesses.length > 0}
                      painted={painted}
                      decimals={decimals}
                    />
                  </InTurn>
                </svg>
              ))}
              <NetworkLinks
                layout={layout}
                task={task}
                layers={model.layers}
                first={first}
                count={columns.length}
                timesteps={timesteps}
                timestep={timestep}
                end={end}
              />
              {isInside && <BlockLight layout={layout} timestep={timestep} first={first} />}
              {covered && <Covers layout={layout} columns={columns} />}
              {guesses.length > 0 && <Guessed layout={layout} columns={columns} guesses={guesses} />}
            </div>
          </div>
        </div>
        {folded && (
          <FoldedNetwork
            layout={layout}
            task={task}
            trace={snapshot.trace}
            relu={relu}
            layers={model.layers}
            columns={inSight}
            scrollLeft={scrollLeft}
            viewWidth={viewWidth}
            timestep={timestep}
            end={end}
            fold={fold}
            decimals={decimals}
            onSelect={actions.selectTimestep}
          />
        )}
      </div>
      {overflows && !folded && !covered && (
        <Minimap
          trace={snapshot.trace}
          task={task}
          scroller={scroller}
          scrollLeft={scrollLeft}
          viewWidth={viewWidth}
          columnWidth={layout.columnWidth}
          left={layout.gutter}
          timestep={timestep}
        />
      )}
      <StepBar
        step={step}
        timesteps={timesteps}
        sentence={covered ? words.guessing.coveredStep(step.number, step.letter) : told}
      />
      {guessing && <GuessBar />}
    </Figure>
  );
}

/** The same array as long as the numbers are the same, so that no column is drawn anew for them. */
function useSteady(numbers: readonly number[]): readonly number[] {
  const key = numbers.join();
  return useMemo(() => key.split(',').map(Number), [key]);
}

/** A column with the values of its own turn. */
function PresentColumn(props: Omit<NetworkColumnProps, 'trace'>) {
  const trace = useRun((run) => run.snapshot.trace);
  return <NetworkColumn {...props} trace={trace} />;
}
