/** Which screen and language the address names. */
import type { Language } from './view.ts';

export const ROUTES = { playground: '/playground', shapes: '/shapes', cells: '/cells' } as const;
export type Screen = keyof typeof ROUTES;

/** The screen of a location's hash; the playground where there is no other of that name. */
export function screenOf(hash: string): Screen {
  const [route] = hash.replace(/^#/, '').split('?');
  if (route === ROUTES.shapes) return 'shapes';
  return route === ROUTES.cells ? 'cells' : 'playground';
}

/** The language that a location's hash names, null where it names none. */
export function linkLanguage(hash: string): Language | null {
  const [, named] = /[?&]lang=(en|ko)(?:&|$)/.exec(hash) ?? [];
  return (named as Language | undefined) ?? null;
}
