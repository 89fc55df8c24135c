import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MathText } from '../../src/ui/MathText.tsx';

const symbols = (text: string) => {
  const { container } = render(<MathText text={text} />);
  const found = [...container.querySelectorAll('msub')].map(({ textContent }) => textContent);
  return { found, text: container.textContent };
};

test('matrices and biases named in a sentence are written with real subscripts', () => {
  expect(symbols('x = “e” picks one column of W_xh; W_hh[1,2] and b_y stay.')).toEqual({
    found: ['Wxh', 'Whh', 'by'],
    text: 'x = “e” picks one column of Wxh; Whh[1,2] and by stay.',
  });
  expect(symbols('‘e’는 W_xi에서').found).toEqual(['Wxi']);
});

test('everything else stays as it is', () => {
  const text = 'W_xyz, snake_case and h_{t−1}';
  expect(symbols(text)).toEqual({ found: [], text });
  expect(symbols('').text).toBe('');
});
