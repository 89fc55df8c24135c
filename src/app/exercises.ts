/** Exercises come in a chunk of their own, which only a lab that learns one has to load. */
import { loadExerciseMessages } from '../i18n/index.ts';
import type { Config } from '../state/config.ts';
import type { LabExercise } from '../tasks/questions.ts';

type Questions = typeof import('../tasks/questions.ts');

let loaded: Questions | null = null;

/** @throws when the chunk cannot be had. */
export async function loadExercises(): Promise<void> {
  const [questions] = await Promise.all([import('../tasks/questions.ts'), loadExerciseMessages()]);
  loaded = questions;
}

/** What a configuration learns: an exercise, null for a text, or 'missing' where exercises are not loaded. */
export function exerciseOf(config: Config): LabExercise | null | 'missing' {
  const { task } = config;
  if (task === 'text') return null;
  return loaded?.exerciseFor({ ...config, task }) ?? 'missing';
}
