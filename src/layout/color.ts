/** The diverging scale of signed quantities, blue (negative) through paper to orange (positive), as 256-entry tables. */
import { rgb } from 'd3-color';
import { interpolateLab } from 'd3-interpolate';

export type Scheme = 'light' | 'dark';

/** One fixed domain per quantity: values beyond it are drawn in the end colour. */
export const DOMAINS = { hidden: 1, relu: 4, cellState: 2, weight: 2, logits: 5 } as const;

export interface ColorTable {
  /** RGBA bytes for canvas: (256·4). */
  readonly bytes: Uint8ClampedArray;
  /** CSS colours for SVG and HTML: (256). */
  readonly css: readonly string[];
  /** Black or white, whichever is read better on the colour (at least 4.5 : 1): (256). */
  readonly ink: readonly string[];
}

const ENDS: Readonly<Record<Scheme, readonly [negative: string, paper: string, positive: string]>> = {
  light: ['#2567b0', '#f6f5f1', '#d66f24'],
  dark: ['#4f9bf0', '#262932', '#f08a3e'],
};

/** The table of a colour scheme; made once. */
export function divergingTable(scheme: Scheme): ColorTable {
  return TABLES[scheme];
}

/** Table index of `value` in the domain ±`domain`: 0 at −domain, 255 at +domain. */
export function colorIndex(value: number, domain: number): number {
  const unit = (value / domain + 1) / 2;
  return Math.round(Math.min(1, Math.max(0, unit)) * 255);
}

/** WCAG relative luminance of a CSS colour, 0 to 1. */
export function luminance(color: string): number {
  const { r, g, b } = rgb(color);
  const linear = [r, g, b].map((byte) => {
    const s = byte / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function makeTable(scheme: Scheme): ColorTable {
  const [negative, paper, positive] = ENDS[scheme];
  const below = interpolateLab(negative, paper);
  const above = interpolateLab(paper, positive);
  const css: string[] = [];
  const ink: string[] = [];
  const bytes = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const unit = i / 255;
    const color = rgb(unit < 0.5 ? below(unit * 2) : above(unit * 2 - 1));
    css.push(color.formatHex());
    ink.push(luminance(css[i]) + 0.05 > Math.sqrt(1.05 * 0.05) ? '#000000' : '#ffffff');
    bytes.set([color.r, color.g, color.b, 255], i * 4);
  }
  return { bytes, css, ink };
}

const TABLES: Readonly<Record<Scheme, ColorTable>> = { light: makeTable('light'), dark: makeTable('dark') };
