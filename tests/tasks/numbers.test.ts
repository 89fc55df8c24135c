import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/tasks/numbers/english.ts';
import { korean } from '../../src/tasks/numbers/korean.ts';
import {
  type NumberOptions,
  numberExercise,
  readNumber,
  rightGuess,
  writeNumber,
} from '../../src/tasks/numbers.ts';
import { exerciseFor } from '../../src/tasks/questions.ts';

const FROM_EN: NumberOptions = { from: 'en', most: 9999 };
const FROM_KO: NumberOptions = { from: 'ko', most: 9999 };
const SMALL: NumberOptions = { from: 'en', most: 999 };
const fromEnglish = numberExercise(FROM_EN);
const fromKorean = numberExercise(FROM_KO);
const small = numberExercise(SMALL);
const smallKorean = numberExercise({ from: 'ko', most: 999 });
const everyNumber = Array.from({ length: 10_000 }, (_, value) => value);
const anyNumber = fc.nat(9999);

describe('a number is written', () => {
  it.each([
    [0, 'zero', '영'],
    [7, 'seven', '칠'],
    [10, 'ten', '십'],
    [13, 'thirteen', '십삼'],
    [20, 'twenty', '이십'],
    [21, 'twenty-one', '이십일'],
    [100, 'one hundred', '백'],
    [110, 'one hundred ten', '백십'],
    [119, 'one hundred nineteen', '백십구'],
    [421, 'four hundred twenty-one', '사백이십일'],
    [600, 'six hundred', '육백'],
    [1000, 'one thousand', '천'],
    [1111, 'one thousand one hundred eleven', '천백십일'],
    [9090, 'nine thousand ninety', '구천구십'],
  ])('%i', (value, inEnglish, inKorean) => {
    expect(writeNumber(value, 'en')).toBe(inEnglish);
    expect(writeNumber(value, 'ko')).toBe(inKorean);
  });

  it('in both languages so that it reads back, from 0 to 9,999', () => {
    for (const value of everyNumber) {
      for (const { write, read, split, spell } of [english, korean]) {
        expect(read(write(value))).toBe(value);
        expect(split(spell(write(value)))).toEqual(write(value));
      }
    }
  });
});

