/** Pixels of the small labels under and over the states: written level where they fit, else upwards. */
import { isWideLetter } from '../../layout/letterSize.ts';
import { splitLetters } from '../../tasks/letters.ts';

const SIZES = [13, 12, 11, 10];
/** Longer names are shortened rather than written smaller. */
const UPRIGHT = { most: 11, least: 9 } as const;
/** Of a letter in bold, in its own size. */
const ADVANCE = { narrow: 0.42, usual: 0.69, broad: 1.02 };
const NARROW = 'fijlrtI';
const BROAD = 'mwMW';
/** Stands on, or joins, what is before it. */
const ATTACHED = /[\p{M}\p{Cf}]/u;
const PADDING = 8;
/** Of a letter of what stands beside the labels, at 10 pixels. */
const NOTE = { usual: 5.6, wide: 10 };
/** Of a short word that stands level among longer ones that do not. */
const SHORT = { sizes: [11, 10], padding: 4 } as const;

export interface LabelStyle {
  readonly isLevel: boolean;
  readonly fontSize: number;
  /** Of the longest, across the columns and along them. */
  readonly width: number;
  readonly height: number;
}

function lengthOf(text: string, fontSize: number): number {
  let length = 0;
  for (const letter of splitLetters(text)) length += advanceOf(letter) * fontSize;
  return length;
}

function advanceOf(letter: string): number {
  if (isWideLetter(letter)) return 1;
  if (NARROW.includes(letter)) return ADVANCE.narrow;
  if (BROAD.includes(letter)) return ADVANCE.broad;
  // Of several characters those that stand beside each other.
  return ADVANCE.usual * Math.max(1, [...letter].filter((each) => !ATTACHED.test(each)).length);
}

/** How labels are written in columns of `pitch` pixels, at most `room` high; `isAlone` may be wider than its column. */
export function labelStyle(
  names: readonly string[],
  {
    pitch,
    room,
    isAlone = false,
  }: { readonly pitch: number; readonly room: number; readonly isAlone?: boolean },
): LabelStyle {
  const longest = (fontSize: number) => Math.max(0, ...names.map((name) => lengthOf(name, fontSize)));
  for (const fontSize of SIZES) {
    const width = longest(fontSize) + PADDING;
    if (width <= pitch - 3 || isAlone) {
      return {
        isLevel: true,
        fontSize,
        width: Math.max(width, Math.min(22, pitch - 3)),
        height: fontSize + 9,
      };
    }
  }
  const fitting = (UPRIGHT.most * (room - PADDING)) / longest(UPRIGHT.most);
  const fontSize = Math.max(UPRIGHT.least, Math.min(UPRIGHT.most, fitting));
  return {
    isLevel: false,
    fontSize,
    width: Math.min(pitch - 3, fontSize + 8),
    height: Math.min(room, longest(fontSize) + PADDING),
  };
}

/** As much of a name as an upright label has room for. */
export function shortened(name: string, { isLevel, fontSize, height }: LabelStyle): string {
  const room = height - PADDING;
  // What fits exactly is not to fail for a rounding.
  if (isLevel || lengthOf(name, fontSize) <= room + 0.01) return name;
  const letters = [...splitLetters(name)];
  while (letters.length > 1 && lengthOf(`${letters.join('')}…`, fontSize) > room) letters.pop();
  return `${letters.join('')}…`;
}

/** Pixels of the highest of them. */
export function labelHeight(names: readonly string[], look: LabelStyle, pitch: number): number {
  return Math.max(0, ...names.map((name) => styleOf(name, look, pitch).height));
}

/** How one of them is written: short words stand level among long ones that do not fit. */
export function styleOf(name: string, look: LabelStyle, pitch: number): LabelStyle {
  if (look.isLevel) return look;
  for (const fontSize of SHORT.sizes) {
    const width = lengthOf(name, fontSize) + SHORT.padding;
    if (width > pitch - 2) continue;
    return { isLevel: true, fontSize, width: Math.max(width, look.width), height: fontSize + 9 };
  }
  return look;
}

/** Pixels of a note of 10 pixels, which has no box. */
export function noteWidth(note: string): number {
  let width = 0;
  for (const letter of note) width += isWideLetter(letter) ? NOTE.wide : NOTE.usual;
  return width;
}
