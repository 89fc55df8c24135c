/** Words for what an exercise comes to with other seeds. */
import { grouped } from './numbers.ts';

interface Way {
  readonly cell: string;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly optimizer: string;
  readonly learningRate: number;
  readonly clipNorm: number | null;
  readonly batchSize: number | null;
}

interface Comparison {
  readonly first: number;
  readonly last: number;
  /** Whether the network in sight is trained otherwise. */
  readonly isOtherWay: boolean;
}

interface OneCell {
  readonly cell: string;
  readonly updates: number;
}

export const en = {
  /** Stands before each cell's median and worst. */
  comparison: ({ first, last, isOtherWay }: Comparison) =>
    `${isOtherWay ? 'With the recommended settings, right' : 'Right'} of the never seen, median (worst) of seeds ${first}–${last}:`,
  medianAndWorst: (median: string, worst: string) => `${median}% (${worst}%)`,
  /** What is right of the never seen; `seeds` are the worst. */
  spread: (one: OneCell, median: string, worst: string, seeds: readonly number[]) =>
    `${trained(one)}: of the never seen, median ${median}% right, worst ${worst}% (${seeds.length > 1 ? 'seeds' : 'seed'} ${seeds.join(', ')})`,
  allSame: (one: OneCell, all: string) => `${trained(one)}: ${all}% of the never seen right with every seed`,
  table: 'Right after training, by seed',
  seed: 'Seed',
  of: (all: number) => `of ${grouped(all)}`,
  worst: 'worst',
  present: 'in sight',
  measured: ({ cell, hiddenSize, layers, optimizer, learningRate, clipNorm, batchSize }: Way) =>
    `Measured by the project with every cell and the recommended settings: ${cell}, ${grouped(hiddenSize)} hidden units${layers > 1 ? ` in ${layers} layers` : ''}, ${optimizer} ${grouped(learningRate)}${clipNorm === null ? '' : `, gradients clipped at ${grouped(clipNorm)}`}${batchSize === null ? '' : `, batches of ${grouped(batchSize)}`}. Training with the same seed gives the same numbers.`,
  /** Of each cell by name, where they are not the same. */
  updates: (cells: readonly OneCell[]) =>
    `Updates: ${cells.map(({ cell, updates }) => `${cell}\u00a0${grouped(updates)}`).join(' · ')}.`,
  otherWay: 'The network in sight is trained otherwise, so its seeds may come out differently.',
  open: (seed: number) => `Open the worst seed, ${grouped(seed)}`,
  openOtherWay: (seed: number) => `Open the worst seed, ${grouped(seed)}, with the recommended settings`,
  isOpen: (seed: number, updates: number) =>
    `This is the worst seed, ${grouped(seed)}: train it to update ${grouped(updates)}`,
};

function trained({ cell, updates }: OneCell): string {
  return `${cell}, ${grouped(updates)} updates each`;
}

export const ko: typeof en = {
  comparison: ({ first, last, isOtherWay }) =>
    `${isOtherWay ? '권장 설정으로 학습할 때 ' : ''}처음 보는 것의 정답률, 시드 ${first}–${last}의 중앙값(최저):`,
  medianAndWorst: (median, worst) => `${median}%(${worst}%)`,
  spread: (one, median, worst, seeds) =>
    `${trainedKo(one)}: 처음 보는 것의 정답률은 중앙값 ${median}%, 최저 ${worst}%(시드 ${seeds.join(', ')})`,
  allSame: (one, all) => `${trainedKo(one)}: 처음 보는 것의 정답률은 모든 시드에서 ${all}%`,
  table: '학습한 뒤 시드마다 맞힌 비율',
  seed: '시드',
  of: (all) => `전체 ${grouped(all)}`,
  worst: '최저',
  present: '지금',
  measured: ({ cell, hiddenSize, layers, optimizer, learningRate, clipNorm, batchSize }) =>
    `프로젝트에서 셀마다 권장 설정으로 미리 잰 값입니다: ${cell}, 은닉 유닛 ${grouped(hiddenSize)}개${layers > 1 ? ` ${layers}층` : ''}, ${optimizer} ${grouped(learningRate)}${clipNorm === null ? '' : `, 기울기 클리핑 ${grouped(clipNorm)}`}${batchSize === null ? '' : `, 배치 ${grouped(batchSize)}`}. 같은 시드로 학습하면 같은 값이 나옵니다.`,
  updates: (cells) =>
    `갱신 횟수: ${cells.map(({ cell, updates }) => `${cell}\u00a0${grouped(updates)}`).join(' · ')}.`,
  otherWay: '지금 신경망은 이와 다르게 학습하므로, 같은 시드라도 결과가 다를 수 있습니다.',
  open: (seed) => `결과가 가장 낮은 시드 ${grouped(seed)} 열기`,
  openOtherWay: (seed) => `결과가 가장 낮은 시드 ${grouped(seed)}, 권장 설정으로 열기`,
  isOpen: (seed, updates) =>
    `결과가 가장 낮은 시드 ${grouped(seed)}입니다. 갱신 ${grouped(updates)}회까지 학습해 보세요`,
};

function trainedKo({ cell, updates }: OneCell): string {
  return `${cell}, ${grouped(updates)}회씩 갱신`;
}
