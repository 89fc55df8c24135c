/**
 * Korean sentences about how somebody feels. A verb or adjective is two words to the network, its stem and its ending
 * (무섭 -지 않 -다), because the ending says what becomes of the feeling: denied, conceded or said.
 */
import { removeLastCharacter } from 'es-hangul';
import type { Random } from '../../engine/random.ts';
import { pick } from '../sampling.ts';
import { type Feeling, type Grammar, join, otherFeeling } from './grammar.ts';

interface Predicate {
  /** 무섭다 */
  readonly says: string;
  /** 무서웠다 */
  readonly said: string;
  /** 무섭지 */
  readonly denied: string;
  /** How it is denied: adjectives 않다, verbs 않는다. */
  readonly not: '않다' | '않는다';
  /** Whether people also say 안 before it. */
  readonly takesAn: boolean;
}

/** An adjective in -하다. */
const hada = (root: string, takesAn = false): Predicate => ({
  says: `${root}하다`,
  said: `${root}했다`,
  denied: `${root}하지`,
  not: '않다',
  takesAn,
});

/** An adjective whose final ㅂ becomes 우: 무섭다, 무서웠다. */
const bieup = (root: string, takesAn = false): Predicate => ({
  says: `${root}다`,
  said: `${removeLastCharacter(root)}웠다`,
  denied: `${root}지`,
  not: '않다',
  takesAn,
});

const SAFE = [hada('안전'), hada('무사')];
const CALM = [hada('편안'), hada('차분'), hada('평온'), hada('느긋'), hada('태평'), bieup('평화롭')];
const PREDICATES: Readonly<Record<Feeling, readonly Predicate[]>> = {
  calm: [...CALM, ...SAFE],
  anxious: [
    hada('불안', true),
    hada('초조', true),
    hada('조급', true),
    hada('심란'),
    hada('조마조마'),
    bieup('걱정스럽'),
    { says: '긴장된다', said: '긴장됐다', denied: '긴장되지', not: '않는다', takesAn: true },
  ],
  afraid: [
    bieup('무섭', true),
    bieup('두렵', true),
    bieup('공포스럽'),
    hada('오싹'),
    hada('섬뜩'),
    hada('으스스'),
    { says: '겁난다', said: '겁났다', denied: '겁나지', not: '않는다', takesAn: true },
  ],
};

/** What somebody is not who feels so: who is not safe is afraid, who is not calm is anxious. */
const OPPOSITES: Readonly<Record<Feeling, readonly Predicate[]>> = {
  calm: [...PREDICATES.anxious, ...PREDICATES.afraid],
  anxious: CALM,
  afraid: SAFE,
};

const SUBJECTS = ['', '나는', '우리는'];
const DEGREES = ['', '', '아주', '정말', '무척', '너무', '꽤', '참'];
/** 무섭지 않다 or 무섭지는 않다. */
const TOPIC = ['', '', '는'];
const EMPHASES = ['', '전혀', '하나도', '조금도'];
const PLACES = [
  '집에서',
  '공원에서',
  '지하철에서',
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
];
/** Not in contrasts, which have times of their own. */
const TIMES = ['밤에', '오늘', '아침에', '저녁에'];

export const korean: Grammar = {
  feelingNames: ['안정', '불안', '공포'],
  negations: new Set(['않', '않았', '안']),
  contexts: [...PLACES, ...TIMES],
  drawSentence(feeling, build, random) {
    const subject = pick(SUBJECTS, random);
    const isContrast = build === 'contrast' || build === 'negatedContrast';
    const contexts = isContrast ? PLACES : [...PLACES, ...TIMES];
    const context = pick(['', ...contexts, ...contexts], random);
    const beginning = random.uniform() < 0.5 ? join(subject, context) : join(context, subject);
    const isPast = random.uniform() < 0.3;
    const statement = {
      plain: () => be(feeling, isPast, random),
      negated: () => notBe(feeling, isPast, random),
      contrast: () => contrast(feeling, false, random),
      negatedContrast: () => contrast(feeling, true, random),
    }[build]();
    return join(beginning, statement).split(' ').flatMap(splitEnding).join(' ');
  },
  normalize: splitEnding,
};

const STEMS: ReadonlySet<string> = new Set([
  ...Object.values(PREDICATES).flatMap((predicates) =>
    predicates.flatMap(({ says, said, denied }) => [
      says.slice(0, -1),
      said.slice(0, -1),
      denied.slice(0, -1),
    ]),
  ),
  '않',
  '않았',
]);

/** 무섭지만 is 무섭 and -지만. */
function splitEnding(word: string): readonly string[] {
  const [, stem, ending] = /^(.+?)(지만|지는|지|는다|다)$/.exec(word) ?? [];
  return stem !== undefined && STEMS.has(stem) ? [stem, `-${ending}`] : [word];
}

/** What is conceded does not count, wherever it stands. */
function contrast(feeling: Feeling, isNegated: boolean, random: Random): string {
  const other = otherFeeling(feeling, random);
  const isConcessionNegated = isNegated && random.uniform() < 0.5;
  const now = isNegated && !isConcessionNegated ? notBe(feeling, false, random) : be(feeling, false, random);
  const concession = (isPast: boolean) =>
    isConcessionNegated ? concedeNot(other, isPast, random) : concede(other, isPast, random);
  const forms = [
    () => join('처음에는', concession(true), pick(['지금은', '이제', '결국'], random), now),
    () => join('어제는', concession(true), '오늘은', now),
    () => join('지금은', now, pick(['처음에는', '어제는', '아까는'], random), concession(true)),
    () => join('겉으로는', concession(false), '사실은', now),
    () => join(concession(random.uniform() < 0.5), now),
  ];
  return pick(forms, random)();
}

/** 아주 무섭다, 무서웠다 */
function be(feeling: Feeling, isPast: boolean, random: Random): string {
  const { says, said } = pick(PREDICATES[feeling], random);
  return join(pick(DEGREES, random), isPast ? said : says);
}

/** 하나도 무섭지 않다, 무섭지는 않았다, 안 무서웠다 */
function notBe(feeling: Feeling, isPast: boolean, random: Random): string {
  const { says, said, denied, not, takesAn } = pick(OPPOSITES[feeling], random);
  const emphasis = pick([...EMPHASES, '더는'], random);
  if (takesAn && random.uniform() < 0.4) return join(emphasis, '안', isPast ? said : says);
  return join(emphasis, `${denied}${pick(TOPIC, random)}`, isPast ? '않았다' : not);
}

/** 무섭지만, 무서웠지만 */
function concede(feeling: Feeling, isPast: boolean, random: Random): string {
  const { said, denied } = pick(PREDICATES[feeling], random);
  return join(pick(DEGREES, random), isPast ? `${said.slice(0, -1)}지만` : `${denied}만`);
}

/** 무섭지 않지만, 무섭지는 않았지만 */
function concedeNot(feeling: Feeling, isPast: boolean, random: Random): string {
  const { denied } = pick(OPPOSITES[feeling], random);
  const emphasis = pick(EMPHASES, random);
  return join(emphasis, `${denied}${pick(TOPIC, random)}`, isPast ? '않았지만' : '않지만');
}
