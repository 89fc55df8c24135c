import { grouped } from './numbers.ts';

/** What one lab is at. */
interface Standing {
  readonly name: string;
  readonly update: number;
  readonly correct: number;
  readonly targets: number;
  readonly loss: string;
}

interface Step {
  readonly number: number;
  readonly letter: string;
  readonly target: string | null;
  /** For each lab its name, what it says, and whether that is right. */
  readonly said: readonly { readonly name: string; readonly letter: string; readonly right: boolean }[];
}

interface Back {
  /** The letter of the loss, from 1. */
  readonly loss: number;
  readonly steps: number;
  /** Whether that is as far as there are letters in sight. */
  readonly isAll: boolean;
}

/** Lags measured one after the other. */
interface Lags {
  readonly from: number;
  readonly to: number;
}

/** A choice, and how many of its networks are measured. */
interface Measured {
  readonly lag: number;
  readonly budget: number;
  readonly seeds: number;
  readonly done: number;
  readonly all: number;
}

interface OpenGates<Value> {
  readonly gru: Value;
  readonly lstm: Value;
}

const en = {
  labs: 'The three networks',
  shared: 'Text, size and seed of all three',
  equal: 'Equal number of',
  equals: { units: 'units', parameters: 'parameters' },
  equalHint: {
    units: 'All have the same number of hidden units.',
    parameters: 'The second and third have as many units as come nearest to the first one’s parameters.',
  },
  size: (units: number, layers: number, parameters: number) =>
    `${grouped(units)} units${layers > 1 ? ` × ${layers} layers` : ''}, ${grouped(parameters)} parameters`,
  name: (parts: readonly string[]) => parts.join(' · '),
  layers: (layers: number) => (layers === 1 ? '1 layer' : `${layers} layers`),
  gateBias: (bias: number) => `gates +${grouped(bias)}`,
  learningRate: (rate: number) => `rate ${grouped(rate)}`,
  seed: (seed: number) => `seed ${seed}`,
  number: (number: number) => `no. ${number}`,
  optimizers: { sgd: 'SGD', momentum: 'momentum', adagrad: 'Adagrad', rmsprop: 'RMSprop', adam: 'Adam' },
  change: 'Change',
  changeHint: (name: string) =>
    `Another cell, optimizer, learning rate, seed or depth for ${name}; it starts again and catches up with the others`,
  anyTwo:
    'Any runs can be compared: “Change” gives a row a cell, optimizer, learning rate, seed, depth or open gates of its own.',
  update: 'Update',
  rightOf: (correct: number, targets: number) => `${grouped(correct)} of ${grouped(targets)} right`,
  nats: (loss: string) => `${loss} nats`,
  loss: (loss: string) => `loss ${loss} nats`,
  summary: ({ name, update, correct, targets, loss }: Standing) =>
    `${name} at update ${grouped(update)}: ${grouped(correct)} of ${grouped(targets)} letters predicted right, loss ${loss} nats.`,
  catchingUp: (at: number, target: number) => `catching up: update ${grouped(at)} of ${grouped(target)}`,
  diverged: (update: number, good: number) =>
    `Stopped at update ${grouped(update)}: its numbers grew too large. It is shown at update ${grouped(good)}; the others go on.`,
  rows: { target: 'target', said: 'says', letter: 'reads', reach: 'reach' },
  window: (first: number, last: number, all: number) =>
    `letters ${grouped(first)}–${grouped(last)} of ${grouped(all)}`,
  inSight: 'Letters in sight',
  scrollHint: 'The letters that all three rows show; the rows can be dragged or scrolled sideways too',
  step: ({ number, letter, target, said }: Step) =>
    `step ${grouped(number)}, letter ${letter}${target === null ? '' : `, target ${target}`}: ${said
      .map((each) => `${each.name} says ${each.letter}, ${each.right ? 'right' : 'wrong'}`)
      .join('; ')}`,
  stepShort: ({ letter, target }: Step) => `reads ${letter}${target === null ? '' : `, target ${target}`}:`,
  previous: 'Previous timestep',
  next: 'Next timestep',
  stepStatus: 'Selected step',
  reachOf: 'Error of the',
  losses: { last: 'last letter shown', selected: 'selected letter' },
  scale: 'Bars',
  scales: { linear: 'linear', log: 'logarithmic' },
  reachLegend: (loss: number, full: string, floor: string) =>
    `Bars: ‖∂L${subscript(loss)}/∂h‖, how much of the error at letter ${grouped(loss)} reaches each letter; full bar ${full}, none below ${floor}. Felt: at least 1% of the largest.`,
  cellStateLegend: 'Outlined: the same for the LSTM’s c.',
  back: ({ loss, steps, isAll }: Back) =>
    `1% of the error at letter ${grouped(loss)} is still felt ${isAll ? 'at least ' : ''}${steps === 1 ? '1 letter' : `${grouped(steps)} letters`} back`,
  reachName: 'How far back at least 1% of the error is still felt',
  backShort: ({ loss, steps, isAll }: Back) =>
    `error at ${grouped(loss)} felt ${isAll ? '≥ ' : ''}${grouped(steps)} ${steps === 1 ? 'letter' : 'letters'} back`,
  table: (name: string, first: number, last: number, all: number) =>
    `${name}, letters ${grouped(first)} to ${grouped(last)} of ${grouped(all)}, one row per step`,
  columns: {
    step: 'Step',
    reads: 'Reads',
    says: 'Says',
    target: 'Target',
    right: 'Right',
    reach: 'Reach of the error',
  },
  yes: '✓',
  no: '✗',
  curves: 'Loss and accuracy',
  curvesSummary: (standings: readonly Standing[]) =>
    `At update ${grouped(standings[0].update)}: ${standings
      .map(
        ({ name, loss, correct, targets }) =>
          `${name} loss ${loss}, ${grouped(correct)} of ${grouped(targets)}`,
      )
      .join('; ')}.`,
  lossOf: (name: string) => `${name}, loss`,
  accuracyOf: (name: string) => `${name}, accuracy`,
  until: 'Until update',
  go: 'Go',
  untilHint: 'Trains all three until this update, then pauses',
  alreadyThere: (update: string) => `They are at update ${update} already. The chart leads back.`,
  gates: 'Gates',
  gatesHint: 'The gates of GRU and LSTM at every timestep; each can be held by hand',
  recall: {
    name: 'Over what lag does each cell remember?',
    tasks: {
      same: 'One of 8 capital letters is read, then more of the same 8. At the last of them the first is asked for.',
      own: 'One of 8 capital letters is read, then digits. At the last digit the capital letter is asked for.',
      bracket:
        'An opening bracket is read, then small letters. At the last letter the bracket that closes it is asked for.',
    },
    lead: (task: string, hidden: number, batch: number, every: number, unseen: string) =>
      `${task} Each network (${hidden} units, batches of ${batch}, Adam 0.01) is trained until ${unseen} of the unseen sequences are right, looked at every ${every} updates, or until its updates are used up. A mark is one seed, a line their median.`,
    example: {
      reads: 'reads',
      first: 'remember',
      last: { same: 'which was first?', own: 'which letter?', bracket: 'closed by?' },
      answer: 'right answer',
      more: (left: number) => `${grouped(left)} more`,
      alternative: (symbols: readonly string[], answer: string) =>
        `Example over lag ${symbols.length - 1}: reads ${symbols.join(' ')}; to be remembered is the first, ${symbols[0]}; at the last, ${symbols[symbols.length - 1]}, the right answer is ${answer}.`,
    },
    kind: 'What is in between',
    kinds: { same: 'the same 8 symbols', own: '8 others', bracket: 'letters in a bracket' },
    lag: 'Lag up to',
    lagValue: (lag: number) => `${lag} steps`,
    budget: 'Updates each',
    seeds: 'Seeds',
    measure: 'Measure',
    goOn: 'Go on measuring',
    stop: 'Stop',
    allMeasured: 'All of this is measured. Change something to measure more.',
    progress: (done: number, all: number) => `${done} of ${all} networks`,
    soFar: (done: number, all: number) =>
      `So far, with ${done} of ${all} networks; nothing is known yet of longer lags than those named:`,
    now: (cell: string, lag: number, start: string, seed: number, update: number) =>
      `${cell}, ${start}, lag ${lag}, seed ${seed}: update ${grouped(update)}`,
    starts: { plain: 'plain start', open: 'gates begin open' },
    startHints: {
      plain: (lag: number, kept: string) =>
        `PyTorch’s own start: gates about half open. Each step lets half of the state through, so over ${lag} steps about ${kept} of it is left before training.`,
      open: (lag: number, bias: OpenGates<number>, kept: OpenGates<string>) =>
        `LSTM forget bias +${bias.lstm}, GRU update bias +${bias.gru}: over ${lag} steps about ${kept.lstm} and ${kept.gru} are left before training. The RNN has no gates and is the same.`,
    },
    lagAxis: 'lag (steps)',
    updateAxis: 'updates until it remembers',
    failed: (budget: number) => `not within ${grouped(budget)}`,
    nothing: 'Nothing measured yet.',
    failsFrom: (cell: string, lag: number) => `${cell} fails from lag ${lag}`,
    failsAt: (cell: string, lags: readonly Lags[]) =>
      `${cell} fails at lag ${lags.map(spanned).join(' and ')}`,
    didNotFail: (cells: readonly string[], lag: number) =>
      `${cells.length === 1 ? `${cells[0]} did not fail` : cells.length === 2 ? `neither ${cells.join(' nor ')} failed` : 'none failed'} up to lag ${lag}`,
    verdict: (start: string, parts: readonly string[], budget: number, seeds: number) =>
      `${start[0].toUpperCase()}${start.slice(1)}, ${grouped(budget)} updates, ${seeds === 1 ? '1 seed' : `median of ${seeds} seeds`}: ${parts.join('; ')}.`,
    noneFailed: (lag: number, budget: number, seeds: number) =>
      `None failed up to lag ${lag}, whatever the start (${grouped(budget)} updates, ${seeds === 1 ? '1 seed' : `median of ${seeds} seeds`}).`,
    measuredLast: (kind: string, { lag, budget, seeds, done, all }: Measured) =>
      `Measured last: ${kind}, lag up to ${lag}, ${grouped(budget)} updates, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}: ${done} of ${all} networks.`,
    show: 'Show',
    columns: ['Cell and start', 'Lag', 'Seed', 'Updates'],
    cellAndStart: (cell: string, start: string) => `${cell}, ${start}`,
    workerFailed: 'The training thread broke down. Press Measure to go on.',
  },
  refused: 'The gate was not held: the numbers would have grown too large.',
};

