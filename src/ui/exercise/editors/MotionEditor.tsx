/** The path of a dot is drawn with pointer or keyboard; its frames are the timesteps of the network. */
import { useId, useRef, useState } from 'react';
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
import type { EditorProps } from '../QuestionEditor.tsx';
import { CellGrid } from './CellGrid.tsx';
import styles from './MotionEditor.module.css';
import { PathDrawing } from './PathDrawing.tsx';
import buttons from './PictureEditor.module.css';
import { ReadingNote } from './ReadingNote.tsx';

const KEYS: Readonly<Record<string, Motion>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ' ': 'still',
};

export function MotionEditor({ exercise, question, onAsk }: EditorProps<'motion'>) {
  const { names, video: words } = useWords(exerciseWords);
  const actions = useActions();
  const timestep = useView((view) => view.timestep);
  const id = useId();
  /** A new path without a frame can not be asked: the network keeps the last one. */
  const [isEmpty, setEmpty] = useState(false);
  const asked = exercise.read(question);
  const reading = isEmpty ? exercise.read('') : asked;
  const video: Video = reading.kind === 'unreadable' ? [] : reading.question;
  // Several cells of one stroke come before the next picture.
  const drawn = useRef(video);
  drawn.current = video;
  const frame = Math.min(timestep, video.length - 1);
  const dot = video.at(-1);

  const ask = (next: Video) => {
    drawn.current = next;
    setEmpty(next.length === 0);
    if (next.length === 0) return;
    onAsk(exercise.format(next));
    actions.selectTimestep(next.length - 1);
  };
  const goTo = (cell: number) => {
    if (drawn.current.length < MAX_FRAMES) ask([...drawn.current, cell]);
  };
  const undo = () => ask(drawn.current.slice(0, -1));
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
        active={dot ?? 0}
        describedBy={`${id}-hint ${id}`}
        onPress={(cell) => {
          const before = drawn.current.at(-1);
          if (before !== undefined && motionBetween(before, cell) !== null) goTo(cell);
          else ask([cell]);
        }}
        onDrag={goTo}
        onKey={(key) => {
          const motion = KEYS[key];
          if (key === 'Backspace') undo();
          else if (motion === undefined) return false;
          else goTo(dot === undefined ? 0 : move(dot, motion));
          return true;
        }}
      >
        <PathDrawing video={video} frame={frame} side={FRAME_SIDE} />
      </CellGrid>
      <p id={`${id}-hint`} className={buttons.mark}>
        {words.hint}
      </p>
      {video.length > 0 && (
        <label className={styles.scrub}>
          <span>{words.frame}</span>
          <input
            type="range"
            min={1}
            max={video.length}
            value={frame + 1}
            aria-valuetext={words.frameOf(frame + 1, video.length)}
            disabled={video.length === 1}
            onChange={({ currentTarget }) => actions.selectTimestep(Number(currentTarget.value) - 1)}
          />
          <span aria-hidden="true">
            {frame + 1}/{video.length}
          </span>
        </label>
      )}
      <div className={buttons.row}>
        <button
          type="button"
          className={buttons.button}
          title={words.restHint}
          disabled={dot === undefined}
          onClick={() => dot !== undefined && goTo(dot)}
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
        <button type="button" className={buttons.button} onClick={() => ask([])}>
          {words.anew}
        </button>
      </div>
      <ReadingNote id={id} exercise={exercise} reading={reading} />
    </>
  );
}
