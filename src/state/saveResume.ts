import type { Resume } from '../worker/protocol.ts';
import type { ResumeStorage } from './resume.ts';

/** The key of the list of keys, newest first; keys of runs have no spaces. */
const NEWEST = 'newest first';
const KEPT_RUNS = 3;

/** 32 MB; a larger network is trained from the start again. */
const MAX_VALUES = 4_000_000;

/** Keeps `resume` as the newest state of the run called `key`, see `runKey`. Every failure is silent. */
export async function saveResume(key: string, resume: Resume, storage: ResumeStorage): Promise<void> {
  if (resume.checkpoint.values.length > MAX_VALUES) return;
  try {
    await storage.set(key, resume);
    let dropped: readonly string[] = [];
    await storage.update(NEWEST, (newest) => {
      const keys = [key, ...keysIn(newest).filter((other) => other !== key)];
      dropped = keys.slice(KEPT_RUNS);
      return keys.slice(0, KEPT_RUNS);
    });
    await Promise.all(dropped.map((other) => storage.delete(other)));
  } catch {
    // Private windows, full disks: the run is replayed instead.
  }
}

function keysIn(newest: unknown): string[] {
  return Array.isArray(newest) ? newest.filter((key) => typeof key === 'string') : [];
}
