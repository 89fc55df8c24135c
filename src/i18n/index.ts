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

/** @throws {Error} when the language was not loaded. */
export function messages(language: MessageLanguage): Messages {
  const found = loaded.get(language);
  if (found === undefined) throw new Error(`the words of ${language} are not loaded`);
  return found;
}
