import { grouped } from './numbers.ts';

interface Pair {
  /** The step of the loss and the step it reaches, both from 1. */
  readonly loss: number;
  readonly step: number;
  readonly letter: string;
  readonly state: 'h' | 'c';
  readonly value: string;
}

interface Summary {
  readonly loss: number;
  readonly target: string;
  readonly update: number;
  readonly first: number;
  readonly firstValue: string;
  readonly lastValue: string;
}

interface WholeShown {
  readonly losses: number;
  /** Timesteps from one loss to the next. */
  readonly every: number;
  readonly all: number;
  /** How far each loss is followed back; null for all the way. */
  readonly depth: number | null;
}

interface Shown {
  readonly first: number;
  readonly last: number;
  readonly all: number;
}

interface Ratio {
  readonly first: number;
  readonly last: number;
  /** A percentage without its sign. */
  readonly share: string;
}

export const steps = (n: number) => `${grouped(n)} ${n === 1 ? 'step' : 'steps'}`;

export const en = {
  name: 'How far the error reaches back',
  summary: ({ loss, target, update, first, firstValue, lastValue }: Summary) =>
    `At update ${grouped(update)} the loss at step ${grouped(loss)}, target ${target}, has a gradient of length ${lastValue} at its own step${first < loss ? ` and ${firstValue} at step ${grouped(first)}` : ''}.`,
  waiting: 'Computing the gradients of the single losses…',
  meaning:
    'What the loss at step s can still teach step t: the length of its gradient at the state of step t.',
  noTarget: 'none',
  noLoss: (step: number) =>
    `Step ${grouped(step)} has no target, so there is no loss and nothing reaches back from it.`,
  window: ({ first, last, all }: Shown) =>
    `In detail: steps ${grouped(first)} to ${grouped(last)} of ${grouped(all)}, around the selected one.`,
  whole: {
    shown: ({ losses, every, all, depth }: WholeShown) =>
      `The whole text: ${every === 1 ? `all ${grouped(all)} losses` : `${grouped(losses)} of ${grouped(all)} losses, one in ${grouped(every)}`}, by all steps${depth === null ? '.' : `. Each is followed back over ${steps(depth)} only, because more would take too long with this network.`}`,
    more: 'More losses are being computed…',
    later: 'How far the losses of the whole text reach is computed when training pauses.',
    map: (losses: number, all: number) =>
      `The whole text, ${grouped(losses)} losses by ${grouped(all)} steps: arrow keys read the values, Enter shows the place in detail`,
    hint: 'Point at a cell (or use the arrow keys) to read it; click or press Enter to show the steps around it in detail.',
    unknown: ({ loss, step, letter }: Omit<Pair, 'value'>) =>
      `Loss at step ${grouped(loss)}, state of step ${grouped(step)} (letter ${letter}): not computed`,
  },
  loss: 'Loss at step',
  lossValue: (loss: number, target: string) => `${grouped(loss)}, target ${target}`,
  lossAxis: 'loss',
  state: 'State',
  states: { h: 'h', c: 'c' },
  stateNames: { h: 'hidden state', c: 'cell state' },
  layer: 'Layer',
  scale: 'Scale',
  scales: { linear: 'linear', log: 'log' },
  legend: (floor: string, end: string, log: boolean) =>
    `Colours: the stronger the violet, the longer the gradient, from ${floor}${log ? ' or less, in powers of ten,' : ''} to ${end}; none is uncoloured`,
  none: 'none',
  triangle: (n: number) =>
    `Losses by steps, ${grouped(n)} × ${grouped(n)}: arrow keys read the values, Enter chooses the loss and selects the step`,
  hint: 'Point at a cell (or use the arrow keys) to read it; click or press Enter to choose its loss and select its step.',
  reading: ({ loss, step, letter, state, value }: Pair) =>
    `Loss at step ${grouped(loss)}, ${state === 'c' ? 'cell state' : 'state'} of step ${grouped(step)} (letter ${letter}): ${value}`,
  readingAfter: (loss: number, step: number) =>
    `The loss at step ${grouped(loss)} comes before step ${grouped(step)}: nothing reaches forward in time.`,
  bars: (loss: number) => `Reach of the loss at step ${grouped(loss)}`,
  table: ({ first, last, all }: Shown) =>
    last - first + 1 === all
      ? 'Gradient of each loss at each step, one column per step'
      : `Gradient of each loss at each step, steps ${grouped(first)} to ${grouped(last)} of ${grouped(all)}, one column per step`,
  tableCorner: 'Loss at step',
  numbers: 'Numbers to it',
  ratio: 'First to last step',
  ratioTells: ({ first, last, share }: Ratio) =>
    `Step ${grouped(first)}, ${steps(last - first)} earlier, gets ${share}% of what step ${grouped(last)} gets of this error.`,
  ratioNone: 'This loss says nothing to its own step, so there is no share to compare.',
  ratioAlone: 'This loss has no earlier step to reach.',
  norm: 'Gradient norm',
  normTells: (clip: number | null): string =>
    clip === null
      ? 'The length of the whole gradient, all losses and all weights together: how hard this update pulls.'
      : `The length of the whole gradient; above ${grouped(clip)} it is clipped to ${grouped(clip)}.`,
  radius: 'Spectral radius of',
  radiusTells: (value: number): string =>
    value < 1
      ? 'Below 1: repeated over many steps, W_hh alone shrinks whatever passes through it, and the slope of the activation (at most 1) shrinks it further.'
      : 'At 1 or above: repeated over many steps, W_hh alone could make an error grow; the slope of the activation (at most 1) works against it.',
  radiusTellsGates: (gate: string | null) =>
    `One matrix for each gate; the largest${gate === null ? '' : ` is that of ${gate}`}. It does not decide alone here: every step also has the way past the matrices, which the gates open and close.`,
  radiusCut: 'The recurrence is cut: W_hh is not used, and no error passes to an earlier step.',
  radiusSkipped: (most: number) =>
    `Computed for up to ${grouped(most)} units: with more it would take too long while you watch.`,
  forget: 'Mean forget gate',
  forgetTells:
    'The cell state keeps this share of itself from step to step, and an error going back along it is multiplied by it.',
  updateGate: 'Mean update gate',
  updateTells:
    'z of the GRU: the share of the old state that stays from step to step, and with it of the error that goes back.',
};

