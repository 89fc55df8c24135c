/** A sentence is typed; the words that no training sentence has are shown as unknown. */
import { useId } from 'react';
import * as exerciseWords from '../../../i18n/exercise.ts';
import { isKnownWord } from '../../../tasks/feelings.ts';
import { UNKNOWN } from '../../../tasks/letterMark.ts';
import { useWords } from '../../context.ts';
import type { EditorProps } from '../QuestionEditor.tsx';
import { QuestionBox } from './QuestionBox.tsx';
import { ReadingNote } from './ReadingNote.tsx';
import { ReadWords } from './ReadWords.tsx';
import { useTypedQuestion } from './useTypedQuestion.ts';

/** Code units that the box takes: many more than are read, so that what is typed stays. */
const LONGEST = 20_000;

export function SentenceEditor({ exercise, question, onAsk }: EditorProps<'feelings'>) {
  const { names } = useWords(exerciseWords);
  const id = useId();
  const { draft, settled, typing } = useTypedQuestion(exercise, question, onAsk);
  const reading = exercise.read(settled);
  return (
    <>
      <QuestionBox
        name={names.feelings}
        language={exercise.choice.tongue}
        draft={draft}
        typing={typing}
        isInvalid={reading.kind === 'unreadable'}
        describedBy={id}
        longest={LONGEST}
      />
      {reading.kind !== 'unreadable' && (
        <ReadWords
          words={reading.question}
          isKnown={(word) => isKnownWord(word, exercise)}
          unknown={UNKNOWN}
        />
      )}
      <ReadingNote id={id} exercise={exercise} reading={reading} />
    </>
  );
}
