/** The real app, with a real session as its worker, under a part of the page. */
import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { type App, createApp } from '../../src/app/app.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/state/config.ts';
import { DEFAULT_LINK, formatLink, type Link } from '../../src/state/url.ts';
import { AppContext } from '../../src/ui/context.ts';
import { createFakeBrowser } from '../fakeBrowser.ts';

export function appPage(
  part: (app: App) => ReactNode,
  config: Partial<Config> = {},
  link: Partial<Omit<Link, 'config'>> = {},
) {
  const hash = formatLink({ ...DEFAULT_LINK, ...link, config: { ...DEFAULT_CONFIG, ...config } });
  const browser = createFakeBrowser({ hash });
  const app = createApp(browser.environment);
  render(<AppContext value={app}>{part(app)}</AppContext>);
  return {
    app,
    browser,
    user: userEvent.setup({ delay: null }),
    /** Until page and worker are at rest. */
    settle: () => act(() => browser.settle()),
  };
}
