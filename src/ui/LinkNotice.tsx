/** What a link said that could not be used; loaded when there is something. */
import { useState } from 'react';
import { cells } from '../i18n/cells.ts';
import { isolated } from '../i18n/isolated.ts';
import { linkNotice } from '../i18n/linkNotice.ts';
import { time } from '../i18n/time.ts';
import { screenOf } from '../state/route.ts';
import type { Notice } from '../state/run.ts';
import { MAX_LETTERS } from '../tasks/text.ts';
import { useApp, useMessages, useWords } from './context.ts';
import { linkPartName } from './linkPartNames.ts';
import { linkParts, MORE } from './linkParts.ts';
import { usedInstead } from './linkPartUsed.ts';
import { asWritten, linkPartWhy } from './linkPartWhy.ts';

export interface LinkNoticeProps {
  readonly notice: Extract<Notice, { kind: 'linkUnread' | 'linkTextTooShort' }>;
}

export function LinkNotice({ notice }: LinkNoticeProps) {
  const page = useMessages();
  const words = useWords(linkNotice);
  const all = { page, link: words, cells: useWords(cells), time: useWords(time) };
  const app = useApp();
  // What the link was opened with: later choices have nothing to do with it.
  const [opened] = useState(() => {
    const { hash } = window.location;
    const { preparing, task } = app.run.getState();
    return {
      screen: screenOf(hash),
      ...linkParts(hash, notice.keys),
      config: app.config.getState(),
      timestep: app.view.getState().timestep,
      fold: app.view.getState().fold,
      steps: preparing ? MAX_LETTERS - 1 : task.example.inputs.length,
    };
  });

  function partOf(part: string): string {
    if (part === MORE) return words.more;
    const [key] = part.split('=');
    const name = linkPartName(key, opened.screen, all);
    if (name === undefined) return isolated(asWritten(part));
    const used = opened.screen === 'playground' ? usedInstead(key, opened, page.controls, words) : null;
    if (isLacking(part)) return words.partBecause(name, words.why.lacking[part], used);
    const { sentence, isUnclear } = linkPartWhy(part, key, opened, words.why);
    return isUnclear && used === null
      ? words.part(name, isolated(asWritten(part)))
      : words.partBecause(name, sentence, used);
  }

  const route = notice.keys.find(isRoute);
  const isDamaged = notice.keys.some(isDamagedText);
  const parts = notice.keys.filter((key) => !isRoute(key) && !isDamagedText(key)).map(partOf);
  const sentences: string[] = [];
  if (route !== undefined) sentences.push(words.noScreen(isolated(route), page.shell.screens.playground));
  if (notice.kind === 'linkTextTooShort') {
    const standIn = isolated(notice.standIn);
    sentences.push(isDamaged ? words.textUnreadable(standIn) : words.tooShort(standIn));
  } else if (isDamaged) sentences.push(words.textDamaged);
  if (parts.length > 0) {
    const list = parts.join(', ');
    if (sentences.length > 0) sentences.push(words.unusedToo(list));
    else sentences.push(words.unused(list), ...(opened.hasMore ? [words.restIsUsed] : []));
  }
  return sentences.join(' ');
}

/** What was read and there is not: see `usableStart`. */
const LACKING = ['do', 't', 'ask'] as const;

function isLacking(part: string): part is (typeof LACKING)[number] {
  return LACKING.some((key) => key === part);
}

function isRoute(part: string): boolean {
  return !part.includes('=') && part !== MORE && !isLacking(part);
}

/** Of a text what is left is used. */
function isDamagedText(part: string): boolean {
  return part.startsWith('text=') && part.includes('\uFFFD');
}
