/** The scale of quantities without a sign, paper (none) to violet (the most), as 256-entry tables. */
import { rgb } from 'd3-color';
import { interpolateLab } from 'd3-interpolate';
import { type ColorTable, luminance, type Scheme } from './color.ts';

/** Paper, the faintest of what is not zero, and the strongest. */
const COLORS: Readonly<Record<Scheme, readonly [none: string, least: string, most: string]>> = {
  light: ['#f6f5f1', '#e9e5fa', '#5b48d6'],
  dark: ['#262932', '#2f2c49', '#9d8df7'],
};

/** The middle of the table, where a position of 0 is drawn. */
const NONE = 128;

/**
 * Read like the diverging table with the domain 1: positions from 0 to 1 have a colour, negative ones are transparent,
 * for places where there can be no value.
 */
export function magnitudeTable(scheme: Scheme): ColorTable {
  return TABLES[scheme];
}

function makeTable(scheme: Scheme): ColorTable {
  const [none, least, most] = COLORS[scheme];
  const scale = interpolateLab(least, most);
  const css: string[] = [];
  const ink: string[] = [];
  const bytes = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const color = rgb(i > NONE ? scale((i - NONE) / (255 - NONE)) : none);
    css.push(i < NONE ? 'transparent' : color.formatHex());
    ink.push(luminance(color.formatHex()) + 0.05 > Math.sqrt(1.05 * 0.05) ? '#000000' : '#ffffff');
    if (i >= NONE) bytes.set([color.r, color.g, color.b, 255], i * 4);
  }
  return { bytes, css, ink };
}

const TABLES: Readonly<Record<Scheme, ColorTable>> = { light: makeTable('light'), dark: makeTable('dark') };
