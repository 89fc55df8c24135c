/** What a link to the five shapes carries: one row for each key, and two for each shape. */
import type { LinkForm } from './address.ts';
import { type Codec, choice, indexIn, number, optional, position, subset, text } from './codec.ts';
import type { TaskKind } from './config.ts';
import { fieldsOf, formatRows, nameable, type Row, readRows } from './linkTable.ts';
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
  arrangement: 'row',
  language: null,
};

const field = fieldsOf<ShapesLink>();

const ROWS: readonly Row<ShapesLink>[] = [
  field('cell', 'cell', choice('rnn', 'gru', 'lstm')),
  field('hidden', 'hiddenSize', number('hiddenSize')),
  field('layers', 'layers', number('layers')),
  field('seed', 'seed', number('seed')),
  field('tongue', 'tongue', optional('', choice('en', 'ko'))),
  field('numbers-from', 'numbersFrom', choice('en', 'ko')),
  ...SHAPE_TASKS.flatMap((task) => [
    ofShape(task, 'updates', task, optional('', number('update'))),
    ofShape(`ask-${task}`, 'questions', task, text(MAX_QUESTION_UNITS)),
  ]),
  field('t', 'timestep', position(MAX_TIMESTEPS)),
  field('speed', 'pace', indexIn(PACES, 'max')),
  field('compare', 'compared', subset(SHAPE_TASKS, 'none')),
  field('arrange', 'arrangement', choice('row', 'stack')),
  field('lang', 'language', optional('', choice('en', 'ko'))),
];

export const SHAPES_LINKS: LinkForm<ShapesLink> = {
  screen: 'shapes',
  read: readShapesLink,
  format: formatShapesLink,
};

/** Reads a location's hash. Never throws: what can be read is used, the rest keeps its default and is named. */
export function readShapesLink(hash: string): ShapesReading {
  const { fields, unread } = readRows(hash, [ROUTES.shapes], ROWS, DEFAULT_SHAPES_LINK);
  const compared = fields.compared.slice(0, MOST_COMPARED);
  const left = fields.compared.slice(MOST_COMPARED);
  return {
    link: { ...fields, compared },
    unread: nameable([...unread, ...(left.length > 0 ? [`compare=${left.join()}`] : [])]),
  };
}

/** The hash that opens this link. Only what differs from the default is written. */
export function formatShapesLink(link: ShapesLink): string {
  return formatRows(ROUTES.shapes, ROWS, link, DEFAULT_SHAPES_LINK);
}

function ofShape<Name extends 'updates' | 'questions'>(
  key: string,
  name: Name,
  task: TaskKind,
  codec: Codec<ShapesLink[Name][TaskKind]>,
): Row<ShapesLink> {
  return {
    key,
    parse(written, link, onSkip) {
      const value = codec.parse(written, onSkip);
      return value === undefined ? undefined : { ...link, [name]: { ...link[name], [task]: value } };
    },
    format: (link) => codec.format(link[name][task]),
  };
}
