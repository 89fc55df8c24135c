import { grouped } from './numbers.ts';

/** A unit of a map of states; the layer from 1 is null where there is one. */
interface StateRow {
  readonly symbol: string;
  readonly layer: number | null;
  readonly unit: number;
}

const en = {
  /** Of the unrolled network. */
  network: {
    caption: (update: number, first: number, last: number, all: number) =>
      `Unrolled network at update ${grouped(update)}, steps ${grouped(first)} to ${grouped(last)} of ${grouped(all)}`,
    quantity: 'Step',
  },
  hiddenState: {
    caption: (first: number, last: number, all: number) =>
      last - first + 1 === all
        ? 'Hidden state, one column per step'
        : `Hidden state, steps ${grouped(first)} to ${grouped(last)} of ${grouped(all)}, one column per step`,
    unit: 'Unit',
    row: (at: StateRow) => `${at.symbol}${at.layer === null ? '' : `, layer ${at.layer}`}, unit ${at.unit}`,
  },
  weights: {
    caption: (shown: string, all: string) =>
      shown === all
        ? `All ${all} weights and biases`
        : `Weights and biases: the first rows of each matrix, ${shown} of ${all}`,
    weight: 'Weight or bias',
    value: 'Value',
  },
  firstRows: (shown: number, all: number) => `(the first ${grouped(shown)} of ${grouped(all)} rows)`,
  earlier: 'Earlier steps',
  later: 'Later steps',
  /** Said when the table has been turned to them. */
  steps: (first: number, last: number, all: number) =>
    `Steps ${grouped(first)} to ${grouped(last)} of ${grouped(all)}`,
};

const ko: typeof en = {
  network: {
    caption: (update, first, last, all) =>
      `펼친 신경망, 갱신 ${grouped(update)}회, 시점 ${grouped(all)}개 중 ${grouped(first)}–${grouped(last)}`,
    quantity: '시점',
  },
  hiddenState: {
    caption: (first, last, all) =>
      last - first + 1 === all
        ? '은닉 상태 (열마다 시점 하나)'
        : `은닉 상태, 시점 ${grouped(all)}개 중 ${grouped(first)}–${grouped(last)} (열마다 시점 하나)`,
    unit: '유닛',
    row: ({ symbol, layer, unit }) => `${symbol}${layer === null ? '' : `, ${layer}층`}, 유닛 ${unit}`,
  },
  weights: {
    caption: (shown, all) =>
      shown === all
        ? `가중치와 편향 ${all}개 모두`
        : `가중치와 편향 ${all}개 중 행렬마다 앞부분, 모두 ${shown}개`,
    weight: '가중치 또는 편향',
    value: '값',
  },
  firstRows: (shown, all) => `(${grouped(all)}행 중 앞 ${grouped(shown)}행)`,
  earlier: '앞 시점들',
  later: '뒤 시점들',
  steps: (first, last, all) => `시점 ${grouped(all)}개 중 ${grouped(first)}–${grouped(last)}`,
};

export type TableWords = typeof en;

/** Of the numbers of a figure as a table; loaded with it. */
export const numberTable = { en, ko };
