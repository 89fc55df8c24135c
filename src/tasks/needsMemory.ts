import type { TextTask } from './text.ts';

/** Whether some letter has more than one follower, so that no function of the present letter has all of them right. */
export function needsMemory({ ids }: Pick<TextTask, 'ids'>): boolean {
  const pairs = ids.slice(1).map((id, t) => `${ids[t]} ${id}`);
  return new Set(pairs).size > new Set(ids.slice(0, -1)).size;
}
