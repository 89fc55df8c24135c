/** One-to-many: a picture is seen at the first timestep only, and its caption is said word by word. */
import type { Example } from '../engine/index.ts';
import { OBJECTS, SUBJECTS } from './captions/glyphs.ts';
import { captionOf } from './captions/sentences.ts';
import { type Exercise, type Item, type Language, once, type Reading } from './exercise.ts';
import { adam, below, createDice } from './sampling.ts';
import { indicesOf, STOP, wordsUntilStop } from './vocabulary.ts';

/** Rows and columns of a picture. */
export const PICTURE_SIDE = 8;
const PIXELS = PICTURE_SIDE * PICTURE_SIDE;

/** How often each picture is trained on with a pixel flipped, for each time that it is as drawn. */
const FLIPPED_COPIES = 15;

/** 64 pixels, 1 where there is ink, row by row. */
export type Picture = readonly number[];

export type PictureReason =
  | { readonly kind: 'emptyPicture' }
  /** More than one pixel differs from every picture there is. */
  | { readonly kind: 'unlikeAllPictures' };

export interface CaptionOptions {
  /** Whether the word said is read at the next timestep; if not, those have no input at all. */
  readonly isFedBack: boolean;
}

/** Who is at the left and what at the right; indices into SUBJECTS and OBJECTS. */
export function drawPicture(subject: number, object: number): Picture {
  const rows = SUBJECTS[subject].rows.map((row, index) => row + OBJECTS[object].rows[index]);
  return Array.from(rows.join(''), (pixel) => (pixel === '#' ? 1 : 0));
}

/** A fifth of the combinations, so that everybody and everything is still seen in six others or more. */
export function isHeldOutPicture(subject: number, object: number): boolean {
  const diagonal = (3 * subject + object) % OBJECTS.length;
  return diagonal === 0 || (diagonal === 4 && subject < 5);
}

export function captionExercise(language: Language, { isFedBack }: CaptionOptions): Exercise<Picture> {
  const combinations = SUBJECTS.flatMap((_, subject) => OBJECTS.map((__, object) => ({ subject, object })));
  const captions = combinations.map(({ subject, object }) => captionOf(subject, object, language));
  const outputNames = [...new Set(captions.flat()), STOP];
  const inputNames = isFedBack ? outputNames : [];
  const longest = Math.max(...captions.map(({ length }) => length)) + 1;

  const items = combinations.map(({ subject, object }, index) => ({
    question: drawPicture(subject, object),
    answer: indicesOf([...captions[index], STOP], outputNames),
    isHeldOut: isHeldOutPicture(subject, object),
  }));
  const training = items.filter(({ isHeldOut }) => !isHeldOut);

  const see = (picture: Picture) => Float64Array.from([...picture, ...inputNames.map(() => 0)]);
  const pose = ({ question, answer }: Item<Picture>): Example => ({
    inputs: answer.map((_, t) => (t === 0 ? see(question) : isFedBack ? PIXELS + answer[t - 1] : null)),
    targets: answer,
  });
  return {
    shape: 'one-to-many',
    picture: { rows: PICTURE_SIDE, columns: PICTURE_SIDE },
    inputNames,
    decoderNames: null,
    outputNames,
    stop: outputNames.indexOf(STOP),
    training,
    heldOut: items.filter(({ isHeldOut }) => isHeldOut),
    examples: once(() => withFlippedPixels(training).map(pose)),
    metric: 'answers',
    recommended: { cell: 'gru', hiddenSize: 48, training: adam(0.002), updates: 800 },
    pose,
    ask(question, answer) {
      const targets = answer ?? Array.from({ length: longest }, () => null);
      const said = isFedBack ? { offset: PIXELS } : null;
      return { inputs: targets.map((_, t) => (t === 0 ? see(question) : said)), targets };
    },
    spell: (outputs) => wordsUntilStop(outputs, outputNames).join(' '),
  };
}

/** A picture of which one pixel differs counts as the picture: so it was trained. */
export function readPicture(picture: Picture, exercise: Exercise<Picture>): Reading<Picture, PictureReason> {
  if (picture.every((pixel) => pixel === 0)) {
    return { kind: 'guess', question: picture, reason: { kind: 'emptyPicture' } };
  }
  for (const origin of ['training', 'heldOut'] as const) {
    const item = exercise[origin].find(({ question }) => countDifferences(question, picture) <= 1);
    if (item !== undefined) return { kind: 'ready', question: picture, answer: item.answer, origin };
  }
  return { kind: 'guess', question: picture, reason: { kind: 'unlikeAllPictures' } };
}

export function countDifferences(one: Picture, other: Picture): number {
  return one.filter((pixel, index) => pixel !== other[index]).length;
}

/** Each item as it is, then copies of it with one random pixel flipped. */
function withFlippedPixels(items: readonly Item<Picture>[]): Item<Picture>[] {
  const random = createDice(2);
  return items.flatMap((item) => {
    const copies = Array.from({ length: FLIPPED_COPIES }, () => {
      const flipped = below(PIXELS, random);
      return { ...item, question: item.question.map((pixel, at) => (at === flipped ? 1 - pixel : pixel)) };
    });
    return [item, ...copies];
  });
}
