/** Takes a text, answers with the rows of jumps. */
import { allJumpRows } from './jumpRows.ts';

self.onmessage = ({ data: text }: MessageEvent<string>) => self.postMessage(allJumpRows(text));
