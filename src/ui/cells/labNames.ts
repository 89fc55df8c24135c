/** What three labs are called: by their cells, and by whatever else sets them apart. */
import type { cells } from '../../i18n/cells.ts';
import type { Contender, Three } from '../../state/cells.ts';
import { CELL_NAMES } from '../cellNames.ts';

type Words = (typeof cells)['en'];

export function labNames(contenders: Three<Contender>, words: Words): Three<string> {
  const parts = [
    ({ cell }: Contender) => CELL_NAMES[cell],
    ({ cell, gateBias }: Contender) => (cell !== 'rnn' && gateBias > 0 ? words.gateBias(gateBias) : ''),
    ({ optimizer }: Contender) => words.optimizers[optimizer],
    ({ learningRate }: Contender) => words.learningRate(learningRate),
    ({ layers }: Contender) => words.layers(layers),
    ({ seed }: Contender) => words.seed(seed),
  ];
  const telling = parts.filter(
    (part, index) => index === 0 || contenders.some((each) => part(each) !== part(contenders[0])),
  );
  const names = contenders.map((each) =>
    words.name(telling.map((part) => part(each)).filter((part) => part !== '')),
  );
  const unique = (index: number) => {
    const isAlone = names.filter((name) => name === names[index]).length === 1;
    return isAlone ? names[index] : words.name([names[index], words.number(index + 1)]);
  };
  return [unique(0), unique(1), unique(2)];
}
