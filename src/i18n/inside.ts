import { grouped } from './numbers.ts';

/** One operation in words. `symbol` is what its equation defines, such as h or the gate i; `layer` is null where there is one. */
interface Sentence {
  readonly symbol: string;
  readonly layer: number | null;
  readonly letter: string;
  readonly step: number;
  readonly prediction: string;
  readonly target: string;
  readonly right: boolean;
  readonly loss: string;
  readonly share: string;
}

/** What x_t is. */
type ReadKind = 'name' | 'picture' | 'nothing';

/** What of an operation is held at a value. */
interface HeldUnits {
  /** From 1; only the first few. */
  readonly units: readonly number[];
  /** How many more. */
  readonly others: number;
  readonly all: boolean;
  readonly value: number;
}

/** Where a number stands, without the symbol of what it belongs to. */
interface Place {
  readonly layer: number | null;
  /** From 1; null for a single number. */
  readonly unit: number | null;
  readonly letter: string | null;
  /** Of weights and biases, which are no unit's and no letter's: numbers from 1 or letters. */
  readonly row: string | null;
  readonly column: string | null;
  readonly step: number;
}

const ofLayer = (layer: number | null) => (layer === null ? '' : ` of layer ${layer}`);
const inLayer = (layer: number | null) => (layer === null ? '' : `${layer}층의 `);

const GATES_EN: Readonly<Record<string, string>> = {
  i: 'input gate i',
  f: 'forget gate f',
  g: 'candidate g',
  o: 'output gate o',
  r: 'reset gate r',
  z: 'update gate z',
  n: 'candidate n',
  h: 'hidden state h',
  c: 'cell state c',
};
const GATES_KO: Readonly<Record<string, string>> = {
  i: '입력 게이트 i',
  f: '망각 게이트 f',
  g: '후보 g',
  o: '출력 게이트 o',
  r: '리셋 게이트 r',
  z: '업데이트 게이트 z',
  n: '후보 n',
  h: '은닉 상태 h',
  c: '셀 상태 c',
};
const nameEn = (symbol: string) => GATES_EN[symbol] ?? symbol;
const nameKo = (symbol: string) => GATES_KO[symbol] ?? symbol;

