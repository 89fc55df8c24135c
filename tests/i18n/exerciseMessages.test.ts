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
    expect(step(last)).toBe('step 6, reads apple, says an, wrong; correct: ■ (stop)');
    expect(reword(en, 'en', 'motion').network.step(first)).toContain('reads the frame');
  });

  it('does so in Korean', () => {
    const { step } = reword(ko, 'ko', 'captions').network;
    expect(step(first)).toBe('시점 1: 입력 그림 → 답 ‘the’, 맞음');
    expect(step(last)).toBe('시점 6: 입력 ‘apple’ → 답 ‘an’, 틀림 (정답 ■(끝))');
    expect(reword(ko, 'ko', 'motion').network.step(first)).toContain('입력 프레임');
  });

  it('says where the dot of a frame is, in the read-out and over the columns of the table', () => {
    const pixels = new Float64Array(36);
    pixels[6 + 2] = 1;
    const frame = { ...first, picture: { columns: 6, pixels } };
    const english = reword(en, 'en', 'motion').network;
    expect(english.step(frame)).toContain('reads the frame, dot at row 2, column 3, says the');
    expect(english.tableColumn(frame)).toBe('1: dot at row 2, column 3');
    const korean = reword(ko, 'ko', 'motion').network;
    expect(korean.step(frame)).toContain('입력 프레임(2행 3열의 점) →');
    expect(korean.tableColumn(frame)).toBe('1: 2행 3열의 점');
    expect(reword(en, 'en', 'captions').network.tableColumn(last)).toBe('6: apple');
  });

  it('says that an answer has ended', () => {
    const after = { number: 8, letter: '–', prediction: null, target: null, right: false, ended: 7 };
    expect(reword(en, 'en', 'numbers').network.step(after)).toBe(
      'step 8, reads –, says nothing more: its answer ended with ■ at step 7',
    );
    expect(reword(ko, 'ko', 'numbers').network.step(after)).toContain('시점 7의 ■로 답이 끝나');
  });
});
