/** Starts the page. */
import { createRoot } from 'react-dom/client';
import { createApp } from './app.ts';
import { announceSize } from './embedding.ts';
import { loadMessages } from './i18n/index.ts';
import { createAddress } from './state/address.ts';
import { loadPreferences, preferredLanguage, savePreferences } from './state/preferences.ts';
import { loadResume, saveResume } from './state/resume.ts';
import { App } from './ui/App.tsx';
import { createPictureFrames } from './worker/pictureFrames.ts';
import './ui/theme.css';
import { workerUrl } from 'virtual:worker-url';

const storage = browserStorage();
const preferences = loadPreferences(storage);

const app = createApp({
  client: {
    spawn: () => new Worker(workerUrl, { type: 'module' }),
    ...createPictureFrames(window),
  },
  openAddress: (onChange) => createAddress(window, onChange),
  pageAddress: location.origin + location.pathname + location.search,
  resumes: { load: loadResume, save: saveResume },
  language: preferences.language ?? preferredLanguage(navigator.languages),
  theme: preferences.theme,
  writeClipboard: (text) => navigator.clipboard.writeText(text),
});

app.view.subscribe(({ language, theme }, before) => {
  if (language !== before.language || theme !== before.theme) savePreferences(storage, { language, theme });
});

// In a frame the page is as high as its content, not as high as the frame, which follows it.
if (window.parent !== window) document.documentElement.dataset.framed = '';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Not awaited at the top: modules that are loaded later could not share this one then.
void loadMessages(app.view.getState().language).then(() => createRoot(root).render(<App app={app} />));
announceSize(window, (message, target) => window.parent.postMessage(message, target));

/** Merely asking for it throws where a page is not allowed to keep anything. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
