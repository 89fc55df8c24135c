/** What a link carries: one row for each key. A link opens the same picture on any machine. */
import {
  type Codec,
  choice,
  flag,
  indexIn,
  number,
  oneOf,
  optional,
  position,
  subset,
  text,
} from './codec.ts';
import { type Config, DEFAULT_CONFIG, defaultConfig, TASKS } from './config.ts';
import { interventions } from './interventionCodec.ts';
import { ROUTES } from './route.ts';
import { DEFAULT_VIEW, type Language, PACES, PANELS, PARTS, type Panel, type Part } from './view.ts';

export interface Link {
  readonly config: Config;
  /** Where the run stands. */
  readonly update: number;
  /** The selected timestep, from 0. */
  readonly timestep: number;
  /** What the network of an exercise is asked, '' for its first question; see tasks/questions.ts. */
  readonly question: string;
  /** Index into PACES. */
  readonly pace: number;
  /** Null leaves the language to the reader's browser. */
  readonly language: Language | null;
  readonly panels: readonly Panel[];
  readonly hidden: readonly Part[];
  /** A fold on its way is at the end that is nearer. */
  readonly folded: boolean;
  readonly guessing: boolean;
}

/** What a link said, and the names of the parts of it that could not be used. */
export interface LinkReading {
  readonly link: Link;
  readonly unread: readonly string[];
}

export const DEFAULT_LINK: Link = {
  config: DEFAULT_CONFIG,
  update: 0,
  timestep: DEFAULT_VIEW.timestep,
  question: DEFAULT_VIEW.question,
  pace: DEFAULT_VIEW.pace,
  language: null,
  panels: DEFAULT_VIEW.panels,
  hidden: DEFAULT_VIEW.hidden,
  folded: false,
  guessing: DEFAULT_VIEW.guessing,
};

/** More code units than the letters a text may have can take up, so that cutting here never hides a cut there. */
export const MAX_TEXT_UNITS = 65_536;

/** Longer than any question there is; what is cut here could not be read anyway. */
export const MAX_QUESTION_UNITS = 4000;

/** As many letters as a text may have, less the last, which is only a target. */
export const MAX_TIMESTEPS = 1999;

/** A link with more interventions is written with the first of them. */
export const MAX_INTERVENTIONS = 1000;

/** How much of a hostile link is repeated to the person. */
const MAX_UNREAD = 12;
const MAX_NAME_UNITS = 24;

/** A link without its nesting: what the rows read and write. */
type Fields = Config & Omit<Link, 'config'>;

interface Row {
  readonly key: string;
  parse(written: string, onSkip: () => void): Partial<Fields> | undefined;
  format(fields: Fields): string;
}

const ROWS: readonly Row[] = [
  field('task', 'task', choice(...TASKS)),
  field('tongue', 'tongue', choice('en', 'ko')),
  field('upto', 'upTo', oneOf(999, 9999)),
  field('feedback', 'feedback', flag),
  field('text', 'text', text(MAX_TEXT_UNITS)),
  field('letters', 'letterUnit', choice('syllable', 'jamo')),
  field('cell', 'cell', choice('rnn', 'lstm', 'gru')),
  field('nonlinearity', 'nonlinearity', choice('tanh', 'relu')),
  field('hidden', 'hiddenSize', number('hiddenSize')),
  field('layers', 'layers', number('layers')),
  field('optimizer', 'optimizer', choice('sgd', 'momentum', 'adagrad', 'rmsprop', 'adam')),
  field('lr', 'learningRate', number('learningRate')),
  field('clip', 'clipNorm', optional('none', number('clipNorm'))),
  field('seed', 'seed', number('seed')),
  field('do', 'interventions', interventions(MAX_INTERVENTIONS)),
  field('update', 'update', number('update')),
  field('t', 'timestep', position(MAX_TIMESTEPS)),
  field('ask', 'question', text(MAX_QUESTION_UNITS)),
  field('speed', 'pace', indexIn(PACES, 'max')),
  field('lang', 'language', optional('', choice('en', 'ko'))),
  field('open', 'panels', subset(PANELS, 'none')),
  field('hide', 'hidden', subset(PARTS, 'none')),
  field('fold', 'folded', flag),
  field('guess', 'guessing', flag),
];

