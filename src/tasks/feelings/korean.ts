/** Korean sentences about how somebody feels; a word is what stands between two spaces. */
import type { Random } from '../../engine/random.ts';
import { pick } from '../sampling.ts';
import { type Feeling, type Grammar, join, otherFeeling } from './grammar.ts';

interface Predicate {
  /** 무섭다 */
  readonly ends: string;
  /** 무섭지 */
  readonly denied: string;
  /** 무섭지만 */
  readonly concedes: string;
  /** 무서웠지만 */
  readonly conceded: string;
  /** How it is denied: adjectives 않다, verbs 않는다. */
  readonly not: '않다' | '않는다';
  /** Whether people also say 안 before it. */
  readonly takesAn: boolean;
}

const predicate = (
  ends: string,
  denied: string,
  conceded: string,
  { not = '않다', takesAn = false }: Partial<Pick<Predicate, 'not' | 'takesAn'>> = {},
): Predicate => ({ ends, denied, concedes: `${denied}만`, conceded, not, takesAn });

const SAFE = predicate('안전하다', '안전하지', '안전했지만');
const CALM = [
  predicate('편안하다', '편안하지', '편안했지만'),
  predicate('차분하다', '차분하지', '차분했지만'),
  predicate('평온하다', '평온하지', '평온했지만'),
  predicate('느긋하다', '느긋하지', '느긋했지만'),
];
const PREDICATES: Readonly<Record<Feeling, readonly Predicate[]>> = {
  calm: [...CALM, SAFE],
  anxious: [
    predicate('불안하다', '불안하지', '불안했지만', { takesAn: true }),
    predicate('초조하다', '초조하지', '초조했지만', { takesAn: true }),
    predicate('걱정스럽다', '걱정스럽지', '걱정스러웠지만'),
    predicate('조마조마하다', '조마조마하지', '조마조마했지만'),
    predicate('긴장된다', '긴장되지', '긴장됐지만', { not: '않는다', takesAn: true }),
  ],
  afraid: [
    predicate('무섭다', '무섭지', '무서웠지만', { takesAn: true }),
    predicate('두렵다', '두렵지', '두려웠지만', { takesAn: true }),
    predicate('겁난다', '겁나지', '겁났지만', { not: '않는다', takesAn: true }),
    predicate('공포스럽다', '공포스럽지', '공포스러웠지만'),
    predicate('오싹하다', '오싹하지', '오싹했지만'),
  ],
};

/** What somebody is not who feels so: who is not safe is afraid, who is not calm is anxious. */
const OPPOSITES: Readonly<Record<Feeling, readonly Predicate[]>> = {
  calm: [...PREDICATES.anxious, ...PREDICATES.afraid],
  anxious: CALM,
  afraid: [SAFE],
};

const SUBJECTS = ['', '나는', '우리는'];
const DEGREES = ['', '', '아주', '정말', '무척', '너무', '꽤', '참'];
const EMPHASES = ['', '전혀', '하나도', '조금도'];
const CONTEXTS = [
  '밤에',
  '집에서',
  '학교에서',
  '회사에서',
  '숲에서',
  '병원에서',
  '비행기에서',
  '바닷가에서',
  '절벽에서',
  '다리에서',
  '골목에서',
  '폭풍 속에서',
  '어둠 속에서',
  '시험 전에',
  '공연 전에',
  '사고 후에',
  '소식을 듣고',
  '친구와 함께',
  '혼자 있어도',
  '오늘',
  '아침에',
  '저녁에',
];

export const korean: Grammar = {
  feelingNames: ['안정', '불안', '공포'],
  negations: new Set(['않다', '않는다', '않지만', '않았지만', '안']),
  contexts: CONTEXTS,
  drawSentence(feeling, build, random) {
    const subject = pick(SUBJECTS, random);
    const context = pick(['', ...CONTEXTS, ...CONTEXTS], random);
    const beginning = random.uniform() < 0.5 ? join(subject, context) : join(context, subject);
    if (build === 'plain') return join(beginning, be(feeling, random));
    if (build === 'negated') return join(beginning, notBe(feeling, random));
    return join(beginning, contrast(feeling, build === 'negatedContrast', random));
  },
  normalize: (word) => [word],
};

/** What is conceded does not count, wherever it stands. */
function contrast(feeling: Feeling, isNegated: boolean, random: Random): string {
  const other = otherFeeling(feeling, random);
  const isConcessionNegated = isNegated && random.uniform() < 0.5;
  const now = isNegated && !isConcessionNegated ? notBe(feeling, random) : be(feeling, random);
  const concession = (isPast: boolean) =>
    isConcessionNegated
      ? join(pick(EMPHASES, random), pick(OPPOSITES[other], random).denied, isPast ? '않았지만' : '않지만')
      : pick(PREDICATES[other], random)[isPast ? 'conceded' : 'concedes'];
  const forms = [
    () => join('처음에는', concession(true), pick(['지금은', '이제', '결국'], random), now),
    () => join('어제는', concession(true), '오늘은', now),
    () => join('지금은', now, pick(['처음에는', '어제는', '아까는'], random), concession(true)),
    () => join('겉으로는', concession(false), '사실은', now),
    () => join(concession(false), now),
  ];
  return pick(forms, random)();
}

/** 아주 무섭다 */
function be(feeling: Feeling, random: Random): string {
  return join(pick(DEGREES, random), pick(PREDICATES[feeling], random).ends);
}

/** 하나도 무섭지 않다, 안 무섭다 */
function notBe(feeling: Feeling, random: Random): string {
  const { ends, denied, not, takesAn } = pick(OPPOSITES[feeling], random);
  const emphasis = pick([...EMPHASES, '더는'], random);
  return takesAn && random.uniform() < 0.4 ? join(emphasis, '안', ends) : join(emphasis, denied, not);
}
