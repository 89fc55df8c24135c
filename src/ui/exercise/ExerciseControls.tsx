/** What an exercise is: its goal, what of it can be chosen, and what its network is asked. */
import * as taskWords from '../../i18n/tasks.ts';
import { recommendedUpdates } from '../../tasks/exercise.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import { useActions, useConfig, useRun, useWords } from '../context.ts';
import { isMoving } from '../phase.ts';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import { useMedia } from '../useMedia.ts';
import { Answer } from './Answer.tsx';
import styles from './ExerciseControls.module.css';
import { QuestionEditor } from './QuestionEditor.tsx';
import { Recommended } from './Recommended.tsx';

const TONGUES = ['en', 'ko'] as const;
const RANGES = ['999', '9999'] as const;

export function ExerciseControls({ exercise }: { readonly exercise: LabExercise }) {
  const words = useWords(taskWords);
  const actions = useActions();
  const tongue = useConfig((config) => config.tongue);
  const upTo = useConfig((config) => config.upTo);
  const feedback = useConfig((config) => config.feedback);
  const asked = useRun((run) => run.asked);
  // There the network and its answer are covered while something is asked.
  const isInSheet = useMedia('(max-width: 899px)');
  const cell = useConfig((config) => config.cell);
  const updates = recommendedUpdates(exercise.recommended, cell);
  const isThere = useRun(({ phase, snapshot }) => !isMoving(phase) && snapshot.update === updates);
  const { kind } = exercise;
  const isNumbers = kind === 'numbers';
  return (
    <div className={styles.exercise}>
      <p className={styles.goal}>{words.goals[kind]}</p>
      <Recommended />
      <SegmentedChoice
        small
        name={isNumbers ? words.direction : words.tongue}
        options={TONGUES}
        words={isNumbers ? words.directions : words.tongues}
        value={tongue}
        onChange={(chosen) => actions.choose({ tongue: chosen })}
      />
      {isNumbers && (
        <SegmentedChoice
          small
          name={words.range}
          options={RANGES}
          words={words.ranges}
          value={RANGES[upTo === 999 ? 0 : 1]}
          onChange={(range) => actions.choose({ upTo: range === '999' ? 999 : 9999 })}
        />
      )}
      {kind === 'captions' && (
        <label className={styles.checkable} title={words.feedbackHint}>
          <input
            type="checkbox"
            checked={feedback}
            onChange={({ currentTarget: { checked } }) => actions.choose({ feedback: checked })}
          />
          {words.feedback}
        </label>
      )}
      <button
        type="button"
        className={styles.trained}
        aria-disabled={isThere}
        onClick={isThere ? undefined : () => actions.seek(updates)}
      >
        {(isThere ? words.isTrained : words.trained)(updates)}
      </button>
      <h2 className="visually-hidden">{words.question}</h2>
      {asked && <QuestionEditor exercise={exercise} question={asked.question} onAsk={actions.ask} />}
      {isInSheet && <Answer isInSheet />}
    </div>
  );
}
