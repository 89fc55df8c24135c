/** What is said about a picture: who does what with what. What is done follows from the thing. */
import { josa } from 'es-hangul';
import type { Language } from '../exercise.ts';
import { OBJECTS, SUBJECTS } from './glyphs.ts';

interface Deed {
  /** Third person. */
  readonly en: string;
  /** The stem before 고 있다. */
  readonly ko: string;
}

const SUBJECT_KO: Readonly<Record<string, string>> = {
  boy: '소년',
  girl: '소녀',
  man: '남자',
  woman: '여자',
  cat: '고양이',
  dog: '개',
  bird: '새',
  robot: '로봇',
};

const OBJECT_KO: Readonly<Record<string, string>> = {
  apple: '사과',
  book: '책',
  ball: '공',
  flower: '꽃',
  kite: '연',
  umbrella: '우산',
  cup: '컵',
  fish: '물고기',
};

const DEEDS: Readonly<Record<string, Deed>> = {
  apple: { en: 'picks', ko: '고르' },
  book: { en: 'reads', ko: '읽' },
  ball: { en: 'throws', ko: '던지' },
  flower: { en: 'draws', ko: '그리' },
  kite: { en: 'flies', ko: '날리' },
  umbrella: { en: 'opens', ko: '펴' },
  cup: { en: 'holds', ko: '들' },
  fish: { en: 'catches', ko: '잡' },
};

/** The words of a caption: the boy picks an apple, 소년이 사과를 고르고 있다. Indices into SUBJECTS and OBJECTS. */
export function captionOf(subject: number, object: number, language: Language): readonly string[] {
  const who = SUBJECTS[subject].name;
  const what = OBJECTS[object].name;
  const deed = DEEDS[what];
  if (language === 'en') return ['the', who, deed.en, /^[aeiou]/.test(what) ? 'an' : 'a', what];
  return [josa(SUBJECT_KO[who], '이/가'), josa(OBJECT_KO[what], '을/를'), `${deed.ko}고`, '있다'];
}
