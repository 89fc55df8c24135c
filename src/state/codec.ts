/** How one value is written in a link and read back; what cannot be used is undefined. */
import type { Intervention } from '../worker/protocol.ts';
import { isWithinLimits, type LimitedField } from './config.ts';

export interface Codec<Value> {
  /** Never throws, whatever the string. */
  parse(written: string): Value | undefined;
  format(value: Value): string;
}

/** One of several words. */
export function choice<Word extends string>(...words: readonly Word[]): Codec<Word> {
  return { parse: (written) => words.find((word) => word === written), format: (word) => word };
}

/** A number within LIMITS, written so that the same bits come back. */
export function number(field: LimitedField): Codec<number> {
  return {
    parse: (written) => {
      const value = /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
      return isWithinLimits(field, value) ? value : undefined;
    },
    format: String,
  };
}

/** What is written as `word` for nothing, or else a value. */
export function optional<Value>(word: string, codec: Codec<Value>): Codec<Value | null> {
  return {
    parse: (written) => (written === word ? null : codec.parse(written)),
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

export interface LearningRates {
  readonly learningRate: number;
  readonly interventions: readonly Intervention[];
}

/** The learning rate and its changes with their updates: 0.01,57:0.05,120:0.001. At most `changes` of them. */
export function learningRates(changes: number): Codec<LearningRates> {
  const rate = number('learningRate');
  const update = number('update');
  return {
    parse: (written) => {
      const [first = '', ...rest] = written.split(',', changes + 2);
      const learningRate = rate.parse(first);
      if (learningRate === undefined || rest.length > changes) return undefined;

      const interventions: Intervention[] = [];
      for (const change of rest) {
        const [at = '', to = '', ...more] = change.split(':');
        const [when, value] = [update.parse(at), rate.parse(to)];
        const isLater = when !== undefined && when > (interventions.at(-1)?.update ?? -1);
        if (!isLater || value === undefined || more.length > 0) return undefined;
        interventions.push({ kind: 'learningRate', update: when, value });
      }
      return { learningRate, interventions };
    },
    format: ({ learningRate, interventions }) =>
      [
        rate.format(learningRate),
        ...interventions.slice(0, changes).map((change) => `${change.update}:${rate.format(change.value)}`),
      ].join(','),
  };
}
