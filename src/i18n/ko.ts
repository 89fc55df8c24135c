import type { Messages } from './en.ts';

/** Korean, written for itself and not translated word by word; same keys as English. */
export const ko: Messages = {
  shell: {
    numbersOf: (figure) => `${figure}: 숫자를 표로 보기`,
    firstRows: (shown, all) => `(${all}행 가운데 앞의 ${shown}행)`,
    tagline: '내가 쓴 글을 배우는 순환 신경망, 숫자 하나까지 눈앞에',
    language: '언어',
    theme: '색',
    themes: { system: '시스템 설정', light: '밝게', dark: '어둡게' },
    page: '페이지',
    copyLink: '링크 복사',
    linkCopied: '링크를 복사했다. 열면 지금과 같은 그림이 나온다.',
    linkNotCopied: '브라우저가 복사를 허락하지 않았다. 링크는 다음과 같다.',
    keys: '단축키',
    controls: '설정',
    changeNetwork: '글과 신경망',
    close: '닫기',
    learning: '학습',
    skip: '신경망으로 건너뛰기',
    skipToTraining: '학습으로 건너뛰기',
    preparing: '새 신경망을 준비하는 중입니다…',
  },
  notices: {
    dismiss: '알겠다',
    tooShort: '다음 글자를 예측하려면 글자가 둘 이상 있어야 한다. 마지막 신경망은 그대로 둔다.',
    tooLong: (limit, lastLetters) => `앞의 ${limit}글자만 쓴다. 잘린 곳의 바로 앞은 ‘…${lastLetters}’이다.`,
    linkUnread: (keys) => `링크에서 읽지 못한 부분(${keys})은 기본값으로 두었다. 나머지는 링크대로다.`,
    workerRestarted: (update) => `학습 스레드가 멈춰서 새로 띄웠다. 갱신 ${update}회부터 이어 간다.`,
    workerFailed:
      '학습 스레드가 멈췄고 다시 띄우지 못했다. 고른 설정은 이 페이지의 주소에 들어 있으니 새로 고침하면 이어 갈 수 있다.',
    diverged: ({ update, loss, lastGood, reset }) =>
      `학습이 멈췄다. 갱신 ${update}회에서 수가 너무 커져 손실이 ${loss} 값이 되었다. 화면에는 마지막으로 온전했던 갱신 ${lastGood}회가 남아 있다. 학습률을 낮추거나 기울기를 클리핑한 다음 ‘${reset}’ 버튼을 누른다.`,
  },
  controls: {
    text: '학습할 글',
    lesson: {
      reads: (letters, steps) => `글자 ${letters}개, 시점 ${steps}개. 읽는 글자는`,
      says: ', 배워서 말할 글자는',
    },
    vocabulary: '어휘: 글자와 원-핫 번호',
    oneHotIndex: (index, letter) => `${letter}: 원-핫 ${index}번`,
    moreLetters: (more) => `${more}개 더 보기`,
    fewerLetters: '줄여 보기',
    letterUnit: '한글 글자 단위',
    letterUnits: { syllable: '음절', jamo: '자모' },
    examples: '예시',
    exampleTexts: [
      { name: '안녕하세요', text: '안녕하세요' },
      { name: 'hello', text: 'hello' },
      { name: 'abab…', text: 'abababababababab' },
      { name: '문장', text: '글자 하나를 읽고, 또 하나를 읽고, 읽은 것을 조금씩 기억한다' },
      { name: '시', text: '밤마다 강물은 달을 읽고\n아침마다 물결로 다시 쓴다' },
    ],
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
    newSeed: '새 시드',
    outOfRange: ({ min, max, integer, inForce }) =>
      `${min}에서 ${max}까지의 ${integer ? '정수' : '수'}여야 한다. 지금은 ${inForce} 값을 쓴다.`,
    parameters: (count) => `학습할 매개변수 ${count}개`,
  },
  network: {
    name: '펼친 신경망',
    summary: (step, timesteps, correct, targets, update) =>
      `${timesteps}개 시점 가운데 ${step.number}번째: ‘${step.letter}’ 글자를 읽고 ‘${step.prediction}’ 글자를 예측한다. 정답은 ‘${step.target}’. 갱신 ${update}회에서 글자 ${targets}개 중 ${correct}개를 맞혔다.`,
    scroller: '모든 시점, 옆으로 넘겨 본다',
    minimap: '글 전체의 맞음과 틀림. 끌면 보이는 곳이 옮겨 간다.',
    arrows: '화살표의 가중치',
    arrow: (matrix, step) => `${step}번째 시점의 ${matrix}: 같은 행렬을 모두 밝힌다`,
    previous: '이전 시점',
    next: '다음 시점',
    stepStatus: '고른 시점',
    step: (step) =>
      `${step.number}번째 시점, 글자 ${step.letter}, 예측 ${step.prediction}, ${step.right ? '맞음' : `틀림 (정답 ${step.target})`}`,
    legend: (quantities) =>
      `파랑은 음수, 주황은 양수. 가장 짙은 색: ${quantities.map(([symbol, domain]) => `${symbol} ±${domain}`).join(', ')}`,
    tableCaption: (update) => `펼친 신경망, 갱신 ${update}회 (시점은 가로)`,
    startState: '처음 상태는 0',
    quantity: '시점',
    rows: {
      layer: (layer) => `${layer}층`,
      target: { name: '정답', note: '다음 글자', short: '정답' },
      prediction: { name: '예측', note: '가장 큰 출력', short: '' },
      probability: { name: '확률', note: 'y의 소프트맥스, %', short: '' },
      logits: { name: '출력', note: '글자마다 점수 하나 (로짓)', short: '' },
      hidden: { name: '은닉 상태', note: 'x를 읽은 다음의 상태', short: '' },
      cellState: { name: '상태', note: '은닉 상태와 셀 상태', short: '' },
      input: { name: '입력', note: '글자의 원-핫 벡터', short: '' },
      letter: { name: '글자', note: '', short: '' },
    },
  },
  hiddenState: {
    name: '은닉 상태',
    hint: '값을 가리키거나 화살표 키를 쓴다. 누르거나 Enter를 치면 그 시점을 선택한다.',
    legend: (domain) => `색: 파랑 −${domain}, 무색 0, 주황 +${domain}`,
    map: ({ symbol, layer, units, timesteps }) =>
      `${symbol}${layer === null ? '' : `, ${layer}층`}, ${units} × ${timesteps}`,
    reading: ({ symbol, layer, unit, step, letter, value }) =>
      `${layer === null ? '' : `${layer}층 `}유닛 ${unit}, 시점 ${step}(글자 ${letter}): ${symbol} = ${value}`,
    summary: ({ units, layers, timesteps, step, letter, values }) =>
      `유닛 ${units}개, 시점 ${timesteps}개. 시점 ${step}(글자 ${letter})의 ${layers > 1 ? `${layers}층 ` : ''}은닉 상태: ${values.join(', ')}.`,
    summaryOfMany: ({ units, layers, timesteps, step, letter, unit, value }) =>
      `유닛 ${units}개, 시점 ${timesteps}개. 시점 ${step}(글자 ${letter})에서 ${layers > 1 ? `${layers}층의 ` : ''}절댓값이 가장 큰 유닛: ${unit}번, ${value}.`,
    table: (first, last, all) =>
      last - first + 1 === all
        ? '은닉 상태 (가로: 시점)'
        : `은닉 상태 (가로: 시점 ${all}개 가운데 ${first}–${last})`,
    unitColumn: '유닛',
    row: ({ symbol, layer, unit }) => `${symbol}${layer === null ? '' : `, ${layer}층`}, 유닛 ${unit}`,
  },
  weights: {
    name: '가중치',
    hint: '가중치를 가리키거나 화살표 키로 옮겨 가면 읽을 수 있다.',
    shared: (matrices) => `모든 시점에서 같은 행렬 ${matrices}개를 쓴다.`,
    matrix: ({ symbol, layer }, rows, columns) =>
      `${symbol}${layer === null ? '' : `, ${layer}층`}, ${rows} × ${columns}`,
    reading: ({ symbol, layer, to, from, value }) => {
      const target =
        'letter' in to
          ? `글자 ${to.letter}`
          : `${to.gate === null ? '' : `게이트 ${to.gate}, `}유닛 ${to.unit}`;
      const source =
        'letter' in from
          ? `글자 ${from.letter}`
          : `${from.of === 'before' ? '이전 시점의 ' : from.of === 'below' ? '아래층의 ' : ''}유닛 ${from.unit}`;
      return `${symbol}${layer === null ? '' : `, ${layer}층`}, ${target} ← ${source}${value === null ? '' : `: ${value}`}`;
    },
    summary: ({ matrices, weights, update, largest }) =>
      `갱신 ${update}회의 행렬 ${matrices}개, 가중치 ${weights}개.${largest === null ? '' : ` 절댓값이 가장 큰 가중치: ${largest}.`}`,
    table: (shown, all) =>
      shown === all ? `가중치 ${all}개 모두` : `가중치 ${all}개 가운데 행렬마다 앞의 행들, ${shown}개`,
    parameters: (all, weights, biases) => `매개변수 ${all}개 (가중치 ${weights}개, 편향 ${biases}개)`,
    weightColumn: '가중치',
    valueColumn: '값',
  },
  learning: {
    accuracy: '정확도',
    lettersRight: (correct, targets) => `글자 ${targets}개 중 ${correct}개`,
    loss: '손실',
    natsPerLetter: '글자당 nat',
    uniformGuess: (loss) => `고르게 찍으면 ${loss}`,
    update: '갱신',
    gradientNorm: '기울기 노름',
    curve: '손실과 정확도',
    curveSummary: ({ update, loss, first, correct, targets }) =>
      `갱신 ${update}회의 손실은 글자당 ${loss} nat(처음 ${first})이고, 글자 ${targets}개 중 ${correct}개를 맞혔다.`,
    readCurve: '곡선에서 값 읽기',
    reading: (update, loss, percent) => `갱신 ${update}회: 손실 ${loss}, ${percent}%`,
    lossAxis: '손실 (nat)',
    accuracyAxis: '정확도',
    updateAxis: '갱신 횟수',
    train: '학습',
    pause: '멈춤',
    more: (updates) => `+${updates}`,
    moreHint: (updates) => `${updates}번 더 갱신하고 멈춘다`,
    untilRight: '다 맞힐 때까지',
    untilRightHint: '모든 글자를 맞힐 때까지 학습하고 멈춘다',
    allRightAlready: '이미 모든 글자를 맞혔다',
    reset: '처음으로',
    resetHint: '같은 출발점에서 다시 시작한다',
    firstRight: (update) => `갱신 ${update}회에서 처음 다 맞혔다. 더 학습하면 다시 틀릴 수 있다.`,
    rightAgain: (update, first) => `갱신 ${update}회에서 다시 다 맞혔다. 처음은 ${first}회.`,
    rightBefore: (first) => `갱신 ${first}회에서 처음 다 맞혔지만 지금은 아니다. 학습하다 다시 틀릴 수 있다.`,
    oneKind: '글자가 한 종류뿐이라 학습할 것이 없습니다.',
    seeking: (target) => `갱신 ${target}회로 가는 중`,
    speed: '속도',
    pace: (updates) => (updates === null ? '최대한 빠르게' : `1초에 ${updates}회 갱신`),
  },
  shortcuts: {
    title: '단축키',
    space: '스페이스',
    trainOrPause: '학습 또는 멈춤',
    oneUpdate: '한 번 더 갱신',
    timestep: '이전·다음 시점',
    ends: '처음·마지막 시점',
    list: '이 단축키 목록',
    leave: '열린 것 닫기',
    characterKeys: '. 과 ? 키 사용',
    close: '닫기',
  },
};
