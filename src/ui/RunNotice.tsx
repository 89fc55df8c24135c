import { aftermath } from '../i18n/aftermath.ts';
import { grouped } from '../i18n/numbers.ts';
import type { Notice } from '../state/run.ts';
import { useWords } from './context.ts';

/** What a run could not do, or what happened to its thread. */
export function RunNotice({ notice }: { readonly notice: Notice }) {
  const words = useWords(aftermath);
  switch (notice.kind) {
    case 'refused':
      return words.refused(notice.loss);
    case 'beyondEnd':
      return words.beyondEnd(grouped(notice.limit));
    case 'workerRestarted':
      return words.workerRestarted(grouped(notice.update));
    case 'workerFailed':
      return words.workerFailed;
  }
  return null;
}
