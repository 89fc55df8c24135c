/** What a screen reader is told of the marks in the unrolled network of an exercise. */
import { grouped } from './numbers.ts';

const en = {
  border: (decoder: number) =>
    `Encoder up to step ${grouped(decoder - 1)}, decoder from step ${grouped(decoder)}.`,
  ownOutput: (first: number, last: number) =>
    first === last
      ? `Step ${grouped(first)} reads what the step before it said.`
      : `Steps ${grouped(first)} to ${grouped(last)} each read what the step before said.`,
  unknown: (steps: readonly number[]) =>
    `${steps.length === 1 ? 'Step' : 'Steps'} ${steps.map(grouped).join(', ')}: ?, a word that the network does not know.`,
  unknownWord: 'a word that the network does not know',
  end: (step: number) =>
    `The answer ends with ■ at step ${grouped(step)}: the network is unrolled further, but says nothing more.`,
};

const ko: typeof en = {
  border: (decoder) => `시점 ${grouped(decoder - 1)}까지 인코더, 시점 ${grouped(decoder)}부터 디코더입니다.`,
  ownOutput: (first, last) =>
    first === last
      ? `시점 ${grouped(first)}에는 바로 앞 시점의 답이 입력됩니다.`
      : `시점 ${grouped(first)}부터 ${grouped(last)}까지는 바로 앞 시점의 답이 입력됩니다.`,
  unknown: (steps) => `시점 ${steps.map(grouped).join(', ')}의 ?는 신경망이 모르는 낱말입니다.`,
  unknownWord: '신경망이 모르는 낱말',
  end: (step) =>
    `답은 시점 ${grouped(step)}의 ■로 끝납니다. 그 뒤로는 신경망을 펼쳐 두었을 뿐 더 답하지 않습니다.`,
};

export const exerciseMarks = { en, ko };
