/** Words of an exercise beside its question: what is learned, what can be chosen, how well it goes. */
import { grouped } from './numbers.ts';

interface Counted {
  readonly right: number;
  readonly all: number;
}

interface Share {
  readonly name: string;
  readonly percent: number;
}

/** What is counted: whole answers, or each output by itself. */
type Metric = 'answers' | 'outputs';

/** What is counted as an answer the sentence about the metric says. */
const units = { answers: '', outputs: ' frames' };

export const en = {
  goals: {
    captions: 'Sees the picture at the first step only, then says its caption word by word, until it says ■.',
    feelings: 'Reads a sentence word by word and says at its end how somebody feels.',
    numbers:
      'Reads a number in the words of one language; from ▶ on it writes it in those of the other, until it says ■.',
    motion: 'Sees a video of one dot and says at each frame how the dot has moved.',
  },
  trained: (update: number) => `Go to the trained network, update ${grouped(update)}`,
  isTrained: (update: number) => `This is the trained network, update ${grouped(update)}`,
  question: 'What the network is asked',
  tongue: 'Language',
  tongues: { en: 'English', ko: '한국어' },
  direction: 'Translate',
  directions: { en: 'to Korean', ko: 'to English' },
  range: 'Numbers',
  ranges: { 999: '0–999', 9999: '0–9,999' },
  feedback: 'Reads the word it has said',
  feedbackHint: 'If not, it reads nothing after the picture and must remember where it is',
  answer: 'Answer',
  nothingSaid: 'nothing',
  right: 'right',
  wrong: (right: string) => `correct: ${right}`,
  unknown: 'nobody wrote down what is right',
  guess: (right: string | null, isRight: boolean) =>
    `${isRight ? 'right, and yet ' : right === null ? '' : `correct: ${right}; `}a guess: it was never trained on anything like this`,
  framesRight: (right: number, frames: number) =>
    `${grouped(right)} of ${grouped(frames)} ${frames === 1 ? 'frame' : 'frames'} right`,
  wordByWord: {
    name: 'Word by word',
    hint: 'what it would say if the sentence ended there, in %',
    summary: (step: number, word: string, answers: readonly Share[]) =>
      `If the sentence ended at word ${grouped(step)}, ${word}: ${answers.map(({ name, percent }) => `${name} ${percent}%`).join(', ')}.`,
    table: 'Probability of each answer if the sentence ended at a word',
    word: 'Word',
  },
  examined: 'All questions',
  training: 'trained',
  heldOut: 'never seen',
  counted: ({ right, all }: Counted, metric: Metric) =>
    `${grouped(right)} of ${grouped(all)}${units[metric]}`,
  negated: 'negated',
  bagInShort: (all: string, negated: string) => `Bag of words: ${all}, negated ${negated}`,
  bagOfWords: 'A bag of words, trained here on the same sentences but blind to word order, has right:',
  at: (update: number) => `counted at update ${grouped(update)}`,
  counting: 'All questions are being asked…',
  metrics: {
    captions: 'A caption is right when all its words are.',
    feelings: 'A sentence is right when its feeling is.',
    numbers: 'A number is right when all its words are.',
    motion: 'Each frame counts by itself.',
  },
  levels: (chance: string, memoryless: string) =>
    `Of the never seen, chance gets ${chance}% right and no memory at most ${memoryless}%.`,
  cut: (memoryless: string) =>
    `Without memory, from the present input alone, at most ${memoryless}% of what was never seen can be right.`,
};

export const ko: typeof en = {
  goals: {
    captions: '첫 시점에만 그림을 보고, 설명을 한 낱말씩 말하다가 ■로 끝냅니다.',
    feelings: '문장을 한 낱말씩 읽고, 끝에서 어떤 감정인지 말합니다.',
    numbers: '한 언어의 말로 된 수를 읽은 다음, ▶부터 다른 언어의 말로 쓰고 ■로 끝냅니다.',
    motion: '점 하나의 영상을 보며, 프레임마다 점이 어떻게 움직였는지 말합니다.',
  },
  trained: (update: number) => `학습된 신경망(갱신 ${grouped(update)}회)으로 가기`,
  isTrained: (update: number) => `학습된 신경망(갱신 ${grouped(update)}회)에 와 있습니다`,
  question: '신경망에 묻는 것',
  tongue: '언어',
  tongues: { en: 'English', ko: '한국어' },
  direction: '번역',
  directions: { en: '한국어로', ko: '영어로' },
  range: '수의 범위',
  ranges: { 999: '0–999', 9999: '0–9,999' },
  feedback: '말한 낱말을 다시 읽기',
  feedbackHint: '끄면 그림 다음에는 아무것도 읽지 않으므로 어디까지 말했는지 기억해야 합니다',
  answer: '답',
  nothingSaid: '답 없음',
  right: '맞음',
  wrong: (right) => `정답은 ${right}`,
  unknown: '정답이 적혀 있지 않음',
  guess: (right, isRight) =>
    `${isRight ? '맞았지만 ' : right === null ? '' : `정답은 ${right}, 지금 답은 `}어림짐작: 이런 것은 학습한 적이 없습니다`,
  framesRight: (right, frames) => `프레임 ${grouped(frames)}개 중 ${grouped(right)}개 맞음`,
  wordByWord: {
    name: '낱말마다',
    hint: '문장이 거기서 끝난다면 할 답의 확률(%)',
    summary: (step, word, answers) =>
      `문장이 ${grouped(step)}번째 낱말 ‘${word}’에서 끝난다면: ${answers.map(({ name, percent }) => `${name} ${percent}%`).join(', ')}.`,
    table: '문장이 그 낱말에서 끝날 때 답마다의 확률',
    word: '낱말',
  },
  examined: '모든 문제',
  training: '학습한 것',
  heldOut: '처음 보는 것',
  counted: ({ right, all }) => `${grouped(all)}개 중 ${grouped(right)}개`,
  negated: '부정문',
  bagInShort: (all, negated) => `낱말 가방: ${all}, 부정문 ${negated}`,
  bagOfWords: '같은 문장으로 여기서 학습했지만 낱말의 순서를 모르는 낱말 가방(bag of words)이 맞힌 것:',
  at: (update) => (update === 0 ? '학습 전에 센 값' : `갱신 ${grouped(update)}회에 센 값`),
  counting: '모든 문제를 물어보는 중입니다…',
  metrics: {
    captions: '설명의 낱말이 모두 맞아야 맞은 것으로 셉니다.',
    feelings: '문장의 감정이 맞으면 맞은 것으로 셉니다.',
    numbers: '수의 낱말이 모두 맞아야 맞은 것으로 셉니다.',
    motion: '프레임을 하나씩 따로 셉니다.',
  },
  levels: (chance, memoryless) =>
    `처음 보는 것을 우연히 맞힐 확률은 ${chance}%, 기억 없이는 많아야 ${memoryless}%입니다.`,
  cut: (memoryless) => `기억 없이 지금 입력만으로는 처음 보는 것의 ${memoryless}%까지만 맞힐 수 있습니다.`,
};
