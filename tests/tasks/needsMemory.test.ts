import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memorylessCeiling } from '../../src/tasks/memoryless.ts';
import { needsMemory } from '../../src/tasks/needsMemory.ts';

it('is so where a model without memory has to fail at some letter', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 2, maxLength: 30 }), (ids) => {
      const text = { ids, vocabulary: ['a', 'b', 'c', 'd', 'e'] };
      expect(needsMemory(text)).toBe(memorylessCeiling(text).confused.length > 0);
    }),
  );
});
