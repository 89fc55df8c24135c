import { expect, it } from 'vitest';
import { loadResume } from '../../src/state/resume.ts';
import { IN_BROWSER } from '../../src/state/resumeStorage.ts';
import { saveResume } from '../../src/state/saveResume.ts';

it('brings the same bits back from a real database', async () => {
  const values = Float64Array.from({ length: 5_000 }, (_, i) => Math.sin(i) * 1e-300);
  const resume = {
    checkpoint: { update: 12, learningRate: 0.1, ablation: { recurrenceCut: false, frozen: [] }, values },
    curve: {
      updates: Float64Array.of(0, 12),
      losses: Float64Array.of(1.5, 0.25),
      accuracies: Float64Array.of(0, 1),
    },
    milestones: [{ update: 11, correct: 4 }],
  };
  const size = { cell: 'rnn', parameters: 2_000, layers: 1, hiddenSize: 3 } as const;
  for (const key of ['a', 'b', 'c', 'd']) await saveResume(key, resume, IN_BROWSER);
  expect(await loadResume('d', size)).toEqual(resume);
  expect(await loadResume('a', size)).toBeNull();
});
