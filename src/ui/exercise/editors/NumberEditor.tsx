/** A number is typed, in words or digits; what is outside of the training is said, and asked all the same. */
import { useId } from 'react';
import * as exerciseWords from '../../../i18n/exercise.ts';
import { isKnownNumberWord } from '../../../tasks/numbers.ts';
import { useWords } from '../../context.ts';
import type { EditorProps } from '../QuestionEditor.tsx';
import { QuestionBox } from './QuestionBox.tsx';
import { ReadingNote } from './ReadingNote.tsx';
import { ReadWords } from './ReadWords.tsx';
import { useTypedQuestion } from './useTypedQuestion.ts';

/** Code units that the box takes: more than any number has, so that what is typed stays. */
const LONGEST = 2000;

export function NumberEditor({ exercise, question, onAsk }: EditorProps<'numbers'>) {
  const { names } = useWords(exerciseWords);
  const id = useId();
  const { draft, settled, typing } = useTypedQuestion(exercise, question, onAsk);
  const { tongue } = exercise.choice;
  const reading = exercise.read(settled);
  return (
    <>
      <QuestionBox
        name={names.numbers(tongue)}
        language={tongue}
        draft={draft}
        typing={typing}
        isInvalid={reading.kind === 'unreadable'}
        describedBy={id}
        longest={LONGEST}
      />
      {reading.kind !== 'unreadable' && (
        <ReadWords words={reading.question} isKnown={(word) => isKnownNumberWord(word, exercise)} />
      )}
      <ReadingNote id={id} exercise={exercise} reading={reading} />
    </>
  );
}
