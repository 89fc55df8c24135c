/** Words of the screen of the five shapes. */
import { grouped } from './numbers.ts';

export type ShapeKind = 'one-to-one' | 'one-to-many' | 'many-to-one' | 'encoder-decoder' | 'synced';

interface Steps {
  /** From 1; null where there is none. */
  readonly reads: readonly number[];
  readonly says: readonly number[];
  readonly of: number;
}

interface Depth {
  readonly layers: number;
  readonly percent: string;
}

interface DepthTrial {
  readonly layers: number;
  readonly update: number;
  readonly target: number;
}

/** What the numbers of layers say: next to nothing, or which does best. */
type DepthEffect = { readonly kind: 'none' } | { readonly kind: 'best'; readonly layers: number };

const list = (numbers: readonly number[], of: number): string => {
  const first = numbers.at(0);
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '–';
  if (numbers.length === of) return 'every step';
  if (numbers.length === 1) return `step ${grouped(first)} only`;
  return `steps ${grouped(first)} to ${grouped(last)}`;
};

const listKo = (numbers: readonly number[], of: number): string => {
  const first = numbers.at(0);
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '–';
  if (numbers.length === of) return '모든 시점';
  if (numbers.length === 1) return `시점 ${grouped(first)}에서만`;
  return `시점 ${grouped(first)}–${grouped(last)}`;
};

