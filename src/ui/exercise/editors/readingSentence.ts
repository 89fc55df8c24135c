/** What there is to say about a question: whether it was trained on, or why its answer can only be a guess. */
import type { en } from '../../../i18n/exercise.ts';
import type { Reading } from '../../../tasks/exercise.ts';
import { rightGuess, writeNumber } from '../../../tasks/numbers.ts';
import type { LabExercise, Questions, Reasons } from '../../../tasks/questions.ts';

type AnyReading = Reading<Questions[keyof Questions], Reasons[keyof Reasons]>;
type Words = typeof en;

/** Of numbers: a number as everybody knows it. */
const SIMPLE_NUMBER = 421;
const LARGEST_IN_WORDS = 9999;

export function readingSentence(exercise: LabExercise, reading: AnyReading, words: Words): string {
  if (reading.kind === 'ready') return words.origins[exercise.kind][reading.origin];
  const reason = reasonSentence(exercise, reading.reason, words.reasons);
  if (reading.kind === 'guess') {
    const { kind, choice } = exercise;
    const right = kind === 'numbers' ? rightGuess(reading.reason, choice.tongue) : null;
    return `${reason} ${words.guess(right)}`;
  }
  return `${reason} ${reading.reason.kind === 'noFrame' ? words.lastVideo : words.notAsked}`;
}

function reasonSentence(
  { kind, choice: { tongue } }: LabExercise,
  reason: Reasons[keyof Reasons],
  words: Words['reasons'],
): string {
  switch (reason.kind) {
    case 'wrongLanguage':
      if (kind === 'feelings') return words.wrongSentenceLanguage(tongue);
      return words.wrongNumberLanguage(tongue, inWords('value' in reason ? reason.value : null, tongue));
    case 'notANumber':
      return words.notANumber(tongue, writeNumber(SIMPLE_NUMBER, tongue));
    case 'outsideRange':
      return words.outsideRange(reason.least, reason.most);
    case 'tooManyWords':
      return words.tooManyWords(reason.limit, reason.lastWord);
    case 'tooManyFrames':
      return words.tooManyFrames(reason.limit);
    case 'jump':
      return words.jump(reason.frame + 1);
    default:
      return words[reason.kind];
  }
}

function inWords(value: number | null, tongue: 'en' | 'ko'): string | null {
  return value === null || value > LARGEST_IN_WORDS ? null : writeNumber(value, tongue);
}