const en = {
  name: (step: number) => `Inside step ${grouped(step)}`,
  summary: (at: {
    readonly step: number;
    readonly letter: string;
    readonly update: number;
    readonly operations: number;
    readonly prediction: string;
    readonly target: string;
    readonly loss: string;
  }) =>
    `At update ${grouped(at.update)}, step ${grouped(at.step)} turns the letter ${at.letter} into the prediction ${at.prediction} (target ${at.target}, loss ${at.loss} nats) in ${at.operations} operations.`,
  lead: (letter: string, step: number, read: ReadKind, weights: string) =>
    read === 'nothing'
      ? `Nothing is read at this step, and the state of step ${grouped(step - 1)} is all there is to go on.`
      : read === 'picture'
        ? `x = the pixels of a picture: each column of ${weights} counts as much as its pixel.${step === 1 ? ' Before the first step there is no memory, so the state counts as 0.' : ` The state of step ${grouped(step - 1)} adds what came before.`}`
        : step === 1
          ? `x = “${letter}” picks one column of ${weights}; before the first step there is no memory, so the state counts as 0.`
          : `x = “${letter}” picks one column of ${weights}; the state of step ${grouped(step - 1)} adds what came before.`,
  legend: (signed: string, gates: readonly string[]) =>
    `${signed}. ${gates.length > 0 ? `Gates ${gates.join(', ')}: violet is 1, none is 0. ` : ''}Products and sums on the way have the scale of what they become.`,
  hint: 'Point at a number, or use the arrow keys, to see what made it; click or press Enter to keep it.',
  next: 'Next operation',
  previous: 'Previous operation',
  showAll: 'Show all numbers',
  escape: 'Esc',
  progress: (done: number, all: number) => `operation ${done} of ${all}`,
  layer: (layer: number) => `Layer ${layer}`,
  output: 'Output',
  gates: GATES_EN as Readonly<Record<string, string>>,
  equation: (symbol: string, layer: number | null) => `Equation of ${nameEn(symbol)}${ofLayer(layer)}`,
  rows: { y: 'output scores', p: 'probabilities', ŷ: 'prediction', L: 'loss' } as Readonly<
    Record<string, string>
  >,
  cut: 'The recurrence is cut: the state before counts as 0.',
  cutShort: 'cut: 0',
  held: (value: number) => `held at ${value}`,
  heldUnits: ({ units, others, all, value }: HeldUnits) => {
    const more = others > 0 ? ` and ${grouped(others)} more` : '';
    const which = all
      ? 'All units are'
      : units.length === 1
        ? `Unit ${units[0]} is`
        : `Units ${units.join(', ')}${more} are`;
    return `${which} held at ${value}, whatever the equation gives.`;
  },
  saysNothing: 'At this step the network says nothing: only its state goes on.',
  chooseUnit: (symbol: string, units: number) =>
    `All ${grouped(units)} values of ${symbol}: choose one with the arrow keys and Enter`,
  chosenUnit: (unit: number, units: number) => `unit ${grouped(unit)} of ${grouped(units)}`,
  chosenLetter: (letter: string, letters: number) => `letter ${letter}, one of ${grouped(letters)}`,
  others: (count: number) => `${grouped(count)} others`,
  othersOf: (count: number, rest: string) => `+ ${grouped(count)} others: ${rest}`,
  othersPowers: (count: number, rest: string) => `+ ${grouped(count)} others: sum of eʸ ${rest}`,
  othersLower: (count: number) => `and ${grouped(count)} others, none higher`,
  grid: (symbol: string, rows: number, columns: number) => `${symbol}, ${rows} × ${columns}`,
  shape: (rows: number, columns: number) => `(${grouped(rows)} × ${grouped(columns)})`,
  operation: {
    column: (at: Sentence) =>
      `The one-hot letter ${at.letter} picks its column of the input weights${at.symbol === 'h' ? '' : ` of the ${nameEn(at.symbol)}`}: no other column counts.`,
    pixels: (at: Sentence) =>
      `Every pixel of the picture is multiplied by its column of the input weights${at.symbol === 'h' ? '' : ` of the ${nameEn(at.symbol)}`}, and the products are added.`,
    nothing: (_: Sentence) => 'Nothing is read at this step, so the input weights add nothing.',
    input: (at: Sentence) =>
      `The input weights take what layer ${(at.layer ?? 2) - 1} has just computed and turn it into a share of ${nameEn(at.symbol)}.`,
    recurrent: (at: Sentence) =>
      at.step === 1
        ? 'The recurrent weights meet the state before the first step. It is 0, so they add nothing yet.'
        : `The recurrent weights turn the state of step ${grouped(at.step - 1)} into the share of what was read before.`,
    cut: (_: Sentence) =>
      'The recurrence is cut: the state before counts as 0, so the recurrent weights add nothing.',
    sum: (_: Sentence) => 'Both shares and both biases are added.',
    biased: (_: Sentence) => 'The recurrent product gets its bias.',
    reset: (_: Sentence) => 'The reset gate r lets through only part of what the past adds.',
    tanh: (at: Sentence) =>
      `tanh squashes the sum into −1 to 1: that is the ${nameEn(at.symbol)}${ofLayer(at.layer)}.`,
    relu: (at: Sentence) =>
      `ReLU keeps what is positive and turns the rest to 0: that is the ${nameEn(at.symbol)}${ofLayer(at.layer)}.`,
    logistic: (at: Sentence) =>
      `σ squashes the sum into 0 to 1: the ${nameEn(at.symbol)} says how much passes.`,
    keep: (_: Sentence) => 'The forget gate f says how much of the old cell state is kept.',
    add: (_: Sentence) => 'The input gate i says how much of the candidate g is added.',
    cell: (_: Sentence) => 'What is kept and what is added make the new cell state.',
    squash: (_: Sentence) => 'tanh brings the cell state into −1 to 1.',
    outlet: (_: Sentence) => 'The output gate o says how much of it shows: that is the hidden state.',
    mix: (_: Sentence) => 'The update gate z mixes the candidate n with the old state.',
    affine: (_: Sentence) => 'The output weights turn the hidden state into one score for each letter.',
    softmax: (_: Sentence) => 'softmax turns the scores into probabilities that add up to 1.',
    argmax: (at: Sentence) => `The largest score wins: the network predicts ${at.prediction}.`,
    crossEntropy: (at: Sentence) =>
      `The target is ${at.target}: ${at.right ? 'right' : 'wrong'}. It was given ${at.share}, and −ln of that is the loss, ${at.loss}.`,
  },
  place: ({ layer, unit, letter, row, column, step }: Place) =>
    [
      layer === null ? null : `layer ${layer}`,
      unit === null ? null : `unit ${unit}`,
      letter === null ? null : `letter ${letter}`,
      row === null ? null : `row ${row}`,
      column === null ? null : `column ${column}`,
      `step ${grouped(step)}`,
    ]
      .filter((each) => each !== null)
      .join(', '),
  given: {
    weight: 'A weight: training sets it, and it is the same at every step.',
    bias: 'A bias: training sets it, and it is the same at every step.',
    hot: (letter: string) => `The letter is ${letter}.`,
    cold: (letter: string, actual: string) => `The letter is not ${letter} but ${actual}.`,
    nothing: 'Nothing is read at this step.',
    pixel: 'A pixel of the picture.',
    start: 'Before the first step there is no state.',
    cut: 'The recurrence is cut, so the state before does not count.',
  },
  largest: (letter: string) => `the largest score is that of ${letter}`,
  equals: 'equals',
  about: 'is about',
  pin: 'Keep',
  pinned: 'Kept to compare',
  pinnedCount: (count: number) => `Kept to compare (${count})`,
  pinnedBelow: 'is kept below',
  unpin: (place: string) => `Remove ${place}`,
  ofUpdate: (update: number) => `update ${grouped(update)}`,
  pinsFull: (most: number) => `${most} numbers are kept already: remove one first.`,
  table: (step: number, update: number) =>
    `All operations of step ${grouped(step)} at update ${grouped(update)}`,
  tableColumns: ['Operation', 'Rows', 'Values'] as readonly string[],
  more: (count: number) => `… ${grouped(count)} more`,
};

