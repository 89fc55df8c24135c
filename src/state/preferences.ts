/** Language and colours chosen on this device; the browser's own decide the first time. */
import type { Language, Theme } from './view.ts';

export interface Preferences {
  readonly language: Language | null;
  readonly theme: Theme;
}

/** The part of localStorage that is used. It may be missing or refuse. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'unrolled';

/** What was chosen before; anything unreadable counts as never chosen. */
export function loadPreferences(storage: PreferenceStorage | null): Preferences {
  let stored: unknown = null;
  try {
    stored = JSON.parse(storage?.getItem(KEY) ?? 'null');
  } catch {
    // Nothing readable is there: as on the first visit.
  }
  const { language, theme } = (stored ?? {}) as { language?: unknown; theme?: unknown };
  return {
    language: language === 'en' || language === 'ko' ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}

/** Keeps a choice where the browser lets it be kept. */
export function savePreferences(storage: PreferenceStorage | null, preferences: Preferences): void {
  try {
    storage?.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A private window or a full disk: the choice holds until the page closes.
  }
}

/** Korean for readers who prefer it to English, else English. */
export function preferredLanguage(languages: readonly string[]): Language {
  const known = languages
    .map((tag) => tag.split('-')[0].toLowerCase())
    .find((tag) => tag === 'ko' || tag === 'en');
  return known === 'ko' ? 'ko' : 'en';
}
