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

/** Where each screen was when it was left, in this tab. */
const left = new Map<Screen, string>();

/** To be called when the page leaves a screen for another; `hash` opens it as it is then. */
export function leaveScreen(hash: string): void {
  left.set(screenOf(hash), hash);
}

/** The hash that opens a screen as it was left, or anew where it was not yet seen. */
export function hashOf(screen: Screen): string {
  return left.get(screen) || `#${ROUTES[screen]}`;
}

/** The language that a location's hash names, null where it names none. */
export function linkLanguage(hash: string): Language | null {
  const [, named] = /[?&]lang=(en|ko)(?:&|$)/.exec(hash) ?? [];
  return (named as Language | undefined) ?? null;
}
