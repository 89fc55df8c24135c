/** The words of the page where an exercise is learned: of what a text's letters are to a text. */
import type { Messages } from './en.ts';
import { grouped } from './numbers.ts';

type Exercise = 'captions' | 'feelings' | 'numbers' | 'motion';
type Step = Parameters<Messages['network']['step']>[0];
type Weight = Parameters<Messages['weights']['reading']>[0];
type Part = Weight['part'];

/** `messages` of a language as they are said of an exercise. */
export function reword(messages: Messages, language: 'en' | 'ko', exercise: Exercise): Messages {
  return language === 'en' ? english(messages, exercise) : korean(messages, exercise);
}

/** Marks of what is not a word, as they are called in a sentence, which may be read aloud. */
const MARKS_EN: Readonly<Record<string, string>> = {
  '■': '■ (stop)',
  '▶': '▶ (start)',
  '?': '? (an unknown word)',
};
const PICTURE = '▦';

/** Where the dot is, from 1, in a picture of a single one. */
function dotOf({ picture }: Step): { readonly row: number; readonly column: number } | null {
  const on = Array.from(picture?.pixels ?? []).flatMap((pixel, index) => (pixel > 0.5 ? [index] : []));
  if (!picture || on.length !== 1) return null;
  return { row: Math.floor(on[0] / picture.columns) + 1, column: (on[0] % picture.columns) + 1 };
}

/** What one right output is. */
const OUTPUTS_EN: Readonly<Record<Exercise, readonly [string, string]>> = {
  captions: ['word', 'words'],
  feelings: ['sentence', 'sentences'],
  numbers: ['word', 'words'],
  motion: ['frame', 'frames'],
};

const INPUT_NOTES_EN: Readonly<Record<Exercise, string>> = {
  captions: 'picture at step 1',
  feelings: 'one-hot word',
  numbers: 'one-hot word',
  motion: 'pixels of the frame',
};

