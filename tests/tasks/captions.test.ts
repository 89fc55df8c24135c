import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OBJECTS, SUBJECTS } from '../../src/tasks/captions/glyphs.ts';
import { captionOf } from '../../src/tasks/captions/sentences.ts';
import {
  captionExercise,
  countDifferences,
  drawPicture,
  isHeldOutPicture,
  PICTURE_SIDE,
  readPicture,
} from '../../src/tasks/captions.ts';

const english = captionExercise('en', { isFedBack: true });
const korean = captionExercise('ko', { isFedBack: true });
const anySubject = fc.nat(SUBJECTS.length - 1);
const anyObject = fc.nat(OBJECTS.length - 1);
const PIXELS = PICTURE_SIDE * PICTURE_SIDE;

describe('a caption', () => {
  it.each([
    ['boy', 'apple', 'the boy picks an apple', '소년이 사과를 고르고 있다'],
    ['cat', 'fish', 'the cat catches a fish', '고양이가 물고기를 잡고 있다'],
    ['robot', 'book', 'the robot reads a book', '로봇이 책을 읽고 있다'],
    ['woman', 'umbrella', 'the woman opens an umbrella', '여자가 우산을 펴고 있다'],
  ])('of %s and %s', (subject, object, inEnglish, inKorean) => {
    const who = SUBJECTS.findIndex(({ name }) => name === subject);
    const what = OBJECTS.findIndex(({ name }) => name === object);
    expect(captionOf(who, what, 'en').join(' ')).toBe(inEnglish);
    expect(captionOf(who, what, 'ko').join(' ')).toBe(inKorean);
  });

  it('has no word that the language lacks', () => {
    for (const name of korean.outputNames.slice(0, -1)) expect(name).toMatch(/^[가-힣]+$/);
    for (const name of english.outputNames.slice(0, -1)) expect(name).toMatch(/^[a-z]+$/);
  });
});

describe('pictures', () => {
  it('differ in so many pixels that a flipped one confuses nobody', () => {
    const all = SUBJECTS.flatMap((_, subject) => OBJECTS.map((__, object) => drawPicture(subject, object)));
    for (const [index, picture] of all.entries()) {
      expect(picture).toHaveLength(PIXELS);
      for (const other of all.slice(index + 1))
        expect(countDifferences(picture, other)).toBeGreaterThanOrEqual(6);
    }
  });

  it('are held out for a fifth of the combinations, at most two of each glyph', () => {
    const heldOut = SUBJECTS.flatMap((_, subject) =>
      OBJECTS.map((__, object) => ({ subject, object })).filter((pair) =>
        isHeldOutPicture(pair.subject, pair.object),
      ),
    );
    expect(heldOut).toHaveLength(13);
    for (const [index] of SUBJECTS.entries()) {
      expect(heldOut.filter(({ subject }) => subject === index).length).toBeLessThanOrEqual(2);
      expect(heldOut.filter(({ object }) => object === index).length).toBeLessThanOrEqual(2);
    }
  });

  it('are trained on with one pixel flipped, too', () => {
    const drawn = english.training.map(({ question }) => question);
    const differences = english.examples().map(({ inputs }) => {
      const [picture] = inputs;
      if (!(picture instanceof Float64Array)) throw new Error('no picture at the first timestep');
      const pixels = [...picture].slice(0, PIXELS);
      return Math.min(...drawn.map((other) => countDifferences(pixels, other)));
    });
    expect(differences.filter((count) => count === 0)).toHaveLength(drawn.length);
    expect(Math.max(...differences)).toBe(1);
  });

  it('enter at the first timestep only, the word said after it if it is fed back', () => {
    const [item] = english.training;
    expect(english.pose(item).inputs.slice(1)).toEqual(item.answer.slice(0, -1).map((word) => PIXELS + word));
    expect(english.ask(item.question).inputs.slice(1)).toEqual(
      item.answer.slice(1).map(() => ({ offset: PIXELS })),
    );
    const silent = captionExercise('en', { isFedBack: false });
    expect(
      silent
        .pose(silent.training[0])
        .inputs.slice(1)
        .every((input) => input === null),
    ).toBe(true);
  });
});

describe('a drawing is read', () => {
  it('as the combination it is, with a pixel flipped or not', () => {
    fc.assert(
      fc.property(anySubject, anyObject, fc.option(fc.nat(PIXELS - 1)), (subject, object, flipped) => {
        const picture = drawPicture(subject, object).map((pixel, at) => (at === flipped ? 1 - pixel : pixel));
        const reading = readPicture(picture, korean);
        if (reading.kind !== 'ready' || reading.answer === null) throw new Error('not read');
        expect(korean.spell(reading.answer)).toBe(captionOf(subject, object, 'ko').join(' '));
        expect(reading.origin).toBe(isHeldOutPicture(subject, object) ? 'heldOut' : 'training');
      }),
    );
  });

  it('as a guess where it is empty or like nothing that was trained', () => {
    const empty = Array.from({ length: PIXELS }, () => 0);
    expect(readPicture(empty, english)).toMatchObject({ kind: 'guess', reason: { kind: 'emptyPicture' } });
    const full = empty.map(() => 1);
    expect(readPicture(full, english)).toMatchObject({
      kind: 'guess',
      reason: { kind: 'unlikeAllPictures' },
    });
  });
});
