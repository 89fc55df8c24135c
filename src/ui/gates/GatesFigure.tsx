/** The panel "Gates": every gate of GRU or LSTM in every layer over all timesteps; each can be held open or shut. */
import { useId, useMemo, useRef } from 'react';
import type { Trace } from '../../engine/index.ts';
import * as gateWords from '../../i18n/gates.ts';
import { isolated } from '../../i18n/isolated.ts';
import { formatFixed } from '../../layout/format.ts';
import { type Cell, valueAt } from '../../layout/heatmap.ts';
import { meanGate } from '../../layout/reach.ts';
import { readNames } from '../../tasks/task.ts';
import { usePointedCell } from '../canvas/usePointedCell.ts';
import { useActions, useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { Loading } from '../Loading.tsx';
import { TimestepTicks } from '../TimestepTicks.tsx';
import { Refusal } from '../time/Refusal.tsx';
import { usePacedSnapshot } from '../usePacedSnapshot.ts';
import { useSize } from '../useSize.ts';
import { GateMap } from './GateMap.tsx';
import styles from './GatesFigure.module.css';
import { candidatesOf, gateGrid, gatesOf } from './gate.ts';
import { gatesTable } from './gatesTable.ts';
import { useGateSight } from './useGateSight.ts';

/** CSS pixels: what stands beside a map where there is room for both, the numbers of its units, the least a map takes. */
const BESIDE = 160;
const LEAST_BESIDE = 560;
const UNITS = 30;
const LEAST_WIDTH = 120;
/** More values of all gates than this take long to draw: they are followed this many milliseconds apart. */
const CHEAP = 200_000;
const PACE = 250;

interface Place extends Cell {
  readonly map: number;
}

export function GatesFigure() {
  const model = useRun((run) => run.model);
  const size = useRun((run) => run.task.example.inputs.length) * model.hiddenSize * gatesOf(model).length;
  const { trace, gates } = usePacedSnapshot(size > CHEAP ? PACE : 0);
  useGateSight();
  if (size === 0) return <NoGates />;
  return gates === null ? <Loading /> : <GateMaps trace={trace} values={gates} />;
}

function NoGates() {
  const words = useWords(gateWords);
  return (
    <Figure name={words.name} summary={words.none} table={null}>
      <p className={styles.note}>
        {words.none} {words.choose}
      </p>
    </Figure>
  );
}

interface GateMapsProps {
  readonly trace: Trace;
  /** By layer. */
  readonly values: readonly Float64Array[];
}

function GateMaps({ trace, values }: GateMapsProps) {
  const words = useWords(gateWords);
  const { selectTimestep } = useActions();
  const model = useRun((run) => run.model);
  const task = useRun((run) => run.task);
  const view = useView((state) => state.timestep);
  const held = useRun((run) => run.snapshot.ablation.held) ?? [];
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const room = useSize(frame).width;

  const gates = useMemo(() => gatesOf(model), [model]);
  const { hiddenSize: units, layers } = model;
  const { timesteps } = trace;
  const letters = useMemo(() => readNames(task, trace), [task, trace]);
  const selected = Math.min(view, timesteps - 1);

  const atGate = (index: number) => ({
    gate: gates[index].letter,
    layer: layers > 1 ? gates[index].layer + 1 : null,
  });
  const whole = { from: 0, to: timesteps };
  const reading = ({ map, row, column }: Place) => {
    const { layer, gate } = gates[map];
    const value = valueAt(values[layer], gateGrid(model, gate, whole), { row, column });
    return words.reading({
      ...atGate(map),
      unit: row + 1,
      step: column + 1,
      letter: isolated(letters[column]),
      value: formatFixed(value, 2),
    });
  };
  const { pointed, spoken, point } = usePointedCell<Place>(
    ({ map, row, column }) => map < gates.length && row < units && column < timesteps,
    reading,
  );
  const isBeside = room >= LEAST_BESIDE;
  const left = UNITS + (isBeside ? BESIDE : 0);
  const width = Math.max(LEAST_WIDTH, room - left);
  const means = gates.map(({ layer, gate, letter }, index) => ({
    ...atGate(index),
    mean: formatFixed(meanGate(values[layer], model, letter, { from: selected, to: selected + 1 }), 2),
    held: held.some((one) => one.layer === layer && one.gate === gate),
  }));
  return (
    <Figure
      name={words.name}
      summary={words.summary({ step: selected + 1, timesteps, letter: isolated(letters[selected]), means })}
      table={({ turn }) => gatesTable({ gates, values, timesteps, model, selected, letters, words }, turn)}
    >
      <div ref={frame} className={styles.frame} data-beside={isBeside}>
        {room > 0 &&
          gates.map((gate, map) => (
            <GateMap
              key={`${gate.layer}${gate.letter}`}
              gate={gate}
              model={model}
              values={values[gate.layer]}
              timesteps={timesteps}
              selected={selected}
              width={width}
              describedBy={hintId}
              cursor={pointed?.map === map ? pointed : null}
              onCursor={(at, way) => point(at && { ...at, map }, way)}
              onPick={({ column }) => selectTimestep(column)}
            />
          ))}
        {room > 0 && (
          // The ticks keep to the right of the numbers of the units by themselves.
          <div style={{ marginLeft: left - UNITS }}>
            <TimestepTicks letters={letters} timesteps={timesteps} selected={selected} width={width} />
          </div>
        )}
      </div>
      <p className={styles.reading}>
        <span id={hintId} hidden={pointed !== null}>
          {words.hint}
        </span>
        {pointed && reading(pointed)}
      </p>
      <Refusal kinds={['hold', 'release']} />
      <p className={styles.note}>
        {words.legend.gate} {words.legend.candidates(candidatesOf([model]))}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </Figure>
  );
}