function english(base: Messages, exercise: Exercise): Messages {
  const [one, many] = OUTPUTS_EN[exercise];
  const count = (n: number) => `${grouped(n)} ${n === 1 ? one : many}`;
  const picture = exercise === 'motion' ? 'the frame' : 'the picture';
  const called = (mark: string) => (mark === PICTURE ? picture : (MARKS_EN[mark] ?? mark));
  const placed = (step: Step) => {
    const dot = dotOf(step);
    return dot && `dot at row ${dot.row}, column ${dot.column}`;
  };
  const seen = (step: Step) => [called(step.letter), placed(step)].filter(Boolean).join(', ');
  const says = ({ prediction, target, right, ended = null }: Step) => {
    if (ended !== null) {
      const missed = target === null ? '' : `, wrong; correct: ${called(target)}`;
      return `says nothing more: its answer ended with ■ at step ${grouped(ended)}${missed}`;
    }
    if (prediction === null) return 'says nothing';
    const verdict = target === null ? '' : right ? ', right' : `, wrong; correct: ${called(target)}`;
    return `says ${called(prediction)}${verdict}`;
  };
  const partOf = (part: Part) => (part ? `${part}, ` : '');
  return {
    ...base,
    shell: { ...base.shell, changeNetwork: 'Task and network' },
    network: {
      ...base.network,
      tableColumn: (step) => {
        const place = placed(step);
        return place ? `${step.number}: ${place}` : base.network.tableColumn(step);
      },
      summary: (step, timesteps, correct, targets, update) =>
        `Step ${grouped(step.number)} of ${grouped(timesteps)} reads ${seen(step)} and ${says(step)}. At update ${grouped(update)}, ${grouped(correct)} of ${count(targets)} of the batch ${correct === 1 ? 'is' : 'are'} right.`,
      minimap: 'All timesteps: right and wrong answers. Drag to move the window.',
      step: (step) => `step ${grouped(step.number)}, reads ${seen(step)}, ${says(step)}`,
      rows: {
        ...base.network.rows,
        target: { name: 'Target', note: 'the right answer' },
        logits: { name: 'Output', note: 'a score per answer' },
        input: { name: 'Input', note: INPUT_NOTES_EN[exercise] },
        letter: { name: 'Reads', note: '' },
      },
    },
    hiddenState: {
      ...base.hiddenState,
      reading: (at) =>
        `${at.layer === null ? '' : `layer ${at.layer}, `}unit ${at.unit}, step ${grouped(at.step)} (${called(at.letter)}): ${at.symbol} = ${at.value}`,
      summary: (at) =>
        `${grouped(at.units)} units over ${grouped(at.timesteps)} timesteps; at step ${grouped(at.step)}, which reads ${called(at.letter)}, ${at.layers > 1 ? `layer ${at.layers} holds` : 'the state is'} ${at.values.join(', ')}.`,
      summaryOfMany: (at) =>
        `${at.units} units over ${grouped(at.timesteps)} timesteps; at step ${grouped(at.step)}, which reads ${called(at.letter)}, ${at.layers > 1 ? `the strongest of layer ${at.layers}` : 'the strongest'} is unit ${at.unit} with ${at.value}.`,
    },
    weights: {
      ...base.weights,
      shared: (matrices) =>
        exercise === 'numbers'
          ? `Of the ${grouped(matrices)} matrices those of the encoder are used at every step that reads the number, those of the decoder at every step that writes it.`
          : base.weights.shared(matrices),
      matrix: (matrix, rows, columns) => partOf(matrix.part) + base.weights.matrix(matrix, rows, columns),
      reading: ({ symbol, layer, part, to, from, value }) => {
        const target =
          'letter' in to ? `“${to.letter}”` : `${to.gate === null ? '' : `gate ${to.gate}, `}unit ${to.unit}`;
        const source =
          from === null
            ? ''
            : 'letter' in from
              ? `from “${from.letter}” to `
              : `from unit ${from.unit}${from.of === 'before' ? ' one step before' : from.of === 'below' ? ' of the layer below' : ''} to `;
        return `${partOf(part)}${symbol}${layer === null ? '' : `, layer ${layer}`}, ${source}${target}${value === null ? '' : `: ${value}`}`;
      },
    },
    learning: {
      ...base.learning,
      lettersRight: (correct, targets) => `${grouped(correct)} of ${count(targets)} in this batch`,
      natsPerLetter: `nats per ${one}, in this batch`,
      curveSummary: (at) =>
        `At update ${grouped(at.update)} the loss is ${at.loss} nats per ${one} of the batch (${at.first} at the start), and ${grouped(at.correct)} of ${count(at.targets)} in it ${at.correct === 1 ? 'is' : 'are'} right.`,
      untilRightHint: 'Trains until everything in a batch is right, then pauses',
      allRightAlready: 'Everything in this batch is right already',
    },
  };
}

const INPUT_NOTES_KO: Readonly<Record<Exercise, string>> = {
  captions: '시점 1의 그림',
  feelings: '낱말의 원-핫 벡터',
  numbers: '낱말의 원-핫 벡터',
  motion: '프레임의 픽셀',
};

const MARKS_KO: Readonly<Record<string, string>> = {
  '■': '■(끝)',
  '▶': '▶(시작)',
  '?': '?(모르는 낱말)',
};

const PARTS_KO = { encoder: '인코더, ', decoder: '디코더, ' };

