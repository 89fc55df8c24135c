/** The path of a dot is drawn with pointer or keyboard; its frames are the timesteps of the network. */
import { useEffect, useId, useRef, useState } from 'react';
import * as exerciseWords from '../../../i18n/exercise.ts';
import {
  FRAME_SIDE,
  MAX_FRAMES,
  type Motion,
  motionBetween,
  move,
  type Video,
} from '../../../tasks/motion.ts';
import { useActions, useView, useWords } from '../../context.ts';
import { InkSlider } from '../../InkSlider.tsx';
import type { EditorProps } from '../QuestionEditor.tsx';
import { CellGrid } from './CellGrid.tsx';
import styles from './MotionEditor.module.css';
import { PathDrawing } from './PathDrawing.tsx';
import buttons from './PictureEditor.module.css';
import { ReadingNote } from './ReadingNote.tsx';
import { useDrawnQuestion } from './useDrawnQuestion.ts';

const KEYS: Readonly<Record<string, Motion>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ' ': 'still',
};

/** Why the path did not go where it was told to. */
type Refusal = 'full' | 'far' | 'wall';

export function MotionEditor({ exercise, question, onAsk }: EditorProps<'motion'>) {
  const { names, video: words } = useWords(exerciseWords);
  const actions = useActions();
  const timestep = useView((view) => view.timestep);
  const id = useId();
  const { draft, latest, draw } = useDrawnQuestion(exercise, question, onAsk);
  /** Where a path would begin by keyboard. */
  const [start, setStart] = useState(0);
  /** Said as long as the path is the one that could not go on. */
  const [refused, setRefused] = useState<{ readonly path: string; readonly why: Refusal } | null>(null);
  const videoOf = (written: string): Video => {
    const read = exercise.read(written);
    return read.kind === 'unreadable' ? [] : read.question;
  };
  const reading = exercise.read(draft);
  const video = videoOf(draft);
  const isInSight = draft === question;
  const frame = isInSight ? Math.min(timestep, video.length - 1) : video.length - 1;
  const dot = video.at(-1);

  // While a path is drawn its last frame is the selected one, as soon as the network has read it.
  const isDrawing = useRef(false);
  const last = video.length - 1;
  useEffect(() => {
    if (!isDrawing.current || !isInSight) return;
    isDrawing.current = false;
    actions.selectTimestep(last);
  }, [isInSight, last, actions]);

  const ask = (next: Video) => {
    isDrawing.current = next.length > 0;
    draw(exercise.format(next));
  };
  const refuse = (why: Refusal) => setRefused({ path: latest(), why });
  const goTo = (cell: number) => {
    const before = videoOf(latest());
    const from = before.at(-1) ?? cell;
    if (before.length === MAX_FRAMES) refuse('full');
    else if (motionBetween(from, cell) === null) refuse('far');
    else ask([...before, cell]);
  };
  const undo = () => ask(videoOf(latest()).slice(0, -1));
  /** A wall stops the dot: only Space adds a frame in which it rests. */
  const push = (motion: Motion) => {
    const from = videoOf(latest()).at(-1);
    if (from === undefined && motion === 'still') goTo(start);
    else if (from === undefined) setStart(move(start, motion));
    else if (motion === 'still' || move(from, motion) !== from) goTo(move(from, motion));
    else refuse('wall');
  };
  const framesAt = (cell: number) =>
    video.flatMap((other, index) => (other === cell ? [index + 1] : [])).join(', ');
  return (
    <>
      <h3 className={buttons.name}>{names.motion}</h3>
      <CellGrid
        name={words.drawing}
        side={FRAME_SIDE}
        isInk={(cell) => cell === video[frame]}
        nameOf={(cell) =>
          words.cell(Math.floor(cell / FRAME_SIDE) + 1, (cell % FRAME_SIDE) + 1, framesAt(cell))
        }
        active={dot ?? start}
        describedBy={`${id}-hint ${id}`}
        isAwaited={video.length === 0}
        onPress={(cell) => {
          const before = videoOf(latest());
          // One frame is no path yet: the dot may begin somewhere else.
          if (before.length === 1 && motionBetween(before[0], cell) === null) ask([cell]);
          else goTo(cell);
        }}
        onDrag={goTo}
        onKey={(key) => {
          const motion = KEYS[key];
          if (key === 'Backspace') undo();
          else if (motion === undefined) return false;
          else push(motion);
          return true;
        }}
      >
        <PathDrawing video={video} frame={frame} side={FRAME_SIDE} />
      </CellGrid>
      <p id={`${id}-hint`} className={buttons.mark}>
        {words.hint}
      </p>
      {video.length > 0 && (
        <div className={styles.scrub}>
          <label htmlFor={`${id}-frame`}>{words.frame}</label>
          <InkSlider
            id={`${id}-frame`}
            min={1}
            max={video.length}
            value={frame + 1}
            aria-valuetext={words.frameOf(frame + 1, video.length)}
            disabled={video.length === 1}
            onChange={(each) => actions.selectTimestep(each - 1)}
          />
          <span aria-hidden="true">
            {frame + 1}/{video.length}
          </span>
        </div>
      )}
      <div className={buttons.row}>
        <button
          type="button"
          className={buttons.button}
          title={words.restHint}
          disabled={dot === undefined}
          onClick={() => push('still')}
        >
          {words.rest}
        </button>
        <button
          type="button"
          className={buttons.button}
          title={words.undoHint}
          disabled={dot === undefined}
          onClick={undo}
        >
          {words.undo}
        </button>
        <button type="button" className={buttons.button} disabled={dot === undefined} onClick={() => ask([])}>
          {words.anew}
        </button>
      </div>
      <ReadingNote
        id={id}
        exercise={exercise}
        reading={reading}
        refusal={refused?.path === draft ? words.refusals[refused.why](MAX_FRAMES) : null}
      />
    </>
  );
}
