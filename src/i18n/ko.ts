import type { Messages } from './en.ts';
import { grouped } from './numbers.ts';

function now(update: number): string {
  return update === 0 ? '학습 전인 지금' : `${grouped(update)}번 갱신한 지금`;
}

function score(correct: number, targets: number): string {
  const all = `${grouped(targets)}글자`;
  if (correct === targets) return `${all}를 모두 맞혔습니다`;
  if (correct === 0) return `${all} 중 하나도 맞히지 못했습니다`;
  return `${all} 중 ${grouped(correct)}글자를 맞혔습니다`;
}

type Step = Parameters<Messages['network']['step']>[0];

function answerOf({ prediction, target }: Step): string {
  if (prediction === null) return '';
  return ` → 예측 ‘${prediction}’${target === null ? '' : `, 정답 ‘${target}’`}`;
}

function verdictOf({ prediction, target, right }: Step): string {
  if (prediction === null) return '';
  const verdict = target === null ? '' : right ? ', 맞음' : `, 틀림 (정답 ‘${target}’)`;
  return ` → 예측 ‘${prediction}’${verdict}`;
}

const MATRICES: Readonly<Record<number, string>> = { 3: '세', 5: '다섯', 7: '일곱' };

/** What a weight matrix leads from and to. */
function mapRole(symbol: string, layer: number | null): string {
  if (symbol.startsWith('b')) return '편향';
  if (symbol === 'W_hy') return '은닉에서 출력으로';
  if (symbol === 'W_hh') return '은닉에서 은닉으로';
  return layer === null || layer === 1 ? '입력에서 은닉으로' : '아래층에서 은닉으로';
}

