import { existsSync, readFileSync } from 'node:fs';

const LARGE = new URL('../../../shared/data/tinyshakespeare.txt', import.meta.url);

const SMALL = `A recurrent network reads a text one letter at a time. After every letter it guesses the next one,
and it keeps a short memory of what it has read: a handful of numbers between minus one and one. At first the
guesses are blind. Then the network compares each guess with the letter that really came, and asks of every
weight: would a little more of you have helped, or a little less? The answer travels backwards through the text,
from the last letter to the first, and all weights move by a small amount. This is one update. Nothing else ever
happens; yet after some hundred updates the same few numbers know that a q wants a u, that a full stop is followed
by a space, and that a word once begun should also be finished. What looks like understanding is a memory that
happened to be useful. Look at the hidden state while it reads, and ask which of its numbers remembers what.`;

export const textName = existsSync(LARGE) ? 'tinyshakespeare' : 'a built-in text';

export const text = existsSync(LARGE) ? readFileSync(LARGE, 'utf8').slice(0, 100_000) : SMALL;

/** The text's first letters, on one line. */
export function letters(count: number): string {
  return text.slice(0, count).replaceAll('\n', ' ');
}
