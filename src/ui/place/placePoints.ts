/** The states of a path as points with what was read and is predicted, and the same as a table. */
import { isolated } from '../../i18n/isolated.ts';
import type { en } from '../../i18n/place.ts';
import { formatFixed } from '../../layout/format.ts';
import { coordinates } from '../../layout/principalComponents.ts';
import { placeStates, type Space, type Turn } from '../../layout/stateSpace.ts';
import type { Task } from '../../tasks/task.ts';
import type { Snapshot } from '../../worker/protocol.ts';
import type { NumberTableProps } from '../NumberTable.tsx';
import { describeStep } from '../step.ts';
import type { PathPoint } from './PlacePath.tsx';

export interface PlacedPoint extends PathPoint {
  /** Along the axes of the space, unscaled. */
  readonly coordinates: readonly number[];
}

export interface PlacePointsOptions {
  readonly snapshot: Snapshot;
  readonly task: Task;
  /** ((T+1)·H) */
  readonly states: Float64Array;
  readonly space: Space;
  readonly turn: Turn;
  /** Rows of the states; row 0 is the state before the first timestep. */
  readonly from: number;
  readonly to: number;
  /** Whether the person still has to guess the predictions. */
  readonly covered: boolean;
  readonly words: typeof en;
}

export function placePoints(options: PlacePointsOptions): readonly PlacedPoint[] {
  const { snapshot, task, states, space, turn, from, to, covered, words } = options;
  const { size, components } = space;
  return placeStates(states, from, to, space, turn).map((position, index) => {
    const row = from + index;
    const state = states.subarray(row * size, (row + 1) * size);
    const own = components ? coordinates(components, state) : Array.from(state);
    const timestep = row - 1;
    const place = { ...position, coordinates: own, timestep };
    if (timestep < 0) return { ...place, letter: 'h0', prediction: '', right: null, title: words.start };
    const known = describeStep(task, snapshot.trace, timestep);
    const step = covered
      ? { ...known, prediction: '?', right: null }
      : {
          ...known,
          prediction: known.prediction ?? '',
          right: known.prediction === null || known.target === null ? null : known.right,
        };
    const values = own.map((value) => formatFixed(value, 2));
    return {
      ...place,
      letter: step.letter,
      prediction: step.prediction,
      right: step.right,
      title: words.point({
        step: step.number,
        letter: isolated(step.letter),
        prediction: isolated(step.prediction),
        right: step.right,
        values,
      }),
    };
  });
}

/** A row for each state drawn in full. */
export function placeTable(
  points: readonly PlacedPoint[],
  { kind }: Space,
  update: number,
  words: typeof en,
): NumberTableProps {
  const { columns } = words;
  const name = kind === 'components' ? words.component : words.axis;
  return {
    caption: words.table(update),
    columns: [
      columns.step,
      columns.letter,
      columns.prediction,
      ...points[0].coordinates.map((_, axis) => name(axis + 1)),
    ],
    rows: points.map(({ timestep, letter, prediction, right, coordinates: own }) => [
      String(timestep + 1),
      timestep < 0 ? '' : letter,
      right === null ? prediction : `${prediction} ${right ? '✓' : '✗'}`,
      ...own.map((value) => formatFixed(value, 2)),
    ]),
  };
}
