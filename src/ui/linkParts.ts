/** The parts of an address beside those of it that could not be used, which are named `key=value`. */
import { isWithinLimits } from '../state/config.ts';

/** In place of parts that are too many, see `nameable`; the same ends one that is too long. */
export const MORE = '…';

export interface LinkParts {
  /** Whether it says anything besides, as far as is known when not all of them are named. */
  readonly hasMore: boolean;
  /** Those whose key has a value before. */
  readonly again: readonly string[];
  /** Where the run is sent. */
  readonly update: number;
}

export function linkParts(hash: string, unread: readonly string[]): LinkParts {
  const [, ...query] = hash.split('?');
  const pairs = [...new URLSearchParams(query.join('?'))];
  const keys = pairs.map(([key]) => key);
  const isUsed = ([key, written]: readonly [string, string]) =>
    !unread.some((part) => part === key || isPart(part, `${key}=${written}`));
  const first = new Map([...pairs].reverse());
  const update = first.get('update') ?? '';
  return {
    hasMore: !unread.includes(MORE) && pairs.some(isUsed),
    again: unread.filter((part) =>
      pairs.some(([key, written], index) => isPart(part, `${key}=${written}`) && keys.indexOf(key) < index),
    ),
    update: /^\d+$/.test(update) && isWithinLimits('update', Number(update)) ? Number(update) : 0,
  };
}

function isPart(part: string, pair: string): boolean {
  return part === pair || (part.endsWith(MORE) && pair.startsWith(part.slice(0, -1)));
}