function korean(base: Messages, exercise: Exercise): Messages {
  const marks: Readonly<Record<string, string>> = {
    ...MARKS_KO,
    [PICTURE]: exercise === 'motion' ? '프레임' : '그림',
  };
  const plain = (mark: string) => marks[mark] ?? mark;
  const called = (mark: string) => marks[mark] ?? `‘${mark}’`;
  const placed = (step: Step) => {
    const dot = dotOf(step);
    return dot && `${dot.row}행 ${dot.column}열의 점`;
  };
  const seen = (step: Step) => {
    const place = placed(step);
    return place ? `${called(step.letter)}(${place})` : called(step.letter);
  };
  const says = ({ prediction, target, right, ended = null }: Step) => {
    if (ended !== null) {
      const missed = target === null ? '' : `, 틀림 (정답 ${called(target)})`;
      return ` → 시점 ${grouped(ended)}의 ■로 답이 끝나 더 답하지 않음${missed}`;
    }
    if (prediction === null) return ' → 답하지 않음';
    const verdict = target === null ? '' : right ? ', 맞음' : `, 틀림 (정답 ${called(target)})`;
    return ` → 답 ${called(prediction)}${verdict}`;
  };
  const score = (correct: number, targets: number) =>
    `이번 배치의 답 ${grouped(targets)}개 중 ${grouped(correct)}개를 맞혔습니다`;
  const now = (update: number) => (update === 0 ? '학습 전인 지금' : `${grouped(update)}번 갱신한 지금`);
  const partOf = (part: Part) => (part ? PARTS_KO[part] : '');
  return {
    ...base,
    shell: { ...base.shell, changeNetwork: '과제와 신경망' },
    network: {
      ...base.network,
      tableColumn: (step) => {
        const place = placed(step);
        return place ? `${step.number}: ${place}` : base.network.tableColumn(step);
      },
      summary: (step, timesteps, correct, targets, update) =>
        `시점 ${grouped(step.number)} (모두 ${grouped(timesteps)}개): 입력 ${seen(step)}${says(step)}. ${now(update)} ${score(correct, targets)}.`,
      minimap: '모든 시점의 맞음과 틀림. 끌어서 보이는 곳을 옮기세요.',
      step: (step) => `시점 ${grouped(step.number)}: 입력 ${seen(step)}${says(step)}`,
      rows: {
        ...base.network.rows,
        target: { name: '정답', note: '' },
        prediction: { name: '답', note: '가장 큰 출력' },
        logits: { name: '출력', note: '답마다 점수 하나' },
        input: { name: '입력', note: INPUT_NOTES_KO[exercise] },
        letter: { name: '읽는 것', note: '' },
      },
    },
    hiddenState: {
      ...base.hiddenState,
      reading: ({ symbol, layer, unit, step, letter, value }) =>
        `${layer === null ? '' : `${layer}층 `}유닛 ${unit}, 시점 ${grouped(step)}(${plain(letter)}): ${symbol} = ${value}`,
      summary: ({ units, layers, timesteps, step, letter, values }) =>
        `유닛 ${units}개, 시점 ${grouped(timesteps)}개. 시점 ${grouped(step)}(${plain(letter)})의 ${layers > 1 ? `${layers}층 ` : ''}은닉 상태: ${values.join(', ')}.`,
      summaryOfMany: ({ units, layers, timesteps, step, letter, unit, value }) =>
        `유닛 ${units}개, 시점 ${grouped(timesteps)}개. 시점 ${grouped(step)}(${plain(letter)})에서 ${layers > 1 ? `${layers}층의 ` : ''}절댓값이 가장 큰 유닛: ${unit}번, ${value}.`,
    },
    weights: {
      ...base.weights,
      shared: (matrices) =>
        exercise === 'numbers'
          ? `행렬 ${grouped(matrices)}개 중 인코더의 것은 수를 읽는 시점마다, 디코더의 것은 수를 쓰는 시점마다 똑같이 쓰입니다.`
          : base.weights.shared(matrices),
      matrix: (matrix, rows, columns) => partOf(matrix.part) + base.weights.matrix(matrix, rows, columns),
      reading: ({ symbol, layer, part, to, from, value }) => {
        const target =
          'letter' in to
            ? `‘${to.letter}’`
            : `${to.gate === null ? '' : `게이트 ${to.gate}, `}유닛 ${to.unit}`;
        const source =
          from === null
            ? null
            : 'letter' in from
              ? `‘${from.letter}’`
              : `${from.of === 'before' ? '이전 시점의 ' : from.of === 'below' ? '아래층의 ' : ''}유닛 ${from.unit}`;
        return `${partOf(part)}${symbol}${layer === null ? '' : `, ${layer}층`}, ${source === null ? target : `${source}에서 ${target} 쪽으로`}${value === null ? '' : `: ${value}`}`;
      },
    },
    learning: {
      ...base.learning,
      lettersRight: (correct, targets) => `이번 배치의 답 ${grouped(targets)}개 중 ${grouped(correct)}개`,
      natsPerLetter: '이번 배치에서 답 하나당 nat',
      curveSummary: ({ update, loss, first, correct, targets }) =>
        `${now(update)} 이번 배치의 손실은 답 하나당 ${loss} nat(처음 ${first})이고, ${score(correct, targets)}.`,
      untilRightHint: '한 배치를 모두 맞힐 때까지 학습하고 멈춥니다',
      allRightAlready: '이번 배치는 이미 모두 맞혔습니다',
    },
  };
}
