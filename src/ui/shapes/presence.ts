/** At which timesteps each of the five shapes has an input, and at which a target. */
import { useStore } from 'zustand';
import type { TaskKind } from '../../state/config.ts';
import { SHAPE_TASKS } from '../../state/shapes.ts';
import { isAnswering, type Task, targetAt } from '../../tasks/task.ts';
import { useShapes } from './shapesContext.ts';

export interface Presence {
  readonly kind: TaskKind;
  readonly task: Task;
  readonly reads: readonly boolean[];
  readonly says: readonly boolean[];
  /** Whether somebody knows the targets; else `says` is where there would be some. */
  readonly isKnown: boolean;
}

/** Of all five, in their order. */
export function usePresences(): readonly Presence[] {
  const { labs } = useShapes();
  const tasks = {
    text: useStore(labs.text.run, (run) => run.task),
    captions: useStore(labs.captions.run, (run) => run.task),
    feelings: useStore(labs.feelings.run, (run) => run.task),
    numbers: useStore(labs.numbers.run, (run) => run.task),
    motion: useStore(labs.motion.run, (run) => run.task),
  };
  return SHAPE_TASKS.map((kind) => presenceOf(kind, tasks[kind]));
}

function presenceOf(kind: TaskKind, task: Task): Presence {
  const steps = task.example.inputs.map((_, t) => t);
  const isKnown = steps.some((t) => targetAt(task, t) !== null);
  return {
    kind,
    task,
    reads: steps.map((t) => isGiven(task, t)),
    says: steps.map((t) => (isKnown ? targetAt(task, t) !== null : isAnswering(task, t))),
    isKnown,
  };
}

/** Whether something comes from outside: not what it said itself, nor the sign to begin. */
function isGiven({ example }: Task, t: number): boolean {
  const { inputs, decoderFrom = inputs.length } = example;
  const input = inputs[t];
  const isOwn = typeof input === 'object' && input !== null && 'offset' in input;
  return input !== null && !isOwn && t < decoderFrom;
}

/** Where two or three of them are not alike, timestep by timestep. */
export function differencesOf(chosen: readonly Presence[]) {
  const longest = Math.max(0, ...chosen.map(({ reads }) => reads.length));
  const differsIn = (part: 'reads' | 'says') =>
    Array.from({ length: longest }, (_, t) =>
      chosen.some((each) => (each[part][t] ?? false) !== (chosen[0][part][t] ?? false)),
    );
  return { read: differsIn('reads'), said: differsIn('says') };
}
