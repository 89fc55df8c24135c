import { useId, useMemo, useRef } from 'react';
import { isolated } from '../i18n/isolated.ts';
import { DOMAINS } from '../layout/color.ts';
import { formatFixed } from '../layout/format.ts';
import type { Cell } from '../layout/heatmap.ts';
import { readNames } from '../tasks/task.ts';
import { ColorLegend } from './ColorLegend.tsx';
import { usePointedCell } from './canvas/usePointedCell.ts';
import { useActions, useMessages, useRun, useView } from './context.ts';
import { Figure } from './Figure.tsx';
import styles from './HiddenStateFigure.module.css';
import { HiddenStateMap } from './HiddenStateMap.tsx';
import { MathSymbol } from './MathSymbol.tsx';
import { TimestepTicks } from './TimestepTicks.tsx';
import { FreezeUnits } from './time/FreezeUnits.tsx';
import { Refusal } from './time/Refusal.tsx';
import { useSize } from './useSize.ts';

/** CSS pixels: the numbers of the units, a row, the least a map takes, and the most all of them take. */
const GUTTER = 30;
const LEAST_WIDTH = 120;
const ROW_HEIGHT = 27;
const LEAST_HEIGHT = 28;
const MOST_HEIGHT = 190;
/** States of at most this many units are read out in the summary. */
const FEW_UNITS = 8;
/** States within this share of the colours' domain look like the paper. */
const FAINT = 0.05;

interface Place extends Cell {
  readonly map: number;
}

/** What the network remembers at each timestep: one map per layer, with the LSTM's cell state below. */
export function HiddenStateFigure() {
  const trace = useRun((run) => run.snapshot.trace);
  const { cell, nonlinearity, hiddenSize: units, layers } = useRun((run) => run.model);
  const task = useRun((run) => run.task);
  const letters = useMemo(() => readNames(task, trace), [task, trace]);
  const { timesteps } = trace;
  const selected = Math.min(
    useView((view) => view.timestep),
    timesteps - 1,
  );
  const hasControls = useView((view) => !view.hidden.includes('controls'));
  const { selectTimestep } = useActions();
  const words = useMessages().hiddenState;
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const room = useSize(frame).width;
  const width = Math.max(LEAST_WIDTH, room - GUTTER);

  const hiddenDomain = cell === 'rnn' && nonlinearity === 'relu' ? DOMAINS.relu : DOMAINS.hidden;
  // The highest layer is on top, as in the network.
  const maps = useMemo(
    () =>
      trace.layers
        .flatMap((layer, index) => [
          ...(layer.cellState ? [{ symbol: 'c' as const, layer: index, states: layer.cellState }] : []),
          { symbol: 'h' as const, layer: index, states: layer.hidden },
        ])
        .reverse(),
    [trace],
  );
  const layerNumber = (layer: number) => (layers > 1 ? layer + 1 : null);
  const height = Math.round(Math.max(LEAST_HEIGHT, Math.min(units * ROW_HEIGHT, MOST_HEIGHT / maps.length)));

  const reading = (at: Place) => {
    const { symbol, layer, states } = maps[at.map];
    return words.reading({
      symbol,
      layer: layerNumber(layer),
      unit: at.row + 1,
      step: at.column + 1,
      letter: isolated(letters[at.column]),
      value: formatFixed(states[(at.column + 1) * units + at.row], 2),
    });
  };
  const { pointed, spoken, point } = usePointedCell<Place>(
    ({ map, row, column }) => map < maps.length && row < units && column < timesteps,
    reading,
  );

  const top = maps[0];
  const state = top.states.subarray((selected + 1) * units, (selected + 2) * units);
  const at = { units, layers, timesteps, step: selected + 1, letter: isolated(letters[selected]) };
  const strongest = state.reduce(
    (best, value, unit) => (Math.abs(value) > Math.abs(state[best]) ? unit : best),
    0,
  );
  const summary =
    units <= FEW_UNITS
      ? words.summary({ ...at, values: Array.from(state, (value) => formatFixed(value, 2)) })
      : words.summaryOfMany({ ...at, unit: strongest + 1, value: formatFixed(state[strongest], 2) });

  return (
    <Figure
      name={words.name}
      summary={summary}
      table={({ hiddenStateTable }) =>
        hiddenStateTable({ maps, units, timesteps, selected, letters, layers })
      }
      aside={
        <div className={styles.legends}>
          <ColorLegend domain={hiddenDomain} open={hiddenDomain === DOMAINS.relu}>
            {cell === 'lstm' && <MathSymbol base="h" subscript="t" />}
          </ColorLegend>
          {cell === 'lstm' && (
            <ColorLegend domain={DOMAINS.cellState} open>
              <MathSymbol base="c" subscript="t" />
            </ColorLegend>
          )}
        </div>
      }
    >
      <div ref={frame} className={styles.frame}>
        {room > 0 &&
          maps.map(({ symbol, layer, states }, map) => (
            <HiddenStateMap
              key={`${symbol}${layer}`}
              symbol={symbol}
              layer={layerNumber(layer)}
              titled={maps.length > 1}
              rowName={map === 0 ? words.unitAxis : null}
              label={words.map({ symbol, layer: layerNumber(layer), units, timesteps })}
              describedBy={hintId}
              states={states}
              units={units}
              timesteps={timesteps}
              domain={symbol === 'c' ? DOMAINS.cellState : hiddenDomain}
              width={width}
              height={height}
              selected={selected}
              cursor={pointed?.map === map ? pointed : null}
              onCursor={(at, way) => point(at && { ...at, map }, way)}
              onPick={({ column }) => selectTimestep(column)}
            />
          ))}
        {room > 0 && (
          <TimestepTicks letters={letters} timesteps={timesteps} selected={selected} width={width} />
        )}
      </div>
      <p className={styles.reading}>
        <span id={hintId} hidden={pointed !== null}>
          {words.hint}
          {Math.abs(state[strongest]) < FAINT * hiddenDomain && (
            <> {words.faint(formatFixed(FAINT * hiddenDomain, 2))}</>
          )}
        </span>
        {pointed && reading(pointed)}
      </p>
      {hasControls && (
        <div className={styles.freezing}>
          <FreezeUnits />
        </div>
      )}
      <Refusal kinds={['freeze', 'thaw']} />
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </Figure>
  );
}