const ko: typeof en = {
  labs: '세 신경망',
  shared: '셋이 함께 쓰는 글, 크기, 시드',
  equal: '똑같이 맞출 것',
  equals: { units: '유닛 수', parameters: '매개변수 수' },
  equalHint: {
    units: '은닉 유닛 수가 셋 다 같습니다.',
    parameters: '둘째와 셋째는 매개변수 수가 첫째와 가장 가까워지는 유닛 수를 씁니다.',
  },
  size: (units, layers, parameters) =>
    `유닛 ${grouped(units)}개${layers > 1 ? ` × ${layers}층` : ''}, 매개변수 ${grouped(parameters)}개`,
  name: (parts) => parts.join(' · '),
  layers: (layers) => `${layers}층`,
  gateBias: (bias) => `게이트 +${grouped(bias)}`,
  learningRate: (rate) => `학습률 ${grouped(rate)}`,
  seed: (seed) => `시드 ${seed}`,
  number: (number) => `${number}번`,
  optimizers: { sgd: 'SGD', momentum: '모멘텀', adagrad: 'Adagrad', rmsprop: 'RMSprop', adam: 'Adam' },
  change: '바꾸기',
  changeHint: (name) =>
    `${name}의 셀, 최적화 방법, 학습률, 시드, 층수를 바꿉니다. 처음부터 다시 배워 나머지를 따라잡습니다`,
  anyTwo:
    '무엇이든 견줄 수 있습니다. ‘바꾸기’로 줄마다 셀, 최적화 방법, 학습률, 시드, 층수, 열린 게이트를 따로 정하세요.',
  update: '갱신',
  rightOf: (correct, targets) => `${grouped(targets)}글자 중 ${grouped(correct)}글자 맞힘`,
  nats: (loss) => `${loss} nat`,
  loss: (loss) => `손실 ${loss} nat`,
  summary: ({ name, update, correct, targets, loss }) =>
    `${name}, 갱신 ${grouped(update)}회: ${grouped(targets)}글자 중 ${grouped(correct)}글자를 맞혔고 손실은 ${loss} nat입니다.`,
  catchingUp: (at, target) => `따라잡는 중: 갱신 ${grouped(target)}회 중 ${grouped(at)}회`,
  diverged: (update, good) =>
    `갱신 ${grouped(update)}회에서 수가 너무 커져 멈췄습니다. 갱신 ${grouped(good)}회의 모습이며, 나머지는 계속 배웁니다.`,
  rows: { target: '정답', said: '예측', letter: '입력', reach: '도달' },
  window: (first, last, all) => `${grouped(all)}글자 중 ${grouped(first)}–${grouped(last)}번째`,
  inSight: '보이는 글자',
  scrollHint: '세 줄이 함께 보여 주는 글자입니다. 줄을 옆으로 밀거나 스크롤해도 됩니다',
  step: ({ number, letter, target, said }) =>
    `시점 ${grouped(number)}, 글자 ${letter}${target === null ? '' : `, 정답 ${target}`}: ${said
      .map((each) => `${each.name} 예측 ${each.letter}, ${each.right ? '맞음' : '틀림'}`)
      .join('; ')}`,
  stepShort: ({ letter, target }) => `입력 ${letter}${target === null ? '' : `, 정답 ${target}`}:`,
  previous: '이전 시점',
  next: '다음 시점',
  stepStatus: '고른 시점',
  reachOf: '오차를 볼 글자',
  losses: { last: '보이는 마지막 글자', selected: '고른 글자' },
  scale: '막대',
  scales: { linear: '선형', log: '로그' },
  reachLegend: (loss, full, floor) =>
    `막대: ‖∂L${subscript(loss)}/∂h‖. ${grouped(loss)}번째 글자의 오차가 글자마다 얼마나 닿는지 나타냅니다. 가득 찬 막대는 ${full}, ${floor} 아래는 보이지 않습니다. 가장 큰 값의 1% 이상이면 닿은 것으로 봅니다.`,
  cellStateLegend: '테두리만 있는 막대는 LSTM의 c입니다.',
  back: ({ loss, steps, isAll }) =>
    `${grouped(loss)}번째 글자 오차의 1%가 ${isAll ? '적어도 ' : ''}${grouped(steps)}글자 앞까지 닿습니다`,
  reachName: '오차의 1%가 몇 글자 앞까지 닿는지',
  backShort: ({ loss, steps, isAll }) =>
    `${grouped(loss)}번째 오차가 ${isAll ? '≥ ' : ''}${grouped(steps)}글자 앞까지 닿음`,
  table: (name, first, last, all) =>
    `${name}, ${grouped(all)}글자 중 ${grouped(first)}–${grouped(last)}번째, 한 줄에 한 시점`,
  columns: {
    step: '시점',
    reads: '입력',
    says: '예측',
    target: '정답',
    right: '맞음',
    reach: '오차의 도달',
  },
  yes: '✓',
  no: '✗',
  curves: '셋의 손실과 정확도',
  curvesSummary: (standings) =>
    `갱신 ${grouped(standings[0].update)}회: ${standings
      .map(
        ({ name, loss, correct, targets }) =>
          `${name} 손실 ${loss}, ${grouped(targets)}글자 중 ${grouped(correct)}글자`,
      )
      .join('; ')}.`,
  lossOf: (name) => `${name} 손실`,
  accuracyOf: (name) => `${name} 정확도`,
  until: '목표 갱신',
  go: '실행',
  untilHint: '셋 다 이 갱신까지 학습한 뒤 멈춥니다',
  alreadyThere: (update: string) => `이미 갱신 ${update}까지 왔습니다. 곡선에서 되돌아갈 수 있습니다.`,
  gates: '게이트',
  gatesHint: '시점마다 GRU와 LSTM의 게이트를 보고, 손으로 열거나 닫아 둘 수 있습니다',
  recall: {
    name: '셀마다 몇 시점 전까지 기억할까?',
    tasks: {
      same: '대문자 8개 가운데 하나를 읽고 이어서 같은 8개 중에서 더 읽습니다. 마지막 글자에서 첫 글자를 답합니다.',
      own: '대문자 8개 가운데 하나를 읽고 이어서 숫자를 읽습니다. 마지막 숫자에서 그 대문자를 답합니다.',
      bracket: '여는 괄호를 읽고 이어서 소문자를 읽습니다. 마지막 글자에서 그 괄호를 닫는 괄호를 답합니다.',
    },
    lead: (task, hidden, batch, every, unseen) =>
      `${task} 신경망마다(유닛 ${hidden}개, 배치 ${batch}, Adam 0.01) 처음 보는 수열의 ${unseen}를 맞힐 때까지, 또는 정해 둔 갱신을 다 쓸 때까지 학습하며 ${every}회마다 확인합니다. 표시 하나가 시드 하나, 선은 중앙값입니다.`,
    example: {
      reads: '입력',
      first: '기억할 것',
      last: { same: '첫 글자는?', own: '대문자는?', bracket: '닫는 괄호는?' },
      answer: '정답',
      more: (left) => `${grouped(left)}개 더`,
      alternative: (symbols, answer) =>
        `간격 ${symbols.length - 1}의 예: 입력 ${symbols.join(' ')}. 기억할 것: 첫째 ${symbols[0]}. 마지막 ${symbols[symbols.length - 1]}에서 답할 것: ${answer}.`,
    },
    kind: '사이에 오는 것',
    kinds: { same: '같은 기호 8개', own: '다른 기호 8개', bracket: '괄호 속 글자' },
    lag: '가장 긴 간격',
    lagValue: (lag) => `${lag}시점`,
    budget: '신경망당 갱신',
    seeds: '시드 수',
    measure: '측정',
    goOn: '이어서 측정',
    stop: '멈추기',
    allMeasured: '이 조건은 모두 쟀습니다. 조건을 바꾸면 더 잴 수 있습니다.',
    progress: (done, all) => `신경망 ${all}개 중 ${done}개`,
    soFar: (done, all) =>
      `지금까지 신경망 ${all}개 중 ${done}개를 측정한 결과입니다. 아래에 적힌 것보다 긴 간격은 아직 모릅니다.`,
    now: (cell, lag, start, seed, update) =>
      `${cell}, ${start}, 간격 ${lag}, 시드 ${seed}: 갱신 ${grouped(update)}회`,
    starts: { plain: '기본 시작', open: '게이트를 열고 시작' },
    startHints: {
      plain: (lag, kept) =>
        `PyTorch와 같은 시작: 게이트가 반쯤 열려 있습니다. 시점마다 상태가 절반씩 줄어 ${lag}시점 뒤에는 학습 전 기준으로 약 ${kept}배만 남습니다.`,
      open: (lag, bias, kept) =>
        `LSTM 망각 편향 +${bias.lstm}, GRU 업데이트 편향 +${bias.gru}: ${lag}시점 뒤에도 학습 전 기준으로 각각 약 ${kept.lstm}, ${kept.gru}가 남습니다. RNN은 게이트가 없어 그대로입니다.`,
    },
    lagAxis: '간격(시점)',
    updateAxis: '기억하기까지 갱신 횟수',
    failed: (budget) => `${grouped(budget)}회 안에 못함`,
    nothing: '아직 잰 것이 없습니다.',
    failsFrom: (cell, lag) => `${cell} 간격 ${lag}부터 실패`,
    failsAt: (cell, lags) => `${cell} 간격 ${lags.map(spanned).join(', ')}에서 실패`,
    didNotFail: (cells, lag) => `${cells.length === 3 ? '모두' : cells.join(', ')} 간격 ${lag}까지 실패 없음`,
    verdict: (start, parts, budget, seeds) =>
      `${start}, 갱신 ${grouped(budget)}회, 시드 ${seeds === 1 ? '1개' : `${seeds}개의 중앙값`}: ${parts.join('; ')}.`,
    noneFailed: (lag, budget, seeds) =>
      `어느 시작에서도 간격 ${lag}까지 실패가 없습니다(갱신 ${grouped(budget)}회, 시드 ${seeds === 1 ? '1개' : `${seeds}개의 중앙값`}).`,
    measuredLast: (kind, { lag, budget, seeds, done, all }) =>
      `마지막으로 잰 조건: ${kind}, 가장 긴 간격 ${lag}, 갱신 ${grouped(budget)}회, 시드 ${seeds}개. 신경망 ${all}개 중 ${done}개를 쟀습니다.`,
    show: '다시 보기',
    columns: ['셀과 시작', '간격', '시드', '갱신'],
    cellAndStart: (cell, start) => `${cell}, ${start}`,
    workerFailed: '학습 스레드가 멈췄습니다. 측정을 누르면 이어 갑니다.',
  },
  refused: '게이트를 고정하지 않았습니다. 수가 너무 커졌을 것입니다.',
};

function spanned({ from, to }: Lags): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function subscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
}

export const cells = { en, ko };
