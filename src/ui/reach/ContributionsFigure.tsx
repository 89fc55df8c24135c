/** The figure "One W, T places": the next change of one matrix as the sum of what each timestep gives to it. */
import { useId, useMemo } from 'react';
import * as contributionsWords from '../../i18n/contributions.ts';
import { grouped } from '../../i18n/numbers.ts';
import * as reachWords from '../../i18n/reach.ts';
import {
  addsUp,
  digitPower,
  digitsAddUp,
  formatPower,
  formatTerms,
  joinTerms,
  type Summand,
  type SumOf,
  sumContributions,
  summandSize,
} from '../../layout/contributions.ts';
import { formatFixed } from '../../layout/format.ts';
import type { Cell } from '../../layout/heatmap.ts';
import { formatMagnitude, formatShare, listParameters, type ParameterChoice } from '../../layout/reach.ts';
import { readName } from '../../tasks/task.ts';
import { ColorLegend } from '../ColorLegend.tsx';
import { usePointedCell } from '../canvas/usePointedCell.ts';
import { useActions, useMessages, useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import { useMagnitudeDomain } from '../useMagnitudeDomain.ts';
import { usePacedSnapshot } from '../usePacedSnapshot.ts';
import { weightEnds } from '../weightEnds.ts';
import styles from './ContributionsFigure.module.css';
import { PlacesExplained } from './PlacesExplained.tsx';
import { SumInSight } from './SumInSight.tsx';
import { SummandMap } from './SummandMap.tsx';

export interface ContributionsFigureProps {
  readonly choice: ParameterChoice;
  /** What is added up, where both are known. */
  readonly sum: SumOf;
  readonly onChoose: (choice: { readonly matrix: number } | { readonly sum: SumOf }) => void;
}

/** Matrices of more entries are drawn at most once in this many milliseconds. */
const FEW_ENTRIES = 250;
const PACE = 200;

const SUMS = ['change', 'gradient'] as const;
/** Steps of a smaller part of the whole have colours of their own: one in so many. */
const LEAST_SHARE = 20;
/** CSS pixels in which what is written at a matrix takes two lines at most: a step, and how many others there are. */
const TITLE = { step: 80, others: 94, digit: 7 };

interface Place extends Cell {
  readonly which: number;
}

export function ContributionsFigure({ choice, sum: chosen, onChoose }: ContributionsFigureProps) {
  const words = useWords(contributionsWords);
  const { waiting } = useWords(reachWords);
  const weightWords = useMessages().weights;
  const model = useRun((run) => run.model);
  const task = useRun((run) => run.task);
  const isLarge = choice.map.rows * choice.map.columns > FEW_ENTRIES;
  const snapshot = usePacedSnapshot(isLarge ? PACE : 0);
  const { runId, update, contributions } = snapshot;
  const known = useRun((run) => run.parameters);
  const selected = useView((view) => view.timestep);
  const { selectTimestep } = useActions();
  const id = useId();

  const { map, view } = choice;
  const timesteps = task.example.inputs.length;
  const choices = useMemo(() => listParameters(model), [model]);
  const nameOf = ({ kind, layer, part }: ParameterChoice['map']) =>
    (part ? `${weightWords.parts[part]}, ` : '') +
    words.layer(kind, model.layers > 1 && kind !== 'W_hy' && kind !== 'b_y' ? layer + 1 : null);
  const own = contributions?.view === view ? contributions : null;
  const shows: SumOf = own?.step ? chosen : 'gradient';
  const sum = useMemo(() => own && sumContributions(own, timesteps, shows), [own, timesteps, shows]);
  const scaleKey = `${runId} ${view} ${shows}`;
  const wholeDomain = useMagnitudeDomain(sum?.largest ?? 0, scaleKey);
  const stepDomain = useMagnitudeDomain(sum?.largestOfStep ?? 0, scaleKey);
  // One of many steps is too small a part of the sum to be seen in its colours.
  const isApart = sum !== null && (sum.others > 0 || stepDomain * LEAST_SHARE < wholeDomain);
  const size = summandSize(map.rows, map.columns);
  const column = Math.max(size.width, titleWidth(sum?.others ?? 0));
  const shown = sum ? [...sum.summands, sum.total] : [];
  const domainOf = (which: number) => (isApart && shown[which].kind === 'step' ? stepDomain : wholeDomain);
  const sumName = shows === 'gradient' ? words.gradient : `Δ${map.kind[0]}`;
  const placeOf = (which: number) => ({
    kind: shown[which].kind,
    step: (shown[which].timestep ?? 0) + 1,
    others: sum?.others ?? 0,
    sum: sumName,
  });
  const titleOf = (which: number) => {
    const { kind, step, others } = placeOf(which);
    if (kind === 'step') return words.step(step);
    if (kind === 'others') return words.restOf(others);
    return kind === 'carried' ? words.carried : sumName;
  };
  const reading = ({ which, row, column }: Place) =>
    words.reading(
      placeOf(which),
      weightWords.reading({
        ...weightEnds(map, { row, column }, model, task),
        value: signed(shown[which].values[row * map.columns + column]),
      }),
    );
  const written = shown.map(({ values }, which) => ({ values, power: digitPower(domainOf(which)) }));
  // Colours say nothing that could be added up.
  const isExact =
    !size.digits || written.length === 0 || digitsAddUp(written.slice(0, -1), written[written.length - 1]);
  /** What the next update does to the entry, in numbers. */
  const entry = ({ row, column }: Cell) => {
    const index = row * map.columns + column;
    const values = shown.map((summand) => summand.values[index]);
    const format = formatTerms(values);
    const before = (snapshot.parameters ?? known)[map.offset + index];
    const change = values[values.length - 1];
    const parts = values.slice(0, -1).map(format);
    return words.entry({
      parts: joinTerms(parts),
      sign: addsUp(parts, format(change)) ? '=' : '≈',
      sum: sumName,
      change: format(change),
      before: format(before),
      after: format(before + change),
    });
  };
  const { pointed, spoken, point } = usePointedCell<Place>(
    ({ which, row, column }) => which < shown.length && row < map.rows && column < map.columns,
    (at) => {
      const isWhole = shown[at.which].kind === 'sum' && shows === 'change';
      return `${reading(at)} ${isWhole ? entry(at) : ''}`.trim();
    },
  );

  const draw = (which: number) => {
    const summand = shown[which];
    return (
      <SummandMap
        summand={summand}
        title={titleOf(which)}
        letter={summand.timestep === null ? null : readName(task, snapshot.trace, summand.timestep)}
        length={words.length(formatMagnitude(summand.length))}
        selected={summand.timestep === selected}
        label={words.map(placeOf(which), map.rows, map.columns)}
        describedBy={`${id}-hint`}
        map={map}
        cell={model.cell}
        width={column}
        size={size}
        domain={domainOf(which)}
        power={digitPower(domainOf(which))}
        cursor={pointed?.which === which ? pointed : null}
        onCursor={(at, way) => point(at && { ...at, which }, way)}
        onPick={() => summand.timestep !== null && selectTimestep(summand.timestep)}
      />
    );
  };

  return (
    <Figure
      className={styles.figure}
      name={words.name}
      summary={
        sum
          ? words.summary(
              words.sumNames[shows],
              nameOf(map),
              update,
              shown.map(({ length }, which) => `${titleOf(which)} ${formatMagnitude(length)}`).join(', '),
            )
          : waiting
      }
      table={() => ({
        caption: words.table(words.sumNames[shows], nameOf(map)),
        columns: words.columns,
        rows: shown.map(({ kind, timestep, length }, which) => [
          titleOf(which),
          timestep === null ? '' : readName(task, snapshot.trace, timestep),
          formatMagnitude(length),
          kind === 'sum' ? '' : shareOf(length, sum?.summands ?? []),
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
        <select id={id} value={view} onChange={(event) => onChoose({ matrix: Number(event.target.value) })}>
          {choices.map((each) => (
            <option key={each.view} value={each.view}>
              {nameOf(each.map)}
            </option>
          ))}
        </select>
        {own?.step && (
          <SegmentedChoice
            small
            name={words.shows}
            options={SUMS}
            words={words.sums}
            value={shows}
            onChange={(sum) => onChoose({ sum })}
          />
        )}
      </div>
      {sum ? (
        <SumInSight
          parts={sum.summands.map(({ kind, timestep }, which) => ({
            key: timestep ?? kind,
            map: draw(which),
          }))}
          total={draw(sum.summands.length)}
          equals={isExact ? '=' : '≈'}
          column={column}
          height={size.height}
        />
      ) : (
        <p className={styles.waiting}>{waiting}</p>
      )}
      <p className={styles.reading}>
        <span id={`${id}-hint`} hidden={pointed !== null}>
          {words.hint}
        </span>
        {pointed && reading(pointed)}
        {pointed && shows === 'change' && <span className={styles.entry}>{entry(pointed)}</span>}
      </p>
      {own && <PlacesExplained contributions={own} shows={shows} map={map} />}
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </Figure>
  );
}

/** The colours of the matrices, in the units in which their digits are written. */
function ScaleLegend({ domain, name }: { readonly domain: number; readonly name: string | null }) {
  const words = useWords(contributionsWords);
  const power = digitPower(domain);
  return (
    <ColorLegend domain={Number((domain * 10 ** power).toPrecision(2))}>
      {[name, power > 0 ? words.power(formatPower(power)) : null].filter((part) => part !== null).join(', ')}
    </ColorLegend>
  );
}

function titleWidth(others: number): number {
  return others > 0 ? TITLE.others + TITLE.digit * grouped(others).length : TITLE.step;
}

function signed(value: number): string {
  return Math.abs(value) >= 0.01 || value === 0 ? formatFixed(value, 4) : formatMagnitude(value);
}

function shareOf(length: number, summands: readonly Summand[]): string {
  const all = summands.reduce((sum, each) => sum + each.length, 0);
  return all > 0 ? `${formatShare(length / all)}%` : '';
}
