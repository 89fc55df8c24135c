/** Splits text of any script into letters: grapheme clusters, and jamo where a Korean syllable is taken apart. */
/** What counts as one letter of Korean: a syllable block, or its jamo. */
export type LetterUnit = 'syllable' | 'jamo';

/** A grapheme cluster may be endless; the longest in use, families with skin tones, have some 20 code units. */
export const MAX_LETTER_UNITS = 32;

/** Segmenting and normalising take quadratic time on some texts, so they only ever see this many code units. */
const CHUNK_UNITS = 128;

/** Every character of such a text is a letter, whatever its neighbours. */
const PLAIN = /^[\n\x20-\x7e가-힣]*$/;

let segmenter: Intl.Segmenter | undefined;

/** Made when first needed: it takes a browser longer than all else before the first picture. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/**
 * The grapheme clusters of `text` in reading order, each in NFC, found as they are asked for.
 * A cluster of more than MAX_LETTER_UNITS is cut into letters of at most that and left as it was written.
 */
export function* splitLetters(text: string): Generator<string> {
  if (PLAIN.test(text)) {
    yield* text;
    return;
  }
  let start = 0;
  while (start < text.length) {
    const chunk = takeUnits(text, start, CHUNK_UNITS);
    const isLast = start + chunk.length === text.length;
    let end = 0;
    for (const { segment } of graphemes(chunk)) {
      if (segment.length > MAX_LETTER_UNITS) {
        const piece = takeUnits(segment, 0, MAX_LETTER_UNITS);
        yield piece;
        end += piece.length;
        break;
      }
      // The last cluster may go on in the next chunk, which begins with it.
      if (end + segment.length === chunk.length && !isLast) break;
      yield compose(segment);
      end += segment.length;
    }
    start += end;
  }
}

/** Whether one of `letters` goes on in the next, because a cluster was too long for one letter. */
export function hasSplitCluster(letters: readonly string[]): boolean {
  return letters.some((letter, index) => {
    // A piece is one unit shorter where it would have ended within a surrogate pair.
    if (letter.length < MAX_LETTER_UNITS - 1) return false;
    const [{ segment }] = graphemes(letter + (letters[index + 1] ?? ''));
    return segment.length > letter.length;
  });
}

/**
 * The jamo of a syllable block by its place in Unicode: initial, vowel and final, those that are typed with two keys
 * as two. es-hangul's `disassemble` says the same; it is 2 KB of the first script.
 */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const FINALS =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  );

/** A syllable block as its jamo in the order they are typed (값 is ㄱ ㅏ ㅂ ㅅ); any other letter as it is. */
export function splitSyllable(letter: string): readonly string[] {
  if (!/^[가-힣]$/.test(letter)) return [letter];
  const index = letter.charCodeAt(0) - 0xac00;
  const vowels = Math.floor(index / FINALS.length);
  const initial = INITIALS[Math.floor(vowels / VOWELS.length)];
  return [...initial, ...VOWELS[vowels % VOWELS.length], ...FINALS[index % FINALS.length]];
}

/** At most `units` code units from `start` on, never with half of a surrogate pair at the end. */
function takeUnits(text: string, start: number, units: number): string {
  const end = start + units;
  const splitsPair = (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return text.slice(start, splitsPair ? end - 1 : end);
}

/** NFC, but for half of a surrogate pair, for which Firefox would put U+FFFD in. */
function compose(cluster: string): string {
  const composed = cluster.replace(/\P{Surrogate}+/gu, (whole) => whole.normalize('NFC'));
  return composed.length > MAX_LETTER_UNITS ? cluster : composed;
}
