/** The design's colours and fonts as a canvas takes them. */
export interface Inks {
  readonly letter: string;
  readonly muted: string;
  readonly number: string;
  readonly line: string;
  readonly bar: string;
  readonly largest: string;
  readonly track: string;
  readonly sans: string;
  readonly mono: string;
}

/**
 * Reads them where the canvas stands, which has the browser compute its styles: to be done once for a scheme. The canvas
 * must keep its own colours where the system sets those of the page.
 */
export function readInks(canvas: HTMLCanvasElement): Inks {
  const style = getComputedStyle(canvas);
  // As the colour of an element even a system colour is one that a canvas knows.
  const color = (token: string) => {
    canvas.style.color = `var(${token})`;
    return style.color;
  };
  const inks = {
    letter: color('--ink'),
    muted: color('--ink-3'),
    number: color('--ink-2'),
    line: color('--line-strong'),
    bar: color('--bar'),
    largest: color('--bar-largest'),
    track: color('--bar-track'),
    sans: style.fontFamily,
    mono: style.getPropertyValue('--mono'),
  };
  canvas.style.color = '';
  return inks;
}
