import { createElement } from 'react';

export interface MathSymbolProps {
  /** Such as W or h. */
  readonly base: string;
  /** Such as xh or t: one italic letter each. */
  readonly subscript: string;
  /** The layer from 1 as a superscript in brackets, where there are several. */
  readonly layer?: number | null;
}

/** Brackets are higher than digits, and fonts without mathematical metrics raise them far off the letter; an h below is high. */
const SUPERSCRIPT_DROP = { above: '-0.28em', aboveHigh: '0em' };

/** A symbol of the equations with real sub- and superscripts. */
export function MathSymbol({ base, subscript, layer = null }: MathSymbolProps) {
  const letter = createElement('mi', null, base);
  const below = createElement('mrow', null, ...[...subscript].map((each) => createElement('mi', null, each)));
  if (layer === null) return createElement('math', null, createElement('msub', null, letter, below));
  const above = createElement(
    'mpadded',
    { voffset: subscript.includes('h') ? SUPERSCRIPT_DROP.aboveHigh : SUPERSCRIPT_DROP.above },
    createElement('mo', { stretchy: 'false' }, '('),
    createElement('mn', null, layer),
    createElement('mo', { stretchy: 'false' }, ')'),
  );
  return createElement('math', null, createElement('msubsup', null, letter, below, above));
}
