/** The exercises a lab can learn, and their questions as a link writes them. Loaded only where there is an exercise. */
import type { Example } from '../engine/index.ts';
import { captionExercise, PICTURE_SIDE, type Picture, type PictureReason, readPicture } from './captions.ts';
import { answerStart, type Exercise, type Item, type Language, once, type Reading } from './exercise.ts';
import {
  feelingExercise,
  readSentence,
  type Sentence,
  type SentenceReason,
  writeSentence,
} from './feelings.ts';
import { FRAME_SIDE, motionExercise, readVideo, type Video, type VideoReason } from './motion.ts';
import { english } from './numbers/english.ts';
import { korean } from './numbers/korean.ts';
import { type NumberReason, type NumberWords, numberExercise, readNumber } from './numbers.ts';
import type { Task } from './task.ts';

/** What a person gives, by kind of exercise. */
export interface Questions {
  captions: Picture;
  feelings: Sentence;
  numbers: NumberWords;
  motion: Video;
}

/** What there is to say about a question that was never trained for, by kind of exercise. */
export interface Reasons {
  captions: PictureReason;
  feelings: SentenceReason;
  numbers: NumberReason;
  motion: VideoReason;
}

export type ExerciseKind = keyof Questions;

/** Which exercise, of all there are. */
export interface ExerciseChoice {
  readonly task: ExerciseKind;
  /** The language of its words; of numbers the one that is read. */
  readonly tongue: Language;
  /** How far numbers are trained. */
  readonly upTo: 999 | 9999;
  /** Whether the word of a caption that was said is read at the next timestep. */
  readonly feedback: boolean;
}

/** A question that the network can be asked. */
export interface Asked<Kind extends ExerciseKind = ExerciseKind> {
  /** As a link writes it: the same question is always written the same. */
  readonly question: string;
  /** As the network is asked; its targets are the right answer where somebody knows it. */
  readonly task: Task;
  readonly reading: Exclude<Reading<Questions[Kind], Reasons[Kind]>, { kind: 'unreadable' }>;
}

/** An exercise whose questions can be written in a link. */
export interface ExerciseOf<Kind extends ExerciseKind> extends Exercise<Questions[Kind]> {
  readonly kind: Kind;
  readonly choice: ExerciseChoice;
  /** All of it as the network is asked: what its examinations count. */
  examined(): { readonly asked: readonly Example[]; readonly heldOut: readonly Example[] };
  /** In sight while nothing else was asked. */
  readonly firstQuestion: string;
  /** Up to `count` questions of which the answer is known, spread over all there are. */
  sample(origin: 'training' | 'heldOut', count: number): readonly string[];
  format(question: Questions[Kind]): string;
  /** What a link's question means here. Never throws, whatever the string. */
  read(written: string): Reading<Questions[Kind], Reasons[Kind]>;
  /** Null where the question cannot be read. */
  asked(written: string): Asked<Kind> | null;
}

export type LabExercise = { [Kind in ExerciseKind]: ExerciseOf<Kind> }[ExerciseKind];

/** Makes an exercise once for each choice that matters to it. */
export function exerciseFor(choice: ExerciseChoice): LabExercise {
  const { task, tongue, upTo, feedback } = choice;
  const key = [task, tongue, task === 'numbers' && upTo, task === 'captions' && feedback].join();
  const made = exercises.get(key) ?? make(choice);
  exercises.set(key, made);
  return made;
}

const exercises = new Map<string, LabExercise>();