/** Reads a location's hash. Never throws: what can be read is used, the rest keeps its task's default and is named. */
export function readLink(hash: string): LinkReading {
  const [route = '', ...rest] = hash.replace(/^#/, '').split('?');
  const unread = new Set<string>();
  if (!['', '/', ROUTES.playground].includes(route)) unread.add(route);

  const pairs = rest.join('?').split('&');
  for (const pair of pairs) if (isDamaged(pair)) unread.add(shorten(pair.split('=')[0]));

  let read: Partial<Fields> = {};
  const seen = new Set<string>();
  const whole = pairs.filter((pair) => !isDamaged(pair)).join('&');
  for (const [key, written] of new URLSearchParams(whole)) {
    const row = seen.has(key) ? undefined : ROWS.find((candidate) => candidate.key === key);
    const parsed = row?.parse(written, () => unread.add(key));
    if (parsed === undefined) unread.add(key || '=');
    else read = { ...read, ...parsed };
    seen.add(key);
  }
  const fields = { ...defaultsOf(read.task ?? DEFAULT_CONFIG.task), ...read };
  return { link: linkOf(fields), unread: [...unread].slice(0, MAX_UNREAD).map(shorten) };
}

/** The hash that opens this link. Only what differs from the default of its task is written. */
export function formatLink(link: Link): string {
  const fields = fieldsOf(link);
  const defaults = { ...defaultsOf(fields.task), task: DEFAULT_CONFIG.task };
  const written = ROWS.map((row) => [row.key, row.format(fields), row.format(defaults)]);
  const changed = written.filter(([, value, byDefault]) => value !== byDefault);
  // Commas and colons are easier to read as they are; but punctuation that ends a link is left out of it
  // by programs that look for links in a message.
  const query = new URLSearchParams(changed.map(([key, value]) => [key, value]))
    .toString()
    .replace(/%2C(?!$)/g, ',')
    .replace(/%3A(?!$)/g, ':')
    .replace(/\.$/, '%2E');
  return query === '' ? `#${ROUTES.playground}` : `#${ROUTES.playground}?${query}`;
}

/** The name of a run's start: two configurations of the same start are histories of one run. */
export function startKey(config: Config): string {
  return runKey({ ...config, interventions: [] });
}

/**
 * A run's name: the same for the same start and interventions, wherever the run stands and however it is looked
 * at. The number of interventions tells it from the run of a link that could not hold them all.
 */
export function runKey(config: Config): string {
  return `${formatLink({ ...DEFAULT_LINK, config })}#${config.interventions.length}`;
}

/** Whether something of a part of the link was lost on its way: bytes that are no character, read as U+FFFD. */
function isDamaged(pair: string): boolean {
  return new URLSearchParams(pair).toString().includes('%EF%BF%BD') && !/%EF%BF%BD|\uFFFD/i.test(pair);
}

function field<Name extends keyof Fields>(key: string, name: Name, codec: Codec<Fields[Name]>): Row {
  return {
    key,
    parse: (written, onSkip) => {
      const value = codec.parse(written, onSkip);
      return value === undefined ? undefined : ({ [name]: value } as Partial<Fields>);
    },
    format: (fields) => codec.format(fields[name]),
  };
}

function defaultsOf(task: Config['task']): Fields {
  return fieldsOf({ ...DEFAULT_LINK, config: defaultConfig(task) });
}

function fieldsOf({ config, ...rest }: Link): Fields {
  return { ...config, ...rest };
}

function linkOf({
  update,
  timestep,
  question,
  pace,
  language,
  panels,
  hidden,
  folded,
  guessing,
  ...config
}: Fields): Link {
  return { config, update, timestep, question, pace, language, panels, hidden, folded, guessing };
}

function shorten(name: string): string {
  return name.length > MAX_NAME_UNITS ? `${name.slice(0, MAX_NAME_UNITS)}…` : name;
}