const ko: typeof en = {
  name: (step) => `시점 ${grouped(step)}의 계산`,
  summary: (at) =>
    `갱신 ${grouped(at.update)}회, 시점 ${grouped(at.step)}: 글자 ‘${at.letter}’에서 연산 ${at.operations}개를 거쳐 ‘${at.prediction}’(이)라고 예측합니다. 정답은 ‘${at.target}’, 손실은 ${at.loss} nat입니다.`,
  lead: (letter, step, read, weights) =>
    read === 'nothing'
      ? `이 시점에는 읽는 것이 없고, 시점 ${grouped(step - 1)}의 상태에서 이어 갑니다.`
      : read === 'picture'
        ? `x는 그림의 픽셀입니다. ${weights}의 열마다 자기 픽셀만큼 더합니다.${step === 1 ? ' 첫 시점 앞에는 기억이 없으므로 이전 상태는 0입니다.' : ` 시점 ${grouped(step - 1)}의 상태는 앞에서 읽은 것을 더합니다.`}`
        : step === 1
          ? `x = ‘${letter}’는 ${weights}에서 열 하나를 고릅니다. 첫 시점 앞에는 기억이 없으므로 이전 상태는 0입니다.`
          : `x = ‘${letter}’는 ${weights}에서 열 하나를 고르고, 시점 ${grouped(step - 1)}의 상태는 앞에서 읽은 것을 더합니다.`,
  legend: (signed, gates) =>
    `${signed}. ${gates.length > 0 ? `게이트 ${gates.join(', ')}: 보라색이 1, 색이 없으면 0. ` : ''}도중의 곱과 합은 그 결과와 같은 척도로 칠합니다.`,
  hint: '숫자를 가리키거나 화살표 키로 옮기면 그 숫자가 어떻게 나왔는지 보입니다. 클릭하거나 Enter를 누르면 남겨 둡니다.',
  next: '다음 연산',
  previous: '이전 연산',
  showAll: '숫자 모두 보기',
  escape: 'Esc',
  progress: (done, all) => `연산 ${all}개 중 ${done}번째`,
  layer: (layer) => `${layer}층`,
  output: '출력',
  gates: GATES_KO,
  equation: (symbol, layer) => `${inLayer(layer)}${nameKo(symbol)}의 식`,
  rows: { y: '출력 점수', p: '확률', ŷ: '예측', L: '손실' },
  cut: '순환을 끊어 두었으므로 이전 상태를 0으로 칩니다.',
  cutShort: '끊음: 0',
  held: (value) => (value === 1 ? '1로 고정' : '0으로 고정'),
  heldUnits: ({ units, others, all, value }) => {
    const more = others > 0 ? ` 외 ${grouped(others)}개` : '';
    const which = all ? '모든 유닛' : `유닛 ${units.join(', ')}${more}`;
    return `식의 값과 상관없이 ${which}의 값을 ${value === 1 ? '1로' : '0으로'} 고정해 두었습니다.`;
  },
  saysNothing: '이 시점에는 답하지 않고 상태만 다음 시점으로 넘깁니다.',
  chooseUnit: (symbol, units) => `${symbol}의 값 ${grouped(units)}개: 화살표 키로 옮기고 Enter로 고르세요`,
  chosenUnit: (unit, units) => `유닛 ${grouped(units)}개 중 ${grouped(unit)}번`,
  chosenLetter: (letter, letters) => `글자 ${grouped(letters)}개 중 ‘${letter}’`,
  others: (count) => `나머지 ${grouped(count)}개`,
  othersOf: (count, rest) => `+ 나머지 ${grouped(count)}개: ${rest}`,
  othersPowers: (count, rest) => `+ 나머지 ${grouped(count)}개: eʸ의 합 ${rest}`,
  othersLower: (count) => `나머지 ${grouped(count)}개는 더 높지 않음`,
  grid: (symbol, rows, columns) => `${symbol}, ${rows} × ${columns}`,
  shape: (rows, columns) => `(${grouped(rows)} × ${grouped(columns)})`,
  operation: {
    column: (at) =>
      `글자 ‘${at.letter}’의 원-핫 벡터가 ${at.symbol === 'h' ? '' : `${nameKo(at.symbol)}의 `}입력 가중치에서 열 하나를 고릅니다. 다른 열은 쓰이지 않습니다.`,
    pixels: (at) =>
      `그림의 픽셀마다 ${at.symbol === 'h' ? '' : `${nameKo(at.symbol)}의 `}입력 가중치에서 자기 열을 곱해 모두 더합니다.`,
    nothing: () => '이 시점에는 읽는 것이 없어 입력 가중치가 더하는 것도 없습니다.',
    input: (at) =>
      `${(at.layer ?? 2) - 1}층이 방금 계산한 상태에 입력 가중치를 곱해 ${nameKo(at.symbol)}의 한 몫을 만듭니다.`,
    recurrent: (at) =>
      at.step === 1
        ? '순환 가중치를 첫 시점 앞의 상태에 곱합니다. 그 상태가 0이므로 아직 더해지는 것이 없습니다.'
        : `순환 가중치를 시점 ${grouped(at.step - 1)}의 상태에 곱해, 앞에서 읽은 것의 몫을 만듭니다.`,
    cut: () => '순환을 끊어 이전 상태를 0으로 치므로, 순환 가중치가 더하는 것이 없습니다.',
    sum: () => '두 몫과 두 편향을 모두 더합니다.',
    biased: () => '순환 쪽의 곱에 편향을 더합니다.',
    reset: () => '리셋 게이트 r이 과거에서 온 값을 일부만 통과시킵니다.',
    tanh: (at) =>
      `tanh가 합을 −1과 1 사이로 눌러 줍니다. 이것이 ${inLayer(at.layer)}${nameKo(at.symbol)}입니다.`,
    relu: (at) =>
      `ReLU는 양수만 남기고 나머지는 0으로 만듭니다. 이것이 ${inLayer(at.layer)}${nameKo(at.symbol)}입니다.`,
    logistic: (at) =>
      `σ가 합을 0과 1 사이로 눌러 줍니다. ${nameKo(at.symbol)}는 얼마나 통과시킬지를 정합니다.`,
    keep: () => '망각 게이트 f는 이전 셀 상태를 얼마나 남길지 정합니다.',
    add: () => '입력 게이트 i는 후보 g를 얼마나 더할지 정합니다.',
    cell: () => '남긴 것과 더한 것이 새 셀 상태가 됩니다.',
    squash: () => 'tanh가 셀 상태를 −1과 1 사이로 눌러 줍니다.',
    outlet: () => '출력 게이트 o가 그중 얼마를 내보낼지 정합니다. 이것이 은닉 상태입니다.',
    mix: () => '업데이트 게이트 z가 후보 n과 이전 상태를 섞습니다.',
    affine: () => '출력 가중치가 은닉 상태를 글자마다 하나씩의 점수로 바꿉니다.',
    softmax: () => '소프트맥스가 점수를 모두 더하면 1이 되는 확률로 바꿉니다.',
    argmax: (at) => `점수가 가장 큰 글자를 고릅니다. 신경망의 예측은 ‘${at.prediction}’입니다.`,
    crossEntropy: (at) =>
      `정답은 ‘${at.target}’이므로 ${at.right ? '맞았습니다' : '틀렸습니다'}. 정답에 준 확률은 ${at.share}이고, 여기에 −ln을 취한 ${at.loss}가 손실입니다.`,
  },
  place: ({ layer, unit, letter, row, column, step }) =>
    [
      layer === null ? null : `${layer}층`,
      unit === null ? null : `유닛 ${unit}`,
      letter === null ? null : `글자 ‘${letter}’`,
      row === null ? null : `${row}행`,
      column === null ? null : `${column}열`,
      `시점 ${grouped(step)}`,
    ]
      .filter((each) => each !== null)
      .join(', '),
  given: {
    weight: '학습으로 정해지는 가중치이며 모든 시점에서 같습니다.',
    bias: '학습으로 정해지는 편향이며 모든 시점에서 같습니다.',
    hot: (letter) => `이 글자는 ‘${letter}’입니다.`,
    cold: (letter, actual) => `이 글자는 ‘${letter}’가 아니라 ‘${actual}’입니다.`,
    nothing: '이 시점에는 읽는 것이 없습니다.',
    pixel: '그림의 픽셀입니다.',
    start: '첫 시점 앞에는 상태가 없습니다.',
    cut: '순환을 끊어 두었으므로 이전 상태를 세지 않습니다.',
  },
  largest: (letter) => `점수가 가장 큰 글자는 ‘${letter}’입니다`,
  equals: '은',
  about: '은 약',
  pin: '남겨 두기',
  pinned: '비교하려고 남겨 둔 숫자',
  pinnedCount: (count) => `비교하려고 남겨 둔 숫자 (${count})`,
  pinnedBelow: '아래에 남겨 두었습니다',
  unpin: (place) => `${place} 지우기`,
  ofUpdate: (update) => `갱신 ${grouped(update)}회`,
  pinsFull: (most) => `이미 ${most}개를 남겨 두었습니다. 하나를 먼저 지우세요.`,
  table: (step, update) => `시점 ${grouped(step)}의 모든 연산 (갱신 ${grouped(update)}회)`,
  tableColumns: ['연산', '행', '값'],
  more: (count) => `… 외 ${grouped(count)}개`,
};

