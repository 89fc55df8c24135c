/** Trains exercises as they are recommended with seeds that were fixed in advance, and counts what is right. */
import { PRETRAINED, type Pretrained } from '../../src/state/pretrained.ts';
import { type MeasuredSeeds, SETTINGS, type SeedResult, type Settings } from '../../src/state/seeds.ts';
import { exerciseFor, type LabExercise } from '../../src/tasks/questions.ts';
import type { Examination } from '../../src/worker/protocol.ts';
import { trainState } from './trainState.ts';

export const SEEDS = [1, 2, 3, 4, 5];

/** Of every exercise the state that is shipped with the cell that is recommended. */
export const RECOMMENDED = PRETRAINED.filter(
  ({ config }) => config.cell === exerciseOf(config).recommended.cell,
);

/** Everything about a measurement but its results. */
export function describeMeasurement({ config, update }: Pretrained): Omit<MeasuredSeeds, 'results'> {
  const exercise = exerciseOf(config);
  const { asked, heldOut } = exercise.examined();
  const all = (examples: typeof asked) =>
    exercise.metric === 'answers'
      ? examples.length
      : examples.flatMap(({ targets }) => targets.filter((target) => target !== null)).length;
  return {
    task: config.task,
    tongue: config.tongue,
    settings: Object.fromEntries(SETTINGS.map((name) => [name, config[name]])) as unknown as Settings,
    batchSize: exercise.recommended.training.batchSize,
    updates: update,
    training: all(asked),
    heldOut: all(heldOut),
  };
}

/** Trains in a session, as a page does. */
export function measureSeed({ config, update }: Pretrained, seed: number): SeedResult {
  const { metric } = exerciseOf(config);
  const { examination } = trainState({ config: { ...config, seed }, update });
  if (examination === null) throw new Error('the network was not examined');
  const right = ({ examplesRight, targetsRight }: Examination['training']) =>
    metric === 'answers' ? examplesRight : targetsRight;
  return { seed, training: right(examination.training), heldOut: right(examination.heldOut) };
}

function exerciseOf({ task, ...choice }: Pretrained['config']): LabExercise {
  if (task === 'text') throw new Error('a text has nothing held out');
  return exerciseFor({ ...choice, task });
}
