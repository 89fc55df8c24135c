/**
 * What the page needs beside its first script. This module is evaluated before all others and at once sends for what
 * the address asks for, so that it comes while the rest is made.
 */
import { loadMessages } from './i18n/index.ts';
import { loadPreferences, preferredLanguage } from './state/preferences.ts';
import { linkLanguage, type Screen, screenOf } from './state/route.ts';

/** The screens that the first script has not. */
export const SCREENS = {
  shapes: () => import('./labs/openShapes.ts'),
  cells: () => import('./labs/openCells.ts'),
};

const MODULES: Readonly<Record<Screen, () => Promise<unknown>>> = {
  playground: () => Promise.resolve(),
  ...SCREENS,
};

export const storage = browserStorage();
/** As the page opens. */
export const preferences = loadPreferences(storage);

const language = preferences.language ?? preferredLanguage(navigator.languages);
for (const coming of [
  MODULES[screenOf(location.hash)](),
  loadMessages(linkLanguage(location.hash) ?? language),
]) {
  // Whoever needs it asks again, and is told.
  coming.catch(() => undefined);
}

/** Merely asking for it throws where a page is not allowed to keep anything. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