/** Korean, written for itself and not translated word by word; same keys as English. */
export const ko: Messages = {
  shell: {
    title: 'Unrolled: 순환 신경망이 배우는 과정 들여다보기',
    numbersOf: (figure) => `${figure}: 숫자를 표로 보기`,
    tagline: '내가 쓴 글을 순환 신경망이 배우는 과정을 숫자까지 모두 들여다보기',
    screens: { name: '화면', playground: '실험실', shapes: '다섯 가지 모양', cells: 'RNN · GRU · LSTM' },
    language: '언어',
    theme: '색 테마',
    themes: { system: '시스템 설정', light: '밝게', dark: '어둡게' },
    page: '페이지',
    copyLink: '링크 복사',
    linkCopied: '링크를 복사했습니다. 열면 지금 이 신경망이 그대로 나타납니다.',
    linkNotCopied: '브라우저가 복사를 허용하지 않았습니다. 이 링크를 직접 복사하세요.',
    keys: '단축키',
    controls: '설정',
    changeNetwork: '글과 신경망',
    close: '닫기',
    learning: '학습',
    skipToTraining: '학습으로 건너뛰기',
    preparing: '새 신경망을 준비하는 중입니다…',
  },
  notices: {
    dismiss: '닫기',
    tooShort: '다음 글자를 예측하려면 두 글자 이상 입력하세요. 방금 보던 신경망은 그대로 둡니다.',
    tooLong: (limit, lastLetters) =>
      `최대 ${limit}글자까지 쓸 수 있어 뒷부분을 잘랐습니다. ‘…${lastLetters}’까지만 씁니다.`,
    clusterSplit: (limit) => `문자 ${limit}개를 넘게 겹쳐 쓴 글자가 있어 여러 글자로 나누어 읽었습니다.`,
    partMissing:
      '페이지의 일부를 불러오지 못했습니다. 나머지는 그대로 쓸 수 있습니다. 인터넷에 연결되면 페이지를 새로 고치세요.',
    reload: '새로 고침',
    brokeDown: '페이지의 오류로 화면을 그리지 못했습니다. 고른 것들은 주소에 남아 있습니다.',
    drawAgain: '다시 그리기',
    exerciseNotLoaded: '이 과제를 불러오지 못했습니다. 인터넷에 연결한 뒤 다시 선택하세요.',
  },
  controls: {
    task: '과제',
    tasks: {
      text: '글의 다음 글자',
      captions: '그림 설명',
      feelings: '문장의 감정',
      numbers: '수 번역',
      motion: '영상 속 움직임',
    },
    text: '학습할 글',
    lesson: {
      reads: (letters, steps) => `${grouped(letters)}글자, 시점 ${grouped(steps)}개. 입력`,
      says: ' → 정답',
    },
    vocabulary: '어휘: 글자와 원-핫 번호',
    oneHotIndex: (index, letter) => `${letter}: 원-핫 ${index}번`,
    moreLetters: (more) => `${grouped(more)}개 더 보기`,
    fewerLetters: '줄여 보기',
    letterUnit: '한글 글자 단위',
    letterUnits: { syllable: '음절', jamo: '자모' },
    examples: '예시',
    exampleTexts: [
      { name: '안녕하세요', text: '안녕하세요' },
      { name: 'hello', text: 'hello' },
      { name: 'abab…', text: 'abababababababab' },
      { name: '짧은 문장', text: '글자 하나를 읽고, 또 하나를 읽고, 읽은 것을 조금씩 기억한다' },
      { name: '짧은 시', text: '밤마다 강물은 달을 읽고\n아침마다 물결로 다시 쓴다' },
    ],
    slide: '75%인 hello',
    slideHint: '강의의 그 장면: 네 글자 중 셋은 맞고 첫 글자만 틀립니다(e 대신 o)',
    cell: '셀',
    nonlinearity: '활성화 함수',
    hiddenSize: '은닉 유닛',
    hiddenSizeExact: '정확한 유닛 수',
    layers: '층',
    learningRate: '학습률',
    optimizer: '옵티마이저',
    optimizers: {
      sgd: 'SGD',
      momentum: 'SGD, 모멘텀 0.9',
      adagrad: 'Adagrad',
      rmsprop: 'RMSprop',
      adam: 'Adam',
    },
    clip: '기울기 클리핑',
    clipNorm: '기울기 클리핑 기준',
    seed: '시드',
    cut: '순환 끊기',
    cutHint: '시점마다 이전 상태를 0으로 봅니다. 신경망에 기억이 없어집니다',
    newSeed: '새 시드',
    outOfRange: ({ min, max, integer, inForce }, write = grouped) =>
      `${write(min)}부터 ${write(max)}까지의 ${integer ? '정수' : '수'}를 입력하세요. 지금 쓰는 값: ${write(inForce)}`,
    parameters: (count) => `학습할 매개변수 ${count}개`,
  },
  network: {
    name: '펼친 신경망',
    summary: (step, timesteps, correct, targets, update) =>
      `시점 ${grouped(step.number)} (모두 ${grouped(timesteps)}개): 입력 ‘${step.letter}’${answerOf(step)}. ${now(update)} ${score(correct, targets)}.`,
    scroller: '모든 시점 (옆으로 스크롤)',
    minimap: '글 전체의 맞음과 틀림. 끌어서 보이는 곳을 옮기세요.',
    arrows: '화살표의 가중치',
    arrow: (matrix, step) => `시점 ${grouped(step)}의 ${matrix}: 같은 행렬이 쓰인 곳을 모두 강조`,
    previous: '이전 시점',
    next: '다음 시점',
    stepStatus: '선택한 시점',
    step: (step) => `시점 ${grouped(step.number)}: 입력 ‘${step.letter}’${verdictOf(step)}`,
    legend: (quantities, frozen) =>
      `파랑은 음수, 주황은 양수. 가장 선명한 색: ${quantities.map(([symbol, domain, open]) => `${symbol} ±${domain}${open ? '(넘어도 같은 색)' : ''}`).join(', ')}${frozen ? '. 눈송이가 있는 테두리: 0으로 고정된 유닛' : ''}`,
    frozen: '0으로 고정',
    unit: (unit, layer) => `${layer === null ? '' : `${layer}층 `}유닛 ${unit}`,
    frozenUnits: (units, more) =>
      `0으로 고정: ${units.join(', ')}${more > 0 ? ` 외 ${grouped(more)}개` : ''}.`,
    tableColumn: (step) => `${step.number}: ${step.letter}`,
    oneHotIndex: (index) => `${index}번`,
    fold: {
      name: '접기',
      hint: '모든 시점을 고리가 달린 셀 하나로 접었다가 다시 펼칩니다',
      covered: '예측을 먼저 맞혀 본 뒤에 접을 수 있습니다',
      value: (percent: number) =>
        percent === 0 ? '펼침' : percent === 100 ? '셀 하나로 접음' : `${percent}% 접음`,
    },
    rows: {
      layer: (layer) => `${layer}층`,
      target: { name: '정답', note: '다음 글자' },
      prediction: { name: '예측', note: '가장 큰 출력' },
      probability: { name: '확률', note: 'y의 소프트맥스' },
      logits: { name: '출력', note: '글자별 점수' },
      hidden: { name: '은닉 상태', note: 'x를 읽은 뒤의 상태' },
      cellState: { name: '셀 상태', note: '오래 가는 기억' },
      input: { name: '입력', note: '글자의 원-핫 벡터' },
      letter: { name: '글자', note: '' },
    },
  },
  freezing: {
    name: '0으로 고정',
    layer: (layer) => `${layer}층`,
    layerChoice: '층',
    unitChoice: '유닛',
    freeze: (unit) => `${unit} 0으로 고정`,
    letGo: (unit) => `${unit} 고정 해제`,
  },
  hiddenState: {
    name: '은닉 상태',
    hint: '칸을 가리키거나 누르거나 화살표 키로 옮기면 값을 읽을 수 있습니다. 클릭하거나 Enter를 누르면 그 시점이 선택됩니다.',
    faint: (limit) => `이 시점의 값은 모두 크기가 ${limit}보다 작아 색이 옅습니다.`,
    legend: (domain, open) =>
      `색: 파랑 −${domain}${open ? ' 이하' : ''}, 무색 0, 주황 +${domain}${open ? ' 이상' : ''}`,
    map: ({ symbol, layer, units, timesteps }) =>
      `${symbol}${layer === null ? '' : `, ${layer}층`}, 유닛과 시점, ${grouped(units)} × ${grouped(timesteps)}: 화살표 키로 값을 읽습니다`,
    reading: ({ symbol, layer, unit, step, letter, value }) =>
      `${layer === null ? '' : `${layer}층 `}유닛 ${unit}, 시점 ${grouped(step)}(글자 ${letter}): ${symbol} = ${value}`,
    summary: ({ units, layers, timesteps, step, letter, values }) =>
      `유닛 ${units}개, 시점 ${grouped(timesteps)}개. 시점 ${grouped(step)}(글자 ${letter})의 ${layers > 1 ? `${layers}층 ` : ''}은닉 상태: ${values.join(', ')}.`,
    summaryOfMany: ({ units, layers, timesteps, step, letter, unit, value }) =>
      `유닛 ${units}개, 시점 ${grouped(timesteps)}개. 시점 ${grouped(step)}(글자 ${letter})에서 ${layers > 1 ? `${layers}층의 ` : ''}절댓값이 가장 큰 유닛: ${unit}번, ${value}.`,
    unitAxis: '유닛',
  },
  guessing: {
    name: '먼저 맞혀 보기',
    hint: '예측을 가려 두고, 먼저 맞혀 본 뒤에 보여 줍니다',
    coveredSummary: (step: number, timesteps: number, letter: string) =>
      `전체 시점 ${grouped(timesteps)}개 중 ${grouped(step)}번째, 글자는 ${letter}입니다. 예측은 먼저 맞혀 볼 때까지 가려 둡니다.`,
    coveredStep: (step: number, letter: string) => `시점 ${grouped(step)}, 글자 ${letter}: 무엇일까요?`,
    covered: '예측을 먼저 맞혀 볼 때까지 가려 둡니다.',
    yours: '내 예상',
    guessed: (letter: string) => `, 내 예상은 ${letter}`,
  },
  panels: {
    name: '더 들여다보기',
    names: {
      weights: '가중치',
      inside: '한 시점의 계산',
      reach: '오차가 거슬러 가는 거리',
      place: '상태 공간',
      gates: '게이트',
    },
    hints: {
      weights: '모든 가중치 행렬과 편향을 봅니다',
      inside: '고른 시점을 연산 하나하나, 곱셈 하나까지 펼쳐 봅니다',
      reach: '각 손실이 앞선 시점마다 주는 기울기를 봅니다',
      place: '은닉 상태가 움직이는 길을 그립니다',
      gates: 'GRU와 LSTM의 게이트를 시점마다 보고, 열거나 닫아 둡니다',
    },
    loading: '불러오는 중…',
  },
  weights: {
    name: '가중치',
    hint: '가중치를 가리키거나 화살표 키로 옮기면 값을 읽을 수 있습니다. 끌거나 클릭하거나 Enter를 누르면 값을 바꿀 수 있습니다.',
    shared: (matrices) => `${MATRICES[matrices] ?? matrices} 행렬은 모든 시점에서 똑같이 쓰입니다.`,
    matrix: ({ symbol, layer }, rows, columns) =>
      `${symbol}${layer === null ? '' : `, ${layer}층`}, ${mapRole(symbol, layer)}, ${grouped(rows)} × ${grouped(columns)}: 화살표 키로 값을 읽습니다`,
    reading: ({ symbol, layer, to, from, value }) => {
      const target =
        'letter' in to
          ? `글자 ${to.letter}`
          : `${to.gate === null ? '' : `게이트 ${to.gate}, `}유닛 ${to.unit}`;
      const source =
        from === null
          ? null
          : 'letter' in from
            ? `글자 ${from.letter}`
            : `${from.of === 'before' ? '이전 시점의 ' : from.of === 'below' ? '아래층의 ' : ''}유닛 ${from.unit}`;
      return `${symbol}${layer === null ? '' : `, ${layer}층`}, ${source === null ? target : `${source}에서 ${target} 쪽으로`}${value === null ? '' : `: ${value}`}`;
    },
    summary: ({ matrices, weights, biases, update, largest }) =>
      `행렬 ${matrices}개, 가중치 ${weights}개, 편향 ${biases}개 (갱신 ${update}회). 절댓값이 가장 큰 값: ${largest}.`,
    parameters: (all, weights, biases) => `매개변수 ${all}개 (가중치 ${weights}개, 편향 ${biases}개)`,
    parts: { encoder: '인코더', decoder: '디코더' },
  },
  learning: {
    accuracy: '정확도',
    lettersRight: (correct, targets) => `${grouped(targets)}글자 중 ${grouped(correct)}글자`,
    loss: '손실',
    twin: (score) => `쌍둥이: ${score}`,
    natsPerLetter: '글자당 nat',
    uniformGuess: (loss) => `무작위로 찍을 때 ${loss}`,
    update: '갱신',
    gradientNorm: '기울기 노름',
    curve: '손실과 정확도',
    curveSummary: ({ update, loss, first, correct, targets }) =>
      `${now(update)} 손실은 글자당 ${loss} nat(처음 ${first})이고, ${score(correct, targets)}.`,
    playhead: '학습 과정의 위치',
    playheadAt: ({ update, loss, percent, furthest }) =>
      `갱신 ${update}회: 손실 ${loss}, ${percent}% 맞힘, 가장 멀리 간 곳 ${furthest}회`,
    reading: ({ update, loss, percent }) => `갱신 ${update}회: 손실 ${loss}, ${percent}%`,
    dragHint: '갱신 횟수 (끌어서 되돌아봅니다)',
    jumps: '갱신 횟수로 이동',
    jump: {
      start: '처음',
      back: '한 번 전 갱신',
      first: (percent) => `첫 ${percent}%`,
      furthest: '가장 멀리 간 곳',
    },
    jumpHint: (name, update) => `${name}: 갱신 ${grouped(update)}회`,
    notReached: (percent) => `아직 ${percent}%를 맞힌 적이 없습니다`,
    lossAxis: '손실 (nat)',
    accuracyAxis: '정확도',
    updateAxis: '갱신 횟수',
    log: '로그 축',
    logHint: '갱신 횟수를 로그 축에 그리면 긴 학습의 시작이 보입니다',
    train: '학습',
    pause: '멈춤',
    more: (updates) => `+${updates}`,
    moreHint: (updates) => `${updates}번 더 갱신하고 멈춥니다`,
    untilRight: '다 맞힐 때까지',
    moreConditions: '다른 조건',
    untilRightHint: '모든 글자를 맞힐 때까지 학습하고 멈춥니다',
    allRightAlready: '이미 모든 글자를 맞혔습니다',
    outOfReach: '순환을 끊어 기억이 없으므로 모두 맞힐 수 없습니다',
    reset: '초기화',
    resetHint: '같은 출발점에서 다시 시작합니다',
    replaying: (at, target) => `갱신 ${grouped(at)}회, ${grouped(target)}회로 가는 중…`,
    speed: '속도',
    pace: (updates) => (updates === null ? '최대한 빠르게' : `초당 ${updates}회 갱신`),
  },
};
