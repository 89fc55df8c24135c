import { describe, expect, it } from 'vitest';
import { MAX_LOSS } from '../../src/engine/divergence.ts';
import { aftermath } from '../../src/i18n/aftermath.ts';
import { loadMessages, messages } from '../../src/i18n/index.ts';
import { numberTable } from '../../src/i18n/numberTable.ts';
import { shortcuts } from '../../src/i18n/shortcuts.ts';

const LANGUAGES = ['en', 'ko'] as const;

/** Plausible arguments of every sentence, by its path. */
const step = { number: 2, letter: 'e', prediction: 'l', target: 'l', right: false };
const stateAt = { symbol: 'h', unit: 3, step: 2, letter: 'e', value: '0.42', timesteps: 4, units: 8 };
const weightAt = { symbol: 'W_xh', to: { gate: null, unit: 1 }, from: { letter: 'e' }, value: '0.42' };
const summaryAt = { units: 8, timesteps: 4, step: 2, letter: 'e', values: ['0.42', '−0.10'], unit: 3 };

const ARGUMENTS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'shell.numbersOf': [['Weights']],
  'notices.tooLong': [['2,000', 'the end']],
  'notices.clusterSplit': [[32]],
  'aftermath.refused': [[22_000], [1e300], [Number.POSITIVE_INFINITY]],
  'aftermath.beyondEnd': [['100,000,000']],
  'aftermath.workerRestarted': [['1,200']],
  'aftermath.diverged': [22_000, 1e300, 1.2, Number.POSITIVE_INFINITY].map((loss) => [{ update: 12, loss }]),
  'controls.lesson.reads': [
    [2, 1],
    [5, 4],
  ],
  'controls.oneHotIndex': [[0, 'h']],
  'controls.moreLetters': [[12]],
  'controls.outOfRange': [
    [{ min: 1, max: 512, integer: true, inForce: 3 }],
    [{ min: 0.000001, max: 1000, integer: false, inForce: 0.01 }],
  ],
  'controls.parameters': [['40']],
  'network.fold.value': [[0], [37], [100]],
  'network.oneHotIndex': [[0], [3]],
  'network.summary': [
    [step, 4, 1, 4, 57],
    [step, 4, 2, 4, 57],
  ],
  'network.arrow': [['W_xh', 2]],
  'network.step': [[step], [{ ...step, right: true }]],
  'network.legend': [
    [
      [
        ['h', 1, false],
        ['y', 4, true],
      ],
      false,
    ],
    [[['h', 1, false]], true],
  ],
  'network.unit': [
    [2, null],
    [2, 1],
  ],
  'network.frozenUnits': [
    [['unit 2'], 0],
    [['unit 2', 'unit 3'], 12],
  ],
  'network.tableColumn': [[step]],
  'numberTable.network.caption': [[57, 3, 12, 1999]],
  'network.rows.layer': [[1]],
  'guessing.coveredSummary': [[2, 4, 'e']],
  'guessing.coveredStep': [[2, 'e']],
  'guessing.guessed': [['e']],
  'freezing.layer': [[2]],
  'freezing.freeze': [['unit 2']],
  'freezing.letGo': [['unit 2']],
  'hiddenState.legend': [[1]],
  'hiddenState.map': [[{ ...stateAt, layer: null }], [{ ...stateAt, layer: 2 }]],
  'hiddenState.reading': [[{ ...stateAt, layer: null }], [{ ...stateAt, layer: 2 }]],
  'hiddenState.summary': [[{ ...summaryAt, layers: 1 }], [{ ...summaryAt, layers: 2 }]],
  'hiddenState.summaryOfMany': [
    [{ ...summaryAt, layers: 1, value: '0.9' }],
    [{ ...summaryAt, layers: 2, value: '0.9' }],
  ],
  'hiddenState.faint': [['0.05']],
  'numberTable.hiddenState.caption': [
    [1, 4, 4],
    [3, 18, 200],
  ],
  'numberTable.hiddenState.row': [[{ ...stateAt, layer: null }], [{ ...stateAt, layer: 2 }]],
  'weights.shared': [[3], [5], [7], [9]],
  'weights.matrix': [
    [{ symbol: 'W_hy', layer: null }, 4, 3],
    [{ symbol: 'W_xh', layer: 2 }, 3, 3],
  ],
  'weights.reading': [
    [{ ...weightAt, layer: null }],
    [{ ...weightAt, layer: 2, to: { gate: 'f', unit: 1 }, from: { unit: 2, of: 'before' }, value: null }],
    [{ ...weightAt, layer: 1, to: { letter: 'h' }, from: { unit: 2, of: 'below' } }],
    [{ ...weightAt, layer: 1, to: { letter: 'h' }, from: { unit: 2, of: 'last' } }],
  ],
  'weights.summary': [
    [{ matrices: 3, weights: '33', biases: '10', update: '57', largest: '' }],
    [{ matrices: 3, weights: '33', biases: '10', update: '57', largest: 'W_xh, unit 1: 0.42' }],
  ],
  'weights.parameters': [['40', '33', '7']],
  'numberTable.weights.caption': [
    ['33', '33'],
    ['200', '4,000'],
  ],
  'learning.lettersRight': [
    [1, 1],
    [3, 4],
  ],
  'learning.uniformGuess': [['1.386']],
  'learning.curveSummary': [[{ update: 57, loss: '0.591', first: '1.432', correct: 3, targets: 4 }]],
  'learning.twin': [['75%']],
  'learning.playheadAt': [[{ update: '57', loss: '0.591', percent: '75', furthest: '120' }]],
  'learning.reading': [[{ update: '57', loss: '0.591', percent: '75' }]],
  'learning.jump.first': [[75], [100]],
  'learning.jumpHint': [['First 75%', 14]],
  'learning.notReached': [[75], [100]],
  'aftermath.under': [['Loss 0.3']],
  'aftermath.met': [[{ condition: 'Loss 0.3', update: 94 }]],
  'aftermath.condition.update': [[120]],
  'aftermath.condition.accuracy': [[75]],
  'aftermath.condition.loss': [[0.3]],
  'learning.replaying': [[1024, 1037]],
  'learning.more': [[10]],
  'learning.moreHint': [[1], [10]],
  'aftermath.firstRight': [[57]],
  'aftermath.rightAgain': [[80, 57]],
  'aftermath.rightBefore': [[57]],
  'aftermath.rightBeforeChange': [[57, 60]],
  'aftermath.updateReached': [[120]],
  'numberTable.firstRows': [[200, 4000]],
  'numberTable.steps': [[1, 16, 200]],
  'learning.pace': [[1], [60], [null]],
};

