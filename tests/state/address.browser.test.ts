import { afterEach, expect, it, vi } from 'vitest';
import { type Address, createAddress } from '../../src/state/address.ts';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { DEFAULT_LINK, formatLink, type LinkReading } from '../../src/state/url.ts';

const withText = (text: string) => ({ ...DEFAULT_LINK, config: { ...DEFAULT_CONFIG, text } });

let address: Address | null = null;
afterEach(() => address?.dispose());

it('comes forward to where an entry was left before that was written', async () => {
  const reports: LinkReading[] = [];
  address = createAddress(window, (reading) => reports.push(reading));
  const left = { ...withText('left'), update: 17 };
  address.push(withText('left'), 'text');
  address.remember(left);
  history.back();
  await vi.waitFor(() => expect(reports).toHaveLength(1));
  history.forward();
  await vi.waitFor(() => expect(reports).toHaveLength(2));
  expect(reports[1]).toEqual({ link: left, unread: [] });
  expect(location.hash).toBe(formatLink(left));
});

it('goes back, forward and to a typed hash in a real history, each reported once', async () => {
  const reports: LinkReading[] = [];
  address = createAddress(window, (reading) => reports.push(reading));
  const first = withText('한글 👩‍👩‍👧 \uD83D ~ 100% "<>');
  const second = withText(`so, ${'안녕 '.repeat(600)}.`);

  address.replace(first);
  address.push(second, 'text');
  expect(location.hash).toBe(formatLink(second));
  expect(address.read()).toEqual({ link: second, unread: [] });

  history.back();
  await vi.waitFor(() => expect(location.hash).toBe(formatLink(first)));
  await vi.waitFor(() => expect(reports).toEqual([{ link: first, unread: [] }]));
  history.forward();
  await vi.waitFor(() => expect(reports).toHaveLength(2));
  location.hash = '#/playground?text=한%20글';
  await vi.waitFor(() => expect(reports).toHaveLength(3));

  expect(reports.slice(1)).toEqual([
    { link: second, unread: [] },
    { link: withText('한 글'), unread: [] },
  ]);
});
