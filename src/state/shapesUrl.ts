/** What a link to the five shapes carries: one row for each key, and two for each shape. */
import type { LinkForm } from './address.ts';
import { type Codec, choice, indexIn, number, optional, position, subset, text } from './codec.ts';
import type { TaskKind } from './config.ts';
import { ROUTES } from './route.ts';
import {
  DEFAULT_CHOICE,
  MOST_COMPARED,
  ofEach,
  SHAPE_TASKS,
  type ShapesLink,
  type ShapesReading,
} from './shapes.ts';
import { MAX_QUESTION_UNITS, MAX_TIMESTEPS } from './url.ts';
import { PACES } from './view.ts';

/** A first run of a minute is too long to watch, and one of a second too short. */
const DEFAULT_PACE = PACES.indexOf(60);

export const DEFAULT_SHAPES_LINK: ShapesLink = {
  ...DEFAULT_CHOICE,
  tongue: null,
  updates: ofEach(() => null),
  questions: ofEach(() => ''),
  timestep: 0,
  pace: DEFAULT_PACE,
  compared: [],
  language: null,
};

interface Row {
  readonly key: string;
  parse(written: string, link: ShapesLink, onSkip: () => void): ShapesLink | undefined;
  format(link: ShapesLink): string;
}

const ROWS: readonly Row[] = [
  field('cell', 'cell', choice('rnn', 'gru', 'lstm')),
  field('hidden', 'hiddenSize', number('hiddenSize')),
  field('layers', 'layers', number('layers')),
  field('seed', 'seed', number('seed')),
  field('tongue', 'tongue', optional('', choice('en', 'ko'))),
  ...SHAPE_TASKS.flatMap((task) => [
    ofShape(task, 'updates', task, optional('', number('update'))),
    ofShape(`ask-${task}`, 'questions', task, text(MAX_QUESTION_UNITS)),
  ]),
  field('t', 'timestep', position(MAX_TIMESTEPS)),
  field('speed', 'pace', indexIn(PACES, 'max')),
  field('compare', 'compared', subset(SHAPE_TASKS, 'none')),
  field('lang', 'language', optional('', choice('en', 'ko'))),
];

/** How much of a hostile link is repeated to the person. */
const MAX_UNREAD = 12;
const MAX_NAME_UNITS = 24;

export const SHAPES_LINKS: LinkForm<ShapesLink> = {
  screen: 'shapes',
  read: readShapesLink,
  format: formatShapesLink,
};

/** Reads a location's hash. Never throws: what can be read is used, the rest keeps its default and is named. */
export function readShapesLink(hash: string): ShapesReading {
  const [, ...rest] = hash.replace(/^#/, '').split('?');
  const unread = new Set<string>();
  const seen = new Set<string>();
  let link = DEFAULT_SHAPES_LINK;
  for (const [key, written] of new URLSearchParams(rest.join('?'))) {
    const row = seen.has(key) ? undefined : ROWS.find((candidate) => candidate.key === key);
    const read = row?.parse(written, link, () => unread.add(key));
    if (read === undefined) unread.add(key || '=');
    else link = read;
    seen.add(key);
  }
  return {
    link: { ...link, compared: link.compared.slice(0, MOST_COMPARED) },
    unread: [...unread].slice(0, MAX_UNREAD).map(shorten),
  };
}

/** The hash that opens this link. Only what differs from the default is written. */
export function formatShapesLink(link: ShapesLink): string {
  const written = ROWS.map((row) => [row.key, row.format(link), row.format(DEFAULT_SHAPES_LINK)]);
  const query = new URLSearchParams(
    written.filter(([, value, byDefault]) => value !== byDefault).map(([key, value]) => [key, value]),
  )
    .toString()
    .replace(/%2C(?!$)/g, ',')
    .replace(/\.$/, '%2E');
  return query === '' ? `#${ROUTES.shapes}` : `#${ROUTES.shapes}?${query}`;
}

function field<Name extends keyof ShapesLink>(key: string, name: Name, codec: Codec<ShapesLink[Name]>): Row {
  return {
    key,
    parse(written, link, onSkip) {
      const value = codec.parse(written, onSkip);
      return value === undefined ? undefined : { ...link, [name]: value };
    },
    format: (link) => codec.format(link[name]),
  };
}

function ofShape<Name extends 'updates' | 'questions'>(
  key: string,
  name: Name,
  task: TaskKind,
  codec: Codec<ShapesLink[Name][TaskKind]>,
): Row {
  return {
    key,
    parse(written, link, onSkip) {
      const value = codec.parse(written, onSkip);
      return value === undefined ? undefined : { ...link, [name]: { ...link[name], [task]: value } };
    },
    format: (link) => codec.format(link[name][task]),
  };
}

function shorten(name: string): string {
  return name.length > MAX_NAME_UNITS ? `${name.slice(0, MAX_NAME_UNITS)}…` : name;
}
