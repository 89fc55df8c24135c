/** The figure "One W, T places": the gradient of one matrix as the sum of what each timestep gives to it. */
import { Fragment, useId, useMemo, useState } from 'react';
import * as reachWords from '../../i18n/reach.ts';
import {
  digitPower,
  formatPower,
  type Summand,
  sumContributions,
  summandSize,
} from '../../layout/contributions.ts';
import { formatFixed } from '../../layout/format.ts';
import type { Cell } from '../../layout/heatmap.ts';
import { formatMagnitude, formatShare, listParameters, type ParameterChoice } from '../../layout/reach.ts';
import { letterMark } from '../../tasks/text.ts';
import { ColorLegend } from '../ColorLegend.tsx';
import type { Way } from '../canvas/HeatmapExplorer.tsx';
import { useActions, useMessages, useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { useMagnitudeDomain } from '../useMagnitudeDomain.ts';
import { usePacedSnapshot } from '../usePacedSnapshot.ts';
import { weightEnds } from '../weightEnds.ts';
import styles from './ContributionsFigure.module.css';
import { SummandMap } from './SummandMap.tsx';

export interface ContributionsFigureProps {
  readonly choice: ParameterChoice;
  readonly onChoose: (view: number) => void;
}

/** Matrices of more entries are drawn at most once in this many milliseconds. */
const FEW_ENTRIES = 250;
const PACE = 200;

interface Cursor extends Cell {
  readonly which: number;
}

export function ContributionsFigure({ choice, onChoose }: ContributionsFigureProps) {
  const all = useWords(reachWords);
  const words = all.places;
  const weightWords = useMessages().weights;
  const model = useRun((run) => run.model);
  const task = useRun((run) => run.task);
  const isLarge = choice.map.rows * choice.map.columns > FEW_ENTRIES;
  const { runId, update, contributions } = usePacedSnapshot(isLarge ? PACE : 0);
  const selected = useView((view) => view.timestep);
  const { selectTimestep } = useActions();
  const id = useId();
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [spoken, setSpoken] = useState('');

  const { map, view } = choice;
  const timesteps = task.example.inputs.length;
  const choices = useMemo(() => listParameters(model), [model]);
  const nameOf = ({ kind, layer }: ParameterChoice['map']) =>
    words.layer(kind, model.layers > 1 && kind !== 'W_hy' && kind !== 'b_y' ? layer + 1 : null);
  const sum = useMemo(
    () =>
      contributions?.view === view
        ? sumContributions(contributions, map.rows * map.columns, timesteps)
        : null,
    [contributions, view, map, timesteps],
  );
  const wholeDomain = useMagnitudeDomain(sum?.largest ?? 0, `${runId} ${view}`);
  const stepDomain = useMagnitudeDomain(sum?.largestOfStep ?? 0, `${runId} ${view}`);
  // One of many steps is too small a part of the sum to be seen in its colours.
  const isApart = sum !== null && sum.others > 0;
  const size = summandSize(map.rows, map.columns);
  const domainOf = (which: number) => (isApart && shown[which].timestep !== null ? stepDomain : wholeDomain);
  const shown = sum ? [...sum.summands, sum.total] : [];
  const isTotal = (which: number) => which === shown.length - 1;
  const markOf = (which: number) => ({
    step: shown[which].timestep === null ? null : shown[which].timestep + 1,
    others: isTotal(which) ? 0 : (sum?.others ?? 0),
  });
  const titleOf = (which: number) => {
    const { step, others } = markOf(which);
    return step !== null ? words.step(step) : isTotal(which) ? words.sum : words.others(others);
  };
  const reading = ({ which, row, column }: Cursor) =>
    words.reading(
      markOf(which),
      weightWords.reading({
        ...weightEnds(map, { row, column }, model, task.vocabulary),
        value: signed(shown[which].values[row * map.columns + column]),
      }),
    );
  const point = (which: number) => (at: Cell | null, way: Way) => {
    const next = at && { ...at, which };
    setCursor(next);
    setSpoken(next && way === 'keyboard' ? reading(next) : '');
  };
  const standing =
    cursor && cursor.which < shown.length && cursor.row < map.rows && cursor.column < map.columns
      ? cursor
      : null;
  const lengths = shown.map(({ length }, which) => `${titleOf(which)} ${formatMagnitude(length)}`);

  return (
    <Figure
      name={words.name}
      summary={sum ? words.summary(nameOf(map), update, lengths.join(', ')) : all.waiting}
      table={() => ({
        caption: words.table(nameOf(map)),
        columns: words.columns,
        rows: shown.map((summand, which) => [
          titleOf(which),
          summand.timestep === null ? '' : letterMark(task.letters[summand.timestep]),
          formatMagnitude(summand.length),
          isTotal(which) ? '' : shareOf(summand, sum?.summands ?? []),
        ]),
      })}
      aside={
        <div className={styles.legends}>
          {isApart && <ScaleLegend domain={stepDomain} name={words.legends.steps} />}
          <ScaleLegend domain={wholeDomain} name={isApart ? words.legends.sums : null} />
        </div>
      }
    >
      <div className={styles.choose}>
        <label htmlFor={id}>{words.choose}</label>
        <select id={id} value={view} onChange={(event) => onChoose(Number(event.target.value))}>
          {choices.map((each) => (
            <option key={each.view} value={each.view}>
              {nameOf(each.map)}
            </option>
          ))}
        </select>
      </div>
      <section className={styles.sum} aria-label={words.scroller}>
        {shown.map((summand, which) => (
          <Fragment key={summand.timestep ?? (isTotal(which) ? 'sum' : 'others')}>
            {which > 0 && (
              <span className={styles.sign} style={{ height: size.height }} aria-hidden="true">
                {isTotal(which) ? '=' : '+'}
              </span>
            )}
            <SummandMap
              summand={summand}
              title={titleOf(which)}
              letter={summand.timestep === null ? null : letterMark(task.letters[summand.timestep])}
              length={words.length(formatMagnitude(summand.length))}
              isTotal={isTotal(which)}
              selected={summand.timestep === selected}
              label={words.map(markOf(which), map.rows, map.columns)}
              describedBy={`${id}-hint`}
              map={map}
              cell={model.cell}
              size={size}
              domain={domainOf(which)}
              power={digitPower(domainOf(which))}
              cursor={standing?.which === which ? standing : null}
              onCursor={point(which)}
              onPick={() => summand.timestep !== null && selectTimestep(summand.timestep)}
            />
          </Fragment>
        ))}
        {!sum && <p className={styles.waiting}>{all.waiting}</p>}
      </section>
      <p className={styles.sentence}>
        {words.meaning} {map.kind === 'W_hh' && shown[0]?.timestep === 0 && words.nothingBefore}
      </p>
      <p className={styles.reading}>
        <span id={`${id}-hint`} hidden={standing !== null}>
          {words.hint}
        </span>
        {standing && reading(standing)}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </Figure>
  );
}

/** The colours of the matrices, in the units in which their digits are written. */
function ScaleLegend({ domain, name }: { readonly domain: number; readonly name: string | null }) {
  const words = useWords(reachWords).places;
  const power = digitPower(domain);
  return (
    <ColorLegend domain={Number((domain * 10 ** power).toPrecision(2))}>
      {[name, power > 0 ? words.power(formatPower(power)) : null].filter((part) => part !== null).join(', ')}
    </ColorLegend>
  );
}

function signed(value: number): string {
  return Math.abs(value) >= 0.01 || value === 0 ? formatFixed(value, 4) : formatMagnitude(value);
}

function shareOf({ length }: Summand, summands: readonly Summand[]): string {
  const all = summands.reduce((sum, each) => sum + each.length, 0);
  return all > 0 ? `${formatShare(length / all)}%` : '';
}
