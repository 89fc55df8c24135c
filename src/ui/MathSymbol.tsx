import { createElement, type ReactElement } from 'react';

export interface MathSymbolProps {
  /** Such as W or h. */
  readonly base: string;
  /** Such as xh or t: one italic letter each. */
  readonly subscript: string;
  /** The layer from 1 as a superscript in brackets, where there are several. */
  readonly layer?: number | null;
}

const mathsize = '.75em';
/** A font without mathematical metrics lowers a subscript only as far as it is high, a t hardly at all: all count as high. */
const BELOW = { height: '.9em', mathsize };
/** And it raises brackets, which are higher than digits, far off the letter. */
const ABOVE = { voffset: '-.28em', mathsize };

/** A symbol of the equations with real sub- and superscripts. */
export function MathSymbol({ base, subscript, layer = null }: MathSymbolProps) {
  return createElement('math', null, indexed(base, letters(subscript), layer));
}

/** One italic letter each. */
export function letters(written: string): readonly ReactElement[] {
  return [...written].map((each) => createElement('mi', null, each));
}

/** A letter with what stands below it and, where layers are named, the layer from 1 above it. */
export function indexed(base: string, below: readonly ReactElement[], layer: number | null): ReactElement {
  const letter = createElement('mi', null, base);
  const lowered = createElement('mpadded', BELOW, ...below);
  if (layer === null) return createElement('msub', null, letter, lowered);
  const raised = createElement(
    'mpadded',
    ABOVE,
    createElement('mo', { stretchy: 'false' }, '('),
    createElement('mn', null, layer),
    createElement('mo', { stretchy: 'false' }, ')'),
  );
  return createElement('msubsup', null, letter, lowered, raised);
}
