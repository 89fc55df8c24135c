/** What a link said that could not be used, and what is used in its place. */

/** Written as the field of that number writes them. */
interface Range {
  readonly min: string;
  readonly max: string;
}

const en = {
  unused: (parts: string) => `Part of the link could not be used: ${parts}.`,
  unusedToo: (parts: string) => `Part of the link could not be used either: ${parts}.`,
  /** In place of the parts that are too many to be named. */
  more: 'and more',
  restIsUsed: 'Everything else is as in the link.',
  tooShort: (standIn: string) =>
    `The text in the link has fewer than two letters, so there is none to predict; “${standIn}” stands in for it.`,
  textUnreadable: (standIn: string) =>
    `The text in the link could not be read; “${standIn}” stands in for it.`,
  textDamaged: 'Parts of the text in the link could not be read; “\uFFFD” stands in for them.',
  noScreen: (route: string, playground: string) =>
    `“${route}” is no screen of this page; this is the ${playground}.`,
  part: (name: string, written: string) => `${name} (${written})`,
  partBecause: (name: string, why: string, used: string | null) =>
    `${name} (${why}${used === null ? '' : `; ${used} is used`})`,
  why: {
    unclear: (written: string) => `“${written}” was not understood`,
    outside: (written: string, { min, max }: Range) => `“${written}” is not from ${min} to ${max}`,
    notWhole: (written: string, { min, max }: Range) =>
      `“${written}” is not a whole number from ${min} to ${max}`,
    again: (written: string) => `“${written}” is a second value`,
    lacking: {
      do: 'not all are of weights, units or gates that this network has',
      t: 'beyond the last one',
      ask: 'it cannot be read',
      twin: 'there is one only beside a cut recurrence',
    },
  },
  noClipping: 'none',
  firstQuestion: 'the first one',
  askOf: (task: string) => `the question of “${task}”`,
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
  unused: (parts) => `링크에서 쓸 수 없는 부분이 있습니다: ${parts}.`,
  unusedToo: (parts) => `그밖에 쓸 수 없는 부분도 있습니다: ${parts}.`,
  more: '그 밖의 여러 부분',
  restIsUsed: '나머지는 링크 그대로입니다.',
  tooShort: (standIn) =>
    `링크의 글이 두 글자보다 짧아 예측할 글자가 없습니다. 대신 쓰는 글은 ‘${standIn}’입니다.`,
  textUnreadable: (standIn) => `링크의 글을 읽을 수 없습니다. 대신 쓰는 글은 ‘${standIn}’입니다.`,
  textDamaged: '링크의 글에 읽을 수 없는 부분이 있어 ‘\uFFFD’로 나타냅니다.',
  noScreen: (route, playground) => `‘${route}’라는 화면은 없습니다. 지금 보는 화면은 ${playground}입니다.`,
  part: (name, written) => `${name}(${written})`,
  partBecause: (name, why, used) => `${name}(${why}${used === null ? '' : `, 대신 ${used}`})`,
  why: {
    unclear: (written) => `‘${written}’: 이해하지 못함`,
    outside: (written, { min, max }) => `‘${written}’: ${min}부터 ${max}까지만 가능`,
    notWhole: (written, { min, max }) => `‘${written}’: ${min}부터 ${max}까지의 정수만 가능`,
    again: (written) => `‘${written}’: 두 번째 값`,
    lacking: {
      do: '이 신경망에 없는 가중치, 유닛, 게이트가 있음',
      t: '마지막을 넘음',
      ask: '읽을 수 없음',
      twin: '순환을 끊었을 때만 있음',
    },
  },
  noClipping: '클리핑 없음',
  firstQuestion: '첫 질문',
  askOf: (task) => `‘${task}’의 질문`,
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
