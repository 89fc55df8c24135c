/** The diverging scale of signed quantities, blue (negative) through paper to orange (positive), as 256-entry tables. */
import { formatHex, labScale, linearLight, parseHex } from './labColor.ts';

export type Scheme = 'light' | 'dark';

/** One fixed domain per quantity: values beyond it are drawn in the end colour. */
export const DOMAINS = { hidden: 1, relu: 4, cellState: 2, logits: 5 } as const;

/** The domains of the weights, whose size depends on the network: a large one starts at ±0.05. */
const WEIGHT_DOMAINS: readonly number[] = [0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 50, 100, 250, 500, 1000];

/** The domain in which weights up to `largest` in magnitude are coloured: whoever opens a link sees the same colours. */
export function weightDomain(largest: number): number {
  return WEIGHT_DOMAINS.find((domain) => largest <= domain) ?? WEIGHT_DOMAINS[WEIGHT_DOMAINS.length - 1];
}

export interface ColorTable {
  /** RGBA bytes for canvas: (256·4). */
  readonly bytes: Uint8ClampedArray;
  /** CSS colours for SVG and HTML: (256). */
  readonly css: readonly string[];
  /** Black or white, whichever is read better on the colour (at least 4.5 : 1): (256). */
  readonly ink: readonly string[];
}

/** The ends are as strong as one ink for all digits allows: black on the light table, white on the dark one. */
const ENDS: Readonly<Record<Scheme, readonly [negative: string, paper: string, positive: string]>> = {
  light: ['#3b7cc6', '#f6f5f1', '#d66f24'],
  dark: ['#3170c4', '#262932', '#b85a14'],
};

const tables = new Map<Scheme, ColorTable>();

/** The table of a colour scheme; made once. */
export function divergingTable(scheme: Scheme): ColorTable {
  const table = tables.get(scheme) ?? makeTable(scheme);
  tables.set(scheme, table);
  return table;
}

/** Table index of `value` in the domain ±`domain`: 0 at −domain, 255 at +domain. */
export function colorIndex(value: number, domain: number): number {
  const unit = (value / domain + 1) / 2;
  return Math.round(Math.min(1, Math.max(0, unit)) * 255);
}

/** WCAG relative luminance of a colour written #rrggbb, 0 to 1. */
export function luminance(color: string): number {
  const [red, green, blue] = parseHex(color).map(linearLight);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function makeTable(scheme: Scheme): ColorTable {
  const [negative, paper, positive] = ENDS[scheme];
  const below = labScale(negative, paper);
  const above = labScale(paper, positive);
  const css: string[] = [];
  const ink: string[] = [];
  const bytes = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const unit = i / 255;
    const color = unit < 0.5 ? below(unit * 2) : above(unit * 2 - 1);
    css.push(formatHex(color));
    ink.push(luminance(css[i]) + 0.05 > Math.sqrt(1.05 * 0.05) ? '#000000' : '#ffffff');
    bytes.set([...color, 255], i * 4);
  }
  return { bytes, css, ink };
}
