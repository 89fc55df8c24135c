import { expect, it } from 'vitest';
import { type Prediction, percentOf } from '../../src/ui/prediction.ts';

function prediction(...probabilities: number[]): Prediction {
  return { probabilities, said: probabilities.indexOf(Math.max(...probabilities)), target: null, listed: [] };
}

it.each([
  [prediction(0.004, 0.836, 0.16), ['0', '84', '16']],
  [prediction(0.0994, 0.0026, 0.0004), ['9.9', '0.3', '0.0']],
  [prediction(0.0996, 0.01), ['10', '1']],
])('percentages have a decimal only where even the largest is small', (said, written) => {
  expect(Array.from(said.probabilities, (_, id) => percentOf(said, id))).toEqual(written);
});
