import { render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LetterText } from '../../src/ui/LetterText.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Fonts that draw every character as a box. */
function stubFonts() {
  const measureText = vi.fn((letter: string) => ({ width: 60 * letter.replaceAll('\u200d', '').length }));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ measureText } as never);
  return measureText;
}

function fontSize(letter: string, size: number, room?: number): number {
  const { container } = render(
    <svg>
      <title>a letter</title>
      <LetterText letter={letter} x={0} y={0} size={size} {...(room !== undefined && { room })} />
    </svg>,
  );
  return Number(container.querySelector('text')?.getAttribute('font-size'));
}

describe('a letter', () => {
  it('of several characters is written as small as its room asks for, and no smaller than a word', () => {
    const measured = stubFonts();
    expect(fontSize('👩‍👩‍👧', 27, 200)).toBe(27);
    expect(fontSize('👩‍👩‍👧', 18, 36)).toBeCloseTo(10);
    expect(fontSize('👩‍👩‍👧', 11, 12)).toBe(7);
    expect(fontSize('👩‍👩‍👧', 27)).toBe(27);
    expect(measured).toHaveBeenCalledTimes(1);
  });

  it('of one character is not measured, and keeps its size', () => {
    const measured = stubFonts();
    expect(fontSize('h', 18, 9)).toBe(18);
    expect(fontSize('한', 18, 20)).toBe(18);
    expect(fontSize('🙂', 18, 20)).toBe(18);
    expect(measured).not.toHaveBeenCalled();
  });
});
