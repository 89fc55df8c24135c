/** How one value is written in a link and read back; what cannot be used is undefined. */
import { isWithinLimits, LIMITS, type LimitedField } from './config.ts';

/** Told of each part that could not be used where the rest can. */
export type OnSkip = (part: string) => void;

export interface Codec<Value> {
  /** Never throws, whatever the string. */
  parse(written: string, onSkip: OnSkip): Value | undefined;
  format(value: Value): string;
}

/** One of several words. */
export function choice<Word extends string>(...words: readonly Word[]): Codec<Word> {
  return { parse: (written) => words.find((word) => word === written), format: (word) => word };
}

/** One of several numbers. */
export function oneOf<Value extends number>(...values: readonly Value[]): Codec<Value> {
  return { parse: (written) => values.find((value) => String(value) === written), format: String };
}

/** On or off. */
export const flag: Codec<boolean> = {
  parse: (written) => (written === '1' ? true : written === '0' ? false : undefined),
  format: (value) => (value ? '1' : '0'),
};

/** Some of several words, each once, in their own order; `none` stands for none of them. */
export function subset<Word extends string>(words: readonly Word[], none: string): Codec<readonly Word[]> {
  return {
    parse: (written, onSkip) => {
      if (written === none) return [];
      const parts = written.split(',');
      const known = words.filter((word) => parts.includes(word));
      if (known.length === 0) return undefined;
      const left = new Set<string>(known);
      for (const part of parts) if (!left.delete(part)) onSkip(part);
      return known;
    },
    format: (chosen) => (chosen.length > 0 ? chosen.join() : none),
  };
}

/** A number within LIMITS, written so that the same bits come back. */
export function number(field: LimitedField): Codec<number> {
  return {
    parse: (written) => {
      const value = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
      const hasSign = written.startsWith('-') && LIMITS[field].min >= 0;
      return isWithinLimits(field, value) && !hasSign ? value : undefined;
    },
    format: (value) => (Object.is(value, -0) ? '-0' : String(value)),
  };
}

/** What is written as `word` for nothing, or else a value. */
export function optional<Value>(word: string, codec: Codec<Value>): Codec<Value | null> {
  return {
    parse: (written, onSkip) => (written === word ? null : codec.parse(written, onSkip)),
    format: (value) => (value === null ? word : codec.format(value)),
  };
}

/** A place counted from 0, written as people count, from 1. */
export function position(count: number): Codec<number> {
  return {
    parse: (written) => {
      const place = /^\d{1,9}$/.test(written) ? Number(written) : 0;
      return place >= 1 && place <= count ? place - 1 : undefined;
    },
    format: (index) => String(index + 1),
  };
}

/** The place of a value in a list, written as the value itself; `word` stands for null. */
export function indexIn(values: readonly (number | null)[], word: string): Codec<number> {
  const written = values.map((value) => (value === null ? word : String(value)));
  return {
    parse: (value) => {
      const index = written.indexOf(value);
      return index < 0 ? undefined : index;
    },
    format: (index) => written[index],
  };
}

/**
 * A text of up to `units` UTF-16 code units. UTF-8 has no form for a lone surrogate, so it is written ~D83D,
 * and a tilde is doubled.
 */
export function text(units: number): Codec<string> {
  return {
    parse: (written) =>
      written
        .replace(/~(~|D[89A-F][0-9A-F]{2})/gi, (_, code) =>
          code === '~' ? '~' : String.fromCharCode(Number.parseInt(code, 16)),
        )
        .slice(0, units),
    format: (value) =>
      value
        .slice(0, units)
        .replace(/~|\p{Cs}/gu, (letter) =>
          letter === '~' ? '~~' : `~${letter.charCodeAt(0).toString(16).toUpperCase()}`,
        ),
  };
}