type Entry = readonly [path: string, word: unknown];

function entriesOf(node: unknown, path = ''): Entry[] {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([key, child]) =>
    entriesOf(child, path === '' ? key : `${path}.${key}`),
  );
}

/** Every sentence that an entry can be. */
function sentencesOf([path, word]: Entry): string[] {
  if (typeof word !== 'function') return [String(word)];
  const calls = ARGUMENTS[path];
  if (calls === undefined) throw new Error(`no arguments for ${path} in this test`);
  return calls.map((call) => String(word(...call)));
}

await Promise.all([loadMessages('en'), loadMessages('ko')]);

/** With the parts whose words are loaded when they are wanted. */
const wordsOf = (language: 'en' | 'ko') => ({
  ...messages(language),
  aftermath: aftermath[language],
  numberTable: numberTable[language],
  shortcuts: shortcuts[language],
});

const entries = { en: entriesOf(wordsOf('en')), ko: entriesOf(wordsOf('ko')) };

/** Names that are the same in both languages: of the algorithms, symbols, each language's example of the other. */
const SHARED = /^(shell\.screens\.cells$|controls\.(optimizers|exampleTexts)\.|learning\.more$)/;
/** Left empty on purpose: the rows that have a symbol instead. */
const EMPTY = /^network\.rows\.\w+\.(note|short)$/;

