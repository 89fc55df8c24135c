import { grouped } from './numbers.ts';

interface At {
  readonly step: number;
  readonly letter: string;
}

interface Summary extends At {
  readonly update: number;
  readonly timesteps: number;
  readonly layer: number | null;
  readonly space: string;
  /** Coordinates as they are drawn. */
  readonly values: readonly string[];
}

interface Repeated {
  readonly letter: string;
  readonly times: number;
  /** How many of them are compared. */
  readonly compared: number;
  readonly least: string;
  readonly most: string;
}

interface Point extends At {
  readonly prediction: string;
  /** Null while it has to be guessed. */
  readonly right: boolean | null;
  readonly values: readonly string[];
}

export const en = {
  name: 'The state as a place',
  spaces: {
    line: 'on a line: its single unit',
    square: 'in a square: its two units',
    cube: 'in a cube: its three units',
    components: 'on its first two principal components',
  },
  exact: {
    line: 'One unit, one axis: the state is drawn exactly. The height only keeps the steps apart, the first at the top.',
    square: 'Two units, two axes: the state is drawn exactly.',
    cube: 'Three units, three axes: the state is drawn exactly.',
  },
  components: (units: number, percent: string, first: string, second: string) =>
    `${grouped(units)} units do not fit on paper. Drawn are the two directions in which the states of this update differ most (principal components): ${first}% and ${second}%, together ${percent}% of their variance.`,
  summary: ({ update, timesteps, step, letter, layer, space, values }: Summary) =>
    `The path of ${grouped(timesteps)} states from h0${layer === null ? '' : ` in layer ${layer}`} at update ${grouped(update)}, ${space}; after step ${grouped(step)}, letter ${letter}, it is at ${values.join(', ')}.`,
  repeated: ({ letter, times, compared, least, most }: Repeated) =>
    times === 2
      ? `The two ${letter}’s are ${least} apart.`
      : `${compared < times ? `The ${compared} nearest of the ${grouped(times)} ${letter}’s` : `The ${grouped(times)} ${letter}’s`} are between ${least} and ${most} apart.`,
  repeatedWhy: {
    same: 'The letter read is the same; only the memory of what came before sets them apart.',
    cut: 'The recurrence is cut: nothing of what came before is kept, so the same letter always leads to the same state.',
    exact: 'Distances are measured in all units.',
  },
  noneRepeated: 'No letter is read twice in this text.',
  drawing: (space: string) => `Path of the states ${space}`,
  turnable: (space: string) => `Path of the states ${space}: arrow keys turn the cube, Home puts it back`,
  hint: 'Click a point (or use ←/→) to select its step. The letter in it was read; the one beside it is predicted next.',
  hintMany: 'Click a point (or use ←/→) to select its step. The letters are those that were read.',
  turnHint: 'Drag, or use the arrow keys here, to turn the cube.',
  reset: 'Reset view',
  point: ({ step, letter, prediction, right, values }: Point) =>
    `Step ${grouped(step)}, letter ${letter}${right === null ? '' : `, predicts ${prediction} (${right ? 'right' : 'wrong'})`}: ${values.join(', ')}`,
  start: 'Before the first letter: the zero state',
  window: (first: number, last: number, all: number) =>
    `Steps ${grouped(first)} to ${grouped(last)} of ${grouped(all)} are drawn in full, the rest faintly.`,
  trail: 'Trail',
  trailHint: 'The same path at earlier updates',
  trailUpdates: 'Earlier updates',
  trailEmpty: 'There is no earlier update yet.',
  trailComes: 'The earlier updates are being computed.',
  trailUnknown: (update: number) =>
    `The run went on from update ${grouped(update)}; of what was before, nothing is kept here. Train on, and a trail begins.`,
  trailTooDear: 'The trail of a network and text of this size would take too long.',
  trailWaits: 'With a network and text of this size the trail is drawn when training pauses.',
  trailTop: 'The trail is kept for the hidden state of the top layer.',
  now: 'now',
  layer: 'Layer',
  state: 'State',
  axis: (unit: number) => `unit ${unit}`,
  component: (number: number) => `PC ${number}`,
  table: (update: number) => `The states at update ${grouped(update)}`,
  columns: { step: 'Step', letter: 'Letter', prediction: 'Predicts' },
};

