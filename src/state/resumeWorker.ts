/** Saves states of runs in a thread of its own: to write a large one takes longer than a frame. */
import type { Resume } from '../worker/protocol.ts';
import { IN_BROWSER } from './resumeStorage.ts';
import { saveResume } from './saveResume.ts';

/** What is to be saved, as `saveResume` takes it. */
export interface Saving {
  readonly key: string;
  readonly resume: Resume;
}

/** One after the other: the newest state of a run is the last to be written. */
let saved = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Saving>) => {
  saved = saved.then(() => saveResume(data.key, data.resume, IN_BROWSER));
};
