import type { Include } from '../src/worker/protocol.ts';

/** A picture of the traces and no more. */
export const NOTHING: Include = {
  parameters: false,
  gates: false,
  curve: false,
  resume: false,
  reach: null,
  contributions: null,
  trail: 0,
  probe: null,
  examination: false,
};

/** What the open page asks for at each picture. */
export const PAGE: Include = { ...NOTHING, parameters: true, curve: true };
