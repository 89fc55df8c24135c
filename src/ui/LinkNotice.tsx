/** What a link said that could not be used; loaded when there is something. */
import { useState } from 'react';
import { cells } from '../i18n/cells.ts';
import type { Messages } from '../i18n/index.ts';
import { isolated } from '../i18n/isolated.ts';
import { linkNotice } from '../i18n/linkNotice.ts';
import { grouped } from '../i18n/numbers.ts';
import { time } from '../i18n/time.ts';
import type { Config } from '../state/config.ts';
import { screenOf } from '../state/route.ts';
import type { Notice } from '../state/run.ts';
import { CELL_NAMES } from './cellNames.ts';
import { useApp, useMessages, useWords } from './context.ts';
import { linkPartName } from './linkPartNames.ts';

export interface LinkNoticeProps {
  readonly notice: Extract<Notice, { kind: 'linkUnread' | 'linkTextTooShort' }>;
}

export function LinkNotice({ notice }: LinkNoticeProps) {
  const page = useMessages();
  const words = useWords(linkNotice);
  const all = { page, link: words, cells: useWords(cells), time: useWords(time) };
  const { config } = useApp();
  // What the link was opened with: later choices have nothing to do with it.
  const [opened] = useState(() => ({ config: config.getState(), screen: screenOf(window.location.hash) }));

  function partOf(written: string): string {
    const lacking = LACKING.find((key) => key === written);
    if (lacking !== undefined) return words.lacking[lacking];
    const [key] = written.split('=');
    const name = linkPartName(key, opened.screen, all);
    if (name === undefined) return written;
    const used = opened.screen === 'playground' ? usedInstead(key, opened.config, page.controls) : null;
    return used === null
      ? words.part(name, isolated(written))
      : words.partInstead(name, isolated(written), used);
  }

  const route = notice.keys.find(isRoute);
  const parts = notice.keys.filter((key) => !isRoute(key)).map(partOf);
  const sentences: string[] = [];
  if (route !== undefined) sentences.push(words.noScreen(isolated(route), page.shell.screens.playground));
  if (notice.kind === 'linkTextTooShort') sentences.push(words.tooShort(isolated(notice.standIn)));
  if (parts.length > 0) {
    const list = parts.join(', ');
    sentences.push(sentences.length > 0 ? words.unusedToo(list) : words.unused(list));
  }
  return sentences.join(' ');
}

/** What was read and there is not: see `usableStart`. */
const LACKING = ['do', 't', 'ask'] as const;

function isRoute(written: string): boolean {
  return !written.includes('=') && !LACKING.some((key) => key === written);
}

/** The value in force of what a control of the playground shows at a glance. */
function usedInstead(key: string, config: Config, words: Messages['controls']): string | null {
  switch (key) {
    case 'task':
      return words.tasks[config.task];
    case 'cell':
      return CELL_NAMES[config.cell];
    case 'optimizer':
      return words.optimizers[config.optimizer];
    case 'hidden':
      return grouped(config.hiddenSize);
    case 'layers':
      return String(config.layers);
    case 'lr':
      return String(config.learningRate);
    case 'seed':
      return grouped(config.seed);
    default:
      return null;
  }
}
