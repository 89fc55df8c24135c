/** Geometry of shapes that are compared: whether they have room in one row, and what each needs above and below its states. */
import type { TaskKind } from '../../state/config.ts';
import type { Task } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';
import { labelHeight, labelStyle } from './labels.ts';
import { OWN_WORD, type SmallRooms } from './smallLayout.ts';
import { outputMarks } from './stepMarks.ts';

/** Between two shapes in one row: the line that divides them stands in the middle. */
export const GAP = 32;
/** A shape of few timesteps is as wide as its name. */
const NAME_WIDTH = 168;
/** Columns narrower than this are hard to tell apart; wider ones would only make the row higher. */
const PITCH = { least: 30, most: 60 };
/** A word is at most so high, upright. */
const WORD = 70;
/** Bars, and the names of the bars over all of it. */
const BARS = { room: 30, legend: 15 };
/** Below what is read; of a decoder, which reads what it said itself, its name stands there. */
const BELOW = { least: 4, ofName: 18 };

/** What geometry has to know of a shape. */
export interface Subject {
  readonly kind: TaskKind;
  readonly task: Task;
}

/** Pixels across of one shape in a row. */
export function widthInRow(timesteps: number, pitch: number): number {
  return Math.max(NAME_WIDTH, timesteps * pitch);
}

/** Pixels across of all of a row. */
export function rowWidth(timesteps: readonly number[], pitch: number): number {
  return timesteps.reduce((sum, each) => sum + widthInRow(each, pitch), (timesteps.length - 1) * GAP);
}

/** The widest columns with which they have room in one row; null where they have none. */
export function rowPitch(room: number, timesteps: readonly number[]): number | null {
  for (let pitch = PITCH.most; pitch >= PITCH.least; pitch--) {
    if (rowWidth(timesteps, pitch) <= room) return pitch;
  }
  return null;
}

/** What these need above and below their states: with it their rows are at the same heights. */
export function roomsFor(subjects: readonly Subject[], pitch: number): SmallRooms {
  const hasBars = subjects.some(({ kind }) => kind === 'feelings');
  const bars = hasBars ? BARS.room : 0;
  const most = (heightOf: (subject: Subject) => number) => Math.max(0, ...subjects.map(heightOf));
  return {
    said:
      most(({ kind, task }) => wordsHeight(outputMarks(task, kind === 'motion'), pitch)) +
      bars +
      (hasBars ? BARS.legend : 0),
    bars,
    read: most(({ task }) => readHeight(task, pitch)),
    isLow: true,
  };
}

function wordsHeight(names: readonly string[], pitch: number): number {
  return labelHeight(names, labelStyle(names, { pitch, room: WORD }), pitch);
}

function readHeight({ example, picture, inputNames, decoderNames }: Task, pitch: number): number {
  const { inputs, decoderFrom = inputs.length } = example;
  const pixels = picture === null ? 0 : picture.rows * picture.columns;
  const names = inputs.flatMap((input, t) => {
    if (typeof input !== 'number') return [];
    const name = t < decoderFrom ? inputNames[input - pixels] : decoderNames?.[input];
    return name === undefined ? [] : [letterMark(name)];
  });
  const hasPicture = inputs.some((input) => input instanceof Float64Array);
  const hasOwn = inputs.some((input) => typeof input === 'object' && input !== null && 'offset' in input);
  return (
    Math.max(hasPicture ? pitch : 0, hasOwn ? OWN_WORD.height : 0, wordsHeight(names, pitch)) +
    (decoderFrom < inputs.length ? BELOW.ofName : BELOW.least)
  );
}
