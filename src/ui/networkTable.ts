import type { Messages } from '../i18n/index.ts';
import type { TableWords } from '../i18n/numberTable.ts';
import { formatFixed, formatPercent } from '../layout/format.ts';
import { softmax } from '../layout/probability.ts';
import type { Task } from '../tasks/task.ts';
import { letterMark } from '../tasks/text.ts';
import type { Snapshot } from '../worker/protocol.ts';
import type { NumberTableProps } from './NumberTable.tsx';
import { describeStep, type StepDescription } from './step.ts';
import { type StepTurn, tableSteps } from './stepTurn.ts';

const COLUMNS = 12;

export interface Network {
  readonly task: Task;
  readonly snapshot: Snapshot;
  /** The selected one. */
  readonly timestep: number;
  readonly words: Messages;
  /** Whether predictions and targets are not to be given away. */
  readonly covered: boolean;
  /** What the person guessed, told once it is revealed. */
  readonly guesses: readonly (number | null)[];
}

/** The numbers of the unrolled network: a column for each timestep around the selected one or from the one turned to, a row for each quantity. */
export function networkTable(
  { task, snapshot, timestep, words, covered, guesses }: Network,
  tableWords: TableWords['network'],
  turn: StepTurn | null,
): NumberTableProps {
  const { trace } = snapshot;
  const letters = task.outputNames.length;
  const window = tableSteps(timestep, trace.timesteps, COLUMNS, turn);
  const { first } = window;
  const steps = Array.from({ length: window.count }, (_, index) => first + index);
  const described = steps.map((t) => describeStep(task, trace, t));
  const { rows, frozen } = words.network;
  const row = (name: string, value: (t: number) => string) => [name, ...steps.map(value)];

  const mark = (layer: number, unit: number) =>
    snapshot.ablation.frozen.some((place) => place.layer === layer && place.unit === unit)
      ? ` (${frozen})`
      : '';
  const states = trace.layers.flatMap((layer, index) => {
    const size = layer.hidden.length / (trace.timesteps + 1);
    const name = (symbol: string, unit: number) =>
      trace.layers.length > 1 ? `${symbol}(${index + 1}) ${unit + 1}` : `${symbol} ${unit + 1}`;
    const stateRows = (symbol: string, values: Float64Array) =>
      Array.from({ length: size }, (_, unit) =>
        row(name(symbol, unit) + mark(index, unit), (t) => formatFixed(values[(t + 1) * size + unit], 4)),
      );
    return [...stateRows('h', layer.hidden), ...(layer.cellState ? stateRows('c', layer.cellState) : [])];
  });
  const shares = new Map(steps.map((t) => [t, softmax(trace.logits, t * letters, letters)]));
  const perLetter = (value: (t: number, letter: number) => string, symbol: string) =>
    task.outputNames.map((letter, id) =>
      row(`${symbol}(${letterMark(letter)})`, (t) =>
        described[t - first].ended === null ? value(t, id) : '',
      ),
    );
  const guessRow = [
    words.guessing.yours,
    ...steps.map((t) => {
      const letter = guesses[t] ?? null;
      return letter === null ? '' : letterMark(task.outputNames[letter]);
    }),
  ];
  const answers = () => [
    [rows.target.name, ...described.map((step) => step.target ?? '')],
    ...(guesses.length > 0 ? [guessRow] : []),
    [
      rows.prediction.name,
      ...described.map((step) => (step.prediction === null ? '' : `${step.prediction}${markOf(step)}`)),
    ],
    ...perLetter((t, id) => `${formatPercent(shares.get(t)?.[id] ?? 0)}%`, 'p'),
    ...perLetter((t, id) => formatFixed(trace.logits[t * letters + id], 4), 'y'),
  ];
  return {
    caption: tableWords.caption(snapshot.update, first + 1, first + steps.length, trace.timesteps),
    columns: [tableWords.quantity, ...described.map(words.network.tableColumn)],
    rows: [...(covered ? [] : answers()), ...states],
    steps: window,
  };
}

function markOf({ target, right }: StepDescription): string {
  if (target === null) return '';
  return right ? ' ✓' : ' ✗';
}
