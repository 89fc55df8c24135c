import type { Asked, LabExercise } from '../../tasks/questions.ts';
import { letterMark } from '../../tasks/text.ts';

/** A question in a line of text; pictures and videos are seen in the network. */
export function writtenQuestion(exercise: LabExercise, { question, task }: Asked): string {
  switch (exercise.kind) {
    case 'feelings':
      return question;
    case 'numbers': {
      const { inputs, decoderFrom } = task.example;
      const words = inputs
        .slice(0, decoderFrom)
        .map((input) => (typeof input === 'number' ? letterMark(task.inputNames[input]) : ''));
      return words.join(exercise.choice.tongue === 'en' ? ' ' : '');
    }
    case 'captions':
    case 'motion':
      return '▦';
  }
}