describe('the words of the page', () => {
  it('have the same keys in both languages', () => {
    expect(entries.ko.map(([path]) => path).sort()).toEqual(entries.en.map(([path]) => path).sort());
  });

  it.each(LANGUAGES)('say something for plausible values, in %s', (language) => {
    for (const entry of entries[language]) {
      for (const sentence of sentencesOf(entry)) {
        if (!EMPTY.test(entry[0])) expect(sentence.trim(), entry[0]).not.toBe('');
        expect(sentence, entry[0]).not.toMatch(/undefined|NaN|null|\[object|\$\{/);
      }
    }
  });

  it.each(LANGUAGES)('use what they are given, in %s', (language) => {
    for (const entry of entries[language]) {
      if (typeof entry[1] !== 'function') continue;
      const calls = ARGUMENTS[entry[0]];
      const distinct = new Set(sentencesOf(entry));
      expect(distinct.size, entry[0]).toBe(calls.length);
    }
  });

  it('are not left in English', () => {
    const korean = new Map(entries.ko.map((entry) => [entry[0], sentencesOf(entry)]));
    for (const entry of entries.en) {
      if (SHARED.test(entry[0])) continue;
      sentencesOf(entry).forEach((sentence, index) => {
        if (/[a-z]{3}/i.test(sentence)) expect(korean.get(entry[0])?.[index], entry[0]).not.toBe(sentence);
      });
    }
  });

  it('are written in their own script', () => {
    for (const entry of entries.ko) {
      if (SHARED.test(entry[0])) continue;
      for (const sentence of sentencesOf(entry)) {
        if (/[a-z]{3}.* [a-z]{3}/i.test(sentence)) expect(sentence, entry[0]).toMatch(/\p{Script=Hangul}/u);
      }
    }
    for (const entry of entries.en) {
      if (!SHARED.test(entry[0])) {
        for (const sentence of sentencesOf(entry))
          expect(sentence, entry[0]).not.toMatch(/\p{Script=Hangul}/u);
      }
    }
  });

  it.each([
    [22_345, /the loss passed 100 \(about 22,000\)\./, /손실이 한도 100을 넘어\(약 22,000\)/],
    [1e300, /over a million/, /100만을 넘어/],
    [Number.NaN, /the loss was no longer a number/, /손실을 수로/],
    [1.2, /the gradient was no longer a number/, /기울기를 수로/],
  ])('say of a loss of %d how it broke down', (loss, english, korean) => {
    const at = { update: 2, loss };
    expect(aftermath.en.diverged(at)).toMatch(english);
    expect(aftermath.ko.diverged(at)).toMatch(korean);
  });

  it.each(LANGUAGES)('name the limit of the loss that the engine has, in %s', (language) => {
    const says = aftermath[language].refused;
    expect(says(MAX_LOSS + 1)).toMatch(new RegExp(`${MAX_LOSS} nat`));
    expect(says(MAX_LOSS)).not.toMatch(/ nat/);
    const { diverged } = aftermath[language];
    expect(diverged({ update: 2, loss: MAX_LOSS + 1 })).toMatch(new RegExp(`${MAX_LOSS}\\D`));
  });

  it('group the digits of long numbers and keep short fractions whole', () => {
    const seed = { min: 0.000001, max: 4_294_967_295, integer: true, inForce: 1_999 };
    for (const language of LANGUAGES) {
      const sentence = messages(language).controls.outOfRange(seed);
      expect(sentence.match(/[\d.,]*\d/g)).toEqual(['0.000001', '4,294,967,295', '1,999']);
    }
  });

  it.each([
    [0, 4, '학습 전인 지금', '4글자 중 하나도 맞히지 못했습니다'],
    [57, 4, '57번 갱신한 지금', '4글자 중 하나도 맞히지 못했습니다'],
  ])('say in Korean at update %i what nobody has learnt yet', (update, targets, when, score) => {
    const at = { update, loss: '1.4', first: '1.4', correct: 0, targets };
    expect(messages('ko').learning.curveSummary(at)).toMatch(new RegExp(`^${when}.*${score}`));
  });

  it.each([
    [1, '1 letter'],
    [4, '4 letters'],
  ])('count %i in English as "%s"', (count, counted) => {
    expect(messages('en').learning.lettersRight(0, count)).toContain(counted);
    expect(messages('en').controls.lesson.reads(count, 3)).toMatch(new RegExp(`^${counted},`));
  });

  it.each([
    [0, 4, '0 of 4 letters are predicted right'],
    [1, 4, '1 of 4 letters is predicted right'],
    [2, 4, '2 of 4 letters are predicted right'],
    [0, 1, '0 of 1 letter is predicted right'],
  ])('say of %i of %i in English "%s"', (correct, targets, score) => {
    const { network, learning } = messages('en');
    expect(network.summary(step, targets, correct, targets, 57)).toContain(`, ${score}.`);
    const at = { update: 57, loss: '1.4', first: '1.4', correct, targets };
    expect(learning.curveSummary(at)).toContain(` ${score}.`);
  });
});
