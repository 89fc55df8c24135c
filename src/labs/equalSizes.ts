/** How large each of three networks is, so that all have equally many units or about equally many parameters. */
import { countParameters } from '../engine/index.ts';
import { type Comparison, labConfig, type Three, three } from '../state/cells.ts';
import type { Config } from '../state/config.ts';
import { modelOf } from '../state/start.ts';
import { readText } from '../tasks/text.ts';

/** The labs' configurations, each with its own number of hidden units. */
export function configsOf(comparison: Comparison): Three<Config> {
  const { contenders, hiddenSize, equal, text, letterUnit } = comparison;
  const configs = three((index) => labConfig(comparison, contenders[index], hiddenSize));
  const reading = readText(text, letterUnit);
  // A text that is too short is never learned.
  if (equal === 'units' || reading.kind === 'tooShort') return configs;
  const parametersOf = (config: Config) => countParameters(modelOf(config, reading.task));
  const wanted = parametersOf(configs[0]);
  return three((index) => {
    const config = configs[index];
    if (index === 0) return config;
    return {
      ...config,
      hiddenSize: nearestSize((units) => parametersOf({ ...config, hiddenSize: units }), wanted),
    };
  });
}

const MOST_UNITS = 512;

/** How many hidden units bring a network, whose parameters grow with them, nearest to a number of parameters. */
function nearestSize(parametersOf: (units: number) => number, wanted: number): number {
  let [low, high] = [1, MOST_UNITS];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (parametersOf(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  const distance = (units: number) => Math.abs(parametersOf(units) - wanted);
  return low > 1 && distance(low - 1) <= distance(low) ? low - 1 : low;
}
