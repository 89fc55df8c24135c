import { createElement } from 'react';

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
      subscripted('L', 's'),
      createElement('mo', { stretchy: 'false', lspace: '0.1em', rspace: '0.1em' }, '/'),
      createElement('mo', { lspace: '0', rspace: '0' }, '∂'),
      subscripted(state, 't'),
      createElement('mo', { stretchy: 'false' }, '‖'),
    ),
  );
}

function subscripted(base: string, below: string) {
  return createElement('msub', null, createElement('mi', null, base), createElement('mi', null, below));
}
