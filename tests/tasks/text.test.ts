import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { MAX_LETTER_UNITS } from '../../src/tasks/letters.ts';
import { type LetterUnit, MAX_LETTERS, readText, type TextReading } from '../../src/tasks/text.ts';

/** Any string at all: letters of all scripts, marks, joiners, halves of surrogate pairs. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '\uD83D',
      '\uDC69',
      '\u200D',
      '\u0301',
      '\u0323',
      '한',
      'ᄒ',
      'ᅡ',
      'ᆫ',
      '🇰',
      '\r',
      '\n',
    ),
  }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
);
const anyUnit = fc.constantFrom<LetterUnit>('syllable', 'jamo');

/** A string in one piece of memory: `repeat` makes a tree whose flattening would be timed as well. */
const flat = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le');

const lettersOf = (text: string, unit: LetterUnit = 'syllable') => taskOf(readText(text, unit)).letters;

function taskOf(reading: TextReading) {
  if (reading.kind === 'tooShort') throw new Error('the text is too short');
  return reading.task;
}

describe('letters', () => {
  it.each<[string, string[]]>([
    ['hello', ['h', 'e', 'l', 'l', 'o']],
    ['한글', ['한', '글']],
    ['한글'.normalize('NFD'), ['한', '글']],
    ['e\u0301é', ['é', 'é']],
    ['👩‍👩‍👧🇰🇷🇯🇵👍🏽', ['👩‍👩‍👧', '🇰🇷', '🇯🇵', '👍🏽']],
    ['a\r\nb\n', ['a', '\r\n', 'b', '\n']],
    ['\uD800\u0000\uDC00', ['\uD800', '\u0000', '\uDC00']],
    ['שלום a', ['ש', 'ל', 'ו', 'ם', ' ', 'a']],
    ['ㅋㅋ', ['ㅋ', 'ㅋ']],
  ])('of %j', (text, letters) => {
    expect(lettersOf(text)).toEqual(letters);
  });

  it('keeps half of a surrogate pair where the browser normalises it away, as Firefox does', () => {
    const { normalize } = String.prototype;
    const spy = vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string, form) {
      return normalize.call(this.replace(/\p{Surrogate}/gu, '\uFFFD'), form);
    });
    try {
      expect(lettersOf('a\uD83De\u0301\uDC69\u0301b')).toEqual(['a', '\uD83D', 'é', '\uDC69\u0301', 'b']);
    } finally {
      spy.mockRestore();
    }
  });

  it.each([
    ['값과 a', 'ㄱㅏㅂㅅㄱㅗㅏ a'],
    ['한'.normalize('NFD'), 'ㅎㅏㄴ'],
    ['ㄳㅘ', 'ㄳㅘ'],
    ['꺼é', 'ㄲㅓé'],
  ])('of %j in jamo', (text, jamo) => {
    expect(lettersOf(text, 'jamo')).toEqual([...jamo]);
    expect(taskOf(readText(text, 'jamo')).text).toBe(text.normalize('NFC'));
  });

  it('of plain letters and syllables are those of the browser, which is not asked', () => {
    const plain = fc
      .nat(0xd7a3)
      .filter((code) => code === 10 || (code >= 32 && code < 127) || code >= 0xac00);
    const character = fc
      .oneof(plain, fc.integer({ min: 32, max: 126 }))
      .map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 2 }), (text) => {
        const expected = [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment);
        expect(lettersOf(text)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('are together the text in NFC: nothing is lost, whatever the string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readText(text, 'syllable');
        if (reading.kind === 'tooShort') return;
        expect(reading.task.letters.join('')).toBe(reading.task.text);
        if (reading.task.letters.every((letter) => letter.length < MAX_LETTER_UNITS / 3))
          expect(reading.task.text).toBe(text.normalize('NFC'));
      }),
      { numRuns: 500 },
    );
  });

  it('are the same when the text that was read is read again', () => {
    const long = fc.tuple(anyText, fc.nat(60)).map(([text, times]) => text.repeat(times));
    fc.assert(
      fc.property(fc.oneof(anyText, long), anyUnit, (text, unit) => {
        const first = readText(text, unit);
        if (first.kind === 'tooShort') return;
        expect(readText(first.task.text, unit)).toEqual({ kind: 'ready', task: first.task });
      }),
      { numRuns: 300 },
    );
  });

  it('are found in the pieces of a long text as in the whole', () => {
    const sentence = 'Zoë 👩‍👩‍👧 sagt: 안녕!\r\n🇰🇷🇯🇵 e\u0301';
    const expected = [...new Intl.Segmenter('und').segment(sentence.repeat(40).normalize('NFC'))];
    expect(lettersOf(sentence.repeat(40))).toEqual(expected.map(({ segment }) => segment));
  });
});