export const ko: typeof en = {
  name: '상태 공간',
  spaces: {
    line: '유닛 하나의 직선 위',
    square: '유닛 둘의 정사각형 안',
    cube: '유닛 셋의 정육면체 안',
    components: '처음 두 주성분 위',
  },
  exact: {
    line: '유닛이 하나이므로 축도 하나이고, 상태를 있는 그대로 그립니다. 높이는 시점이 겹치지 않게 할 뿐이며, 첫 시점이 맨 위입니다.',
    square: '유닛이 둘이므로 축도 둘이고, 상태를 있는 그대로 그립니다.',
    cube: '유닛이 셋이므로 축도 셋이고, 상태를 있는 그대로 그립니다.',
  },
  components: (units, percent, first, second) =>
    `유닛 ${grouped(units)}개는 평면에 그대로 그릴 수 없어, 이번 갱신의 상태들이 가장 크게 갈리는 두 방향(주성분)으로 그립니다. 분산의 ${first}%와 ${second}%, 합쳐서 ${percent}%를 담습니다.`,
  summary: ({ update, timesteps, step, letter, layer, space, values }) =>
    `${update === 0 ? '학습 전' : `${grouped(update)}번 갱신한 뒤`}, ${layer === null ? '' : `${layer}층에서 `}h0에서 시작하는 상태 ${grouped(timesteps)}개의 길(${space}). 시점 ${grouped(step)}(글자 ${letter})의 자리: ${values.join(', ')}.`,
  repeated: ({ letter, times, compared, least, most }) =>
    times === 2
      ? `두 ‘${letter}’ 사이의 거리: ${least}.`
      : `${compared < times ? `‘${letter}’ ${grouped(times)}개 중 가까운 ${compared}개` : `‘${letter}’ ${grouped(times)}개`} 사이의 거리: ${least}–${most}.`,
  repeatedWhy: {
    same: '읽은 글자는 같습니다. 상태가 다르다면 앞서 읽은 것의 기억 때문입니다.',
    cut: '순환을 끊었으므로 앞서 읽은 것이 남지 않아, 같은 글자는 늘 같은 상태가 됩니다.',
    exact: '거리는 모든 유닛으로 잽니다.',
  },
  noneRepeated: '이 글에는 두 번 읽는 글자가 없습니다.',
  drawing: (space) => `상태가 움직이는 길 (${space})`,
  turnable: (space) => `상태가 움직이는 길 (${space}): 화살표 키로 돌리고 Home으로 되돌립니다`,
  hint: '점을 클릭하거나 ←/→를 누르면 그 시점이 선택됩니다. 점 안의 글자는 읽은 글자, 옆의 글자는 다음으로 예측한 글자입니다.',
  hintMany: '점을 클릭하거나 ←/→를 누르면 그 시점이 선택됩니다. 적힌 글자는 읽은 글자입니다.',
  turnHint: '끌거나 이곳에서 화살표 키를 누르면 정육면체가 돌아갑니다.',
  reset: '처음 방향으로',
  point: ({ step, letter, prediction, right, values }) =>
    `시점 ${grouped(step)}, 글자 ${letter}${right === null ? '' : `, 예측 ${prediction}(${right ? '맞음' : '틀림'})`}: ${values.join(', ')}`,
  start: '첫 글자를 읽기 전: 0인 상태',
  window: (first, last, all) =>
    `시점 ${grouped(all)}개 중 ${grouped(first)}–${grouped(last)}만 또렷하게, 나머지는 흐리게 그립니다.`,
  trail: '자취',
  trailHint: '앞선 갱신에서 같은 길이 지나간 자리',
  trailUpdates: '앞선 갱신',
  trailEmpty: '아직 앞선 갱신이 없습니다.',
  trailComes: '앞선 갱신을 계산하는 중입니다.',
  trailUnknown: (update: number) =>
    `갱신 ${grouped(update)}에서 이어 왔고, 그 앞의 갱신은 여기에 남아 있지 않습니다. 더 학습하면 여기서부터 자취가 생깁니다.`,
  trailTooDear: '신경망과 글이 이만큼 크면 자취를 그리는 데 시간이 너무 오래 걸립니다.',
  trailWaits: '신경망과 글이 이만큼 크면 학습을 멈췄을 때 자취를 그립니다.',
  trailTop: '자취는 맨 위층의 은닉 상태에만 있습니다.',
  now: '지금',
  layer: '층',
  state: '상태',
  axis: (unit) => `유닛 ${unit}`,
  component: (number) => `주성분 ${number}`,
  table: (update) => (update === 0 ? '학습 전의 상태' : `${grouped(update)}번 갱신한 뒤의 상태`),
  columns: { step: '시점', letter: '글자', prediction: '예측' },
};

/** Where an exercise is told in other words than a text. */
export const exercise: { readonly en: Partial<typeof en>; readonly ko: Partial<typeof en> } = {
  en: {
    summary: (at) => en.summary(at).replace(`, letter ${at.letter},`, `, which reads ${at.letter},`),
    repeatedWhy: {
      ...en.repeatedWhy,
      same: 'What is read is the same; only the memory of what came before sets them apart.',
    },
    noneRepeated: 'Nothing is read twice here.',
    hint: 'Click a point (or use ←/→) to select its step. What is in it was read; what is beside it is said.',
    hintMany: 'Click a point (or use ←/→) to select its step. Written is what was read.',
    point: ({ step, letter, prediction, right, values }) =>
      `Step ${grouped(step)}, reads ${letter}${prediction === '' ? '' : `, says ${prediction}${right === null ? '' : ` (${right ? 'right' : 'wrong'})`}`}: ${values.join(', ')}`,
    start: 'Before anything is read: the zero state',
    columns: { step: 'Step', letter: 'Reads', prediction: 'Says' },
  },
  ko: {
    summary: (at) => ko.summary(at).replace(`(글자 ${at.letter})`, `(${at.letter})`),
    repeatedWhy: {
      ...ko.repeatedWhy,
      same: '읽은 것은 같습니다. 상태가 다르다면 앞서 읽은 것의 기억 때문입니다.',
    },
    noneRepeated: '여기에는 두 번 읽는 것이 없습니다.',
    hint: '점을 클릭하거나 ←/→를 누르면 그 시점이 선택됩니다. 점 안은 읽은 것, 옆은 답한 것입니다.',
    hintMany: '점을 클릭하거나 ←/→를 누르면 그 시점이 선택됩니다. 적힌 것은 읽은 것입니다.',
    point: ({ step, letter, prediction, right, values }) =>
      `시점 ${grouped(step)}, 입력 ‘${letter}’${prediction === '' ? '' : `, 답 ‘${prediction}’${right === null ? '' : `(${right ? '맞음' : '틀림'})`}`}: ${values.join(', ')}`,
    start: '아무것도 읽기 전: 0인 상태',
    columns: { step: '시점', letter: '읽는 것', prediction: '답' },
  },
};
