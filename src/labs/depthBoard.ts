/** What depth changes in each of the five labs: what was measured with 1, 2 and 3 layers, as long as all else stays. */

import type { TaskKind } from '../state/config.ts';
import type { Run } from '../state/run.ts';
import {
  type Board,
  type BoardStore,
  comparable,
  DEFAULT_CHOICE,
  type DepthMeasure,
  measuredOf,
  ofEach,
  openingUpdate,
  type SharedChoice,
  shapeConfig,
} from '../state/shapes.ts';
import { runKey } from '../state/url.ts';
import { recommendedUpdates } from '../tasks/exercise.ts';
import { asText } from '../tasks/text.ts';
import { createDepths, DEPTHS, type DepthsOptions } from './depths.ts';

export interface DepthBoard {
  /** What the lab shows counts as a measurement with its own number of layers. */
  note(task: TaskKind, run: Run): void;
  /** Trains with all other numbers of layers as far as the lab is; where it has not begun, as far as is recommended. */
  measure(task: TaskKind, run: Run): void;
  stop(task: TaskKind): void;
  /** What stays measured when `next` is chosen: all that asks for the same but for the number of layers. */
  keptFor(next: SharedChoice): Board['depths'];
}

export function createDepthBoard(
  board: BoardStore,
  options: Pick<DepthsOptions, 'hub' | 'resumeOf'>,
): DepthBoard {
  const depths = ofEach((task) =>
    createDepths({
      ...options,
      task,
      onTrial: (trial) => board.setState({ trials: { ...board.getState().trials, [task]: trial } }),
      onMeasured: (measure) => keep(task, measure),
    }),
  );

  function keep(task: TaskKind, measure: DepthMeasure): void {
    const known = board.getState().depths;
    const others = measuredOf(known[task], measure.text).filter(({ layers }) => layers !== measure.layers);
    const measured = [...others, measure].sort((one, other) => one.layers - other.layers);
    board.setState({ depths: { ...known, [task]: measured } });
  }

  return {
    note(task, { examination, exercise, model, preparing }) {
      const { choice, depths: known } = board.getState();
      if (examination === null || exercise === null || preparing || model.layers !== choice.layers) return;
      // Networks that have learned nothing yet tell nothing of depth.
      if (examination.update === 0) return;
      // What was measured to be compared is not replaced by where the lab has got to since.
      if (comparable(known[task]).length === 0) keep(task, { layers: model.layers, text: null, examination });
    },
    measure(task, { task: asked, snapshot, exercise }) {
      const text = asText(asked)?.text ?? null;
      const { choice, depths: known } = board.getState();
      const target =
        snapshot.update ||
        (exercise
          ? recommendedUpdates(exercise.recommended, choice.cell)
          : openingUpdate('text', DEFAULT_CHOICE));
      const isKnown = (depth: number) =>
        measuredOf(known[task], text).some(
          ({ layers, examination }) => layers === depth && examination.update === target,
        );
      const missing = DEPTHS.filter((depth) => !isKnown(depth));
      depths[task].measure(choice, missing, target, text);
    },
    stop: (task) => depths[task].stop(),
    keptFor(next) {
      const { choice, depths: known } = board.getState();
      return ofEach((task) => {
        const keyOf = (shared: SharedChoice) => runKey(shapeConfig(task, { ...shared, layers: 1 }));
        if (keyOf(choice) === keyOf(next)) return known[task];
        depths[task].stop();
        return [];
      });
    },
  };
}
