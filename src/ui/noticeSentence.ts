import type { Messages } from '../i18n/index.ts';
import { isolated } from '../i18n/isolated.ts';
import { grouped } from '../i18n/numbers.ts';
import type { Notice } from '../state/run.ts';

/** A notice in words; null where these are in `LinkNotice` or `RunNotice`. */
export function noticeSentence(notice: Notice, words: Messages['notices']): string | null {
  switch (notice.kind) {
    case 'tooShort':
      return words.tooShort;
    case 'tooLong':
      return words.tooLong(grouped(notice.limit), isolated(notice.lastLetters));
    case 'clusterSplit':
      return words.clusterSplit(notice.limit);
    case 'exerciseNotLoaded':
      return words.exerciseNotLoaded;
    default:
      return null;
  }
}
