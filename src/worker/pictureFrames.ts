/** The rhythm of pictures in training: slower than the display, because nobody reads numbers any faster. */
import type { ClientOptions } from './client.ts';

/** Pictures a second, at most. Each takes time from training where processors are few. */
export const PICTURES = 30;
/** A frame this much early (ms) is still taken: the next one would be late by the rest of a refresh. */
const EARLY = 8;

/** What is used of a window. */
type Frames = Pick<
  Window,
  'requestAnimationFrame' | 'cancelAnimationFrame' | 'setTimeout' | 'clearTimeout'
> & {
  readonly performance: Pick<Performance, 'now'>;
};

/** Animation frames, one request at a time, with the pause between them that PICTURES makes. */
export function createPictureFrames(browser: Frames): Pick<ClientOptions, 'requestFrame' | 'cancelFrame'> {
  let last = Number.NEGATIVE_INFINITY;
  let timer = 0;
  let frame = 0;
  return {
    requestFrame(callback) {
      const request = () => {
        frame = browser.requestAnimationFrame((time) => {
          last = time;
          callback(time);
        });
      };
      const wait = last + 1000 / PICTURES - EARLY - browser.performance.now();
      if (wait > 0) timer = browser.setTimeout(request, wait);
      else request();
      return 0;
    },
    cancelFrame() {
      browser.clearTimeout(timer);
      browser.cancelAnimationFrame(frame);
    },
  };
}