export const en = {
  labs: 'The five shapes',
  lead: 'One engine, one kind of cell. Only which steps have an input and which have a target is different.',
  names: {
    text: 'One to one',
    captions: 'One to many',
    feelings: 'Many to one',
    numbers: 'Many to many, later',
    motion: 'Many to many, at once',
  },
  goals: {
    text: 'The next letter from this letter alone.',
    captions: 'Sees a picture once, then says its caption.',
    feelings: 'Reads to the end, then says how somebody feels.',
    numbers: 'Reads a number, and only then writes it.',
    motion: 'Says at each frame how the dot has moved.',
  },
  transport: 'All five',
  trainAll: 'Train all',
  pauseAll: 'Pause all',
  trained: 'Trained',
  trainedHint: 'To where the networks have learned what they can',
  resetHint: 'All five begin with nothing, from the same seed',
  choices: 'What all five have in common',
  tongue: 'Data',
  tongues: { en: 'English', ko: '한국어' },
  step: 'Timestep',
  previous: 'Previous timestep of all',
  next: 'Next timestep of all',
  train: (name: string) => `Train: ${name}`,
  pause: (name: string) => `Pause: ${name}`,
  reset: 'Reset',
  resetOne: (name: string) => `Reset: ${name}`,
  update: (update: number) => `update ${grouped(update)}`,
  open: 'Open full size',
  openHint: (name: string) => `Open full size: ${name}`,
  ask: 'Your own',
  askHint: (name: string) => `Your own: ${name}`,
  compare: 'Compare',
  compareHint: (name: string) => `Compare: ${name}`,
  most: 'Up to three can be compared.',
  trainedShare: 'trained',
  heldOutShare: 'never seen',
  ofLetters: 'of the letters',
  summary: (step: string, timesteps: number, update: number, right: number, all: number) =>
    `${grouped(timesteps)} ${timesteps === 1 ? 'timestep' : 'timesteps'}; ${step}. At update ${grouped(update)}${all === 0 ? '; nobody knows the right answer' : `: ${grouped(right)} of ${grouped(all)} ${all === 1 ? 'answer' : 'answers'} right`}.`,
  framesRight: (right: number, all: number) =>
    `${grouped(right)} of ${grouped(all)} frames of this video right.`,
  guess: 'A video unlike those in training: its answer is a guess.',
  levels: (chance: string, memoryless: string) => `chance ${chance}% · without memory ${memoryless}%`,
  ceiling: (chance: string, percent: string) => `chance ${chance}% · from a letter alone at most ${percent}%`,
  noHeldOut: 'Nothing held out: one text only.',
  counting: 'counting…',
  measured: {
    captions: 'captions right in full',
    feelings: 'feelings right',
    numbers: 'numbers right in full',
    motion: 'frames right',
  },
  measuredAt: (measured: string, update: number) => `${measured}, update ${grouped(update)}`,
  picture: 'a picture',
  confused: (letter: string, followers: readonly string[], others: readonly string[]) =>
    `After ${letter} comes ${followers.join(' or ')}: the letter alone does not tell which.${others.length > 0 ? ` Nor does it after ${others.join(' ')}.` : ''}`,
  unconfused: 'After each letter always comes the same one: the letter alone tells which.',
  /** From the longest to the shortest, line by line. */
  ended: [['after ■ nothing is read'], ['after ■', 'nothing is read'], ['after ■', 'nothing'], ['ended']],
  afterEnd: 'After ■ the answer has ended: nothing more is read or said.',
  endedAt: (step: number) => `The answer ends with ■ at step ${grouped(step)}.`,
  encoder: 'encoder',
  decoder: 'decoder',
  untrained: 'The trained state could not be loaded; this network starts with nothing.',
  untrainedYet: 'No trained state was kept for this seed and these choices: it is training there now.',
  diverged: 'Its numbers grew too large; it stopped. Reset it.',
  seeking: 'on its way…',
  comparison: 'Side by side',
  seeCompared: 'See them side by side',
  comparedAbove: (names: readonly string[]) => `Side by side, above the cards: ${names.join(', ')}.`,
  choose: 'Choose two or three shapes to see their timesteps aligned.',
  arrangement: 'Arrangement',
  arrangements: { row: 'In one row', stack: 'Under each other' },
  noRow: 'Too many timesteps for one row.',
  reads: (steps: Steps) => `reads at ${list(steps.reads, steps.of)}`,
  says: (steps: Steps) => `has a target at ${list(steps.says, steps.of)}`,
  saysUnknown: (steps: Steps) => `answers at ${list(steps.says, steps.of)}; nobody wrote down what is right`,
  differs: 'framed: here they differ',
  noInput: 'no input',
  unknownWord: 'a word that the network does not know',
  noTarget: 'no target',
  wanted: (name: string) => `correct: ${name}`,
  ownWord: 'own word',
  columns: { shape: 'Shape', input: 'Inputs', target: 'Targets' },
  table: 'Which steps have an input and which a target',
  pairs: {
    'text captions':
      'One to many says a whole sentence about what it saw once; one to one says one thing about what is before it now.',
    'text feelings':
      'Many to one can let an early “not” count at the end; one to one knows the present letter and nothing before it.',
    'text numbers':
      'Many to many, later, answers in another length than it was asked; one to one gives one answer to each input and remembers none.',
    'text motion':
      'Many to many, at once: every answer may lean on all frames before; one to one would see a dot, but never that it moved.',
    'captions feelings':
      'One to many makes a sequence from a single look; many to one makes a single answer from a sequence.',
    'captions numbers':
      'Many to many, later, can be asked with a sequence of any length; one to many has to find everything in its first step.',
    'captions motion':
      'Many to many, at once: new input arrives at every step; one to many goes on speaking when there is nothing left to see.',
    'feelings numbers':
      'Both read to the end before they answer, but many to many, later, answers with a sequence of its own length.',
    'feelings motion':
      'Many to one may wait for the last word; many to many, at once, owes an answer at every step, before the rest is known.',
    'numbers motion':
      'Many to many, later, reads everything before the first word of its answer; at once, an answer is due with every frame, and there are exactly as many.',
  },
  depth: (depths: readonly Depth[], update: number, effect: DepthEffect, isOfLetters: boolean) =>
    `${effect.kind === 'none' ? 'Depth changes next to nothing here' : `${sentence(layersOf(effect.layers))} ${effect.layers === 1 ? 'does' : 'do'} best here`}: ${depths.map(({ layers, percent }) => `${layersOf(layers)} ${percent}%`).join(', ')} at update ${grouped(update)}; ${isOfLetters ? 'letters right' : 'right of the never seen'}, measured just now.`,
  depthNote: 'Measured on this page just now, with one seed.',
  depthAsk: 'More layers?',
  depthAskName: (name: string) => `More layers? ${name}`,
  depthAskHint: (name: string) =>
    `${name}: trains the same with 1, 2 and 3 layers here, as far as this one, and counts what is right`,
  depthTrial: ({ layers, update, target }: DepthTrial) =>
    update < target
      ? `${layersOf(layers)}: update ${grouped(update)} of ${grouped(target)}`
      : `${layersOf(layers)}: counting…`,
  depthLeft: 'Measuring layers stopped: the network is another now.',
  depthStop: 'Stop',
  depthStopHint: (name: string) => `Stop measuring depth: ${name}`,
  examples: (name: string) => `Example: ${name}`,
  previousExample: (name: string) => `Previous example: ${name}`,
  nextExample: (name: string) => `Next example: ${name}`,
  origins: {
    training: 'trained',
    heldOut: 'never seen',
    new: 'your own',
    guess: 'unlike training',
  },
  directions: { en: 'English → 한국어', ko: '한국어 → English' },
  turnAround: (to: string) => `Turn around: ${to}`,
};

