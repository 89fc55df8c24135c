/** Trains exercises as they are recommended with seeds that were fixed in advance, and counts what is right. */
import { PRETRAINED, type Pretrained } from '../../src/state/pretrained.ts';
import { type MeasuredCell, type MeasuredExercise, SETTINGS, type Settings } from '../../src/state/seeds.ts';
import { exerciseFor, type LabExercise } from '../../src/tasks/questions.ts';
import type { Examination } from '../../src/worker/protocol.ts';
import { trainState } from './trainState.ts';

export const SEEDS = [1, 2, 3, 4, 5];

/** The states that are shipped, by exercise: one with every cell. */
export function pretrainedExercises(): (readonly Pretrained[])[] {
  const nameOf = ({ config: { task, tongue } }: Pretrained) => `${task} ${tongue}`;
  return [...new Set(PRETRAINED.map(nameOf))].map((name) =>
    PRETRAINED.filter((state) => nameOf(state) === name),
  );
}

/** What the measurements of an exercise share, whatever the cell. */
export function describeExercise([{ config }]: readonly Pretrained[]): Omit<MeasuredExercise, 'cells'> {
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
    training: all(asked),
    heldOut: all(heldOut),
  };
}

/** How many questions a network has right that was trained in a session, as a page does. */
export function measureSeed(
  { config, update }: Omit<Pretrained, 'file'>,
  seed: number,
): { readonly training: number; readonly heldOut: number } {
  const { metric } = exerciseOf(config);
  const { examination } = trainState({ config: { ...config, seed }, update });
  if (examination === null) throw new Error('the network was not examined');
  const right = ({ examplesRight, targetsRight }: Examination['training']) =>
    metric === 'answers' ? examplesRight : targetsRight;
  return { training: right(examination.training), heldOut: right(examination.heldOut) };
}

/** Measures a cell with every seed. */
export function measureCell(state: Pretrained): MeasuredCell {
  const { cell, task, tongue } = state.config;
  const results = SEEDS.map((seed) => {
    const { training, heldOut } = measureSeed(state, seed);
    console.log(`${task} ${tongue}, ${cell}, seed ${seed}: right ${training} trained, ${heldOut} never seen`);
    return { training, heldOut };
  });
  return {
    cell,
    updates: state.update,
    training: results.map(({ training }) => training),
    heldOut: results.map(({ heldOut }) => heldOut),
  };
}

function exerciseOf({ task, ...choice }: Pretrained['config']): LabExercise {
  if (task === 'text') throw new Error('a text has nothing held out');
  return exerciseFor({ ...choice, task });
}
