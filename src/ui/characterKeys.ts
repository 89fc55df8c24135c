/** Whether shortcuts of a single character are in force; kept in the browser, for those who speak to their computer. */
const KEY = 'unrolled.characterKeys';
const OFF = 'off';

/** Where the browser keeps nothing (a sandboxed frame, a private window), the choice lasts as long as the page. */
let kept: string | null = null;

export const characterKeys = {
  areOn(): boolean {
    try {
      kept = localStorage.getItem(KEY);
    } catch {
      // the choice of this page stands
    }
    return kept !== OFF;
  },
  set(on: boolean): void {
    kept = on ? null : OFF;
    try {
      if (on) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, OFF);
    } catch {
      // the choice of this page stands
    }
  },
};
