/** What a link to three labs side by side carries: one row for each key, and one for each key of a lab. */
import type { LinkForm } from './address.ts';
import {
  type CellsLink,
  type CellsReading,
  type Comparison,
  type Contender,
  DEFAULT_COMPARISON,
  EQUALS,
  LOSSES,
} from './cells.ts';
import { type Codec, choice, indexIn, number, optional, position, text } from './codec.ts';
import { interventions } from './interventionCodec.ts';
import { ROUTES } from './route.ts';
import { MAX_INTERVENTIONS, MAX_TEXT_UNITS, MAX_TIMESTEPS } from './url.ts';
import { DEFAULT_VIEW, PACES } from './view.ts';

export const DEFAULT_CELLS_LINK: CellsLink = {
  comparison: DEFAULT_COMPARISON,
  update: 0,
  timestep: 0,
  pace: DEFAULT_VIEW.pace,
  loss: 'last',
  language: null,
};

type Fields = Omit<Comparison, 'contenders'> & Omit<CellsLink, 'comparison'>;

interface Row<Of> {
  readonly key: string;
  parse(written: string, onSkip: () => void): Partial<Of> | undefined;
  format(fields: Of): string;
}

const SHARED: readonly Row<Fields>[] = [
  field<Fields, 'text'>('text', 'text', text(MAX_TEXT_UNITS)),
  field<Fields, 'letterUnit'>('letters', 'letterUnit', choice('syllable', 'jamo')),
  field<Fields, 'hiddenSize'>('hidden', 'hiddenSize', number('hiddenSize')),
  field<Fields, 'equal'>('equal', 'equal', choice(...EQUALS)),
  field<Fields, 'update'>('update', 'update', number('update')),
  field<Fields, 'timestep'>('t', 'timestep', position(MAX_TIMESTEPS)),
  field<Fields, 'pace'>('speed', 'pace', indexIn(PACES, 'max')),
  field<Fields, 'loss'>('loss', 'loss', choice(...LOSSES)),
  field<Fields, 'language'>('lang', 'language', optional('', choice('en', 'ko'))),
];

/** Of the first lab as they are, of the second and third with its number: seed, seed2, seed3. */
const OF_EACH: readonly Row<Contender>[] = [
  field<Contender, 'cell'>('cell', 'cell', choice('rnn', 'gru', 'lstm')),
  field<Contender, 'layers'>('layers', 'layers', number('layers')),
  field<Contender, 'optimizer'>(
    'optimizer',
    'optimizer',
    choice('sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'),
  ),
  field<Contender, 'learningRate'>('lr', 'learningRate', number('learningRate')),
  field<Contender, 'seed'>('seed', 'seed', number('seed')),
  field<Contender, 'interventions'>('do', 'interventions', interventions(MAX_INTERVENTIONS)),
];

/** How much of a hostile link is repeated to the person. */
const MAX_UNREAD = 12;
const MAX_NAME_UNITS = 24;

export const CELLS_LINKS: LinkForm<CellsLink> = {
  screen: 'cells',
  read: readCellsLink,
  format: formatCellsLink,
};

/** Reads a location's hash. Never throws: what can be read is used, the rest keeps its default and is named. */
export function readCellsLink(hash: string): CellsReading {
  const [, ...rest] = hash.replace(/^#/, '').split('?');
  const unread = new Set<string>();
  let shared = fieldsOf(DEFAULT_CELLS_LINK);
  const labs: Contender[] = [...DEFAULT_COMPARISON.contenders];
  const seen = new Set<string>();
  for (const [key, written] of new URLSearchParams(rest.join('?'))) {
    const skip = () => void unread.add(key);
    const row = SHARED.find((candidate) => candidate.key === key);
    const [, name = '', digit = '1'] = /^([a-z]+)([23]?)$/.exec(key) ?? [];
    const lab = Number(digit || '1') - 1;
    const own = OF_EACH.find((candidate) => candidate.key === name);
    const isNew = !seen.has(key);
    seen.add(key);
    const parsed = isNew ? row?.parse(written, skip) : undefined;
    const parsedOwn = isNew ? own?.parse(written, skip) : undefined;
    if (parsed !== undefined) shared = { ...shared, ...parsed };
    else if (parsedOwn !== undefined) labs[lab] = { ...labs[lab], ...parsedOwn };
    else unread.add(key || '=');
  }
  const { text, letterUnit, hiddenSize, equal, ...looks } = shared;
  const [first, second, third] = labs;
  const comparison = { text, letterUnit, hiddenSize, equal, contenders: [first, second, third] as const };
  return { link: { comparison, ...looks }, unread: [...unread].slice(0, MAX_UNREAD).map(shorten) };
}

/** The hash that opens this link. Only what differs from the default is written. */
export function formatCellsLink(link: CellsLink): string {
  const written = [
    ...changed(SHARED, fieldsOf(link), fieldsOf(DEFAULT_CELLS_LINK), ''),
    ...link.comparison.contenders.flatMap((contender, lab) =>
      changed(OF_EACH, contender, DEFAULT_COMPARISON.contenders[lab], lab === 0 ? '' : String(lab + 1)),
    ),
  ];
  const query = new URLSearchParams(written)
    .toString()
    .replace(/%2C(?!$)/g, ',')
    .replace(/%3A(?!$)/g, ':')
    .replace(/\.$/, '%2E');
  return query === '' ? `#${ROUTES.cells}` : `#${ROUTES.cells}?${query}`;
}

function changed<Of>(rows: readonly Row<Of>[], fields: Of, defaults: Of, suffix: string): string[][] {
  return rows
    .map((row) => [row.key + suffix, row.format(fields), row.format(defaults)])
    .filter(([, value, byDefault]) => value !== byDefault)
    .map(([key, value]) => [key, value]);
}

function field<Of, Name extends keyof Of>(key: string, name: Name, codec: Codec<Of[Name]>): Row<Of> {
  return {
    key,
    parse: (written, onSkip) => {
      const value = codec.parse(written, onSkip);
      return value === undefined ? undefined : ({ [name]: value } as unknown as Partial<Of>);
    },
    format: (fields) => codec.format(fields[name]),
  };
}

function fieldsOf({ comparison: { contenders: _, ...shared }, ...rest }: CellsLink): Fields {
  return { ...shared, ...rest };
}

function shorten(name: string): string {
  return name.length > MAX_NAME_UNITS ? `${name.slice(0, MAX_NAME_UNITS)}…` : name;
}
