/** The scale of quantities without a sign, paper (none) to violet (the most), as 256-entry tables. */
import { type ColorTable, luminance, type Scheme } from './color.ts';
import { formatHex, labScale, parseHex } from './labColor.ts';

/** Paper, the faintest of what is not zero, and the strongest. */
const COLORS: Readonly<Record<Scheme, readonly [none: string, least: string, most: string]>> = {
  light: ['#f6f5f1', '#f1eff9', '#5b48d6'],
  dark: ['#262932', '#2a293b', '#9d8df7'],
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
  const scale = labScale(least, most);
  const css: string[] = [];
  const ink: string[] = [];
  const bytes = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const color = i > NONE ? scale((i - NONE) / (255 - NONE)) : parseHex(none);
    css.push(i < NONE ? 'transparent' : formatHex(color));
    ink.push(luminance(formatHex(color)) + 0.05 > Math.sqrt(1.05 * 0.05) ? '#000000' : '#ffffff');
    if (i >= NONE) bytes.set([...color, 255], i * 4);
  }
  return { bytes, css, ink };
}

const TABLES: Readonly<Record<Scheme, ColorTable>> = { light: makeTable('light'), dark: makeTable('dark') };
