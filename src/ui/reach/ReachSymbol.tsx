import { createElement } from 'react';
import { indexed, letters } from '../MathSymbol.tsx';

/** ‖∂L_s/∂h_t‖, or the same of c_t. */
export function ReachSymbol({ state }: { readonly state: 'h' | 'c' }) {
  return createElement(
    'math',
    null,
    createElement(
      'mrow',
      null,
      createElement('mo', { stretchy: 'false' }, '‖'),
      createElement('mo', { lspace: '0', rspace: '0' }, '∂'),
      indexed('L', letters('s'), null),
      createElement('mo', { stretchy: 'false', lspace: '0.1em', rspace: '0.1em' }, '/'),
      createElement('mo', { lspace: '0', rspace: '0' }, '∂'),
      indexed(state, letters('t'), null),
      createElement('mo', { stretchy: 'false' }, '‖'),
    ),
  );
}
