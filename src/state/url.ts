/** What a link carries: one row for each key. A link opens the same picture on any machine. */
import { withoutIdle } from '../worker/interventions.ts';
import { choice, flag, indexIn, number, oneOf, optional, position, subset, text } from './codec.ts';
import { type Config, DEFAULT_CONFIG, defaultConfig, TASKS } from './config.ts';
import { interventions } from './interventionCodec.ts';
import { fieldsOf, formatRows, type Reading, type Row, readRows } from './linkTable.ts';
import { ROUTES } from './route.ts';
import {
  DEFAULT_VIEW,
  type Language,
  PACES,
  PANELS,
  PANELS_WITH_SETTINGS,
  PARTS,
  type Panel,
  type PanelWithSettings,
  type Part,
  type Settings,
} from './view.ts';

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
  /** What is chosen within panels; each reads its own when it is open. */
  readonly settings: Settings;
  readonly hidden: readonly Part[];
  /** 0 unrolled, 1 folded. */
  readonly fold: number;
  readonly guessing: boolean;
  /** Whether the intact run goes beside one that is cut. */
  readonly twin: boolean;
}

export type LinkReading = Reading<Link>;

export const DEFAULT_LINK: Link = {
  config: DEFAULT_CONFIG,
  update: 0,
  timestep: DEFAULT_VIEW.timestep,
  question: DEFAULT_VIEW.question,
  pace: DEFAULT_VIEW.pace,
  language: null,
  panels: DEFAULT_VIEW.panels,
  settings: DEFAULT_VIEW.settings,
  hidden: DEFAULT_VIEW.hidden,
  fold: DEFAULT_VIEW.fold,
  guessing: DEFAULT_VIEW.guessing,
  twin: DEFAULT_VIEW.twin,
};

/** More code units than the letters a text may have can take up, so that cutting here never hides a cut there. */
export const MAX_TEXT_UNITS = 65_536;

/** Longer than any question there is; what is cut here could not be read anyway. */
export const MAX_QUESTION_UNITS = 4000;

/** More than all that can be chosen within a panel takes. */
export const MAX_SETTINGS_UNITS = 1000;

/** As many letters as a text may have, less the last, which is only a target. */
export const MAX_TIMESTEPS = 1999;

/** A link with more interventions is written with the first of them. */
export const MAX_INTERVENTIONS = 1000;

/** A link without its nesting: what the rows read and write. */
type Fields = Config & Omit<Link, 'config'>;

const field = fieldsOf<Fields>();

const settingsOf = (panel: PanelWithSettings): Row<Fields> => ({
  key: panel,
  parse: (written, fields) =>
    written.length > MAX_SETTINGS_UNITS
      ? undefined
      : { ...fields, settings: { ...fields.settings, [panel]: written } },
  format: ({ settings }) => settings[panel] ?? '',
});

const ROWS: readonly Row<Fields>[] = [
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
  field('gatebias', 'gateBias', number('gateBias')),
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
  ...PANELS_WITH_SETTINGS.map(settingsOf),
  field('hide', 'hidden', subset(PARTS, 'none')),
  field('fold', 'fold', number('fold')),
  field('guess', 'guessing', flag),
  field('twin', 'twin', flag),
];

const ANY_ROUTE = ['', '/', ROUTES.playground];

/** Reads a location's hash. Never throws: what can be read is used, the rest keeps its task's default and is named. */
export function readLink(hash: string): LinkReading {
  const read = (task: Config['task']) => readRows(hash, ANY_ROUTE, ROWS, defaultsOf(task));
  const { task } = read(DEFAULT_CONFIG.task).fields;
  const { fields, unread } = read(task);
  return { link: linkOf(fields), unread };
}

/** The hash that opens this link. Only what differs from the default of its task is written. */
export function formatLink(link: Link): string {
  const fields = flatten(link);
  const defaults = { ...defaultsOf(fields.task), task: DEFAULT_CONFIG.task };
  return formatRows(ROUTES.playground, ROWS, fields, defaults);
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
  return `${formatLink({ ...DEFAULT_LINK, config })}#${withoutIdle(config.interventions).length}`;
}

function defaultsOf(task: Config['task']): Fields {
  return flatten({ ...DEFAULT_LINK, config: defaultConfig(task) });
}

function flatten({ config, ...rest }: Link): Fields {
  return { ...config, ...rest };
}

function linkOf({
  update,
  timestep,
  question,
  pace,
  language,
  panels,
  settings,
  hidden,
  fold,
  guessing,
  twin,
  ...config
}: Fields): Link {
  return {
    config,
    update,
    timestep,
    question,
    pace,
    language,
    panels,
    settings,
    hidden,
    fold,
    guessing,
    twin,
  };
}
