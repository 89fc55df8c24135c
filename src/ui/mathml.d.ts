/** MathML Core in JSX: React renders it, its types do not name it. */
import type { HTMLAttributes } from 'react';

type MathAttributes = HTMLAttributes<MathMLElement> & { display?: 'block' | 'inline' };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: MathAttributes;
      mi: MathAttributes;
      mn: MathAttributes;
      mo: MathAttributes;
      mrow: MathAttributes;
      msub: MathAttributes;
      msup: MathAttributes;
      msubsup: MathAttributes;
      mtext: MathAttributes;
    }
  }
}
