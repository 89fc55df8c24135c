/** Every word of the page, one language at a time: a reader of one does not wait for the other. */
import type { Messages } from './en.ts';

export type { Messages };

export type MessageLanguage = 'en' | 'ko';

const loaded = new Map<MessageLanguage, Messages>();

const LOADERS: Readonly<Record<MessageLanguage, () => Promise<Messages>>> = {
  en: async () => (await import('./en.ts')).en,
  ko: async () => (await import('./ko.ts')).ko,
};

/** To be awaited before `messages` of that language. */
export async function loadMessages(language: MessageLanguage): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await LOADERS[language]());
}

type Reword = typeof import('./exerciseMessages.ts').reword;
type Exercise = Parameters<Reword>[2];

let reword: Reword | null = null;
const reworded = new Map<string, Messages>();

/** To be awaited before `messages` of an exercise. */
export async function loadExerciseMessages(): Promise<void> {
  reword ??= (await import('./exerciseMessages.ts')).reword;
}

/**
 * In the words of a text, or of an exercise.
 * @throws {Error} when the language, or the words of exercises, were not loaded.
 */
export function messages(language: MessageLanguage, exercise: Exercise | null = null): Messages {
  const found = loaded.get(language);
  if (found === undefined) throw new Error(`the words of ${language} are not loaded`);
  if (exercise === null) return found;
  if (reword === null) throw new Error('the words of exercises are not loaded');
  const key = `${language} ${exercise}`;
  const made = reworded.get(key) ?? reword(found, language, exercise);
  reworded.set(key, made);
  return made;
}
