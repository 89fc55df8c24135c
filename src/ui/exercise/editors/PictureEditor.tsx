/** A picture is put together of somebody and something, or drawn pixel by pixel. */
import { useId, useRef, useState } from 'react';
import * as exerciseWords from '../../../i18n/exercise.ts';
import { OBJECTS, SUBJECTS } from '../../../tasks/captions/glyphs.ts';
import {
  countDifferences,
  drawPicture,
  isHeldOutPicture,
  PICTURE_SIDE,
  type Picture,
} from '../../../tasks/captions.ts';
import { useWords } from '../../context.ts';
import { moveInGrid } from '../../moveInGrid.ts';
import type { EditorProps } from '../QuestionEditor.tsx';
import { CellGrid } from './CellGrid.tsx';
import { GlyphChoice } from './GlyphChoice.tsx';
import styles from './PictureEditor.module.css';
import { ReadingNote } from './ReadingNote.tsx';
import { useDrawnQuestion } from './useDrawnQuestion.ts';

const SIDES = { rows: PICTURE_SIDE, columns: PICTURE_SIDE };
const EMPTY: Picture = Array.from({ length: PICTURE_SIDE ** 2 }, () => 0);

export function PictureEditor({ exercise, question, onAsk }: EditorProps<'captions'>) {
  const { names, picture: words } = useWords(exerciseWords);
  const id = useId();
  const [active, setActive] = useState(0);
  /** What a pointer that is down draws with. */
  const ink = useRef(1);
  const { draft, latest, draw } = useDrawnQuestion(exercise, question, onAsk);
  const reading = exercise.read(draft);
  const pictureOf = (written: string) => {
    const read = exercise.read(written);
    return read.kind === 'unreadable' ? EMPTY : read.question;
  };
  const picture = pictureOf(draft);
  const combination = combinationOf(picture);
  // Where the picture is nobody's, the choice goes on from the last one.
  const [chosen, setChosen] = useState(combination ?? { subject: 0, object: 0 });
  const { subject, object } = combination ?? chosen;

  const ask = (next: Picture) => draw(exercise.format(next));
  const choose = (next: { readonly subject: number; readonly object: number }) => {
    setChosen(next);
    ask(drawPicture(next.subject, next.object));
  };
  const set = (cell: number, value: number) =>
    ask(pictureOf(latest()).map((pixel, index) => (index === cell ? value : pixel)));
  const paint = (cell: number) => {
    setActive(cell);
    set(cell, ink.current);
  };
  const place = { row: Math.floor(active / PICTURE_SIDE), column: active % PICTURE_SIDE };
  return (
    <>
      <h3 className={styles.name}>{names.captions}</h3>
      <GlyphChoice
        name={words.who}
        glyphs={SUBJECTS}
        words={words.subjects}
        value={combination === null ? null : subject}
        isHeldOut={(index) => isHeldOutPicture(index, object)}
        onChoose={(index) => choose({ subject: index, object })}
      />
      <GlyphChoice
        name={words.what}
        glyphs={OBJECTS}
        words={words.objects}
        value={combination === null ? null : object}
        isHeldOut={(index) => isHeldOutPicture(subject, index)}
        onChoose={(index) => choose({ subject, object: index })}
      />
      <p className={styles.mark}>{words.mark}</p>
      <CellGrid
        name={words.drawing}
        side={PICTURE_SIDE}
        isPressable
        isInk={(cell) => picture[cell] === 1}
        nameOf={(cell) =>
          words.pixel(Math.floor(cell / PICTURE_SIDE) + 1, (cell % PICTURE_SIDE) + 1, picture[cell] === 1)
        }
        active={active}
        describedBy={id}
        onPress={(cell) => {
          ink.current = 1 - pictureOf(latest())[cell];
          paint(cell);
        }}
        onDrag={paint}
        onKey={(key) => {
          if (key === ' ' || key === 'Enter') set(active, 1 - pictureOf(latest())[active]);
          else {
            const next = moveInGrid(place, key, SIDES);
            if (next === null) return false;
            setActive(next.row * PICTURE_SIDE + next.column);
          }
          return true;
        }}
      />
      <div className={styles.row}>
        <button type="button" className={styles.button} onClick={() => ask(EMPTY)}>
          {words.clear}
        </button>
      </div>
      <ReadingNote id={id} exercise={exercise} reading={reading} />
    </>
  );
}

/** Who and what the picture shows; a pixel that differs does not matter, as in training. */
function combinationOf(picture: Picture): { readonly subject: number; readonly object: number } | null {
  for (const subject of SUBJECTS.keys()) {
    for (const object of OBJECTS.keys()) {
      if (countDifferences(drawPicture(subject, object), picture) <= 1) return { subject, object };
    }
  }
  return null;
}
