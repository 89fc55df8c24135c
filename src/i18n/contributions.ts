import { grouped } from './numbers.ts';
import { steps } from './reach.ts';

interface Place {
  readonly kind: 'carried' | 'step' | 'others' | 'sum';
  /** From 1, of a step. */
  readonly step: number;
  readonly others: number;
  /** What the sum is called. */
  readonly sum: string;
}

/** One entry of a matrix in the next update; numbers as they are written. */
interface EntryChange {
  /** The parts with their signs. */
  readonly parts: string;
  /** "=" or, where the written parts do not add up to their last digit, "≈". */
  readonly sign: string;
  /** ΔW or Δb. */
  readonly sum: string;
  readonly change: string;
  readonly before: string;
  readonly after: string;
}

export const en = {
  name: 'One W, T places',
  choose: 'Matrix',
  shows: 'Sum',
  sums: { change: 'next change', gradient: 'gradient' },
  meaning: {
    change:
      'The same weights are used at every step, so what the next update changes of them is a sum with a part from each step.',
    gradient:
      'The same weights are used at every step, so their gradient is the sum of what each step gives.',
  },
  optimizers: {
    sgd: 'Each part is the gradient of the step times minus the learning rate.',
    momentum:
      'Each part is the gradient of the step times minus the learning rate. Added to them is 0.9 of the momentum that earlier updates left.',
    adagrad:
      'Each part is the gradient of the step times minus the learning rate, and each weight divides it by the root of the sum of its squared gradients so far.',
    rmsprop:
      'Each part is the gradient of the step times minus the learning rate, and each weight divides it by the root of the running mean of its squared gradients.',
    adam: 'Each part is 0.1 of the gradient of the step times minus the learning rate. Added to them is 0.9 of the momentum that earlier updates left. Each weight divides both by the root of the running mean of its squared gradients; in the first updates Adam makes up for means that began at 0.',
  },
  clipped: (factor: string) => `Clipping first multiplies the whole gradient by ${factor}.`,
  rounded: (most: string) =>
    `The new weights are then rounded to single precision, which changes none of them by more than ${most}.`,
  others:
    'The gradient of this update has other examples in it too, so only what this one gives is shown here.',
  nothingBefore: 'Step 1 gives nothing to W_hh: the state before it is zero.',
  cut: 'The recurrence is cut, so no step gives anything to W_hh.',
  carried: 'earlier updates',
  gradient: 'gradient',
  step: (step: number) => `step ${grouped(step)}`,
  restOf: (n: number) => `the other ${steps(n)} together`,
  length: (value: string) => `length ${value}`,
  sum: 'The contributions of the steps and their sum',
  map: (of: Place, rows: number, columns: number) =>
    `${placeName(of)}, ${grouped(rows)} × ${grouped(columns)}: arrow keys read the values`,
  reading: (of: Place, weight: string) => `${placeName(of)}: ${weight}`,
  entry: ({ parts, sign, sum, change, before, after }: EntryChange) =>
    `${parts} ${sign} ${sum} ${change}; the weight goes from ${before} to ${after}.`,
  hint: 'Point at a cell (or use the arrow keys) to read it.',
  legends: { steps: 'single steps', sums: 'sums' },
  power: (power: string) => `in units of ${power}`,
  summary: (sum: string, matrix: string, update: number, values: string) =>
    `Contributions to ${sum} of ${matrix} at update ${grouped(update)}, by length: ${values}.`,
  table: (sum: string, matrix: string) => `What each place gives to ${sum} of ${matrix}`,
  sumNames: { change: 'the next change', gradient: 'the gradient' },
  columns: ['Place', 'Letter', 'Length', 'Share of all lengths'],
  layer: (symbol: string, layer: number | null) => (layer === null ? symbol : `${symbol}, layer ${layer}`),
};

function placeName({ kind, step, others, sum }: Place): string {
  switch (kind) {
    case 'carried':
      return 'Earlier updates';
    case 'step':
      return `Step ${grouped(step)}`;
    case 'others':
      return `The other ${steps(others)}`;
    case 'sum':
      return sum === 'gradient' ? 'Gradient' : sum;
  }
}

