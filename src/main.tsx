/** Starts the page. */
import { Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createApp, type Environment } from './app/app.ts';
import { loadExercises } from './app/exercises.ts';
import * as early from './early.ts';
import { loadMessages } from './i18n/index.ts';
import type { Opened, Start } from './labs/openedScreen.ts';
import { createAddress } from './state/address.ts';
import { preferredLanguage, savePreferences } from './state/preferences.ts';
import type { Saving } from './state/resumeWorker.ts';
import { hashOf, type Screen, screenOf } from './state/route.ts';
import { readLink } from './state/url.ts';
import { App } from './ui/App.tsx';
import { tellMissing } from './ui/lazily.ts';
import { createClient } from './worker/client.ts';
import { createPictureFrames } from './worker/pictureFrames.ts';
import type { Resume } from './worker/protocol.ts';
import './ui/theme.css';
import * as workers from 'virtual:workers';

const OPEN: Readonly<Record<Screen, () => Promise<Opened>>> = {
  playground: openPlayground,
  shapes: async () => (await early.SCREENS.shapes()).openShapes(screenStart()),
  cells: async () => (await early.SCREENS.cells()).openCells(screenStart()),
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
const whenShown = () => shownAt;

const screenStart = (): Start => ({
  ...page(),
  thread: thread(),
  clock: {
    now: () => performance.now(),
    setTimeout: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
    clearTimeout: (timer) => window.clearTimeout(timer),
  },
  whenShown,
});

async function openPlayground(): Promise<Opened> {
  if (readLink(location.hash).link.config.task !== 'text') {
    // What cannot be loaded is told by the page itself.
    await loadExercises().catch(() => undefined);
  }
  const lab = createApp({
    ...page(),
    connect: (callbacks) => createClient({ ...thread(), ...callbacks }),
    whenShown,
    openAddress: (onChange) => createAddress(window, onChange),
    resumes: { load: findResume, save: keepResume },
  });
  return { page: <App app={lab} />, view: lab.view, dispose: lab.dispose };
}

async function findResume(...run: Parameters<Environment['resumes']['load']>): Promise<Resume | null> {
  try {
    return await (await import('./app/findResume.ts')).findResume(...run);
  } catch {
    // Without the network a run begins at its start.
    return null;
  }
}

let keeper: Worker | null = null;

/** See `saveResume`; nothing waits for it. */
function keepResume(key: string, resume: Resume): void {
  keeper ??= new Worker(workers.keeper, { type: 'module' });
  keeper.postMessage({ key, resume } satisfies Saving);
}

async function tellSize(): Promise<void> {
  const { announceSize } = await import('./app/embedding.ts');
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
    } catch (error) {
      if (shown === null) throw error;
      // The screen before stays.
      if (mine === requests) {
        history.replaceState(null, '', location.pathname + location.search + hashOf(shown.screen));
      }
      tellMissing();
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
