/** English sentences about how somebody feels. */
import type { Random } from '../../engine/random.ts';
import { pick } from '../sampling.ts';
import { type Feeling, type Grammar, join, otherFeeling } from './grammar.ts';

interface Subject {
  readonly noun: string;
  /** Who it is when mentioned again. */
  readonly pronoun: string;
  readonly verbs: Verbs;
}

interface Verbs {
  readonly is: string;
  readonly was: string;
  readonly feels: string;
  readonly does: string;
  readonly seems: string;
}

const FIRST: Verbs = { is: 'am', was: 'was', feels: 'feel', does: 'do', seems: 'seem' };
const ONE: Verbs = { is: 'is', was: 'was', feels: 'feels', does: 'does', seems: 'seems' };
const MANY: Verbs = { is: 'are', was: 'were', feels: 'feel', does: 'do', seems: 'seem' };

const SUBJECTS: readonly Subject[] = [
  { noun: 'I', pronoun: 'I', verbs: FIRST },
  { noun: 'we', pronoun: 'we', verbs: MANY },
  { noun: 'she', pronoun: 'she', verbs: ONE },
  { noun: 'he', pronoun: 'he', verbs: ONE },
  { noun: 'they', pronoun: 'they', verbs: MANY },
  { noun: 'the child', pronoun: 'she', verbs: ONE },
  { noun: 'my friend', pronoun: 'he', verbs: ONE },
  { noun: 'my mother', pronoun: 'she', verbs: ONE },
  { noun: 'my father', pronoun: 'he', verbs: ONE },
  { noun: 'my sister', pronoun: 'she', verbs: ONE },
  { noun: 'the old man', pronoun: 'he', verbs: ONE },
  { noun: 'the teacher', pronoun: 'she', verbs: ONE },
  { noun: 'the driver', pronoun: 'he', verbs: ONE },
  { noun: 'the students', pronoun: 'they', verbs: MANY },
  { noun: 'the neighbors', pronoun: 'they', verbs: MANY },
];

const ADJECTIVES: Readonly<Record<Feeling, readonly string[]>> = {
  calm: ['calm', 'relaxed', 'peaceful', 'serene', 'safe', 'secure'],
  anxious: ['anxious', 'worried', 'nervous', 'uneasy', 'restless', 'tense'],
  afraid: ['afraid', 'scared', 'terrified', 'frightened', 'fearful', 'horrified'],
};

/** What somebody is not who feels so: who is not safe is afraid, who is not calm is anxious. */
const OPPOSITES: Readonly<Record<Feeling, readonly string[]>> = {
  calm: [...ADJECTIVES.anxious, ...ADJECTIVES.afraid],
  anxious: ['calm', 'relaxed', 'peaceful', 'serene'],
  afraid: ['safe', 'secure'],
};

const DEGREES = ['', '', 'very', 'really', 'quite', 'so', 'rather', 'truly'];
const CONTEXTS = [
  'at night',
  'at home',
  'at school',
  'at work',
  'in the forest',
  'in the dark',
  'in the house',
  'in the hospital',
  'on the bridge',
  'on the plane',
  'by the sea',
  'by the cliff',
  'by the window',
  'on the roof',
  'on the boat',
  'in the elevator',
  'in the rain',
  'during the storm',
  'during the flight',
  'during the lesson',
  'before the exam',
  'before the concert',
  'after the accident',
  'after the news',
  'after the phone call',
  'with the dog',
  'alone in the city',
  'this evening',
  'this morning',
  'today',
];

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/^(.+)n't$/, '$1 not'],
  [/^i'm$/, 'I am'],
  [/^i$/, 'I'],
  [/^(.+)'re$/, '$1 are'],
  [/^(.+)'s$/, '$1 is'],
];

export const english: Grammar = {
  feelingNames: ['calm', 'anxious', 'afraid'],
  negations: new Set(['not', 'never', 'no']),
  contexts: CONTEXTS,
  drawSentence(feeling, build, random) {
    const isContrast = build === 'contrast' || build === 'negatedContrast';
    const statement = isContrast
      ? contrast(feeling, build === 'negatedContrast', random)
      : drawStatement(feeling, build === 'negated', random);
    const context = pick(['', ...CONTEXTS, ...CONTEXTS], random);
    return isContrast || random.uniform() < 0.5 ? join(context, statement) : join(statement, context);
  },
  normalize(word) {
    const contraction = CONTRACTIONS.find(([pattern]) => pattern.test(word));
    return contraction === undefined ? [word] : word.replace(...contraction).split(' ');
  },
};

function drawStatement(feeling: Feeling, isNegated: boolean, random: Random): string {
  const { noun, verbs } = pick(SUBJECTS, random);
  const isPast = random.uniform() < 0.3;
  return join(noun, isNegated ? notBe(verbs, feeling, isPast, random) : be(verbs, feeling, isPast, random));
}

/** Two statements of which one counts: the one after but, or the one that although does not introduce. */
function contrast(feeling: Feeling, isNegated: boolean, random: Random): string {
  const { noun, pronoun, verbs } = pick(SUBJECTS, random);
  const other = otherFeeling(feeling, random);
  const isFirstNegated = isNegated && random.uniform() < 0.5;
  const before = isFirstNegated ? notBe(verbs, other, true, random) : be(verbs, other, true, random);
  const now =
    isNegated && !isFirstNegated ? notBe(verbs, feeling, false, random) : be(verbs, feeling, false, random);
  const forms = [
    () => join(noun, before, 'but now', pronoun, now),
    () => join(noun, before, 'before but', now, 'now'),
    () =>
      join(
        'although',
        noun,
        before,
        pick(['', 'before', 'earlier'], random),
        pronoun,
        now,
        pick(['', 'now'], random),
      ),
    () =>
      join(
        noun,
        now,
        pick(['', 'now'], random),
        'although',
        pronoun,
        before,
        pick(['', 'before', 'earlier'], random),
      ),
    () => join(noun, verbs.seems, pick(ADJECTIVES[other], random), 'but', now),
  ];
  return pick(isFirstNegated ? forms.slice(0, -1) : forms, random)();
}

/** is very calm, felt calm */
function be(verbs: Verbs, feeling: Feeling, isPast: boolean, random: Random): string {
  const verb = pick(isPast ? [verbs.was, 'felt'] : [verbs.is, verbs.feels], random);
  return join(verb, pick(DEGREES, random), pick(ADJECTIVES[feeling], random));
}

/** is not afraid at all, did not feel afraid, is no longer afraid */
function notBe(verbs: Verbs, feeling: Feeling, isPast: boolean, random: Random): string {
  const adjective = pick(OPPOSITES[feeling], random);
  const is = isPast ? verbs.was : verbs.is;
  const forms = [
    join(is, 'not', adjective),
    join(is, 'not', adjective, 'at all'),
    join(is, 'not at all', adjective),
    join(is, 'never', adjective),
    join(is, 'no longer', adjective),
    join(isPast ? 'did' : verbs.does, 'not feel', adjective, pick(['', 'at all'], random)),
  ];
  return pick(forms, random);
}
