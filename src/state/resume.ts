/** The last state of a few runs, kept in the browser so that a reload need not replay them. Every failure is silent. */
import { createStore, del, get, set, update } from 'idb-keyval';
import type { Resume } from '../worker/protocol.ts';
import { isResume, type NetworkSize } from './isResume.ts';

/** What is asked of the browser; values come back as they were put. */
export interface ResumeStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Reads and writes in one transaction. */
  update(key: string, change: (value: unknown) => unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/** To be changed whenever the engine's numbers or the meaning of a checkpoint change: old states are not seen then. */
const DATABASE = 'unrolled-resume-2';

/** The key of the list of keys, newest first. */
const NEWEST = 'newest';
const KEPT_RUNS = 3;

/** 32 MB; a larger network is trained from the start again. */
const MAX_VALUES = 4_000_000;
/** Some browsers never answer once their database is stuck. */
const PATIENCE_MS = 1000;

const STORE = createStore(DATABASE, 'runs');

const IN_BROWSER: ResumeStorage = {
  get: (key) => get(key, STORE),
  set: (key, value) => set(key, value, STORE),
  update: (key, change) => update(key, change, STORE),
  delete: (key) => del(key, STORE),
};

/** Keeps `resume` as the newest state of the run called `key`, see `runKey`. */
export async function saveResume(key: string, resume: Resume, storage = IN_BROWSER): Promise<void> {
  if (resume.checkpoint.values.length > MAX_VALUES) return;
  try {
    await storage.set(runEntry(key), resume);
    let dropped: readonly string[] = [];
    await storage.update(NEWEST, (newest) => {
      const keys = [key, ...keysIn(newest).filter((other) => other !== key)];
      dropped = keys.slice(KEPT_RUNS);
      return keys.slice(0, KEPT_RUNS);
    });
    await Promise.all(dropped.map((other) => storage.delete(runEntry(other))));
  } catch {
    // Private windows, full disks: the run is replayed instead.
  }
}

/** What was saved for `key`, if it can belong to a network of that size; else null. */
export async function loadResume(
  key: string,
  size: NetworkSize,
  storage = IN_BROWSER,
): Promise<Resume | null> {
  try {
    const saved = await Promise.race([storage.get(runEntry(key)), nothingAfter(PATIENCE_MS)]);
    return isResume(saved, size) ? saved : null;
  } catch {
    return null;
  }
}

function runEntry(key: string): string {
  return `run ${key}`;
}

function keysIn(newest: unknown): string[] {
  return Array.isArray(newest) ? newest.filter((key) => typeof key === 'string') : [];
}

function nothingAfter(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
