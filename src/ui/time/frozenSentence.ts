import type { Ablation } from '../../engine/index.ts';
import type { Messages } from '../../i18n/index.ts';

/** More frozen units are counted, not named. */
const MOST_NAMED = 8;

/** Which units are held at 0, as one more sentence behind others; empty where none is. */
export function frozenSentence({ frozen }: Ablation, layers: number, words: Messages['network']): string {
  if (frozen.length === 0) return '';
  const named = frozen
    .slice(0, MOST_NAMED)
    .map(({ unit, layer }) => words.unit(unit + 1, layers > 1 ? layer + 1 : null));
  return ` ${words.frozenUnits(named, frozen.length - named.length)}`;
}
