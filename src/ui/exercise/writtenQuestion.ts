import type { Asked, LabExercise } from '../../tasks/questions.ts';
import { letterMark } from '../../tasks/text.ts';

/** A question in a line of text; pictures and videos are seen in the network. */
export function writtenQuestion(exercise: LabExercise, { question }: Asked): string {
  switch (exercise.kind) {
    case 'feelings':
      return question;
    case 'numbers': {
      const reading = exercise.read(question);
      const words = reading.kind === 'unreadable' ? [] : reading.question;
      return words.map(letterMark).join(exercise.choice.tongue === 'en' ? ' ' : '');
    }
    case 'captions':
    case 'motion':
      return '▦';
  }
}
