import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { reword } from '../../src/i18n/exerciseMessages.ts';
import { ko } from '../../src/i18n/ko.ts';

const first = { number: 1, letter: '▦', prediction: 'the', target: 'the', right: true };
const last = { number: 6, letter: 'apple', prediction: 'an', target: '■', right: false };

describe('reword', () => {
  it('calls marks by name in sentences that are read aloud', () => {
    const { step } = reword(en, 'en', 'captions').network;
    expect(step(first)).toBe('step 1, reads the picture, says the, right');
    expect(step(last)).toBe('step 6, reads apple, says an, wrong: right is ■ (stop)');
    expect(reword(en, 'en', 'motion').network.step(first)).toContain('reads the frame');
  });

  it('does so in Korean', () => {
    const { step } = reword(ko, 'ko', 'captions').network;
    expect(step(first)).toBe('시점 1: 입력 그림 → 답 ‘the’, 맞음');
    expect(step(last)).toBe('시점 6: 입력 ‘apple’ → 답 ‘an’, 틀림 (정답 ■(끝))');
    expect(reword(ko, 'ko', 'motion').network.step(first)).toContain('입력 프레임');
  });
});
