/** What a character model trains on: each letter's index and the index of the letter after it. */
export interface Window {
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
}

/** Consecutive windows of T letters; the vocabulary in order of first appearance, rarer late comers folded in. */
export function windows(text: string, vocabulary: number, timesteps: number, count: number): Window[] {
  const letters = [...new Set(text)];
  const indices = Array.from(text, (letter) => letters.indexOf(letter) % vocabulary);
  return Array.from({ length: count }, (_, index) => {
    const start = (index * timesteps) % (indices.length - timesteps);
    return {
      inputs: indices.slice(start, start + timesteps),
      targets: indices.slice(start + 1, start + timesteps + 1),
    };
  });
}

/** h, e, l, l asked for e, l, l, o. */
export const hello: Window = { inputs: [0, 1, 2, 2], targets: [1, 2, 2, 3] };
