/** What the sentences of both languages have in common. */
import type { Random } from '../../engine/random.ts';
import { pick } from '../sampling.ts';

/** In the order of the outputs. */
export const FEELINGS = ['calm', 'anxious', 'afraid'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** What a sentence is built like: one statement, or one against another; with or without a negation. */
export const BUILDS = ['plain', 'negated', 'contrast', 'negatedContrast'] as const;
export type Build = (typeof BUILDS)[number];

export interface Grammar {
  readonly feelingNames: readonly string[];
  /** Words that turn what they belong to into its opposite. */
  readonly negations: ReadonlySet<string>;
  /** Where and when; they say nothing about the feeling. */
  readonly contexts: readonly string[];
  /** A sentence of somebody who feels so: words as the network reads them, separated by spaces. */
  drawSentence(feeling: Feeling, build: Build, random: Random): string;
  /** The words of what a person typed as the grammar writes them, given in lower case without punctuation. */
  normalize(word: string): readonly string[];
}

export function otherFeeling(feeling: Feeling, random: Random): Feeling {
  return pick(
    FEELINGS.filter((other) => other !== feeling),
    random,
  );
}

export function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