describe('a typed number is read', () => {
  it('as digits or words, in capitals, with and, spaces or hyphens', () => {
    const spellings = [
      (value: number) => String(value),
      (value: number) => ` ${value.toLocaleString('en-US')} `,
      (value: number) => writeNumber(value, 'en').toUpperCase(),
      (value: number) => writeNumber(value, 'en').replaceAll(/[ -]/g, '  '),
      (value: number) => writeNumber(value, 'en').replaceAll(' ', '-'),
      (value: number) => writeNumber(value, 'en').replace('hundred ', 'hundred and '),
    ];
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...spellings), (value, spell) => {
        expect(readNumber(spell(value), FROM_EN, fromEnglish)).toMatchObject({
          kind: 'ready',
          question: english.write(value),
        });
      }),
    );
  });

  it('as Korean syllables or jamo, composed or not, with spaces', () => {
    const jamo = [
      (value: number) => writeNumber(value, 'ko').normalize('NFD'),
      (value: number) => [...writeNumber(value, 'ko')].join(' '),
      (value: number) => writeNumber(value, 'ko').replaceAll(/(?<![이삼사오육칠팔구])(?=[십백천])/g, '일'),
      (value: number) => value.toString(),
    ];
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...jamo), (value, spell) => {
        expect(readNumber(spell(value), FROM_KO, fromKorean)).toMatchObject({
          kind: 'ready',
          question: korean.write(value),
        });
      }),
    );
    expect(readNumber('ㅅㅏㅂㅐㄱㅇㅣㅅㅣㅂㅇㅣㄹ', FROM_KO, fromKorean)).toMatchObject({
      question: [...'사백이십일'],
    });
  });

  it.each(['7 !', '- - 7'])('%j as the digits that are in it', (text) => {
    expect(readNumber(text, SMALL, small)).toMatchObject({ kind: 'ready', question: ['seven'] });
  });

  it('with its translation, and whether it was trained on', () => {
    fc.assert(
      fc.property(fc.nat(999), (value) => {
        const reading = readNumber(String(value), SMALL, small);
        if (reading.kind !== 'ready' || reading.answer === null) throw new Error('not read');
        expect(small.spell(reading.answer)).toBe(writeNumber(value, 'ko'));
        const isTrained = small.training.some(
          ({ question }) => question.join(' ') === reading.question.join(' '),
        );
        expect(reading.origin).toBe(isTrained ? 'training' : 'heldOut');
      }),
    );
  });

  it.each([
    ['', 'unreadable', { kind: 'empty' }],
    ['   ', 'unreadable', { kind: 'empty' }],
    ['apple', 'guess', { kind: 'notANumber' }],
    ['4.5', 'guess', { kind: 'notANumber' }],
    ['🍌', 'guess', { kind: 'notANumber' }],
    ['hundred five hundred', 'guess', { kind: 'notANumber' }],
    ['-5', 'guess', { kind: 'outsideRange', value: -5, least: 0, most: 999 }],
    ['- 5', 'guess', { kind: 'outsideRange', value: -5, least: 0, most: 999 }],
    ['1000', 'guess', { kind: 'outsideRange', value: 1000, least: 0, most: 999 }],
    ['two thousand and one', 'guess', { kind: 'outsideRange', value: 2001, least: 0, most: 999 }],
    ['1,000,000', 'guess', { kind: 'outsideRange', value: 1_000_000, least: 0, most: 999 }],
    ['12,345', 'guess', { kind: 'outsideRange', value: 12345, least: 0, most: 999 }],
    ['twelve thousand five', 'guess', { kind: 'outsideRange', value: 12005, least: 0, most: 999 }],
    ['사백이십일', 'guess', { kind: 'wrongLanguage', value: 421 }],
    ['사과', 'guess', { kind: 'wrongLanguage', value: null }],
    ['nine '.repeat(100_000), 'unreadable', { kind: 'tooLong' }],
    ['a hundred '.repeat(19), 'unreadable', { kind: 'tooLong' }],
  ])('%j from English is %s', (text, kind, reason) => {
    expect(readNumber(text, SMALL, small)).toMatchObject({ kind, reason });
  });

  it.each([
    ['four hundred', 'guess', { kind: 'wrongLanguage', value: 400 }],
    ['천이백', 'guess', { kind: 'outsideRange', value: 1200, least: 0, most: 999 }],
    ['만', 'guess', { kind: 'outsideRange', value: 10_000, least: 0, most: 999 }],
    ['삼만 오천', 'guess', { kind: 'outsideRange', value: 35_000, least: 0, most: 999 }],
    ['백백', 'guess', { kind: 'notANumber' }],
    ['사과', 'guess', { kind: 'notANumber' }],
  ])('%j from Korean is %s', (text, kind, reason) => {
    expect(readNumber(text, { from: 'ko', most: 999 }, smallKorean)).toMatchObject({ kind, reason });
  });

  it.each([
    ['banana', ['banana'], [null]],
    ['3.5', ['3.5'], [null]],
    ['-5', ['-5'], [null]],
    ['four bananas', ['four', 'bananas'], [small.inputNames.indexOf('four'), null]],
    ['사백', ['사백'], [null]],
  ])('%j is asked: an unknown word is an input of nothing', (text, question, inputs) => {
    const reading = readNumber(text, SMALL, small);
    if (reading.kind === 'unreadable') throw new Error('not read');
    expect(reading.question).toEqual(question);
    const example = small.ask(reading.question);
    expect(example.inputs.slice(0, example.decoderFrom)).toEqual(inputs);
  });

  it.each([
    ['1000', SMALL, '천'],
    ['one thousand', SMALL, '천'],
    ['9,999', SMALL, '구천구백구십구'],
    ['10000', SMALL, null],
    ['-5', SMALL, null],
    ['banana', SMALL, null],
    ['사백이십일', SMALL, '사백이십일'],
    ['이천삼백', { from: 'ko', most: 999 }, 'two thousand three hundred'],
    ['two', { from: 'ko', most: 999 }, 'two'],
  ] as const)('%j outside of the training: what would be right is told', (text, options, right) => {
    const reading = readNumber(text, options, options.from === 'en' ? small : smallKorean);
    if (reading.kind !== 'guess') throw new Error('no guess');
    expect(rightGuess(reading.reason, options.from)).toBe(right);
  });

  it('never throws, and means the same in a link', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom(...english.write(421), 'thousand', 'zero', 'and', 'a', '7', '-', ','))
        .map((words) => words.join(' ')),
      fc.string({ unit: fc.constantFrom(...'영공일이구십백천만ㅅㅏㄱ 1,a-.') }),
    );
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'ko'), (text, tongue) => {
        const exercise = exerciseFor({ task: 'numbers', tongue, upTo: 999, feedback: true });
        const asked = exercise.asked(text);
        if (asked === null) return;
        expect(asked.reading.question).not.toEqual([]);
        expect(exercise.asked(asked.question)).toEqual(asked);
      }),
    );
  });
});

describe('the decoder', () => {
  it('has a start symbol of its own and says when it is done', () => {
    const reading = readNumber('421', SMALL, small);
    if (reading.kind !== 'ready' || reading.answer === null) throw new Error('not read');
    const example = small.pose({ question: reading.question, answer: reading.answer });
    expect(example.decoderFrom).toBe(4);
    const names = small.decoderNames ?? [];
    const said = example.inputs.slice(4).map((input) => names[Number(input)]);
    expect(said).toEqual(['▶', ...'사백이십일']);
    expect(reading.answer.map((output) => small.outputNames[output])).toEqual([...'사백이십일', '■']);
  });

  it('writes what comes before the first stop symbol', () => {
    const stop = small.stop ?? -1;
    expect(small.spell([4, 11, stop, 2, stop])).toBe('사백');
    expect(small.spell([stop])).toBe('');
  });

  it.each([
    ['en', english, korean],
    ['ko', korean, english],
  ] as const)(
    'from %s knows the words of all numbers, in the order in which they first appear',
    (from, read, written) => {
      const { inputNames, outputNames } = numberExercise({ from, most: 9999 });
      expect(inputNames).toEqual([...new Set(everyNumber.flatMap(read.write))]);
      expect(outputNames.slice(0, -1)).toEqual([...new Set(everyNumber.flatMap(written.write))]);
    },
  );

  it('knows thousands only as something that was never trained', () => {
    const trained = new Set(small.training.flatMap(({ question }) => question));
    expect(small.inputNames.filter((name) => !trained.has(name))).toEqual(['thousand']);
  });
});