export const ko: typeof en = {
  name: 'W는 하나, 쓰이는 곳은 T군데',
  choose: '행렬',
  shows: '합',
  sums: { change: '다음 갱신량', gradient: '기울기' },
  meaning: {
    change:
      '모든 시점이 같은 가중치를 쓰므로, 다음 갱신에서 가중치가 바뀌는 양은 시점마다 나온 몫의 합입니다.',
    gradient: '모든 시점이 같은 가중치를 쓰므로, 가중치의 기울기는 시점마다 나온 몫의 합입니다.',
  },
  optimizers: {
    sgd: '한 시점의 몫은 그 시점의 기울기에 학습률을 곱해 부호를 바꾼 값입니다.',
    momentum:
      '한 시점의 몫은 그 시점의 기울기에 학습률을 곱해 부호를 바꾼 값입니다. 여기에 이전 갱신들이 남긴 모멘텀의 0.9배가 더해집니다.',
    adagrad:
      '한 시점의 몫은 그 시점의 기울기에 학습률을 곱해 부호를 바꾼 뒤, 지금까지 제곱한 기울기를 모두 더한 값의 제곱근으로 가중치마다 나눈 값입니다.',
    rmsprop:
      '한 시점의 몫은 그 시점의 기울기에 학습률을 곱해 부호를 바꾼 뒤, 제곱한 기울기의 이동 평균의 제곱근으로 가중치마다 나눈 값입니다.',
    adam: '한 시점의 몫은 그 시점의 기울기의 0.1배에 학습률을 곱해 부호를 바꾼 값이고, 여기에 이전 갱신들이 남긴 모멘텀의 0.9배가 더해집니다. 둘 다 제곱한 기울기의 이동 평균의 제곱근으로 가중치마다 나누며, 처음 몇 번의 갱신에서는 평균이 0에서 시작한 만큼 키워 줍니다.',
  },
  clipped: (factor) => `기울기 클리핑으로 먼저 기울기 전체에 ${factor}를 곱합니다.`,
  rounded: (most) => `새 가중치는 단정밀도로 반올림되며, 이때 달라지는 값은 ${most} 이하입니다.`,
  others: '이번 갱신의 기울기에는 다른 예제의 몫도 들어 있어, 여기에는 이 예제의 몫만 보입니다.',
  nothingBefore: '시점 1은 W_hh에 보태는 것이 없습니다. 그 앞의 상태가 0이기 때문입니다.',
  cut: '순환 연결이 끊겨 있어, W_hh에 보태는 시점이 없습니다.',
  carried: '이전 갱신',
  gradient: '기울기',
  step: (step) => `시점 ${grouped(step)}`,
  restOf: (n) => `나머지 시점 ${grouped(n)}개의 합`,
  length: (value) => `크기 ${value}`,
  sum: '시점마다의 몫과 그 합',
  map: (of, rows, columns) =>
    `${placeNameKo(of)}, ${grouped(rows)} × ${grouped(columns)}: 화살표 키로 값을 읽습니다`,
  reading: (of, weight) => `${placeNameKo(of)}: ${weight}`,
  entry: ({ parts, sign, sum, change, before, after }) =>
    `${parts} ${sign} ${sum} ${change}. 가중치 ${before} → ${after}`,
  hint: '칸을 가리키거나 화살표 키로 옮기면 값을 읽을 수 있습니다.',
  legends: { steps: '시점 하나하나', sums: '합' },
  power: (power) => `${power} 단위`,
  summary: (sum, matrix, update, values) =>
    `${update === 0 ? '학습 전인 지금' : `${grouped(update)}번 갱신한 지금`}, ${matrix}의 ${sum}에 곳마다 보태는 몫의 크기: ${values}.`,
  table: (sum, matrix) => `${matrix}의 ${sum}에 곳마다 보태는 몫`,
  sumNames: { change: '다음 갱신량', gradient: '기울기' },
  columns: ['곳', '글자', '크기', '모든 크기에서 차지하는 비율'],
  layer: (symbol, layer) => (layer === null ? symbol : `${symbol}, ${layer}층`),
};

function placeNameKo({ kind, step, others, sum }: Place): string {
  switch (kind) {
    case 'carried':
      return '이전 갱신에서 넘어온 몫';
    case 'step':
      return `시점 ${grouped(step)}의 몫`;
    case 'others':
      return `나머지 시점 ${grouped(others)}개의 합`;
    case 'sum':
      return sum;
  }
}

/** Where an exercise is told in other words than a text. */
export const exercise: { readonly en: Partial<typeof en>; readonly ko: Partial<typeof en> } = {
  en: { columns: ['Place', 'Reads', 'Length', 'Share of all lengths'] },
  ko: { columns: ['곳', '읽는 것', ...ko.columns.slice(2)] },
};
