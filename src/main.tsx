/** Starts the page. */
import { Fragment, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createApp } from './app.ts';
import * as early from './early.ts';
import { loadExercises } from './exercises.ts';
import { loadMessages } from './i18n/index.ts';
import { createAddress, createAddressOf } from './state/address.ts';
import type { NetworkSize } from './state/isResume.ts';
import { preferredLanguage, savePreferences } from './state/preferences.ts';
import { loadResume } from './state/resume.ts';
import type { Saving } from './state/resumeWorker.ts';
import { type Screen, screenOf } from './state/route.ts';
import { readLink } from './state/url.ts';
import type { ViewStore } from './state/view.ts';
import { App } from './ui/App.tsx';
import { createClient } from './worker/client.ts';
import { createPictureFrames } from './worker/pictureFrames.ts';
import type { Resume } from './worker/protocol.ts';
import './ui/theme.css';
import * as workers from 'virtual:workers';

/** A screen that was opened. */
interface Opened {
  readonly page: ReactNode;
  readonly view: ViewStore;
  /** Ends its workers and lets go of the browser. */
  dispose(): void;
}

const OPEN: Readonly<Record<Screen, () => Promise<Opened>>> = {
  playground: openPlayground,
  shapes: openShapes,
  cells: openCells,
};

let preferences = early.preferences;

const thread = () => ({
  spawn: () => new Worker(workers.trainer, { type: 'module' }),
  ...createPictureFrames(window),
});

const page = () => ({
  pageAddress: location.origin + location.pathname + location.search,
  language: preferences.language ?? preferredLanguage(navigator.languages),
  theme: preferences.theme,
  writeClipboard: (text: string) => navigator.clipboard.writeText(text),
});

/** That the screen under way is on the screen. */
let shownAt = Promise.resolve();

const clock = {
  now: () => performance.now(),
  setTimeout: (callback: () => void, milliseconds: number) => window.setTimeout(callback, milliseconds),
  clearTimeout: (timer: number) => window.clearTimeout(timer),
};

async function openPlayground(): Promise<Opened> {
  if (readLink(location.hash).link.config.task !== 'text') {
    // What cannot be loaded is told by the page itself.
    await loadExercises().catch(() => undefined);
  }
  const lab = createApp({
    ...page(),
    connect: (callbacks) => createClient({ ...thread(), ...callbacks }),
    whenShown: () => shownAt,
    openAddress: (onChange) => createAddress(window, onChange),
    resumes: { load: findResume, save: keepResume },
  });
  return { page: <App app={lab} />, view: lab.view, dispose: lab.dispose };
}

let keeper: Worker | null = null;

/** See `saveResume`; nothing waits for it. */
function keepResume(key: string, resume: Resume): void {
  keeper ??= new Worker(workers.keeper, { type: 'module' });
  keeper.postMessage({ key, resume } satisfies Saving);
}

/** Kept by this browser, or trained beforehand and shipped with the page, whichever is nearer; a text has nothing shipped. */
async function findResume(key: string, size: NetworkSize, update: number): Promise<Resume | null> {
  const kept = await loadResume(key, size);
  if (!key.includes('task=')) return kept;
  const { loadPretrained, pretrainedCalled } = await import('./state/pretrained.ts');
  const state = pretrainedCalled(key);
  const from = kept?.checkpoint.update ?? 0;
  const isNearer = state !== null && state.update <= update && (from < state.update || from > update);
  return (isNearer && (await loadPretrained(state, size, fetchPretrained))) || kept;
}

async function fetchPretrained(file: string): Promise<ReadableStream<Uint8Array>> {
  const { ok, body } = await fetch(`pretrained/${file}`);
  if (!ok || body === null) throw new TypeError(`${file} cannot be had`);
  return body;
}

async function openShapes(): Promise<Opened> {
  // The states are fetched while these are on their way.
  for (const part of [loadExercises(), loadMessages(page().language)]) part.catch(() => undefined);
  const [{ createShapes }, { SHAPES_LINKS }, { ShapesScreen }, { createHub }] = await early.SCREENS.shapes();
  const shapes = await createShapes({
    ...page(),
    hub: createHub(thread()),
    openAddress: (onChange) => createAddressOf(SHAPES_LINKS, window, onChange),
    fetchFile: fetchPretrained,
    clock,
    whenShown: () => shownAt,
  });
  return {
    page: (
      <App app={shapes.all}>
        <ShapesScreen {...shapes} />
      </App>
    ),
    view: shapes.all.view,
    dispose: shapes.dispose,
  };
}

async function openCells(): Promise<Opened> {
  const [{ createCells }, { CELLS_LINKS }, { CellsScreen }, { createHub }] = await early.SCREENS.cells();
  const cells = createCells({
    ...page(),
    hub: createHub(thread()),
    openAddress: (onChange) => createAddressOf(CELLS_LINKS, window, onChange),
    clock,
  });
  return {
    page: (
      <App app={cells.all}>
        <CellsScreen {...cells} />
      </App>
    ),
    view: cells.all.view,
    dispose: cells.dispose,
  };
}

async function tellSize(): Promise<void> {
  const { announceSize } = await import('./embedding.ts');
  announceSize(window, (message, target) => window.parent.postMessage(message, target));
}

function start(container: HTMLElement): void {
  const root = createRoot(container);
  let shown: (Opened & { readonly screen: Screen }) | null = null;
  let requests = 0;

  /** Shows the screen that the address names; the one before stays until it is there. */
  async function show(): Promise<void> {
    const screen = screenOf(location.hash);
    const mine = ++requests;
    if (shown?.screen === screen) return;
    let markShown = () => {};
    shownAt = new Promise((resolve) => {
      markShown = resolve;
    });
    try {
      const opened = await OPEN[screen]();
      await loadMessages(opened.view.getState().language);
      if (mine === requests) replaceBy({ ...opened, screen });
      else opened.dispose();
    } finally {
      requestAnimationFrame(() => setTimeout(markShown));
    }
  }

  function replaceBy(opened: Opened & { readonly screen: Screen }): void {
    opened.view.subscribe(({ language, theme }, before) => {
      if (language === before.language && theme === before.theme) return;
      preferences = { language, theme };
      savePreferences(early.storage, preferences);
    });
    shown?.dispose();
    shown = opened;
    flushSync(() => root.render(<Fragment key={opened.screen}>{opened.page}</Fragment>));
  }

  void show();
  window.addEventListener('hashchange', () => void show());
}

// In a frame the page is as high as its content, not as high as the frame, which follows it.
if (window.parent !== window) {
  document.documentElement.dataset.framed = '';
  void tellSize();
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Not awaited at the top: modules that are loaded later could not share this one then.
start(root);
