import { en, type Messages } from './en.ts';
import { ko } from './ko.ts';

export type { Messages };

/** Every word of the page in one language. */
export function messages(language: 'en' | 'ko'): Messages {
  return language === 'ko' ? ko : en;
}
