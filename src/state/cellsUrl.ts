/** What a link to three labs side by side carries: one row for each key, and one for each key of a lab. */
import type { LinkForm } from './address.ts';
import {
  type CellsLink,
  type CellsReading,
  type Comparison,
  type Contender,
  DEFAULT_COMPARISON,
  DEFAULT_LOOKS,
  EQUALS,
  LOSSES,
  type Looks,
  SCALES,
  three,
} from './cells.ts';
import { choice, flag, indexIn, number, oneOf, optional, position, text } from './codec.ts';
import { interventions } from './interventionCodec.ts';
import { fieldsOf, formatRows, type Row, readRows } from './linkTable.ts';
import { ROUTES } from './route.ts';
import { DEFAULT_CHOICE, RECALL_KINDS, SWEEP_LIMITS, type SweepChoice } from './sweep.ts';
import { MAX_INTERVENTIONS, MAX_TEXT_UNITS, MAX_TIMESTEPS } from './url.ts';
import { DEFAULT_VIEW, PACES } from './view.ts';

export const DEFAULT_CELLS_LINK: CellsLink = {
  comparison: DEFAULT_COMPARISON,
  update: 0,
  timestep: 0,
  pace: DEFAULT_VIEW.pace,
  looks: DEFAULT_LOOKS,
  recall: DEFAULT_CHOICE,
  language: null,
};

/** A link without its nesting: what the rows read and write. */
type Fields = Comparison & Looks & SweepChoice & Omit<CellsLink, 'comparison' | 'looks' | 'recall'>;

const { min, max } = SWEEP_LIMITS.lag;
const LAGS = Array.from({ length: max - min + 1 }, (_, index) => min + index);

const field = fieldsOf<Fields>();
const contenderField = fieldsOf<Contender>();

/** Of the first lab as they are, of the second and third with its number: seed, seed2, seed3. */
const OF_EACH: readonly Row<Contender>[] = [
  contenderField('cell', 'cell', choice('rnn', 'gru', 'lstm')),
  contenderField('layers', 'layers', number('layers')),
  contenderField('gatebias', 'gateBias', number('gateBias')),
  contenderField('optimizer', 'optimizer', choice('sgd', 'momentum', 'adagrad', 'rmsprop', 'adam')),
  contenderField('lr', 'learningRate', number('learningRate')),
  contenderField('seed', 'seed', number('seed')),
  contenderField('do', 'interventions', interventions(MAX_INTERVENTIONS)),
];

const ROWS: readonly Row<Fields>[] = [
  field('text', 'text', text(MAX_TEXT_UNITS)),
  field('letters', 'letterUnit', choice('syllable', 'jamo')),
  field('hidden', 'hiddenSize', number('hiddenSize')),
  field('equal', 'equal', choice(...EQUALS)),
  field('update', 'update', number('update')),
  field('t', 'timestep', position(MAX_TIMESTEPS)),
  field('speed', 'pace', indexIn(PACES, 'max')),
  field('loss', 'loss', choice(...LOSSES)),
  field('bars', 'scale', choice(...SCALES)),
  field('gates', 'gates', flag),
  field('between', 'kind', choice(...RECALL_KINDS)),
  field('lag', 'lag', oneOf(...LAGS)),
  field('budget', 'budget', oneOf<number>(...SWEEP_LIMITS.budgets)),
  field('seeds', 'seeds', oneOf<number>(...SWEEP_LIMITS.seeds)),
  field('lang', 'language', optional('', choice('en', 'ko'))),
  ...three((lab) => OF_EACH.map((row) => ofLab(lab, row))).flat(),
];

function ofLab(lab: 0 | 1 | 2, row: Row<Contender>): Row<Fields> {
  return {
    key: lab === 0 ? row.key : `${row.key}${lab + 1}`,
    parse(written, fields, onSkip) {
      const { contenders } = fields;
      const contender = row.parse(written, contenders[lab], onSkip);
      if (contender === undefined) return undefined;
      return { ...fields, contenders: three((other) => (other === lab ? contender : contenders[other])) };
    },
    format: ({ contenders }) => row.format(contenders[lab]),
  };
}

export const CELLS_LINKS: LinkForm<CellsLink> = {
  screen: 'cells',
  read: readCellsLink,
  format: formatCellsLink,
};

/** Reads a location's hash. Never throws: what can be read is used, the rest keeps its default and is named. */
export function readCellsLink(hash: string): CellsReading {
  const { fields, unread } = readRows(hash, [ROUTES.cells], ROWS, flatten(DEFAULT_CELLS_LINK));
  const { text, letterUnit, hiddenSize, equal, contenders, ...others } = fields;
  const { loss, scale, gates, kind, lag, budget, seeds, ...rest } = others;
  const comparison = { text, letterUnit, hiddenSize, equal, contenders };
  const link = { comparison, looks: { loss, scale, gates }, recall: { kind, lag, budget, seeds }, ...rest };
  return { link, unread };
}

/** The hash that opens this link. Only what differs from the default is written. */
export function formatCellsLink(link: CellsLink): string {
  return formatRows(ROUTES.cells, ROWS, flatten(link), flatten(DEFAULT_CELLS_LINK));
}

function flatten({ comparison, looks, recall, ...rest }: CellsLink): Fields {
  return { ...comparison, ...looks, ...recall, ...rest };
}