/** Where an exercise is told in other words than a text: it reads words and pictures, and may read or say nothing. */
const exercise: { readonly en: Partial<typeof en>; readonly ko: Partial<typeof en> } = {
  en: {
    summary: (at) =>
      `At update ${grouped(at.update)}, step ${grouped(at.step)} reads ${at.letter} and ${at.prediction === '' ? 'says nothing' : `says ${at.prediction}${at.target === '' ? '' : ` (correct: ${at.target}, loss ${at.loss} nats)`}`}, in ${at.operations} operations.`,
    chosenLetter: (name, outputs) => `${name}, one of ${grouped(outputs)}`,
    operation: {
      ...en.operation,
      column: (at) =>
        `“${at.letter}” is one-hot: it picks its column of the input weights${at.symbol === 'h' ? '' : ` of the ${nameEn(at.symbol)}`}, and no other column counts.`,
      affine: () => 'The output weights turn the hidden state into one score for each possible answer.',
    },
    place: ({ layer, unit, letter, row, column, step }) =>
      [
        layer && `layer ${layer}`,
        unit && `unit ${unit}`,
        letter && `“${letter}”`,
        row && `row ${row}`,
        column && `column ${column}`,
        `step ${grouped(step)}`,
      ]
        .filter((each) => each)
        .join(', '),
    given: {
      ...en.given,
      hot: (name) => `“${name}” is read.`,
      cold: (name, actual) => `Not “${name}” is read but “${actual}”.`,
    },
  },
  ko: {
    summary: (at) =>
      `갱신 ${grouped(at.update)}회, 시점 ${grouped(at.step)}: ‘${at.letter}’ 다음, 연산 ${at.operations}개를 거쳐 ${at.prediction === '' ? '답하지 않고 상태만 넘깁니다' : `‘${at.prediction}’(이)라고 답합니다${at.target === '' ? '' : `. 정답은 ‘${at.target}’, 손실은 ${at.loss} nat입니다`}`}.`,
    chosenLetter: (name, outputs) => `답 ${grouped(outputs)}개 중 ‘${name}’`,
    operation: {
      ...ko.operation,
      column: (at) =>
        `‘${at.letter}’의 원-핫 벡터가 ${at.symbol === 'h' ? '' : `${nameKo(at.symbol)}의 `}입력 가중치에서 열 하나를 고릅니다. 다른 열은 쓰이지 않습니다.`,
      affine: () => '출력 가중치가 은닉 상태를 답마다 하나씩의 점수로 바꿉니다.',
      argmax: (at) => `점수가 가장 큰 답을 고릅니다. 신경망의 답은 ‘${at.prediction}’입니다.`,
    },
    place: ({ layer, unit, letter, row, column, step }) =>
      [
        layer && `${layer}층`,
        unit && `유닛 ${unit}`,
        letter && `‘${letter}’`,
        row && `${row}행`,
        column && `${column}열`,
        `시점 ${grouped(step)}`,
      ]
        .filter((each) => each)
        .join(', '),
    given: {
      ...ko.given,
      hot: (name) => `‘${name}’을(를) 읽습니다.`,
      cold: (name, actual) => `‘${name}’이(가) 아니라 ‘${actual}’을(를) 읽습니다.`,
    },
    largest: (name) => `점수가 가장 큰 답은 ‘${name}’입니다`,
  },
};

export const inside = { en, ko, exercise };
