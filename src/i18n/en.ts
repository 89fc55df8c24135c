/** One timestep in words. */
interface Step {
  readonly number: number;
  readonly letter: string;
  readonly prediction: string;
  readonly target: string;
  readonly right: boolean;
}

/** Which map of the hidden state; the layer from 1 is null where there is one. */
interface StateMap {
  readonly symbol: string;
  readonly layer: number | null;
}

interface StateCell {
  readonly unit: number;
  readonly step: number;
  readonly letter: string;
  readonly value: string;
}

interface StateSummary {
  readonly units: number;
  readonly layers: number;
  readonly timesteps: number;
  readonly step: number;
  readonly letter: string;
}

interface WeightMatrix {
  readonly symbol: string;
  readonly layer: number | null;
}

/** One weight: what it leads to and where it comes from, with its value or without. */
interface WeightReading extends WeightMatrix {
  readonly to: { readonly letter: string } | { readonly gate: string | null; readonly unit: number };
  readonly from:
    | { readonly letter: string }
    | { readonly unit: number; readonly of: 'before' | 'below' | 'last' };
  readonly value: string | null;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** English. Each section belongs to one part of the page; functions take the live values. */
export const en = {
  shell: {
    numbersOf: (figure: string) => `${figure}: the numbers as a table`,
    firstRows: (shown: number, all: number) => `(the first ${shown} of ${all} rows)`,
    tagline: 'A recurrent network learns your text, every number in sight',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    page: 'Page',
    copyLink: 'Copy link',
    linkCopied: 'Link copied. It opens this same picture.',
    linkNotCopied: 'The browser did not allow copying. This is the link:',
    keys: 'Keyboard',
    controls: 'Controls',
    changeNetwork: 'Text and network',
    close: 'Close',
    learning: 'Learning',
    skip: 'Skip to the network',
    skipToTraining: 'Skip to training',
    preparing: 'Preparing the new network…',
  },
  notices: {
    dismiss: 'Dismiss',
    tooShort: 'At least two letters are needed, so that there is one to predict. The last network stays.',
    tooLong: (limit: string, lastLetters: string) =>
      `The first ${limit} letters are used. The cut is after “…${lastLetters}”.`,
    linkUnread: (keys: string) =>
      `Part of the link could not be read (${keys}) and has its usual value instead. The rest is as the link says.`,
    workerRestarted: (update: string) =>
      `The training thread broke down. A new one goes on from update ${update}.`,
    workerFailed:
      'The training thread broke down and could not be started again. Your choices are in the address of this page: load it again to go on.',
    diverged: (at: {
      readonly update: string;
      readonly loss: string;
      readonly lastGood: string;
      readonly reset: string;
    }) =>
      `Training stopped: at update ${at.update} the numbers grew too large and the loss came out as ${at.loss}. Update ${at.lastGood}, the last good one, stays on screen. Choose a smaller learning rate or clip the gradient, then press ${at.reset}.`,
  },
  controls: {
    text: 'Training text',
    lesson: {
      reads: (letters: number, steps: number) =>
        `${count(letters, 'letter', 'letters')}, ${count(steps, 'step', 'steps')}: reads`,
      says: ', learns to say',
    },
    vocabulary: 'Vocabulary: each letter with its one-hot index',
    oneHotIndex: (index: number, letter: string) => `${letter} is one-hot index ${index}`,
    moreLetters: (more: number) => `and ${more} more`,
    fewerLetters: 'Show fewer',
    letterUnit: 'One letter is a',
    letterUnits: { syllable: 'syllable', jamo: 'jamo' },
    examples: 'Try',
    exampleTexts: [
      { name: 'hello', text: 'hello' },
      { name: '안녕하세요', text: '안녕하세요' },
      { name: 'abab…', text: 'abababababababab' },
      { name: 'a sentence', text: 'she reads one letter, then the next, and remembers a little of each' },
      { name: 'a Korean poem', text: '밤마다 강물은 달을 읽고\n아침마다 물결로 다시 쓴다' },
    ],
    cell: 'Cell',
    nonlinearity: 'Squashed by',
    hiddenSize: 'Hidden units',
    hiddenSizeExact: 'Exact number of units',
    layers: 'Layers',
    learningRate: 'Learning rate',
    optimizer: 'Optimizer',
    optimizers: {
      sgd: 'SGD',
      momentum: 'SGD with momentum 0.9',
      adagrad: 'Adagrad',
      rmsprop: 'RMSprop',
      adam: 'Adam',
    },
    clip: 'Clip gradient',
    clipNorm: 'Clip gradient at',
    seed: 'Seed',
    newSeed: 'New seed',
    outOfRange: (range: {
      readonly min: number;
      readonly max: number;
      readonly integer: boolean;
      readonly inForce: string;
    }) =>
      `${range.integer ? 'A whole number' : 'A number'} from ${range.min} to ${range.max}. ${range.inForce} stays in force.`,
    parameters: (count: string) => `${count} parameters to learn`,
  },
  network: {
    name: 'Unrolled network',
    summary: (step: Step, timesteps: number, correct: number, targets: number, update: number) =>
      `Step ${step.number} of ${timesteps} reads ${step.letter} and predicts ${step.prediction}; the target is ${step.target}. At update ${update}, ${correct} of ${targets} letters are predicted right.`,
    scroller: 'All timesteps, scrolls sideways',
    minimap: 'The whole text: right and wrong predictions. Drag to move the window.',
    arrows: 'Weights on the arrows',
    arrow: (matrix: string, step: number) => `${matrix} at step ${step}: light up all its copies`,
    previous: 'Previous timestep',
    next: 'Next timestep',
    stepStatus: 'Selected step',
    step: (step: Step) =>
      `step ${step.number}, letter ${step.letter}, predicts ${step.prediction}, ${step.right ? 'right' : `wrong: the target is ${step.target}`}`,
    legend: (quantities: readonly (readonly [string, number])[]) =>
      `Blue is negative, orange is positive; full colour at ${quantities.map(([symbol, domain]) => `${symbol} ±${domain}`).join(', ')}`,
    tableCaption: (update: number) => `Unrolled network at update ${update}, steps across`,
    startState: 'zero at the start',
    quantity: 'Step',
    rows: {
      layer: (layer: number) => `Layer ${layer}`,
      target: { name: 'Target', note: 'the next letter', short: 'target' },
      prediction: { name: 'Prediction', note: 'largest output', short: '' },
      probability: { name: 'Probability', note: 'softmax of y, in %', short: '' },
      logits: { name: 'Output', note: 'one score per letter', short: '' },
      hidden: { name: 'Hidden state', note: 'after reading x', short: '' },
      cellState: { name: 'States', note: 'hidden and cell state', short: '' },
      input: { name: 'Input', note: 'one-hot letter', short: '' },
      letter: { name: 'Letter', note: '', short: '' },
    },
  },
  hiddenState: {
    name: 'Hidden state',
    hint: 'Point at a value, or use the arrow keys. A click or Enter selects the step.',
    legend: (domain: number) => `Colours: blue is −${domain}, uncoloured is 0, orange is +${domain}`,
    map: (map: StateMap & { readonly timesteps: number; readonly units: number }) =>
      `${map.symbol}${map.layer === null ? '' : `, layer ${map.layer}`}, ${map.units} × ${map.timesteps}`,
    reading: (at: StateMap & StateCell) =>
      `${at.layer === null ? '' : `layer ${at.layer}, `}unit ${at.unit}, step ${at.step} (letter ${at.letter}): ${at.symbol} = ${at.value}`,
    summary: (at: StateSummary & { readonly values: readonly string[] }) =>
      `${count(at.units, 'unit', 'units')} over ${count(at.timesteps, 'timestep', 'timesteps')}; at step ${at.step}, letter ${at.letter}, ${at.layers > 1 ? `layer ${at.layers} holds` : 'the state is'} ${at.values.join(', ')}.`,
    summaryOfMany: (at: StateSummary & { readonly unit: number; readonly value: string }) =>
      `${at.units} units over ${count(at.timesteps, 'timestep', 'timesteps')}; at step ${at.step}, letter ${at.letter}, ${at.layers > 1 ? `the strongest of layer ${at.layers}` : 'the strongest'} is unit ${at.unit} with ${at.value}.`,
    table: (first: number, last: number, all: number) =>
      last - first + 1 === all
        ? 'Hidden state, timesteps across'
        : `Hidden state, timesteps ${first} to ${last} of ${all} across`,
    unitColumn: 'Unit',
    row: (at: StateMap & { readonly unit: number }) =>
      `${at.symbol}${at.layer === null ? '' : `, layer ${at.layer}`}, unit ${at.unit}`,
  },
  weights: {
    name: 'Weights',
    hint: 'Point at a weight to read it, or walk there with the arrow keys.',
    shared: (matrices: number) =>
      `The same ${({ 3: 'three', 5: 'five', 7: 'seven' } as Record<number, string>)[matrices] ?? matrices} matrices are used at every step.`,
    matrix: (matrix: WeightMatrix, rows: number, columns: number) =>
      `${matrix.symbol}${matrix.layer === null ? '' : `, layer ${matrix.layer}`}, ${rows} × ${columns}`,
    reading: ({ symbol, layer, to, from, value }: WeightReading) => {
      const target =
        'letter' in to
          ? `letter ${to.letter}`
          : `${to.gate === null ? '' : `gate ${to.gate}, `}unit ${to.unit}`;
      const source =
        'letter' in from
          ? `letter ${from.letter}`
          : `unit ${from.unit}${from.of === 'before' ? ' one step before' : from.of === 'below' ? ' of the layer below' : ''}`;
      return `${symbol}${layer === null ? '' : `, layer ${layer}`}, ${target} ← ${source}${value === null ? '' : `: ${value}`}`;
    },
    summary: (at: {
      readonly matrices: number;
      readonly weights: string;
      readonly update: string;
      readonly largest: string | null;
    }) =>
      `${at.matrices} matrices with ${at.weights} weights at update ${at.update}${at.largest === null ? '' : `; the largest is ${at.largest}`}.`,
    table: (shown: string, all: string) =>
      shown === all ? `All ${all} weights` : `Weights: the first rows of each matrix, ${shown} of ${all}`,
    parameters: (all: string, weights: string, biases: string) =>
      `${all} parameters: ${weights} weights and ${biases} biases`,
    weightColumn: 'Weight',
    valueColumn: 'Value',
  },
  learning: {
    accuracy: 'Accuracy',
    lettersRight: (correct: number, targets: number) =>
      `${correct} of ${count(targets, 'letter', 'letters')}`,
    loss: 'Loss',
    natsPerLetter: 'nats per letter',
    uniformGuess: (loss: string) => `uniform guess ${loss}`,
    update: 'Update',
    gradientNorm: 'Gradient norm',
    curve: 'Loss and accuracy',
    curveSummary: (at: {
      readonly update: number;
      readonly loss: string;
      readonly first: string;
      readonly correct: number;
      readonly targets: number;
    }) =>
      `At update ${at.update} the loss is ${at.loss} nats per letter (${at.first} at the start), and ${at.correct} of ${count(at.targets, 'letter is', 'letters are')} predicted right.`,
    readCurve: 'Read the curve at an update',
    reading: (update: string, loss: string, percent: string) => `update ${update}: loss ${loss}, ${percent}%`,
    lossAxis: 'loss (nats)',
    accuracyAxis: 'accuracy',
    updateAxis: 'updates',
    train: 'Train',
    pause: 'Pause',
    more: (updates: number) => `+${updates}`,
    moreHint: (updates: number) => `${count(updates, 'update', 'updates')} more, then pause`,
    untilRight: 'Until right',
    untilRightHint: 'Trains until every letter is predicted right, then pauses',
    allRightAlready: 'Every letter is right already',
    reset: 'Reset',
    resetHint: 'The same start again',
    firstRight: (update: number) => `All right first at update ${update}. Going on can lose it again.`,
    rightAgain: (update: number, first: number) => `All right again at update ${update}, first at ${first}.`,
    rightBefore: (first: number) =>
      `All right first at update ${first}, but not now: training can lose it again.`,
    oneKind: 'The text has only one kind of letter: there is nothing to learn.',
    seeking: (target: number) => `On the way to update ${target}`,
    speed: 'Speed',
    pace: (updates: number | null) =>
      updates === null ? 'as fast as possible' : `${count(updates, 'update', 'updates')} a second`,
  },
  shortcuts: {
    title: 'Keyboard',
    space: 'Space',
    trainOrPause: 'Train or pause',
    oneUpdate: 'One update more',
    timestep: 'Previous or next timestep',
    ends: 'First or last timestep',
    list: 'This list of keys',
    leave: 'Close what is open',
    characterKeys: 'Use the keys . and ?',
    close: 'Close',
  },
};

export type Messages = typeof en;
