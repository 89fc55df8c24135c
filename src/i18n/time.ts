import { grouped } from './numbers.ts';

/** An intervention with its numbers and names as they are written. */
interface ChangeInFigures {
  readonly kind: 'learningRate' | 'weight' | 'freeze' | 'thaw' | 'cut' | 'restore' | 'hold' | 'release';
  /** Of a learning rate, a weight or a gate. */
  readonly value: string;
  /** Of a weight, such as W_hh[1,2]. */
  readonly weight: string;
  /** Of a unit, from 1; the layer is null where there is one. */
  readonly unit: number;
  readonly layer: number | null;
  /** The letter of a gate. */
  readonly gate: string;
}

/** A letter that more than one letter follows, with how often each does and how many others do. */
interface Reason {
  readonly letter: string;
  readonly followers: readonly { readonly letter: string; readonly count: number }[];
  readonly others: number;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${grouped(count)} times`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const en = {
  interventions: 'Interventions',
  change: ({ kind, value, weight, unit, layer, gate }: ChangeInFigures) => {
    const place = layer === null ? '' : ` of layer ${layer}`;
    const name = `unit ${unit}${place}`;
    const sentences = {
      learningRate: `learning rate ${value}`,
      weight: `${weight} = ${value}`,
      freeze: `${name} frozen`,
      thaw: `${name} let go`,
      cut: 'recurrence cut',
      restore: 'recurrence restored',
      hold: `gate ${gate}${place} held at ${value}`,
      release: `gate ${gate}${place} let go`,
    };
    return sentences[kind];
  },
  entry: (update: number, change: string) => `update ${grouped(update)}: ${change}`,
  goThere: 'Go to this update',
  remove: (entry: string) => `Remove: ${entry}`,
  more: (count: number) => `${grouped(count)} more`,
  fewer: 'Show the last ones only',
  futures: 'Earlier futures',
  future: (end: number, loss: string) => `to update ${grouped(end)}: loss ${loss}`,
  /** What the first number counts need not be said of those after it. */
  difference: (isOwn: boolean, change: string, update: number, isFirst: boolean) =>
    `${isOwn ? 'with' : 'without'} “${change}” at ${isFirst ? 'update ' : ''}${grouped(update)}`,
  andMore: (named: string, count: number) => `${named}, and ${grouped(count)} more`,
  reordered: 'the same changes in another order',
  ahead: ' (still to come)',
  returnTo: 'Return',
  returnToNamed: (future: string) => `Return to the future ${future}`,

  forgetNamed: (future: string) => `Forget the future ${future}`,
  ceiling: (percent: string) => `no memory: ≤ ${percent}%`,
  withoutMemory: (right: number, targets: number) =>
    `Without memory at most ${grouped(right)} of ${grouped(targets)} letters can be right:`,
  becauseOf: (reasons: readonly Reason[], more: number) => {
    const sentences = reasons.map(({ letter, followers, others }) => {
      const named = followers.map((each) => `by ${each.letter} ${times(each.count)}`);
      return `${letter} is followed ${listed(others > 0 ? [...named, `${grouped(others)} others`] : named)}`;
    });
    const rest = more > 0 ? `, and ${grouped(more)} more letters are like that` : '';
    return `${sentences.join('; ')}${rest}. The letter alone cannot tell which.`;
  },
  noMemoryNeeded: 'each letter is always followed by the same one, so no memory is needed here.',
  runTwin: 'Run the intact twin beside it',
  untilWhat: 'Go on until',
  until: { update: 'until update', accuracy: 'until accuracy ≥ (%)', loss: 'until loss ≤' },
  noSuchLoss: (inForce: string) =>
    `Enter a number above 0 and up to 100. A loss of 0 is never reached exactly: cross-entropy always stays above it. Still using ${inForce}.`,
  go: 'Go',
  alreadyMet: 'It is so already at this update.',
  updatePast: (update: number) => `Update ${grouped(update)} is past: go back to it on the curve.`,
  newValue: (weight: string) => `New value of ${weight}`,
  editorHint: 'Arrow keys change it by 0.01, with Shift by 0.1. Enter sets it, Escape leaves it as it is.',
  dragValue: 'Drag to change the number',
  setValue: 'Set',
};

const ko: typeof en = {
  interventions: '변경 내역',
  change: ({ kind, value, weight, unit, layer, gate }) => {
    const place = layer === null ? '' : `${layer}층 `;
    const name = `${place}유닛 ${unit}`;
    const sentences = {
      learningRate: `학습률 ${value}`,
      weight: `${weight} = ${value}`,
      freeze: `${name} 고정`,
      thaw: `${name} 고정 해제`,
      cut: '순환 끊음',
      restore: '순환 다시 이음',
      hold: `${place}게이트 ${gate} ${value}로 고정`,
      release: `${place}게이트 ${gate} 고정 해제`,
    };
    return sentences[kind];
  },
  entry: (update, change) => `갱신 ${grouped(update)}회: ${change}`,
  goThere: '이 갱신으로 이동합니다',
  remove: (entry) => `없애기: ${entry}`,
  more: (count) => `${grouped(count)}개 더 보기`,
  fewer: '마지막 것만 보기',
  futures: '앞서 가 본 갈래',
  future: (end, loss) => `갱신 ${grouped(end)}회까지: 손실 ${loss}`,
  difference: (isOwn, change, update) => `갱신 ${grouped(update)}회에 ‘${change}’ ${isOwn ? '있음' : '없음'}`,
  andMore: (named, count) => `${named} 외 ${grouped(count)}개`,
  reordered: '바꾼 것은 같고 순서만 다름',
  ahead: ' (아직 오지 않음)',
  returnTo: '돌아가기',
  returnToNamed: (future) => `${future} 갈래로 돌아가기`,

  forgetNamed: (future) => `${future} 갈래 지우기`,
  ceiling: (percent) => `기억 없이 ≤ ${percent}%`,
  withoutMemory: (right, targets) =>
    `기억이 없으면 ${grouped(targets)}글자 중 최대 ${grouped(right)}글자만 맞힐 수 있습니다.`,
  becauseOf: (reasons, more) => {
    const sentences = reasons.map(({ letter, followers, others }) => {
      const named = followers.map((each) => `‘${each.letter}’ ${grouped(each.count)}번`);
      const rest = others > 0 ? `, 그 밖의 ${grouped(others)}글자` : '';
      return `‘${letter}’ 다음에 오는 글자는 ${named.join(', ')}${rest}입니다.`;
    });
    const rest = more > 0 ? ` 이런 글자가 ${grouped(more)}개 더 있습니다.` : '';
    return `${sentences.join(' ')}${rest} 글자 하나만 보고는 어느 쪽인지 알 수 없습니다.`;
  },
  noMemoryNeeded: '글자마다 늘 같은 글자가 이어지므로 여기서는 기억이 필요 없습니다.',
  runTwin: '끊지 않은 쌍둥이를 함께 학습',
  untilWhat: '멈출 조건',
  until: { update: '목표 갱신', accuracy: '정확도 ≥ (%)', loss: '손실 ≤' },
  noSuchLoss: (inForce) =>
    `0보다 크고 100 이하인 수를 입력하세요. 교차 엔트로피는 늘 0보다 크므로 손실이 정확히 0이 되는 일은 없습니다. 지금 쓰는 값: ${inForce}`,
  go: '실행',
  alreadyMet: '지금 이미 그렇습니다.',
  updatePast: (update) => `갱신 ${grouped(update)}회는 이미 지났습니다. 곡선에서 되돌아갈 수 있습니다.`,
  newValue: (weight) => `${weight}의 새 값`,
  editorHint: '화살표 키로 0.01씩, Shift와 함께 0.1씩 바뀝니다. Enter로 정하고 Esc로 그만둡니다.',
  dragValue: '끌어서 수를 바꿉니다',
  setValue: '정하기',
};

export const time = { en, ko };
