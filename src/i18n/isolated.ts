/** Letters of Hebrew, Arabic, Syriac, Thaana, N’Ko and older scripts: blocks written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;

/** A person's letters as part of a sentence: numbers, quotes and commas beside them stay where they are. */
export function isolated(letters: string): string {
  return RIGHT_TO_LEFT.test(letters) ? `\u2068${letters}\u2069` : letters;
}
