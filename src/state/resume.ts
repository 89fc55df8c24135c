/** The last state of a few runs, kept in the browser so that a reload need not replay them. */
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

/** Some browsers never answer once their database is stuck. */
const PATIENCE_MS = 1000;

/** Loaded when there is something to look for. */
async function inBrowser(): Promise<ResumeStorage> {
  return (await import('./resumeStorage.ts')).IN_BROWSER;
}

/** What was saved for `key`, if it can belong to a network of that size; else null, whatever failed. */
export async function loadResume(
  key: string,
  size: NetworkSize,
  given?: ResumeStorage,
): Promise<Resume | null> {
  try {
    const storage = given ?? (await inBrowser());
    const saved = await Promise.race([storage.get(key), nothingAfter(PATIENCE_MS)]);
    if (saved === null || saved === undefined) return null;
    const { isResume } = await import('./isResume.ts');
    return isResume(saved, size) ? saved : null;
  } catch {
    return null;
  }
}

function nothingAfter(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
