/** What is said once something came of training; loaded then. */
import { grouped, roughly } from './numbers.ts';

/** What training stopped at. */
interface ConditionMet {
  readonly condition: string;
  readonly update: number;
}

/** How training broke down. */
interface Divergence {
  readonly update: number;
  /** In nats per letter. */
  readonly loss: number;
}

function tooLarge(loss: number): string {
  if (!Number.isFinite(loss)) return 'the loss was no longer a number';
  if (loss <= 100) return 'the gradient was no longer a number';
  const size = loss < 1e6 ? `about ${roughly(loss)}` : 'over a million';
  return `loss ${size}; limit: 100 nats a letter`;
}

/** What made training stop; short, so that the sentence takes three lines in its column. */
function brokenBy(loss: number): string {
  if (!Number.isFinite(loss) || loss <= 100) return tooLarge(loss);
  return loss < 1e6 ? `the loss passed 100 (about ${roughly(loss)})` : 'the loss went over a million';
}

const en = {
  firstRight: (update: number) =>
    `All letters right for the first time at update ${grouped(update)}. Further training can undo this.`,
  rightAgain: (update: number, first: number) =>
    `All letters right again at update ${grouped(update)}; the first time was update ${grouped(first)}.`,
  rightBefore: (first: number) =>
    `All letters were right at update ${grouped(first)}, but no longer: training can undo what it learned.`,
  rightBeforeChange: (first: number, change: number) =>
    `All letters were right at update ${grouped(first)}, but no longer: there was a change at update ${grouped(change)}.`,
  updateReached: (update: number) => `Update ${grouped(update)} reached.`,
  under: (condition: string) => `Going on until: ${condition}`,
  met: (met: ConditionMet) => `${met.condition} reached at update ${grouped(met.update)}.`,
  condition: {
    update: (update: number) => `Update ${grouped(update)}`,
    accuracy: (percent: number) => `Accuracy ${grouped(percent)}%`,
    loss: (nats: number) => `Loss ${grouped(nats)}`,
  },
  oneKind: 'The text has only one kind of letter: there is nothing to learn.',
  underWay: 'An update of this network takes long. The one under way is finished first.',
  refused: (loss: number) =>
    `The change was not made: the numbers would grow too large (${tooLarge(loss)}). Everything is as it was.`,
  beyondEnd: (limit: string) => `A run ends at update ${limit} at the latest. It stays where it is.`,
  workerRestarted: (update: string) =>
    `The training thread broke down. A new one goes on from update ${update}.`,
  workerFailed:
    'The training thread broke down and could not be started again. Your choices are in the address of this page: load it again to go on.',
  diverged: ({ update, loss }: Divergence) =>
    `Training stopped at update ${grouped(update)}: ${brokenBy(loss)}. To go on, lower the learning rate.`,
};

/** A state of the training as a noun. */
function nth(update: number): string {
  return update === 0 ? '학습 전 상태' : `${grouped(update)}번째 갱신`;
}

function tooLargeKo(loss: number): string {
  if (!Number.isFinite(loss)) return '손실을 수로 나타낼 수 없음';
  if (loss <= 100) return '기울기를 수로 나타낼 수 없음';
  return `손실 ${loss < 1e6 ? `약 ${roughly(loss)}` : '100만 이상'}, 한도는 글자당 100 nat`;
}

function brokenByKo(loss: number): string {
  if (!Number.isFinite(loss)) return '손실을 수로 나타낼 수 없게 되어';
  if (loss <= 100) return '기울기를 수로 나타낼 수 없게 되어';
  return loss < 1e6 ? `손실이 한도 100을 넘어(약 ${roughly(loss)})` : '손실이 100만을 넘어';
}

const ko: typeof en = {
  firstRight: (update) =>
    `${nth(update)}에서 처음으로 모두 맞혔습니다. 학습을 계속하면 다시 틀릴 수도 있습니다.`,
  rightAgain: (update, first) => `${nth(update)}에서 다시 모두 맞혔습니다. 처음 맞힌 때: ${nth(first)}.`,
  rightBefore: (first) =>
    `${nth(first)}에서는 모두 맞혔지만 지금은 아닙니다. 학습하다 보면 다시 틀리기도 합니다.`,
  rightBeforeChange: (first, change) =>
    `${nth(first)}에서는 모두 맞혔지만 지금은 아닙니다. ${nth(change)}에서 바꾼 것이 있습니다.`,
  updateReached: (update) => `갱신 ${grouped(update)}회에 이르렀습니다.`,
  under: (condition) => `멈출 조건: ${condition}`,
  met: ({ condition, update }) => `갱신 ${grouped(update)}회에서 이룬 조건: ${condition}.`,
  condition: {
    update: (update) => `갱신 ${grouped(update)}회`,
    accuracy: (percent) => `정확도 ${grouped(percent)}%`,
    loss: (nats) => `손실 ${grouped(nats)}`,
  },
  oneKind: '글자가 한 종류뿐이라 학습할 것이 없습니다.',
  underWay: '이 신경망은 갱신 한 번이 오래 걸립니다. 하고 있는 갱신부터 마칩니다.',
  refused: (loss) => `값이 너무 커지므로(${tooLargeKo(loss)}) 바꾸지 않았습니다. 모든 것이 그대로입니다.`,
  beyondEnd: (limit) => `학습은 갱신 ${limit}회까지만 할 수 있습니다. 지금 위치에 그대로 있습니다.`,
  workerRestarted: (update) => `학습 스레드가 멈춰 새로 시작했습니다. 갱신 ${update}회부터 이어 갑니다.`,
  workerFailed:
    '학습 스레드가 멈췄고 다시 시작하지 못했습니다. 설정은 이 페이지의 주소에 들어 있으니 페이지를 새로 고침해 이어 가세요.',
  diverged: ({ update, loss }) =>
    `${nth(update)}에서 ${brokenByKo(loss)} 학습이 멈췄습니다. 계속하려면 학습률을 낮추세요.`,
};

export const aftermath = { en, ko };
