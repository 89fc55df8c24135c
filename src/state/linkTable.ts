/** What the links of all screens have in common: a table of rows, one for each key, of which only changes are written. */
import type { Codec, OnSkip } from './codec.ts';

/** What a link said, and the parts of it that could not be used: `key=value` as it is written, or a route. */
export interface Reading<Link> {
  readonly link: Link;
  readonly unread: readonly string[];
}

export interface Row<Fields> {
  readonly key: string;
  /** The fields with what is written, or undefined where that cannot be used. Never throws. */
  parse(written: string, fields: Fields, onSkip: OnSkip): Fields | undefined;
  format(fields: Fields): string;
}

/** Makes rows that are a field each. */
export function fieldsOf<Fields extends object>() {
  return <Name extends keyof Fields>(key: string, name: Name, codec: Codec<Fields[Name]>): Row<Fields> => ({
    key,
    parse(written, fields, onSkip) {
      const value = codec.parse(written, onSkip);
      return value === undefined ? undefined : { ...fields, [name]: value };
    },
    format: (fields) => codec.format(fields[name]),
  });
}

/** How much of a hostile link is repeated to the person. */
const MAX_UNREAD = 12;
const MAX_PART_UNITS = 32;

/**
 * Reads a location's hash. Never throws: what can be read is used, the rest is as in `defaults` and is named. `routes`
 * are those that need no name.
 */
export function readRows<Fields>(
  hash: string,
  routes: readonly string[],
  rows: readonly Row<Fields>[],
  defaults: Fields,
): { readonly fields: Fields; readonly unread: readonly string[] } {
  const [route = '', ...rest] = hash.replace(/^#/, '').split('?');
  const unread = new Set<string>();
  if (!routes.includes(route)) unread.add(route);
  const refuse = (key: string, written: string) => unread.add(`${key}=${written}`);

  let fields = defaults;
  const seen = new Set<string>();
  for (const pair of rest.join('?').split('&')) {
    const damaged = isDamaged(pair);
    for (const [key, written] of new URLSearchParams(pair)) {
      const row = seen.has(key) ? undefined : rows.find((candidate) => candidate.key === key);
      // A text is of use without some of its letters, a name or number without some of its digits is another one.
      const read =
        damaged && key !== 'text' ? undefined : row?.parse(written, fields, (part) => refuse(key, part));
      // Of a text what was lost comes first, so that it is not cut off.
      if (read === undefined) refuse(key, written);
      else if (damaged) refuse(key, written.slice(written.indexOf('\uFFFD')));
      fields = read ?? fields;
      seen.add(key);
    }
  }
  return { fields, unread: nameable(unread) };
}

/** The hash that opens a link. */
export function formatRows<Fields>(
  route: string,
  rows: readonly Row<Fields>[],
  fields: Fields,
  defaults: Fields,
): string {
  const written = rows.map((row) => [row.key, row.format(fields), row.format(defaults)]);
  const changed = written.filter(([, value, byDefault]) => value !== byDefault);
  // Commas and colons are easier to read as they are; but punctuation that ends a link is left out of it
  // by programs that look for links in a message.
  const query = new URLSearchParams(changed.map(([key, value]) => [key, value]))
    .toString()
    .replace(/%2C(?!$)/g, ',')
    .replace(/%3A(?!$)/g, ':')
    .replace(/\.$/, '%2E');
  return query === '' ? `#${route}` : `#${route}?${query}`;
}

/** Whether something of a part of the link was lost on its way: bytes that are no character, read as U+FFFD. */
function isDamaged(pair: string): boolean {
  return new URLSearchParams(pair).toString().includes('%EF%BF%BD') && !/%EF%BF%BD|\uFFFD/i.test(pair);
}

/** What of the parts that could not be used is repeated to the person; a last one of … stands for all further ones. */
export function nameable(parts: Iterable<string>): readonly string[] {
  const all = [...parts].map(shorten);
  return all.length > MAX_UNREAD ? [...all.slice(0, MAX_UNREAD), '…'] : all;
}

function shorten(part: string): string {
  return part.length > MAX_PART_UNITS ? `${part.slice(0, MAX_PART_UNITS)}…` : part;
}
