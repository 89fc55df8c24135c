/** The browser's database as a place for states of runs. */
import { createStore, del, get, set, update } from 'idb-keyval';
import type { ResumeStorage } from './resume.ts';

/** To be changed whenever the engine's numbers or the meaning of a checkpoint change: old states are not seen then. */
const DATABASE = 'unrolled-resume-2';

const STORE = createStore(DATABASE, 'runs');

export const IN_BROWSER: ResumeStorage = {
  get: (key) => get(key, STORE),
  set: (key, value) => set(key, value, STORE),
  update: (key, change) => update(key, change, STORE),
  delete: (key) => del(key, STORE),
};
