/** Words for the gates of GRU and LSTM, wherever they are drawn and held. */
import { grouped } from './numbers.ts';

interface GateAt {
  readonly gate: string;
  /** From 1, or null where there is one layer. */
  readonly layer: number | null;
}

interface UnitAt extends GateAt {
  readonly unit: number;
  readonly step: number;
  readonly letter: string;
  readonly value: string;
}

interface Summary {
  readonly step: number;
  readonly timesteps: number;
  readonly letter: string;
  readonly means: readonly (GateAt & { readonly mean: string; readonly held: boolean })[];
}

const gateIn = ({ gate, layer }: GateAt) => `gate ${gate}${layer === null ? '' : ` of layer ${layer}`}`;

export const en = {
  name: 'Gates',
  bias: {
    name: 'Gates open by',
    hint: {
      gru: 'Added at the start to the biases of the update gate z. 0 is PyTorch’s start: half open. 3 lets 95% of the state through.',
      lstm: 'Added at the start to the biases of the forget gate f. 0 is PyTorch’s start: half open. 5 lets 99% of the state through.',
    },
  },
  gates: {
    i: 'input',
    f: 'forget',
    o: 'output',
    g: 'candidate',
    r: 'reset',
    z: 'update',
    n: 'candidate',
  } as Readonly<Record<string, string>>,
  /** What each does, from 0 to 1; candidates from −1 to 1. */
  hints: {
    i: 'How much of the candidate g comes into c',
    f: 'How much of c stays',
    o: 'How much of c is seen in h',
    g: 'What would come into c',
    r: 'How much of the last h the candidate n hears of',
    z: 'How much of the last h stays',
    n: 'What would come into h',
  } as Readonly<Record<string, string>>,
  none: 'The vanilla RNN has no gates: every step overwrites the state.',
  choose: 'Choose GRU or LSTM as the cell to see gates.',
  legend: {
    gate: 'Gates: the strongest violet is 1 (open), none is 0 (shut). Hold one at 0 or 1 and train on.',
    candidates: (letters: readonly string[]) =>
      `Candidate${letters.length > 1 ? 's' : ''} ${letters.join(' and ')}: blue −1, orange +1.`,
  },
  holds: { free: 'free', shut: 'shut 0', open: 'open 1' },
  /** The name of the choice; `lab` tells several networks apart. */
  hold: (lab: string | null, at: GateAt) => (lab === null ? `Hold ${gateIn(at)}` : `${lab}: ${gateIn(at)}`),
  map: (lab: string | null, at: GateAt, mean: string, held: string | null) =>
    `${lab === null ? '' : `${lab}, `}${gateIn(at)}, units by steps: mean ${mean}${held === null ? '' : `, held at ${held}`}`,
  mean: (mean: string) => `mean ${mean}`,
  unitAxis: 'unit',
  hint: 'Point at a cell (or use the arrow keys) to read it; click or press Enter to select its step.',
  reading: ({ unit, step, letter, value, ...at }: UnitAt) =>
    `${gateIn(at)}, unit ${unit}, step ${grouped(step)} (${letter}): ${value}`,
  summary: ({ step, timesteps, letter, means }: Summary) =>
    `Step ${grouped(step)} of ${grouped(timesteps)} reads ${letter}. Means over the units: ${means
      .map(({ mean, held, ...at }) => `${gateIn(at)} ${mean}${held ? ' (held)' : ''}`)
      .join(', ')}.`,
  table: (first: number, last: number, all: number) =>
    `Gates, timesteps ${grouped(first)} to ${grouped(last)} of ${grouped(all)}`,
  unitColumn: 'Gate and unit',
  row: (at: GateAt & { readonly unit: number }) => `${gateIn(at)}, unit ${at.unit}`,
};

const gateInKo = ({ gate, layer }: GateAt) => `${layer === null ? '' : `${layer}층 `}게이트 ${gate}`;

export const ko: typeof en = {
  name: '게이트',
  bias: {
    name: '게이트 열고 시작',
    hint: {
      gru: '학습 전에 갱신 게이트 z의 편향에 더하는 값입니다. 0은 PyTorch의 시작으로 절반쯤 열려 있고, 3이면 상태의 95%를 남깁니다.',
      lstm: '학습 전에 망각 게이트 f의 편향에 더하는 값입니다. 0은 PyTorch의 시작으로 절반쯤 열려 있고, 5면 상태의 99%를 남깁니다.',
    },
  },
  gates: {
    i: '입력',
    f: '망각',
    o: '출력',
    g: '후보',
    r: '리셋',
    z: '업데이트',
    n: '후보',
  },
  hints: {
    i: '후보 g를 c에 얼마나 들일지',
    f: 'c를 얼마나 남길지',
    o: 'c를 h에 얼마나 내보일지',
    g: 'c에 새로 들어올 값',
    r: '후보 n을 만들 때 이전 h를 얼마나 볼지',
    z: '이전 h를 얼마나 남길지',
    n: 'h에 새로 들어올 값',
  },
  none: '기본 RNN에는 게이트가 없어 시점마다 상태를 덮어씁니다.',
  choose: '셀을 GRU나 LSTM으로 바꾸면 게이트가 보입니다.',
  legend: {
    gate: '게이트: 가장 선명한 보라색이 1(열림), 색이 없으면 0(닫힘)입니다. 0이나 1로 고정하고 이어서 학습해 보세요.',
    candidates: (letters) => `후보 ${letters.join(', ')}: 파랑 −1, 주황 +1.`,
  },
  holds: { free: '고정 안 함', shut: '닫음 0', open: '엶 1' },
  hold: (lab, at) => (lab === null ? `${gateInKo(at)} 고정` : `${lab}: ${gateInKo(at)}`),
  map: (lab, at, mean, held) =>
    `${lab === null ? '' : `${lab}, `}${gateInKo(at)}, 유닛 × 시점: 평균 ${mean}${held === null ? '' : `, ${held}로 고정`}`,
  mean: (mean) => `평균 ${mean}`,
  unitAxis: '유닛',
  hint: '칸을 가리키거나 화살표 키로 옮기면 값을 읽을 수 있습니다. 클릭하거나 Enter를 누르면 그 시점을 고릅니다.',
  reading: ({ unit, step, letter, value, ...at }) =>
    `${gateInKo(at)}, 유닛 ${unit}, 시점 ${grouped(step)}(${letter}): ${value}`,
  summary: ({ step, timesteps, letter, means }) =>
    `시점 ${grouped(step)} (모두 ${grouped(timesteps)}개), 입력 ‘${letter}’. 유닛 평균: ${means
      .map(({ mean, held, ...at }) => `${gateInKo(at)} ${mean}${held ? '(고정)' : ''}`)
      .join(', ')}.`,
  table: (first, last, all) => `게이트, ${grouped(all)}시점 중 ${grouped(first)}–${grouped(last)}번째`,
  unitColumn: '게이트와 유닛',
  row: (at) => `${gateInKo(at)}, 유닛 ${at.unit}`,
};