function make(choice: ExerciseChoice): LabExercise {
  const { task, tongue, upTo, feedback } = choice;
  switch (task) {
    case 'captions': {
      const exercise = captionExercise(tongue, { isFedBack: feedback });
      return complete('captions', choice, exercise, {
        format: formatPicture,
        read(written) {
          const picture = parsePicture(written);
          if (picture !== null) return readPicture(picture, exercise);
          return { kind: 'unreadable', reason: { kind: 'emptyPicture' } };
        },
      });
    }
    case 'feelings': {
      const exercise = feelingExercise(tongue);
      return complete('feelings', choice, exercise, {
        format: writeSentence,
        read: (written) => readSentence(written, tongue, exercise),
      });
    }
    case 'numbers': {
      const options = { from: tongue, most: upTo } as const;
      const exercise = numberExercise(options);
      return complete('numbers', choice, exercise, {
        format: (words) => formatNumber(words, tongue),
        read: (written) => readNumber(written, options, exercise),
      });
    }
    case 'motion': {
      const exercise = motionExercise(tongue);
      return complete('motion', choice, exercise, {
        format: formatVideo,
        read(written) {
          const video = parseVideo(written);
          if (video !== null) return readVideo(video, exercise);
          return { kind: 'unreadable', reason: { kind: 'noFrame' } };
        },
      });
    }
  }
}

type Writing<Kind extends ExerciseKind> = Pick<ExerciseOf<Kind>, 'format' | 'read'>;

function complete<Kind extends ExerciseKind>(
  kind: Kind,
  choice: ExerciseChoice,
  exercise: Exercise<Questions[Kind]>,
  { format, read }: Writing<Kind>,
): ExerciseOf<Kind> {
  const askAll = (items: readonly Item<Questions[Kind]>[]) =>
    items.map(({ question, answer }) => exercise.ask(question, answer));
  return {
    ...exercise,
    kind,
    choice,
    examined: once(() => ({ asked: askAll(exercise.training), heldOut: askAll(exercise.heldOut) })),
    firstQuestion: FIRST_QUESTIONS[kind] ?? format(exercise.heldOut[0].question),
    sample(origin, count) {
      const items = exercise[origin];
      const step = Math.max(1, Math.floor(items.length / count));
      const chosen = items.filter((_, index) => index % step === 0).slice(0, count);
      return chosen.map(({ question }) => format(question));
    },
    format,
    read,
    asked(written) {
      const reading = read(written);
      if (reading.kind === 'unreadable') return null;
      const answer = reading.kind === 'ready' ? reading.answer : null;
      const example = exercise.ask(reading.question, answer ?? undefined);
      return { question: format(reading.question), task: taskOf(exercise, example), reading };
    },
  };
}

/** An example of an exercise in the names that people know. */
function taskOf(
  exercise: Omit<Task, 'example' | 'answerFrom'> & Pick<Exercise<never>, 'shape' | 'stop'>,
  example: Example,
): Task {
  const { shape, picture, inputNames, decoderNames, outputNames, stop } = exercise;
  const answerFrom = answerStart(shape, example);
  return { example, picture, inputNames, decoderNames, outputNames, answerFrom, stop };
}

/** Where no other will do as well as one that was held out. */
const FIRST_QUESTIONS: Partial<Record<ExerciseKind, string>> = { numbers: '421' };

/** Four pixels a hexadecimal digit, row by row. */
const PICTURE_DIGITS = PICTURE_SIDE ** 2 / 4;

function formatPicture(picture: Picture): string {
  const bits = picture.join('');
  return Array.from({ length: PICTURE_DIGITS }, (_, digit) =>
    Number.parseInt(bits.slice(4 * digit, 4 * digit + 4), 2).toString(16),
  ).join('');
}

function parsePicture(written: string): Picture | null {
  if (written.length !== PICTURE_DIGITS || !/^[0-9a-f]+$/.test(written)) return null;
  return Array.from(written, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('')
    .split('')
    .map(Number);
}

/** A cell of the frame a digit to base 36: 0 is the upper left, z the lower right. */
const CELL_BASE = FRAME_SIDE ** 2;

function formatVideo(video: Video): string {
  return video.map((cell) => cell.toString(CELL_BASE)).join('');
}

function parseVideo(written: string): Video | null {
  if (!/^[0-9a-z]+$/.test(written)) return null;
  return Array.from(written, (digit) => Number.parseInt(digit, CELL_BASE));
}

/** Digits where the words are those of a number, so that they mean the same in both languages. */
function formatNumber(words: NumberWords, language: Language): string {
  const { read, write, largest } = language === 'en' ? english : korean;
  const value = read(words);
  const isNumber = value !== null && value <= largest && write(value).join() === words.join();
  return isNumber ? String(value) : words.join(' ');
}