function layersOf(layers: number): string {
  return layers === 1 ? '1 layer' : `${layers} layers`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const ko: typeof en = {
  labs: '다섯 가지 모양',
  lead: '엔진도 셀도 같습니다. 다른 것은 어느 시점에 입력이 있고 어느 시점에 정답이 있는가뿐입니다.',
  names: {
    text: '일대일',
    captions: '일대다',
    feelings: '다대일',
    numbers: '다대다 (번역)',
    motion: '다대다 (동기)',
  },
  goals: {
    text: '이 글자 하나만 보고 다음 글자를 맞힙니다.',
    captions: '그림을 한 번 보고 설명을 말합니다.',
    feelings: '끝까지 읽고 감정을 말합니다.',
    numbers: '수를 다 읽은 뒤에야 옮겨 씁니다.',
    motion: '프레임마다 점의 움직임을 말합니다.',
  },
  transport: '다섯 모두',
  trainAll: '모두 학습',
  pauseAll: '모두 멈춤',
  trained: '학습된 상태',
  trainedHint: '배울 수 있는 만큼 배운 상태로 갑니다',
  resetHint: '다섯 모두 같은 시드에서 처음부터 시작합니다',
  choices: '다섯이 함께 쓰는 것',
  tongue: '데이터',
  tongues: { en: 'English', ko: '한국어' },
  step: '시점',
  previous: '모두 이전 시점',
  next: '모두 다음 시점',
  train: (name) => `학습: ${name}`,
  pause: (name) => `멈춤: ${name}`,
  reset: '초기화',
  resetOne: (name) => `초기화: ${name}`,
  update: (update) => `갱신 ${grouped(update)}`,
  open: '크게 열기',
  openHint: (name) => `크게 열기: ${name}`,
  ask: '직접 입력',
  askHint: (name) => `직접 입력: ${name}`,
  compare: '비교',
  compareHint: (name) => `비교: ${name}`,
  most: '세 개까지 비교할 수 있습니다.',
  trainedShare: '학습한 것',
  heldOutShare: '처음 보는 것',
  ofLetters: '맞힌 글자',
  summary: (step, timesteps, update, right, all) =>
    `시점 ${grouped(timesteps)}개. ${step}. 갱신 ${grouped(update)}: ${all === 0 ? '정답을 아는 사람이 없습니다' : `답 ${grouped(all)}개 중 ${grouped(right)}개를 맞혔습니다`}.`,
  framesRight: (right, all) => `이 영상의 프레임 ${grouped(all)}개 중 ${grouped(right)}개를 맞혔습니다.`,
  guess: '학습에 없던 영상이라 답은 짐작입니다.',
  levels: (chance, memoryless) => `우연 ${chance}% · 기억 없이 ${memoryless}%`,
  ceiling: (chance, percent) => `우연 ${chance}% · 글자 하나만 보면 많아야 ${percent}%`,
  noHeldOut: '남겨 둔 것 없음: 이 글만 배웁니다.',
  counting: '세는 중…',
  measured: {
    captions: '설명 전체를 맞힌 비율',
    feelings: '감정을 맞힌 비율',
    numbers: '수 전체를 맞힌 비율',
    motion: '프레임을 맞힌 비율',
  },
  measuredAt: (measured, update) => `${measured} · 갱신 ${grouped(update)}`,
  picture: '그림',
  confused: (letter, followers, others) =>
    `‘${letter}’ 다음에는 ${followers.join(' 또는 ')}: 이 글자만으로는 알 수 없습니다.${others.length > 0 ? ` ${others.join(' ')} 다음도 그렇습니다.` : ''}`,
  unconfused: '글자마다 다음에 오는 글자가 하나뿐이라, 글자 하나만 보아도 알 수 있습니다.',
  ended: [['■ 다음에는 읽지 않음'], ['■ 다음에는', '읽지 않음'], ['■ 다음', '없음'], ['끝남']],
  afterEnd: '■로 답이 끝났으므로 더 읽지도 말하지도 않습니다.',
  endedAt: (step) => `답은 시점 ${grouped(step)}의 ■로 끝납니다.`,
  encoder: '인코더',
  decoder: '디코더',
  untrained: '학습된 상태를 불러오지 못해, 이 신경망은 처음부터 시작합니다.',
  untrainedYet: '이 시드와 설정으로 학습해 둔 상태가 없어, 지금 여기서 학습하고 있습니다.',
  diverged: '값이 너무 커져 멈췄습니다. 처음부터 다시 시작하세요.',
  seeking: '가는 중…',
  comparison: '나란히 보기',
  seeCompared: '나란히 보기',
  comparedAbove: (names) => `카드 위에 나란히: ${names.join(', ')}.`,
  choose: '둘이나 셋을 고르면 시점을 맞추어 나란히 보여 줍니다.',
  arrangement: '배열',
  arrangements: { row: '한 줄로', stack: '위아래로' },
  noRow: '시점이 많아 한 줄에 들어가지 않습니다.',
  reads: (steps) => `입력: ${listKo(steps.reads, steps.of)}`,
  says: (steps) => `정답: ${listKo(steps.says, steps.of)}`,
  saysUnknown: (steps) => `답: ${listKo(steps.says, steps.of)} (정답은 적혀 있지 않음)`,
  differs: '테두리: 서로 다른 곳',
  noInput: '입력 없음',
  unknownWord: '신경망이 모르는 낱말',
  noTarget: '정답 없음',
  wanted: (name) => `정답 ${name}`,
  ownWord: '제 답',
  columns: { shape: '모양', input: '입력', target: '정답' },
  table: '어느 시점에 입력이 있고 어느 시점에 정답이 있는가',
  pairs: {
    'text captions':
      '일대다는 한 번 본 것을 두고 문장 하나를 말하지만, 일대일은 지금 눈앞의 것에 한 가지만 답합니다.',
    'text feelings': '다대일은 앞에서 읽은 말을 끝까지 기억해 답에 쓰지만, 일대일은 지금 글자밖에 모릅니다.',
    'text numbers':
      '번역 다대다는 물음과 다른 길이로 답할 수 있지만, 일대일은 입력마다 하나씩 답하고 아무것도 기억하지 못합니다.',
    'text motion':
      '동기 다대다는 앞의 모든 프레임에 기대어 답하지만, 일대일이라면 점은 보아도 움직였는지는 알 수 없습니다.',
    'captions feelings': '일대다는 한 번 보고 여러 말을 이어 가고, 다대일은 여러 말을 읽고 하나로 답합니다.',
    'captions numbers':
      '번역 다대다에는 길이가 다른 물음을 할 수 있지만, 일대다는 첫 시점에서 모든 것을 보아야 합니다.',
    'captions motion':
      '동기 다대다에는 시점마다 새 입력이 들어오지만, 일대다는 더 볼 것이 없어도 말을 이어 갑니다.',
    'feelings numbers': '둘 다 끝까지 읽고 답하지만, 번역 다대다는 제 길이를 가진 여러 말로 답합니다.',
    'feelings motion':
      '다대일은 마지막 말까지 기다릴 수 있지만, 동기 다대다는 뒤를 모르는 채 그때그때 답해야 합니다.',
    'numbers motion':
      '번역 다대다는 답의 첫마디 전에 모두 읽지만, 동기 다대다는 프레임마다 바로 답하며 답의 수도 프레임과 같습니다.',
  },
  depth: (depths, update, effect, isOfLetters) =>
    `${effect.kind === 'none' ? '여기서는 층을 더해도 거의 달라지지 않습니다' : `여기서는 ${effect.layers}층이 가장 낫습니다`}. 방금 잰 ${isOfLetters ? '맞힌 글자' : '처음 보는 것의 정답률'}: ${depths.map(({ layers, percent }) => `${layers}층 ${percent}%`).join(', ')} (갱신 ${grouped(update)}).`,
  depthNote: '방금 이 페이지에서 시드 하나로 잰 값입니다.',
  depthAsk: '층을 더하면?',
  depthAskName: (name) => `층을 더하면? ${name}`,
  depthAskHint: (name) => `${name}: 같은 것을 1, 2, 3층으로 지금 갱신까지 학습해 맞힌 것을 세어 봅니다`,
  depthTrial: ({ layers, update, target }) =>
    update < target ? `${layers}층: 갱신 ${grouped(target)} 중 ${grouped(update)}` : `${layers}층: 세는 중…`,
  depthLeft: '신경망이 바뀌어 층 측정을 멈췄습니다.',
  depthStop: '그만',
  depthStopHint: (name) => `층 측정을 그만둡니다: ${name}`,
  examples: (name) => `예: ${name}`,
  previousExample: (name) => `이전 예: ${name}`,
  nextExample: (name) => `다음 예: ${name}`,
  origins: {
    training: '학습한 것',
    heldOut: '처음 보는 것',
    new: '직접 만든 것',
    guess: '학습과 다른 것',
  },
  directions: { en: 'English → 한국어', ko: '한국어 → English' },
  turnAround: (to) => `방향 바꾸기: ${to}`,
};
