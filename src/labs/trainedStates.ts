/** The states that the screen of the five shapes opens with: trained beforehand, each fetched once. */

import { exerciseOf } from '../app/exercises.ts';
import { forwardSnapshot } from '../app/firstPicture.ts';
import { askedSubject, runOf } from '../app/opening.ts';
import { countParameters, createTrainer } from '../engine/index.ts';
import type { Config, TaskKind } from '../state/config.ts';
import { isCut } from '../state/interventions.ts';
import { type FetchFile, loadPretrained, pretrainedOf } from '../state/pretrained.ts';
import { SHAPE_TASKS, type SharedChoice, shapeConfig } from '../state/shapes.ts';
import { modelOf, runConfigOf, type Subject } from '../state/start.ts';
import { runKey } from '../state/url.ts';
import type { Resume } from '../worker/protocol.ts';

export interface TrainedStates {
  /** Begins to fetch what was trained for that choice. */
  fetch(choice: SharedChoice): void;
  /** Gets what was trained for that choice; returns those for which that failed. Exercises have to be loaded. */
  load(choice: SharedChoice): Promise<TaskKind[]>;
  /** Of the run called `key`, see `runKey`. */
  get(key: string): Resume | null;
  /** A text is soon trained on the page itself, from nothing. `config` has no changes but at its start. */
  trainText(config: Config, subject: Subject, update: number): Resume;
}

export function createTrainedStates(fetchFile: FetchFile): TrainedStates {
  const states = new Map<string, Resume>();
  /** On their way, until they are read. */
  const fetched = new Map<string, ReturnType<FetchFile>>();

  function fetchOnce(file: string): ReturnType<FetchFile> {
    const coming = fetched.get(file) ?? fetchFile(file);
    fetched.delete(file);
    return coming;
  }

  /** False where there should be a state and is none. */
  async function loadOne(task: TaskKind, choice: SharedChoice): Promise<boolean> {
    const config = shapeConfig(task, choice);
    const state = pretrainedOf(config);
    const exercise = exerciseOf(config);
    const key = runKey(config);
    if (state === null || exercise === null || exercise === 'missing' || states.has(key)) return true;
    const model = modelOf(config, askedSubject(exercise, '').task);
    const resume = await loadPretrained(state, { ...model, parameters: countParameters(model) }, fetchOnce);
    if (resume !== null) states.set(key, resume);
    return resume !== null;
  }

  return {
    fetch(choice) {
      for (const task of SHAPE_TASKS) {
        const config = shapeConfig(task, choice);
        const state = pretrainedOf(config);
        if (state === null || states.has(runKey(config)) || fetched.has(state.file)) continue;
        const coming = fetchFile(state.file);
        // Whoever reads it hears of the failure.
        coming.catch(() => undefined);
        fetched.set(state.file, coming);
      }
    },
    async load(choice) {
      const loaded = await Promise.all(SHAPE_TASKS.map((task) => loadOne(task, choice)));
      return SHAPE_TASKS.filter((_, index) => !loaded[index]);
    },
    get: (key) => states.get(key) ?? null,
    trainText(config, subject, update) {
      const resume = trainedText(config, subject, update);
      states.set(runKey(config), resume);
      return resume;
    },
  };
}

function trainedText(config: Config, subject: Subject, update: number): Resume {
  const ablation = { recurrenceCut: isCut(config), frozen: [] };
  const trainer = createTrainer({ ...runConfigOf(config, subject), ablation });
  while (trainer.update < update) trainer.step();
  const point = (value: number) => Float64Array.of(value);
  return {
    checkpoint: trainer.save(),
    curve: {
      updates: point(update),
      losses: point(trainer.loss),
      accuracies: point(trainer.correct / trainer.targets),
    },
    milestones: [],
  };
}

/**
 * The picture of a trained state before the worker has answered: its loss is that of the state's last batch, what is
 * right of its targets is counted in the example in sight.
 */
export function trainedRun(
  config: Config,
  subject: Subject,
  { checkpoint, curve, milestones }: Resume,
): ReturnType<typeof runOf> {
  const { update, ablation, values } = checkpoint;
  const picture = forwardSnapshot(config, subject, {
    update,
    ablation,
    milestones,
    parameters: values.slice(0, countParameters(modelOf(config, subject.task))),
    curve,
  });
  return runOf(config, subject, picture);
}
