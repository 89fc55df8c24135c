const widths = new Map<string, number>();
const MEASURED_AT = 100;

/** How wide a letter of several characters is, in font sizes: only the browser knows what its fonts join. Measured once. */
export function letterWidth(letter: string): number {
  let width = widths.get(letter);
  if (width === undefined) {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return 0;
    context.font = `${MEASURED_AT}px ${getComputedStyle(document.documentElement).getPropertyValue('--mono')}`;
    width = context.measureText(letter).width / MEASURED_AT;
    widths.set(letter, width);
  }
  return width;
}
