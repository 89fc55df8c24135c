import type { cells } from '../i18n/cells.ts';
import type { Messages } from '../i18n/index.ts';
import type { linkNotice } from '../i18n/linkNotice.ts';
import type { time } from '../i18n/time.ts';
import { TASKS } from '../state/config.ts';
import type { Screen } from '../state/route.ts';

interface Words {
  readonly page: Messages;
  readonly link: typeof linkNotice.en;
  readonly cells: typeof cells.en;
  readonly time: typeof time.en;
}

/** What the control of a part of a link is called; undefined where there is no such part. */
export function linkPartName(key: string, screen: Screen, words: Words): string | undefined {
  const { controls } = words.page;
  if (screen === 'shapes') {
    const task = TASKS.find((each) => each === key || `ask-${each}` === key);
    if (task !== undefined) {
      return task === key ? controls.tasks[task] : words.link.askOf(controls.tasks[task]);
    }
  }
  const names = namesByKey(words);
  // The second and third lab have the keys of the first with their number.
  const plain = screen === 'cells' ? key.replace(/[23]$/, '') : key;
  return Object.hasOwn(names, plain) ? names[plain] : undefined;
}

function namesByKey({ page, link, cells, time }: Words): Readonly<Record<string, string>> {
  const { controls, learning, network, panels, guessing, shell } = page;
  const { recall } = cells;
  return {
    task: controls.task,
    tongue: link.names.tongue,
    'numbers-from': link.names.numbersFrom,
    upto: link.names.upTo,
    feedback: link.names.feedback,
    text: controls.text,
    letters: controls.letterUnit,
    cell: controls.cell,
    nonlinearity: controls.nonlinearity,
    hidden: controls.hiddenSize,
    layers: controls.layers,
    gatebias: link.names.gateBias,
    optimizer: controls.optimizer,
    lr: controls.learningRate,
    clip: controls.clip,
    seed: controls.seed,
    do: time.interventions,
    update: learning.update,
    t: network.stepStatus,
    ask: link.names.question,
    speed: learning.speed,
    lang: shell.language,
    open: panels.name,
    inside: panels.names.inside,
    reach: panels.names.reach,
    place: panels.names.place,
    hide: link.names.hide,
    fold: network.fold.name,
    guess: guessing.name,
    twin: time.runTwin,
    equal: cells.equal,
    loss: link.names.loss,
    bars: cells.scale,
    gates: cells.gates,
    between: recall.kind,
    lag: recall.lag,
    budget: recall.budget,
    seeds: recall.seeds,
    compare: link.names.compare,
  };
}
