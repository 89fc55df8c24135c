import { grouped } from './numbers.ts';

/** One timestep in words. */
interface Step {
  readonly number: number;
  readonly letter: string;
  /** Of an exercise, where that is what is read. */
  readonly picture?: { readonly columns: number; readonly pixels: ArrayLike<number> } | null;
  /** Null where the network says nothing. */
  readonly prediction: string | null;
  /** Null where nobody knows it. */
  readonly target: string | null;
  readonly right: boolean;
  /** The step with which the answer of an exercise ended before. */
  readonly ended?: number | null;
}

function answerOf({ prediction, target }: Step): string {
  if (prediction === null) return '';
  return ` and predicts ${prediction}${target === null ? '' : `; the target is ${target}`}`;
}

function verdictOf({ prediction, target, right }: Step): string {
  if (prediction === null) return '';
  const verdict = target === null ? '' : right ? ', right' : `, wrong: the target is ${target}`;
  return `, predicts ${prediction}${verdict}`;
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
  /** Whose it is where an encoder and a decoder have weights of their own. */
  readonly part?: 'encoder' | 'decoder' | undefined;
  readonly layer: number | null;
}

/** One weight: what it leads to and where it comes from (a bias comes from nowhere), with its value or without. */
interface WeightReading extends WeightMatrix {
  readonly to: { readonly letter: string } | { readonly gate: string | null; readonly unit: number };
  readonly from:
    | { readonly letter: string }
    | { readonly unit: number; readonly of: 'before' | 'below' | 'last' }
    | null;
  readonly value: string | null;
}

/** A point of the curve in figures. */
interface CurveReading {
  readonly update: string;
  readonly loss: string;
  readonly percent: string;
}

/** What a weight matrix leads from and to. */
function mapRole({ symbol, layer }: WeightMatrix): string {
  if (symbol.startsWith('b')) return 'bias';
  if (symbol === 'W_hy') return 'hidden to output';
  if (symbol === 'W_hh') return 'hidden to hidden';
  return layer === null || layer === 1 ? 'input to hidden' : 'layer below to hidden';
}

function count(number: number, one: string, many: string): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

function score(correct: number, targets: number): string {
  return `${grouped(correct)} of ${count(targets, 'letter', 'letters')} ${correct === 1 || targets === 1 ? 'is' : 'are'} predicted right`;
}