export const ko: typeof en = {
  name: '오차가 거슬러 가는 거리',
  summary: ({ loss, target, update, first, firstValue, lastValue }) =>
    `${update === 0 ? '학습 전인 지금' : `${grouped(update)}번 갱신한 지금`}, 시점 ${grouped(loss)}(정답 ${target})의 손실이 주는 기울기의 크기는 제 시점에서 ${lastValue}${first < loss ? `, 시점 ${grouped(first)}에서 ${firstValue}` : ''}입니다.`,
  waiting: '손실 하나하나의 기울기를 계산하는 중입니다…',
  meaning: '시점 s의 손실이 시점 t까지 얼마나 전해지는지, 시점 t의 상태에서 잰 기울기의 크기로 나타냅니다.',
  noTarget: '없음',
  noLoss: (step) => `시점 ${grouped(step)}에는 정답이 없어 손실도, 거슬러 가는 기울기도 없습니다.`,
  window: ({ first, last, all }) =>
    `자세히: 시점 ${grouped(all)}개 중 고른 시점 둘레의 ${grouped(first)}–${grouped(last)}`,
  whole: {
    shown: ({ losses, every, all, depth }) =>
      `텍스트 전체: ${every === 1 ? `손실 ${grouped(all)}개 모두` : `손실 ${grouped(all)}개 중 ${grouped(every)}개마다 하나씩 ${grouped(losses)}개`}를 모든 시점에 대해 나타냅니다.${depth === null ? '' : ` 이 네트워크로는 계산이 너무 오래 걸려, 손실마다 ${grouped(depth)}시점까지만 거슬러 갑니다.`}`,
    more: '나머지 손실을 계산하는 중입니다…',
    later: '텍스트 전체의 손실이 거슬러 가는 거리는 학습을 멈추면 계산합니다.',
    map: (losses, all) =>
      `텍스트 전체, 손실 ${grouped(losses)} × 시점 ${grouped(all)}: 화살표 키로 값을 읽고, Enter로 그 둘레를 자세히 봅니다`,
    hint: '칸을 가리키거나 화살표 키로 옮기면 값을 읽을 수 있습니다. 클릭하거나 Enter를 누르면 그 둘레의 시점을 자세히 보여 줍니다.',
    unknown: ({ loss, step, letter }) =>
      `시점 ${grouped(loss)}의 손실, 시점 ${grouped(step)}(글자 ${letter})의 상태: 계산하지 않음`,
  },
  loss: '손실의 시점',
  lossValue: (loss, target) => `${grouped(loss)}, 정답 ${target}`,
  lossAxis: '손실',
  state: '상태',
  states: { h: 'h', c: 'c' },
  stateNames: { h: '은닉 상태', c: '셀 상태' },
  layer: '층',
  scale: '눈금',
  scales: { linear: '선형', log: '로그' },
  legend: (floor, end, log) =>
    `색: 보라가 진할수록 기울기가 큽니다. ${floor}${log ? ' 이하' : ''}부터 ${end}까지${log ? ' 10의 거듭제곱 눈금' : ''}, 0은 무색`,
  none: '없음',
  triangle: (n) =>
    `손실과 시점, ${grouped(n)} × ${grouped(n)}: 화살표 키로 값을 읽고, Enter로 손실과 시점을 고릅니다`,
  hint: '칸을 가리키거나 화살표 키로 옮기면 값을 읽을 수 있습니다. 클릭하거나 Enter를 누르면 그 손실과 시점이 선택됩니다.',
  reading: ({ loss, step, letter, state, value }) =>
    `시점 ${grouped(loss)}의 손실, 시점 ${grouped(step)}(글자 ${letter})의 ${state === 'c' ? '셀' : '은닉'} 상태: ${value}`,
  readingAfter: (loss, step) =>
    `시점 ${grouped(loss)}의 손실은 시점 ${grouped(step)}보다 앞서 있어, 오차가 미치지 않습니다.`,
  bars: (loss) => `시점 ${grouped(loss)}의 손실이 거슬러 가는 정도`,
  table: ({ first, last, all }) =>
    last - first + 1 === all
      ? '손실마다 각 시점에 주는 기울기의 크기 (열마다 시점 하나)'
      : `손실마다 각 시점에 주는 기울기의 크기, 시점 ${grouped(all)}개 중 ${grouped(first)}–${grouped(last)} (열마다 시점 하나)`,
  tableCorner: '손실의 시점',
  numbers: '함께 볼 수치',
  ratio: '첫 시점과 마지막 시점의 비',
  ratioTells: ({ first, last, share }) =>
    `${grouped(last - first)}시점 앞선 시점 ${grouped(first)}에는 시점 ${grouped(last)}에 오는 오차의 ${share}%가 미칩니다.`,
  ratioNone: '이 손실은 제 시점에도 기울기를 주지 않아 비교할 수 없습니다.',
  ratioAlone: '이 손실보다 앞선 시점이 없습니다.',
  norm: '기울기 노름',
  normTells: (clip) =>
    clip === null
      ? '모든 손실과 모든 가중치를 합친 기울기 전체의 크기로, 이번 갱신이 가중치를 얼마나 크게 바꾸려 하는지 알려 줍니다.'
      : `기울기 전체의 크기입니다. ${grouped(clip)}보다 크면 기울기 클리핑으로 ${grouped(clip)}까지 줄입니다.`,
  radius: '스펙트럼 반지름:',
  radiusTells: (value) =>
    value < 1
      ? '1보다 작으므로, 여러 시점을 거듭하면 W_hh만으로도 지나가는 오차가 줄어들고, 활성화 함수의 기울기(1 이하)가 이를 더 줄입니다.'
      : '1 이상이므로, 여러 시점을 거듭하면 W_hh만으로는 오차가 커질 수 있습니다. 활성화 함수의 기울기(1 이하)는 이를 줄이는 쪽으로 작용합니다.',
  radiusTellsGates: (gate) =>
    `게이트마다 행렬이 하나씩 있고${gate === null ? '' : ` ${gate}의 값이 가장 큽니다`}. 이 값만으로 정해지지는 않습니다. 행렬을 거치지 않는 길을 게이트가 열고 닫기 때문입니다.`,
  radiusCut: '순환 연결이 끊겨 있어 W_hh를 쓰지 않으며, 앞선 시점으로 가는 오차가 없습니다.',
  radiusSkipped: (most) => `유닛 ${grouped(most)}개까지만 계산합니다. 더 많으면 시간이 오래 걸립니다.`,
  forget: '망각 게이트의 평균',
  forgetTells: '셀 상태는 시점마다 이 비율만큼 남고, 셀 상태를 거슬러 가는 오차에도 이 값이 곱해집니다.',
  updateGate: '업데이트 게이트의 평균',
  updateTells: 'GRU의 z로, 시점마다 이전 상태가 남는 비율이며 거슬러 가는 오차도 그만큼 남습니다.',
};

/** Where an exercise is told in other words than a text. */
export const exercise: { readonly en: Partial<typeof en>; readonly ko: Partial<typeof en> } = {
  en: {
    reading: ({ loss, step, letter, state, value }) =>
      `Loss at step ${grouped(loss)}, ${state === 'c' ? 'cell state' : 'state'} of step ${grouped(step)} (${letter}): ${value}`,
  },
  ko: {
    reading: ({ loss, step, letter, state, value }) =>
      `시점 ${grouped(loss)}의 손실, 시점 ${grouped(step)}(${letter})의 ${state === 'c' ? '셀' : '은닉'} 상태: ${value}`,
  },
};
