/** What a bag of words has right of the sentences that a network has never seen, measured on the page. */
import { useEffect, useState } from 'react';
import { type BagOfWords, createBagOfWords } from '../../tasks/bagOfWords.ts';
import type { ExerciseOf } from '../../tasks/questions.ts';
import { type Tally, tallyOf } from '../../tasks/tally.ts';
import { afterPaint } from '../afterPaint.ts';

interface Measurement {
  readonly bag: BagOfWords;
  /** Null while the bag of words is trained. */
  tally: Tally | null;
}

/** Milliseconds between two frames: no frame shall be late for it. */
const SLICE = 6;

const measurements = new WeakMap<ExerciseOf<'feelings'>, Measurement>();

/** Null until it is measured; once for each exercise, and an interrupted measurement goes on where it was. */
export function useBagOfWords(exercise: ExerciseOf<'feelings'>): Tally | null {
  const [told, setTold] = useState<{ readonly of: typeof exercise; readonly tally: Tally } | null>(null);
  const known = measurements.get(exercise)?.tally ?? null;
  useEffect(() => {
    if (known !== null) return;
    let callOff = afterPaint(goOn);
    function goOn() {
      const tally = measure(exercise, performance.now() + SLICE);
      if (tally === null) callOff = afterPaint(goOn);
      else setTold({ of: exercise, tally });
    }
    return () => callOff();
  }, [exercise, known]);
  return known ?? (told?.of === exercise ? told.tally : null);
}

/** Goes on until the time `end`; null where there is more to do. */
function measure(exercise: ExerciseOf<'feelings'>, end: number): Tally | null {
  const { training, heldOut, outputNames, choice } = exercise;
  const measurement = measurements.get(exercise) ?? {
    bag: createBagOfWords(training, outputNames.length),
    tally: null,
  };
  measurements.set(exercise, measurement);
  const { bag } = measurement;
  do {
    if (bag.train()) continue;
    measurement.tally ??= tallyOf(
      heldOut,
      choice.tongue,
      ({ question, answer }) => bag.answer(question) === answer[0],
    );
    return measurement.tally;
  } while (performance.now() < end);
  return null;
}