/** English. Each section belongs to one part of the page; functions take the live values. */
export const en = {
  shell: {
    title: 'Unrolled: watch a recurrent neural network learn',
    numbersOf: (figure: string) => `${figure}: the numbers as a table`,
    tagline: 'Watch a recurrent network learn your text, with every number in view',
    screens: { name: 'Screens', playground: 'Playground', shapes: 'Five shapes', cells: 'RNN · GRU · LSTM' },
    language: 'Language',
    theme: 'Colour theme',
    themes: { system: 'follow the system', light: 'light', dark: 'dark' },
    page: 'Page',
    copyLink: 'Copy link',
    linkCopied: 'Link copied. It opens this network at this update.',
    linkNotCopied: 'The browser did not allow copying. This is the link:',
    keys: 'Keyboard shortcuts',
    controls: 'Controls',
    changeNetwork: 'Text and network',
    close: 'Close',
    learning: 'Learning',
    skipToTraining: 'Skip to learning',
    preparing: 'Preparing the new network…',
  },
  notices: {
    dismiss: 'Dismiss',
    tooShort: 'Type at least two letters, so there is one to predict. The previous network is still shown.',
    tooLong: (limit: string, lastLetters: string) =>
      `The first ${limit} letters are used. The cut is after “…${lastLetters}”.`,
    clusterSplit: (limit: number) =>
      `A letter is made of more than ${limit} characters; it is read as several letters.`,
    partMissing:
      'A part of this page could not be loaded. The rest goes on. Reload the page when you are online.',
    reload: 'Reload',
    brokeDown: 'Drawing this page failed. Your choices are in its address.',
    drawAgain: 'Draw again',
    exerciseNotLoaded: 'That task could not be loaded. Choose it again when you are online.',
  },
  controls: {
    task: 'Task',
    tasks: {
      text: 'Next letter of a text',
      captions: 'Caption a picture',
      feelings: 'Feeling of a sentence',
      numbers: 'Translate a number',
      motion: 'Motion in a video',
    },
    text: 'Training text',
    lesson: {
      reads: (letters: number, steps: number) =>
        `${count(letters, 'letter', 'letters')}, ${count(steps, 'step', 'steps')}: reads`,
      says: ', learns to say',
    },
    vocabulary: 'Vocabulary: each letter with its one-hot index',
    oneHotIndex: (index: number, letter: string) => `${letter} is one-hot index ${index}`,
    moreLetters: (more: number) => `and ${grouped(more)} more`,
    fewerLetters: 'Show fewer',
    letterUnit: 'Letters are',
    letterUnits: { syllable: 'syllables', jamo: 'jamo' },
    examples: 'Try',
    exampleTexts: [
      { name: 'hello', text: 'hello' },
      { name: '안녕하세요', text: '안녕하세요' },
      { name: 'abab…', text: 'abababababababab' },
      { name: 'Sentence', text: 'she reads one letter, then the next, and remembers a little of each' },
      { name: 'Korean poem', text: '밤마다 강물은 달을 읽고\n아침마다 물결로 다시 쓴다' },
    ],
    slide: 'hello at 75%',
    slideHint: 'The lecture’s slide: three of four letters right, o instead of e',
    cell: 'Cell',
    nonlinearity: 'Activation',
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
    clip: 'Clip gradients at',
    clipNorm: 'Clip gradients at',
    seed: 'Seed',
    cut: 'Cut the recurrence',
    cutHint: 'The state before each step counts as 0: the network has no memory',
    newSeed: 'New seed',
    outOfRange: (
      range: {
        readonly min: number;
        readonly max: number;
        readonly integer: boolean;
        readonly inForce: number;
      },
      write: (value: number) => string = grouped,
    ) =>
      `Enter a ${range.integer ? 'whole number' : 'number'} from ${write(range.min)} to ${write(range.max)}. Still using ${write(range.inForce)}.`,
    parameters: (count: string) => `${count} parameters to learn`,
  },
  network: {
    name: 'Unrolled network',
    summary: (step: Step, timesteps: number, correct: number, targets: number, update: number) =>
      `Step ${grouped(step.number)} of ${grouped(timesteps)} reads ${step.letter}${answerOf(step)}. At update ${grouped(update)}, ${score(correct, targets)}.`,
    scroller: 'All timesteps, scrolls sideways',
    minimap: 'The whole text: right and wrong predictions. Drag to move the window.',
    arrows: 'Weights on the arrows',
    arrow: (matrix: string, step: number) => `${matrix} at step ${grouped(step)}: light up all its copies`,
    previous: 'Previous timestep',
    next: 'Next timestep',
    stepStatus: 'Selected step',
    step: (step: Step) => `step ${grouped(step.number)}, letter ${step.letter}${verdictOf(step)}`,
    legend: (quantities: readonly (readonly [string, number, boolean])[], frozen: boolean) =>
      `Blue is negative, orange is positive; full colour at ${quantities.map(([symbol, domain, open]) => `${symbol} ±${domain}${open ? ' and beyond' : ''}`).join(', ')}${frozen ? '; an outline with a snowflake: a unit held at 0' : ''}`,
    frozen: 'held at 0',
    unit: (unit: number, layer: number | null) => `unit ${unit}${layer === null ? '' : ` of layer ${layer}`}`,
    frozenUnits: (units: readonly string[], more: number) =>
      `Held at 0: ${units.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}.`,
    tableColumn: (step: Step) => `${step.number}: ${step.letter}`,
    oneHotIndex: (index: number) => `no. ${index}`,
    fold: {
      name: 'Fold',
      hint: 'Folds all timesteps into one cell with its loop, and opens them again',
      covered: 'Folding waits until you have guessed the predictions',
      value: (percent: number) =>
        percent === 0 ? 'unrolled' : percent === 100 ? 'folded into one cell' : `${percent}% folded`,
    },
    rows: {
      layer: (layer: number) => `Layer ${layer}`,
      target: { name: 'Target', note: 'the next letter' },
      prediction: { name: 'Prediction', note: 'largest output' },
      probability: { name: 'Probability', note: 'softmax of y' },
      logits: { name: 'Output', note: 'a score per letter' },
      hidden: { name: 'Hidden state', note: 'after reading x' },
      cellState: { name: 'Cell state', note: 'the long memory' },
      input: { name: 'Input', note: 'one-hot letter' },
      letter: { name: 'Letter', note: '' },
    },
  },
  freezing: {
    name: 'Freeze at 0',
    layer: (layer: number) => `layer ${layer}`,
    layerChoice: 'Layer',
    unitChoice: 'Unit',
    freeze: (unit: string) => `Freeze ${unit} at 0`,
    letGo: (unit: string) => `Let ${unit} go again`,
  },
  hiddenState: {
    name: 'Hidden state',
    hint: 'Point at a cell, tap it or use the arrow keys to read it; a click or Enter selects its step.',
    faint: (limit: string) =>
      `The colours are pale because every value of this step is smaller than ${limit}.`,
    legend: (domain: number, open: boolean) =>
      `Colours: blue is −${domain}${open ? ' or less' : ''}, uncoloured is 0, orange is +${domain}${open ? ' or more' : ''}`,
    map: (map: StateMap & { readonly timesteps: number; readonly units: number }) =>
      `${map.symbol}${map.layer === null ? '' : `, layer ${map.layer}`}, units by steps, ${grouped(map.units)} × ${grouped(map.timesteps)}: arrow keys read the values`,
    reading: (at: StateMap & StateCell) =>
      `${at.layer === null ? '' : `layer ${at.layer}, `}unit ${at.unit}, step ${grouped(at.step)} (letter ${at.letter}): ${at.symbol} = ${at.value}`,
    summary: (at: StateSummary & { readonly values: readonly string[] }) =>
      `${count(at.units, 'unit', 'units')} over ${count(at.timesteps, 'timestep', 'timesteps')}; at step ${grouped(at.step)}, letter ${at.letter}, ${at.layers > 1 ? `layer ${at.layers} holds` : 'the state is'} ${at.values.join(', ')}.`,
    summaryOfMany: (at: StateSummary & { readonly unit: number; readonly value: string }) =>
      `${at.units} units over ${count(at.timesteps, 'timestep', 'timesteps')}; at step ${grouped(at.step)}, letter ${at.letter}, ${at.layers > 1 ? `the strongest of layer ${at.layers}` : 'the strongest'} is unit ${at.unit} with ${at.value}.`,
    unitAxis: 'unit',
  },
  guessing: {
    name: 'Predict first',
    hint: 'Covers the predictions until you have guessed them',
    coveredSummary: (step: number, timesteps: number, letter: string) =>
      `Step ${grouped(step)} of ${grouped(timesteps)} reads ${letter}. The predictions are covered until you have guessed them.`,
    coveredStep: (step: number, letter: string) => `step ${grouped(step)}, letter ${letter}: your guess?`,
    covered: 'Covered until you have guessed the predictions.',
    yours: 'Your guess',
    guessed: (letter: string) => `; your guess was ${letter}`,
  },
  panels: {
    name: 'Look further in',
    names: {
      weights: 'Weights',
      inside: 'Inside the step',
      reach: 'How far the error reaches',
      place: 'The state as a place',
      gates: 'Gates',
    },
    hints: {
      weights: 'All weight matrices and biases',
      inside: 'The selected step, operation by operation, down to one multiplication',
      reach: 'The gradient of each loss at each earlier step',
      place: 'The hidden state drawn as a path',
      gates: 'The gates of GRU and LSTM over time; hold them open or shut',
    },
    loading: 'Loading…',
  },
  weights: {
    name: 'Weights',
    hint: 'Point at a weight (or use the arrow keys) to read it; drag it, click or press Enter to change it.',
    shared: (matrices: number) =>
      `The same ${({ 3: 'three', 5: 'five', 7: 'seven' } as Record<number, string>)[matrices] ?? matrices} matrices are used at every step.`,
    matrix: (matrix: WeightMatrix, rows: number, columns: number) =>
      `${matrix.symbol}${matrix.layer === null ? '' : `, layer ${matrix.layer}`}, ${mapRole(matrix)}, ${grouped(rows)} × ${grouped(columns)}: arrow keys read the values`,
    reading: ({ symbol, layer, to, from, value }: WeightReading) => {
      const target =
        'letter' in to
          ? `letter ${to.letter}`
          : `${to.gate === null ? '' : `gate ${to.gate}, `}unit ${to.unit}`;
      const source =
        from === null
          ? null
          : 'letter' in from
            ? `letter ${from.letter}`
            : `unit ${from.unit}${from.of === 'before' ? ' one step before' : from.of === 'below' ? ' of the layer below' : ''}`;
      return `${symbol}${layer === null ? '' : `, layer ${layer}`}, ${source === null ? '' : `from ${source} to `}${target}${value === null ? '' : `: ${value}`}`;
    },
    summary: (at: {
      readonly matrices: number;
      readonly weights: string;
      readonly biases: string;
      readonly update: string;
      readonly largest: string;
    }) =>
      `${at.matrices} matrices with ${at.weights} weights and ${at.biases} biases, at update ${at.update}; the largest is ${at.largest}.`,
    parameters: (all: string, weights: string, biases: string) =>
      `${all} parameters: ${weights} weights and ${biases} biases`,
    parts: { encoder: 'encoder', decoder: 'decoder' },
  },
  learning: {
    accuracy: 'Accuracy',
    lettersRight: (correct: number, targets: number) =>
      `${grouped(correct)} of ${count(targets, 'letter', 'letters')}`,
    loss: 'Loss',
    twin: (score: string) => `twin: ${score}`,
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
      `At update ${grouped(at.update)} the loss is ${at.loss} nats per letter (${at.first} at the start), and ${score(at.correct, at.targets)}.`,
    playhead: 'Training update',
    playheadAt: (at: CurveReading & { readonly furthest: string }) =>
      `update ${at.update}: loss ${at.loss}, ${at.percent}% right, furthest ${at.furthest}`,
    reading: (at: CurveReading) => `update ${at.update}: loss ${at.loss}, ${at.percent}%`,
    dragHint: 'updates (drag to go back)',
    jumps: 'Go to an update',
    jump: {
      start: 'Start',
      back: 'One update back',
      first: (percent: number) => `First ${percent}%`,
      furthest: 'Furthest update',
    },
    jumpHint: (name: string, update: number) => `${name}: update ${grouped(update)}`,
    notReached: (percent: number) => `${percent}% of the letters have not been right yet`,
    lossAxis: 'loss (nats)',
    accuracyAxis: 'accuracy',
    updateAxis: 'updates',
    log: 'log axis',
    logHint: 'A logarithmic axis of updates shows how a long run began',
    train: 'Train',
    pause: 'Pause',
    more: (updates: number) => `+${updates}`,
    moreHint: (updates: number) => `${count(updates, 'update', 'updates')} more, then pause`,
    untilRight: 'Until right',
    moreConditions: 'More conditions',
    untilRightHint: 'Trains until every letter is predicted right, then pauses',
    allRightAlready: 'Every letter is right already',
    outOfReach: 'Not without memory: the recurrence is cut',
    reset: 'Reset',
    resetHint: 'Starts again from the same first weights',
    replaying: (at: number, target: number) => `Update ${grouped(at)}, on its way to ${grouped(target)}…`,
    speed: 'Speed',
    pace: (updates: number | null) =>
      updates === null ? 'as fast as possible' : `${count(updates, 'update', 'updates')} a second`,
  },
};

export type Messages = typeof en;
