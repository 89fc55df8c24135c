/** How the page is looked at, as a link carries it. */
import type { Link } from './url.ts';
import type { View } from './view.ts';

/** What of a link says how to look, beside the timestep and the language. */
export type Looks = Pick<Link, 'pace' | 'panels' | 'settings' | 'hidden' | 'fold' | 'guessing' | 'twin'>;

const SHARED = [
  'timestep',
  'pace',
  'language',
  'panels',
  'settings',
  'hidden',
  'fold',
  'guessing',
  'twin',
] as const;

export function looksOf({ pace, panels, settings, hidden, fold, guessing, twin }: View): Looks {
  return { pace, panels, settings, hidden, fold: Math.round(fold * 100) / 100, guessing, twin };
}

export function viewOf({ pace, panels, settings, hidden, fold, guessing, twin }: Looks): Partial<View> {
  return { pace, panels, settings, hidden, fold, guessing, twin };
}

/** Whether a link has to be written anew after a change of the view. */
export function isNewInLink(now: View, before: View): boolean {
  return SHARED.some((look) => now[look] !== before[look]);
}
