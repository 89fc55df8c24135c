/** The last state of a few runs, kept in the browser so that a reload need not replay them. Every failure is silent. */
import type { Resume } from '../worker/protocol.ts';
import type { NetworkSize } from './isResume.ts';

/** What is asked of the browser; values come back as they were put. */
export interface ResumeStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Reads and writes in one transaction. */
  update(key: string, change: (value: unknown) => unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/** The key of the list of keys, newest first. */
const NEWEST = 'newest';
const KEPT_RUNS = 3;

/** 32 MB; a larger network is trained from the start again. */
const MAX_VALUES = 4_000_000;
/** Some browsers never answer once their database is stuck. */
const PATIENCE_MS = 1000;

/** Loaded when there is something to keep or to look for. */
async function inBrowser(): Promise<ResumeStorage> {
  return (await import('./resumeStorage.ts')).IN_BROWSER;
}

/** Keeps `resume` as the newest state of the run called `key`, see `runKey`. */
export async function saveResume(key: string, resume: Resume, given?: ResumeStorage): Promise<void> {
  if (resume.checkpoint.values.length > MAX_VALUES) return;
  try {
    const storage = given ?? (await inBrowser());
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
  given?: ResumeStorage,
): Promise<Resume | null> {
  try {
    const storage = given ?? (await inBrowser());
    const saved = await Promise.race([storage.get(runEntry(key)), nothingAfter(PATIENCE_MS)]);
    if (saved === null || saved === undefined) return null;
    const { isResume } = await import('./isResume.ts');
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
