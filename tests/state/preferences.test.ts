import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  loadPreferences,
  type PreferenceStorage,
  preferredLanguage,
  savePreferences,
} from '../../src/state/preferences.ts';

function createStorage(): PreferenceStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

const REFUSING: PreferenceStorage = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

const NEVER_CHOSEN = { language: null, theme: 'system' };

describe('preferences', () => {
  it.each(['en', 'ko'] as const)('come back as they were saved, in %s', (language) => {
    for (const theme of ['system', 'light', 'dark'] as const) {
      const storage = createStorage();
      savePreferences(storage, { language, theme });
      expect(loadPreferences(storage)).toEqual({ language, theme });
    }
  });

  it('are those of a first visit where there is no storage or it refuses', () => {
    savePreferences(null, { language: 'ko', theme: 'dark' });
    savePreferences(REFUSING, { language: 'ko', theme: 'dark' });
    for (const storage of [null, REFUSING, createStorage()]) {
      expect(loadPreferences(storage)).toEqual(NEVER_CHOSEN);
    }
  });

  it('are those of a first visit whatever else is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        fc.pre(!/"(en|ko|light|dark)"/.test(stored));
        expect(loadPreferences({ ...createStorage(), getItem: () => stored })).toEqual(NEVER_CHOSEN);
      }),
    );
  });

  it('keep the half that can be read', () => {
    const storage = { ...createStorage(), getItem: () => '{"language":"fr","theme":"dark"}' };
    expect(loadPreferences(storage)).toEqual({ language: null, theme: 'dark' });
  });
});

describe('the language of a first visit', () => {
  it.each([
    [['ko-KR', 'en'], 'ko'],
    [['en-GB', 'ko'], 'en'],
    [['de', 'KO', 'en'], 'ko'],
    [['ja', 'fr'], 'en'],
    [['kok', 'en'], 'en'],
    [[], 'en'],
  ] as const)('for readers of %j is %s', (languages, language) => {
    expect(preferredLanguage(languages)).toBe(language);
  });
});
