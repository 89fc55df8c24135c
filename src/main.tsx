/** Starts the page. */
import { createRoot } from 'react-dom/client';
import { createApp, type App as Lab } from './app.ts';
import { announceSize } from './embedding.ts';
import { loadExercises } from './exercises.ts';
import { loadMessages } from './i18n/index.ts';
import { createAddress } from './state/address.ts';
import { loadPreferences, preferredLanguage, savePreferences } from './state/preferences.ts';
import { loadResume, saveResume } from './state/resume.ts';
import { readLink } from './state/url.ts';
import { App } from './ui/App.tsx';
import { createClient } from './worker/client.ts';
import { createPictureFrames } from './worker/pictureFrames.ts';
import './ui/theme.css';
import { workerUrl } from 'virtual:worker-url';

const storage = browserStorage();
const preferences = loadPreferences(storage);

function createLab(): Lab {
  const lab = createApp({
    connect: (callbacks) =>
      createClient({
        spawn: () => new Worker(workerUrl, { type: 'module' }),
        ...createPictureFrames(window),
        ...callbacks,
      }),
    openAddress: (onChange) => createAddress(window, onChange),
    pageAddress: location.origin + location.pathname + location.search,
    resumes: { load: loadResume, save: saveResume },
    language: preferences.language ?? preferredLanguage(navigator.languages),
    theme: preferences.theme,
    writeClipboard: (text) => navigator.clipboard.writeText(text),
  });
  lab.view.subscribe(({ language, theme }, before) => {
    if (language !== before.language || theme !== before.theme) savePreferences(storage, { language, theme });
  });
  return lab;
}

async function start(container: HTMLElement): Promise<void> {
  if (readLink(location.hash).link.config.task !== 'text') {
    // What cannot be loaded is told by the page itself.
    await loadExercises().catch(() => undefined);
  }
  const app = createLab();
  await loadMessages(app.view.getState().language);
  createRoot(container).render(<App app={app} />);
}

// In a frame the page is as high as its content, not as high as the frame, which follows it.
if (window.parent !== window) document.documentElement.dataset.framed = '';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Not awaited at the top: modules that are loaded later could not share this one then.
void start(root);
announceSize(window, (message, target) => window.parent.postMessage(message, target));

/** Merely asking for it throws where a page is not allowed to keep anything. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
