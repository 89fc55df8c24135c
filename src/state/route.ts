/** Which screen the address names. */

export const ROUTES = { playground: '/playground', shapes: '/shapes', cells: '/cells' } as const;
export type Screen = keyof typeof ROUTES;

/** The screen of a location's hash; the playground where there is no other of that name. */
export function screenOf(hash: string): Screen {
  const [route] = hash.replace(/^#/, '').split('?');
  if (route === ROUTES.shapes) return 'shapes';
  return route === ROUTES.cells ? 'cells' : 'playground';
}
