/**
 * What is chosen within a panel, as a link carries it: `loss:3,scale:log`. Each panel has a table of its settings for
 * the network and the task in sight, and only with that can tell what is usable.
 */
import type { Codec, OnSkip } from './codec.ts';
import { nameable } from './linkTable.ts';
import { isOfLink, type Notice } from './run.ts';

/** The settings of a panel: how each is written, without commas and colons, and what is in force where it is not. */
export interface SettingsTable<Values extends object> {
  readonly codecs: { readonly [Name in keyof Values]: Codec<NonNullable<Values[Name]>> };
  readonly defaults: Values;
}

export interface SettingsReading<Values> {
  readonly values: Values;
  /** As they are written. */
  readonly unusable: readonly string[];
}

/** Never throws: what can be used is, the rest keeps its default and is named. */
export function readSettings<Values extends object>(
  written: string,
  { codecs, defaults }: SettingsTable<Values>,
): SettingsReading<Values> {
  const values = { ...defaults };
  const unusable: string[] = [];
  const seen = new Set<string>();
  for (const part of written === '' ? [] : written.split(',')) {
    const colon = part.indexOf(':');
    const [name, value] = [part.slice(0, Math.max(0, colon)), part.slice(colon + 1)];
    const isKnown = isKeyOf(codecs, name) && !seen.has(name);
    const onSkip: OnSkip = (piece) => unusable.push(`${name}:${piece}`);
    const read = isKnown ? codecs[name].parse(value, onSkip) : undefined;
    if (isKnown && read !== undefined) values[name] = read;
    else unusable.push(part);
    seen.add(name);
  }
  return { values, unusable };
}

/** Only what differs from the default is written. */
export function formatSettings<Values extends object>(
  values: Values,
  { codecs, defaults }: SettingsTable<Values>,
): string {
  const formatOf = (name: keyof Values, from: Values) => {
    const value = from[name] ?? null;
    return value === null ? null : codecs[name].format(value);
  };
  return (Object.keys(codecs) as (keyof Values & string)[])
    .map((name) => [name, formatOf(name, values), formatOf(name, defaults)])
    .filter(([, value, byDefault]) => value !== null && value !== byDefault)
    .map(([name, value]) => `${name}:${value}`)
    .join();
}

/** One of several names, as its place among them. */
export function placeAmong(names: readonly string[]): Codec<number> {
  return {
    parse: (written) => {
      const place = names.indexOf(written);
      return place < 0 ? undefined : place;
    },
    format: (place) => names[place],
  };
}

/**
 * Up to `most` values with spaces between them, each about something else as `subjectOf` tells; what cannot be used of
 * them is skipped.
 */
export function several<Value>(
  codec: Codec<Value>,
  most: number,
  subjectOf: (value: Value) => string = codec.format,
): Codec<readonly Value[]> {
  return {
    parse: (written, onSkip) => {
      const read = new Map<string, Value>();
      const skipped: string[] = [];
      for (const part of written.split(' ')) {
        const value = codec.parse(part, onSkip);
        const subject = value === undefined ? '' : subjectOf(value);
        if (value === undefined || read.has(subject) || read.size >= most) skipped.push(part);
        else read.set(subject, value);
      }
      if (read.size === 0) return undefined;
      for (const part of skipped) onSkip(part);
      return [...read.values()];
    },
    format: (values) => values.map(codec.format).join(' '),
  };
}

/** The notice that also names these parts of a link. */
export function noticeNaming(parts: readonly string[], notice: Notice | null): Notice {
  if (!isOfLink(notice)) return { kind: 'linkUnread', keys: nameable(parts) };
  return { ...notice, keys: nameable(new Set([...notice.keys, ...parts])) };
}

function isKeyOf<Table extends object>(table: Table, name: string): name is keyof Table & string {
  return Object.hasOwn(table, name);
}
