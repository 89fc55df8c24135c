/** What the network of an exercise is asked, in the way of the exercise: drawn, typed, or taken from the data. */
import * as exerciseWords from '../../i18n/exercise.ts';
import type { ExerciseKind, ExerciseOf, LabExercise } from '../../tasks/questions.ts';
import { useWords } from '../context.ts';
import { MotionEditor } from './editors/MotionEditor.tsx';
import { NumberEditor } from './editors/NumberEditor.tsx';
import { OtherQuestions } from './editors/OtherQuestions.tsx';
import { PictureEditor } from './editors/PictureEditor.tsx';
import styles from './editors/QuestionEditor.module.css';
import { SentenceEditor } from './editors/SentenceEditor.tsx';

export interface EditorProps<Kind extends ExerciseKind> extends Asking {
  readonly exercise: ExerciseOf<Kind>;
}

export interface QuestionEditorProps extends Asking {
  readonly exercise: LabExercise;
}

interface Asking {
  /** What the network in sight was asked, as a link writes it. */
  readonly question: string;
  /** Called with what can be read only. */
  readonly onAsk: (question: string) => void;
}

export function QuestionEditor({ exercise, question, onAsk }: QuestionEditorProps) {
  const { names } = useWords(exerciseWords);
  const { tongue } = exercise.choice;
  const name = exercise.kind === 'numbers' ? names.numbers(tongue) : names[exercise.kind];
  return (
    <section className={styles.editor} aria-label={name}>
      <Editor key={`${exercise.kind} ${tongue}`} exercise={exercise} question={question} onAsk={onAsk} />
      <OtherQuestions exercise={exercise} question={question} onAsk={onAsk} />
    </section>
  );
}

function Editor({ exercise, ...asking }: QuestionEditorProps) {
  switch (exercise.kind) {
    case 'captions':
      return <PictureEditor exercise={exercise} {...asking} />;
    case 'feelings':
      return <SentenceEditor exercise={exercise} {...asking} />;
    case 'numbers':
      return <NumberEditor exercise={exercise} {...asking} />;
    case 'motion':
      return <MotionEditor exercise={exercise} {...asking} />;
  }
}
