/** How large each of three networks is, so that all have equally many units or about equally many parameters. */
import { countParameters } from './engine/index.ts';
import { type Comparison, labConfig, type Three, three } from './state/cells.ts';
import type { Config } from './state/config.ts';
import { modelOf } from './state/start.ts';
import { readText } from './tasks/text.ts';

/** The labs' configurations, each with its own number of hidden units. */
export function configsOf(comparison: Comparison): Three<Config> {
  const { contenders, hiddenSize, equal } = comparison;
  const first = labConfig(comparison, contenders[0], hiddenSize);
  const most = parametersOf(first);
  return three((index) => {
    const config = labConfig(comparison, contenders[index], hiddenSize);
    return equal === 'units' || index === 0 ? config : { ...config, hiddenSize: nearestSize(config, most) };
  });
}

const MOST_UNITS = 512;

/** How many hidden units bring a network nearest to a number of parameters. */
function nearestSize(config: Config, parameters: number): number {
  let [low, high] = [1, MOST_UNITS];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (parametersOf({ ...config, hiddenSize: middle }) < parameters) low = middle + 1;
    else high = middle;
  }
  const distance = (units: number) => Math.abs(parametersOf({ ...config, hiddenSize: units }) - parameters);
  return low > 1 && distance(low - 1) <= distance(low) ? low - 1 : low;
}

/** Of the network for the configuration's text; one that is too short is never learned. */
function parametersOf(config: Config): number {
  const reading = readText(config.text, config.letterUnit);
  return reading.kind === 'tooShort' ? 0 : countParameters(modelOf(config, reading.task));
}