describe('the task', () => {
  it('predicts letter t+1 from letter t, in a vocabulary by first appearance', () => {
    expect(readText('hello', 'syllable')).toEqual({
      kind: 'ready',
      task: {
        text: 'hello',
        letters: ['h', 'e', 'l', 'l', 'o'],
        vocabulary: ['h', 'e', 'l', 'o'],
        ids: [0, 1, 2, 2, 3],
        example: { inputs: [0, 1, 2, 2], targets: [1, 2, 2, 3] },
        picture: null,
        inputNames: ['h', 'e', 'l', 'o'],
        decoderNames: null,
        outputNames: ['h', 'e', 'l', 'o'],
        answerFrom: 0,
      },
    });
  });

  it('spells its letters with its vocabulary, for any string', () => {
    fc.assert(
      fc.property(anyText, anyUnit, (text, unit) => {
        const reading = readText(text, unit);
        if (reading.kind === 'tooShort') return;
        const { letters, vocabulary, ids, example } = reading.task;
        expect(ids.map((id) => vocabulary[id])).toEqual(letters);
        expect(vocabulary).toEqual([...new Set(letters)]);
        expect(example).toEqual({ inputs: ids.slice(0, -1), targets: ids.slice(1) });
      }),
    );
  });
});

describe('a text that cannot be used as it is', () => {
  it.each([
    ['', 'syllable', 'tooShort'],
    ['a', 'syllable', 'tooShort'],
    ['👩‍👩‍👧', 'syllable', 'tooShort'],
    ['\uD83D', 'syllable', 'tooShort'],
    ['한', 'syllable', 'tooShort'],
    ['한', 'jamo', 'ready'],
    ['ab', 'syllable', 'ready'],
  ] as const)('%j in %s is %s', (text, unit, kind) => {
    expect(readText(text, unit).kind).toBe(kind);
  });

  it('is cut after the last letter that fits, and says where', () => {
    expect(readText('a'.repeat(MAX_LETTERS), 'syllable').kind).toBe('ready');
    const reading = readText(`${'a'.repeat(MAX_LETTERS - 12)}the\nold man 👩‍👩‍👧`, 'syllable');
    expect(reading).toMatchObject({ kind: 'cut', limit: MAX_LETTERS, lastLetters: 'the↵old man ' });
    expect(taskOf(reading).letters).toHaveLength(MAX_LETTERS);
  });

  it('is never cut inside a syllable or a cluster', () => {
    const syllables = taskOf(readText('한'.repeat(MAX_LETTERS), 'jamo'));
    expect(syllables.text).toBe('한'.repeat(666));
    const family = taskOf(readText(`a${'👩‍👩‍👧'.repeat(MAX_LETTERS)}`, 'syllable'));
    expect(family.letters.at(-1)).toBe('👩‍👩‍👧');
  });

  it.each([
    ['plain', 'hello world '],
    ['endless cluster', '\u0301\u0323'],
    ['flags', '🇰🇷'],
    ['joined', '👩‍'],
    ['jamo', '안녕 '.normalize('NFD')],
    ['halves', '\uD800'],
    ['conjuncts', 'क्'],
  ])('and has megabytes takes no longer than one of the limit: %s', (_, piece) => {
    const text = flat(`a${piece.repeat(4_000_000 / piece.length)}`);
    const start = performance.now();
    const reading = readText(text, 'jamo');
    expect(performance.now() - start).toBeLessThan(500);
    expect(reading.kind).toBe('cut');
    for (const letter of taskOf(reading).letters) expect(letter.length).toBeLessThanOrEqual(MAX_LETTER_UNITS);
  });
});
