import { describe, expect, it } from 'vitest';
import { MAX_LAG, type RecallOptions, recallExample, recallExercise } from '../../src/tasks/recall.ts';

describe('recall', () => {
  it.each([1, 2, 20, MAX_LAG])('asks for the first symbol %i timesteps later', (lag) => {
    const { training, pose, outputNames } = recallExercise({ kind: 'firstSymbol', distractors: 'own', lag });
    const isRight = (item: (typeof training)[number]) => {
      const { targets } = pose(item);
      const asked = targets.flatMap((target, t) =>
        target === null ? [] : [{ t, name: outputNames[target] }],
      );
      return (
        targets.length === lag + 1 &&
        asked.length === 1 &&
        asked[0].t === lag &&
        asked[0].name === item.question[0]
      );
    };
    expect(training.filter((item) => !isRight(item))).toEqual([]);
  });

  it('has distractors of the same alphabet or of another', () => {
    const first = [...'ABCDEFGH'];
    const isFirst = (symbol: string) => first.includes(symbol);
    const own = recallExercise({ kind: 'firstSymbol', distractors: 'own', lag: 9 });
    expect(own.training.some(({ question }) => question.slice(1).some(isFirst))).toBe(false);
    const same = recallExercise({ kind: 'firstSymbol', distractors: 'same', lag: 9 });
    expect(same.training.every(({ question }) => question.every(isFirst))).toBe(true);
    expect(same.inputNames).toEqual(first);
  });

  it('closes the bracket that was opened', () => {
    const { training, spell } = recallExercise({ kind: 'bracket', lag: 5 });
    const pairs = new Set(training.map(({ question, answer }) => question[0] + spell(answer)));
    expect([...pairs].sort()).toEqual(['()', '<>', '[]', '{}']);
  });

  it('asks for every first symbol about equally often', () => {
    const { training, outputNames } = recallExercise({ kind: 'firstSymbol', distractors: 'same', lag: 30 });
    for (const index of outputNames.keys()) {
      const part = training.filter(({ answer }) => answer[0] === index).length / training.length;
      expect(part).toBeGreaterThan(0.09);
      expect(part).toBeLessThan(0.16);
    }
  });

  it.each([0, -1, 1.5, MAX_LAG + 1, Number.NaN])('has no lag of %d', (lag) => {
    expect(() => recallExercise({ kind: 'bracket', lag })).toThrow(RangeError);
  });

  it.each<RecallOptions>([
    { kind: 'firstSymbol', distractors: 'same', lag: 20 },
    { kind: 'firstSymbol', distractors: 'own', lag: 2 },
    { kind: 'bracket', lag: 60 },
  ])('has an example that is one of the sequences asked: %o', (options) => {
    const { heldOut, spell } = recallExercise(options);
    const [{ question, answer }] = heldOut;
    expect(recallExample(options)).toEqual({ symbols: question, answer: spell(answer) });
  });
});
