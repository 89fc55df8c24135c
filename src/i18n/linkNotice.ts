/** What a link said that could not be used, and what is used in its place. */

const en = {
  unused: (parts: string) =>
    `Part of the link could not be used: ${parts}. Everything else is as in the link.`,
  tooShort: (standIn: string) =>
    `The text in the link has fewer than two letters, so there is none to predict; “${standIn}” stands in for it.`,
  unusedToo: (parts: string) => `Part of the link could not be used either: ${parts}.`,
  noScreen: (route: string, playground: string) =>
    `“${route}” is no screen of this page; this is the ${playground}.`,
  part: (name: string, written: string) => `${name} (${written})`,
  partInstead: (name: string, written: string, used: string) =>
    `${name} (“${written}” was not understood; ${used} is used)`,
  askOf: (task: string) => `the question of “${task}”`,
  lacking: {
    do: 'changes to weights, units or gates that this network does not have',
    t: 'a step beyond the last one',
    ask: 'a question that cannot be read',
  },
  /** Of what no control of the playground is named after; the others are in `linkPartNames`. */
  names: {
    tongue: 'Language of the task',
    numbersFrom: 'Language of the numbers',
    upTo: 'Numbers up to',
    feedback: 'Own words fed back',
    gateBias: 'Gates open by',
    question: 'Question',
    loss: 'Selected loss',
    hide: 'Hidden parts of the page',
    compare: 'Compared shapes',
  },
};

const ko: typeof en = {
  unused: (parts) => `링크에서 쓸 수 없는 부분이 있습니다: ${parts}. 나머지는 링크 그대로입니다.`,
  tooShort: (standIn) =>
    `링크의 글이 두 글자보다 짧아 예측할 글자가 없습니다. 대신 쓰는 글은 ‘${standIn}’입니다.`,
  unusedToo: (parts) => `그밖에 쓸 수 없는 부분도 있습니다: ${parts}.`,
  noScreen: (route, playground) => `‘${route}’라는 화면은 없습니다. 지금 보는 화면은 ${playground}입니다.`,
  part: (name, written) => `${name}(${written})`,
  partInstead: (name, written, used) => `${name}(‘${written}’: 이해하지 못해 ${used} 사용)`,
  askOf: (task) => `‘${task}’의 질문`,
  lacking: {
    do: '이 신경망에 없는 가중치, 유닛, 게이트를 바꾼 것',
    t: '마지막을 넘는 시점',
    ask: '읽을 수 없는 질문',
  },
  names: {
    tongue: '과제의 언어',
    numbersFrom: '읽는 수의 언어',
    upTo: '수의 범위',
    feedback: '말한 낱말 되먹임',
    gateBias: '게이트 열고 시작',
    question: '질문',
    loss: '고른 손실',
    hide: '감춘 부분',
    compare: '비교하는 모양',
  },
};

export const linkNotice = { en, ko };
