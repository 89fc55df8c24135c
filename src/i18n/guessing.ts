import { grouped } from './numbers.ts';

interface Count {
  readonly guesses: number;
  readonly agreed: number;
  readonly right: number;
  readonly network: number;
}

interface Tally extends Count {
  readonly rounds: number;
}

const en = {
  question: (step: number, letter: string) =>
    `Step ${grouped(step)}, after ${letter}: what will the network say?`,
  letter: 'Your guess',
  yours: 'you',
  same: 'as the network said',
  other: 'the network said something else',
  progress: (made: number, all: number) => `${grouped(made)} of ${grouped(all)} guessed.`,
  reveal: 'Show the answers',
  pauseFirst: 'Pause, then guess what the network says at each step.',
  noGuess: 'You made no guess this time.',
  result: ({ agreed, guesses, right, network }: Count) =>
    `${grouped(agreed)} of ${grouped(guesses)} guesses were what the network said. Letters right: you ${grouped(right)}, the network ${grouped(network)} of ${grouped(guesses)}.`,
  tally: ({ rounds, agreed, guesses, right, network }: Tally) =>
    `Over ${rounds === 1 ? '1 round' : `${grouped(rounds)} rounds`}: you ${grouped(right)}, the network ${grouped(network)} of ${grouped(guesses)} right; ${grouped(agreed)} as the network said.`,
  again: 'Train on, and the next round begins.',
};

const ko: typeof en = {
  question: (step, letter) => `시점 ${grouped(step)}, ${letter} 다음: 신경망은 무엇이라고 할까요?`,
  letter: '내 예상',
  yours: '나',
  same: '신경망의 답과 같음',
  other: '신경망의 답과 다름',
  progress: (made, all) => `${grouped(all)}개 중 ${grouped(made)}개 골랐습니다.`,
  reveal: '답 보기',
  pauseFirst: '학습을 멈춘 뒤, 시점마다 신경망이 무엇이라고 할지 맞혀 보세요.',
  noGuess: '이번에는 고른 글자가 없습니다.',
  result: ({ agreed, guesses, right, network }) =>
    `예상 ${grouped(guesses)}개 중 ${grouped(agreed)}개가 신경망의 답과 같았습니다. 맞힌 글자는 ${grouped(guesses)}개 중 나 ${grouped(right)}개, 신경망 ${grouped(network)}개입니다.`,
  tally: ({ rounds, agreed, guesses, right, network }) =>
    `지금까지 ${grouped(rounds)}차례에 글자 ${grouped(guesses)}개 중 나 ${grouped(right)}개, 신경망 ${grouped(network)}개를 맞혔고, ${grouped(agreed)}개는 신경망의 답과 같았습니다.`,
  again: '학습을 이어 가면 다음 차례가 시작됩니다.',
};

export const guessing = { en, ko };
