/** The five shapes with a real session as their worker, and the states that are shipped. */
import { readFileSync } from 'node:fs';
import { createShapes } from '../../src/labs/shapes.ts';
import { createAddressOf } from '../../src/state/address.ts';
import type { FetchFile } from '../../src/state/pretrained.ts';
import { SHAPES_LINKS } from '../../src/state/shapesUrl.ts';
import { createHub } from '../../src/worker/hub.ts';
import { createFakeBrowser } from '../fakeBrowser.ts';

/** Small networks that nobody trained beforehand. */
const SMALL = '#/shapes?hidden=3&seed=5&tongue=en';

/** Not by way of a blob: those of jsdom have no stream. */
export function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

export const fromDisk: FetchFile = async (file) =>
  streamOf(Uint8Array.from(readFileSync(`public/pretrained/${file}`)));

export async function openShapes(hash = SMALL, fetchFile = fromDisk, whenShown = () => Promise.resolve()) {
  const browser = createFakeBrowser({ hash });
  const { window, environment, thread } = browser;
  const shapes = await createShapes({
    ...environment,
    hub: createHub(thread),
    openAddress: (onChange) => createAddressOf(SHAPES_LINKS, window, onChange),
    fetchFile,
    clock: { ...window, now: window.performance.now },
    whenShown,
  });
  return { browser, shapes };
}
