import type { Messages } from '../i18n/index.ts';
import { grouped } from '../i18n/numbers.ts';
import type { Notice } from '../state/run.ts';

/** A notice in words. */
export function noticeSentence(notice: Notice, words: Messages['notices']): string {
  switch (notice.kind) {
    case 'tooShort':
      return words.tooShort;
    case 'tooLong':
      return words.tooLong(grouped(notice.limit), notice.lastLetters);
    case 'clusterSplit':
      return words.clusterSplit(notice.limit);
    case 'linkUnread':
    case 'linkTextTooShort':
      // In the words of `LinkNotice`.
      return '';
    case 'exerciseNotLoaded':
      return words.exerciseNotLoaded;
    case 'refused':
      return words.refused(notice.loss);
    case 'beyondEnd':
      return words.beyondEnd(grouped(notice.limit));
    case 'workerRestarted':
      return words.workerRestarted(grouped(notice.update));
    case 'workerFailed':
      return words.workerFailed;
  }
  return notice satisfies never;
}
