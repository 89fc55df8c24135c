import { chanceLevel, memorylessLevel } from '../../tasks/levels.ts';
import type { LabExercise } from '../../tasks/questions.ts';

export interface Levels {
  readonly chance: number;
  readonly memoryless: number;
}

const known = new WeakMap<LabExercise, Levels>();

/** What is reached by guessing and without memory: counted once in all data of an exercise. */
export function levelsOf(exercise: LabExercise): Levels {
  const levels = known.get(exercise) ?? count(exercise);
  known.set(exercise, levels);
  return levels;
}

function count(exercise: LabExercise): Levels {
  switch (exercise.kind) {
    case 'captions':
      return { chance: chanceLevel(exercise), memoryless: memorylessLevel(exercise) };
    case 'feelings':
    case 'numbers':
      return { chance: chanceLevel(exercise), memoryless: memorylessLevel(exercise) };
    case 'motion':
      return { chance: chanceLevel(exercise), memoryless: memorylessLevel(exercise) };
  }
}
