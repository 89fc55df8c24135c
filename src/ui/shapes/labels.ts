/** Pixels of the small labels under and over the states: written level where they fit, else upwards. */
import { isWideLetter } from '../../layout/letterSize.ts';

const SIZES = [13, 12, 11, 10];
const UPRIGHT_SIZE = 11;
/** Of a letter in semibold, in its own size. */
const ADVANCE = 0.64;
const PADDING = 7;

export interface LabelStyle {
  readonly isLevel: boolean;
  readonly fontSize: number;
  /** Of the longest, across the columns and along them. */
  readonly width: number;
  readonly height: number;
}

function lengthOf(text: string, fontSize: number): number {
  let length = 0;
  for (const letter of text) length += (isWideLetter(letter) ? 1 : ADVANCE) * fontSize;
  return length;
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
  const fontSize = Math.min(UPRIGHT_SIZE, (UPRIGHT_SIZE * (room - PADDING)) / longest(UPRIGHT_SIZE));
  return {
    isLevel: false,
    fontSize,
    width: Math.min(pitch - 3, fontSize + 8),
    height: longest(fontSize) + PADDING,
  };
}
