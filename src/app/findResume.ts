/** What a run goes on from; loaded when one does not begin at its start. */
import type { NetworkSize } from '../state/isResume.ts';
import { loadResume } from '../state/resume.ts';
import type { Resume } from '../worker/protocol.ts';

/** Kept by this browser, or trained beforehand and shipped with the page, whichever is nearer; a text has nothing shipped. */
export async function findResume(key: string, size: NetworkSize, update: number): Promise<Resume | null> {
  const kept = await loadResume(key, size);
  if (!key.includes('task=')) return kept;
  const { loadPretrained, pretrainedCalled } = await import('../state/pretrained.ts');
  const state = pretrainedCalled(key);
  const from = kept?.checkpoint.update ?? 0;
  const isNearer = state !== null && state.update <= update && (from < state.update || from > update);
  return (isNearer && (await loadPretrained(state, size, fetchPretrained))) || kept;
}

export async function fetchPretrained(file: string): Promise<ReadableStream<Uint8Array>> {
  const { ok, body } = await fetch(`pretrained/${file}`);
  if (!ok || body === null) throw new TypeError(`${file} cannot be had`);
  return body;
}
