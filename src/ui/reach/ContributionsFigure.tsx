/** The figure "One W, T places": the next change of one matrix as the sum of what each timestep gives to it. */
import { useId, useMemo, useRef } from 'react';
import * as contributionsWords from '../../i18n/contributions.ts';
import * as reachWords from '../../i18n/reach.ts';
import {
  addsUp,
  colourEnd,
  digitPower,
  digitsAddUp,
  formatPower,
  formatTerms,
  joinTerms,
  type MatrixSum,
  type Summand,
  type SumOf,
  sumContributions,
} from '../../layout/contributions.ts';
import { formatFixed } from '../../layout/format.ts';
import type { Cell } from '../../layout/heatmap.ts';
import {
  CLOSE_ENDS,
  formatMagnitude,
  formatShare,
  listParameters,
  type ParameterChoice,
  ROUND_ENDS,
} from '../../layout/reach.ts';
import { sumLines } from '../../layout/sumLines.ts';
import { readName } from '../../tasks/task.ts';
import { ColorLegend } from '../ColorLegend.tsx';
import { usePointedCell } from '../canvas/usePointedCell.ts';
import { useActions, useMessages, useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import { useMagnitudeDomain } from '../useMagnitudeDomain.ts';
import { usePacedSnapshot } from '../usePacedSnapshot.ts';
import { useSize } from '../useSize.ts';
import { weightEnds } from '../weightEnds.ts';
import styles from './ContributionsFigure.module.css';
import { PlacesExplained } from './PlacesExplained.tsx';
import { ColumnNames, gatesOf, RowNames, rowLabelsWidth } from './SumAxes.tsx';
import { SummandMap } from './SummandMap.tsx';
import { SumOfMatrices } from './SumOfMatrices.tsx';

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
/** Steps of a smaller part of the whole have colours of their own: one in so many, fewer where no digits are read. */
const LEAST_SHARE = { digits: 20, colours: 1 };
/** CSS pixels above a matrix: for a step, and for how many others there are. */
const ABOVE = { steps: 38, others: 50 };

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
  const shown = sum ? [...sum.summands, sum.total] : [];
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const gates = gatesOf(model.cell, map);
  const blocks = Math.max(1, gates.length);
  const lines = sumLines(width, { ...map, blocks }, shown.length, rowLabelsWidth(gates));
  const { size } = lines;
  const above = sum && sum.others > 0 ? ABOVE.others : ABOVE.steps;
  const ends = useMemo(() => sum && endsOf(sum, size.digits), [sum, size.digits]);
  const scaleEnds = size.digits ? ROUND_ENDS : CLOSE_ENDS;
  const scaleKey = `${runId} ${view} ${shows} ${size.digits}`;
  const wholeDomain = useMagnitudeDomain(ends?.whole ?? 0, scaleKey, scaleEnds);
  const stepDomain = useMagnitudeDomain(ends?.step ?? 0, scaleKey, scaleEnds);
  // One of many steps is too small a part of the sum to be seen in its colours.
  const leastShare = size.digits ? LEAST_SHARE.digits : LEAST_SHARE.colours;
  const isApart = sum !== null && (sum.others > 0 || stepDomain * leastShare < wholeDomain);
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
        blocks={blocks}
        columnNames={<ColumnNames map={map} task={task} length={size.width} />}
        above={above}
        width={lines.column}
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
          {isApart && (
            <ScaleLegend
              domain={stepDomain}
              open={sum.largestOfStep > stepDomain}
              name={words.legends.steps}
            />
          )}
          <ScaleLegend
            domain={wholeDomain}
            open={sum !== null && sum.largest > wholeDomain}
            name={isApart ? words.legends.sums : null}
          />
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
      <div ref={frame}>
        {sum ? (
          <SumOfMatrices
            matrices={shown.map(({ kind, timestep }, which) => ({ key: timestep ?? kind, map: draw(which) }))}
            equals={isExact ? '=' : '≈'}
            lines={lines}
            above={above}
            rowLabels={<RowNames map={map} task={task} length={size.height} gates={gates} />}
          />
        ) : (
          <p className={styles.waiting}>{waiting}</p>
        )}
      </div>
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

interface ScaleLegendProps {
  readonly domain: number;
  readonly open: boolean;
  readonly name: string | null;
}

/** The colours of the matrices, in the units in which their digits are written. */
function ScaleLegend({ domain, open, name }: ScaleLegendProps) {
  const words = useWords(contributionsWords);
  const power = digitPower(domain);
  return (
    <ColorLegend domain={Number((domain * 10 ** power).toPrecision(2))} open={open}>
      {[name, power > 0 ? words.power(formatPower(power)) : null].filter((part) => part !== null).join(', ')}
    </ColorLegend>
  );
}

/** Where the colours end: digits are all within them, without digits a few values may be beyond. */
function endsOf(sum: MatrixSum, digits: boolean): { readonly whole: number; readonly step: number } {
  if (digits) return { whole: sum.largest, step: sum.largestOfStep };
  const steps = sum.summands.filter(({ kind }) => kind === 'step');
  return { whole: colourEnd([...sum.summands, sum.total]), step: colourEnd(steps) };
}

function signed(value: number): string {
  return Math.abs(value) >= 0.01 || value === 0 ? formatFixed(value, 4) : formatMagnitude(value);
}

function shareOf(length: number, summands: readonly Summand[]): string {
  const all = summands.reduce((sum, each) => sum + each.length, 0);
  return all > 0 ? `${formatShare(length / all)}%` : '';
}
