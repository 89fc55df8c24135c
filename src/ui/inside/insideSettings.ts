/**
 * What can be chosen inside a step, as a link carries it. Quantities are written as in the equations with their layer
 * before them, such as `1.h`, `1.i.sum` or `W_hy`; layers, steps, rows and columns are counted from 1.
 */
import type { ModelConfig } from '../../engine/index.ts';
import type { Operand, Operation } from '../../engine/operation.ts';
import { type Codec, position } from '../../state/codec.ts';
import { placeAmong, type SettingsTable, several } from '../../state/panelSettings.ts';
import type { Run } from '../../state/run.ts';
import type { Task } from '../../tasks/task.ts';
import { operandsById, originOf, type Spot } from './spot.ts';
import { operationsOfRun } from './useOperations.ts';

export const MOST_PINS = 6;

/** The unit or output chosen where an equation is too large to be shown whole. */
export interface ChosenRow {
  /** Null for the output. */
  readonly layer: number | null;
  readonly row: number;
}

export interface InsideSettings {
  /** The operation gone to, from 0; null where all numbers are shown. */
  readonly at: number | null;
  readonly pins: readonly Spot[];
  /** Equations that are opened or closed other than at first, by their ids. */
  readonly lines: readonly string[];
  /** Layers that are closed. */
  readonly layers: readonly number[];
  /** Of each layer one at most. */
  readonly rows: readonly ChosenRow[];
}

/** `getRun` gives the run in sight, of which only what is the same at all updates is looked at. */
export function insideSettings(
  model: ModelConfig,
  task: Task,
  getRun: () => Run,
): SettingsTable<InsideSettings> {
  const timesteps = task.example.inputs.length;
  function operationsOf(timestep: number): readonly Operation[] {
    const run = getRun();
    // Another task may have come before the panel is drawn with it.
    return run.task === task ? operationsOfRun(run, timestep) : [];
  }
  // Of an exercise, only some of the steps have an output.
  const ends = [0, timesteps - 1].map(operationsOf);
  const lines = [...new Set(ends.flat().map(({ line }) => line))];
  return {
    codecs: {
      at: position(Math.max(...ends.map((operations) => operations.length))),
      pins: several(pin(operationsOf, timesteps), MOST_PINS),
      lines: several(line(lines), lines.length),
      layers: several(position(model.layers), model.layers),
      rows: several(chosenRow(model), model.layers + 1, ({ layer }) => `${layer}`),
    },
    defaults: { at: null, pins: [], lines: [], layers: [], rows: [] },
  };
}

function line(ids: readonly string[]): Codec<string> {
  const places = placeAmong(ids.map(nameOf));
  return {
    parse: (written, onSkip) => {
      const place = places.parse(written, onSkip);
      return place === undefined ? undefined : ids[place];
    },
    format: nameOf,
  };
}

/** Step, quantity, row and, of a matrix, column: `3-1.h-2`, `3-1.W_xh-2-4`. */
function pin(operationsOf: (timestep: number) => readonly Operation[], timesteps: number): Codec<Spot> {
  const step = position(timesteps);
  return {
    parse: (written, onSkip) => {
      const [at = '', name = '', row = '', column = '1', ...more] = written.split('-');
      const timestep = step.parse(at, onSkip);
      if (timestep === undefined || more.length > 0) return undefined;
      const operands = [...operandsById(operationsOf(timestep)).values()];
      const operand = operands.find(({ id }) => nameOf(id) === name);
      if (operand === undefined) return undefined;
      const rowIndex = position(operand.rows).parse(row, onSkip);
      const columnIndex = position(columnsOf(operand)).parse(column, onSkip);
      if (rowIndex === undefined || columnIndex === undefined) return undefined;
      return originOf({ timestep, operand: operand.id, row: rowIndex, column: columnIndex });
    },
    format: ({ timestep, operand, row, column }) =>
      [timestep + 1, nameOf(operand), row + 1, ...(isMatrix(operand) ? [column + 1] : [])].join('-'),
  };
}

/** Layer and row, such as `1-5`, or `y-2` of the output. */
function chosenRow({ layers, hiddenSize, outputSize }: ModelConfig): Codec<ChosenRow> {
  const inLayer = position(layers);
  return {
    parse: (written, onSkip) => {
      const [place = '', of = '', ...more] = written.split('-');
      const layer = place === 'y' ? null : inLayer.parse(place, onSkip);
      const row = position(layer === null ? outputSize : hiddenSize).parse(of, onSkip);
      return layer === undefined || row === undefined || more.length > 0 ? undefined : { layer, row };
    },
    format: ({ layer, row }) => `${layer === null ? 'y' : layer + 1}-${row + 1}`,
  };
}

/** Of an operand or an equation. */
function nameOf(id: string): string {
  return id.replace(/\.result$/, '').replace(/^\d+/, (layer) => String(Number(layer) + 1));
}

function isMatrix(id: string): boolean {
  return /(^|\.)W_/.test(id);
}

function columnsOf(operand: Operand): number {
  return operand.kind === 'given' ? operand.columns : 1;
}
