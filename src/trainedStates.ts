/** The states that the screen of the five shapes opens with: trained beforehand, each fetched once. */
import { countParameters } from './engine/index.ts';
import { exerciseOf } from './exercises.ts';
import { askedSubject } from './opening.ts';
import type { TaskKind } from './state/config.ts';
import { type FetchFile, loadPretrained, pretrainedOf } from './state/pretrained.ts';
import { SHAPE_TASKS, type SharedChoice, shapeConfig } from './state/shapes.ts';
import { modelOf } from './state/start.ts';
import { runKey } from './state/url.ts';
import type { Resume } from './worker/protocol.ts';

export interface TrainedStates {
  /** Gets what was trained for that choice; returns those for which that failed. Exercises have to be loaded. */
  load(choice: SharedChoice): Promise<TaskKind[]>;
  /** Of the run called `key`, see `runKey`. */
  get(key: string): Resume | null;
}

export function createTrainedStates(fetchFile: FetchFile): TrainedStates {
  const states = new Map<string, Resume>();

  /** False where there should be a state and is none. */
  async function loadOne(task: TaskKind, choice: SharedChoice): Promise<boolean> {
    const config = shapeConfig(task, choice);
    const state = pretrainedOf(config);
    const exercise = exerciseOf(config);
    const key = runKey(config);
    if (state === null || exercise === null || exercise === 'missing' || states.has(key)) return true;
    const model = modelOf(config, askedSubject(exercise, '').task);
    const resume = await loadPretrained(state, { ...model, parameters: countParameters(model) }, fetchFile);
    if (resume !== null) states.set(key, resume);
    return resume !== null;
  }

  return {
    async load(choice) {
      const loaded = await Promise.all(SHAPE_TASKS.map((task) => loadOne(task, choice)));
      return SHAPE_TASKS.filter((_, index) => !loaded[index]);
    },
    get: (key) => states.get(key) ?? null,
  };
}
