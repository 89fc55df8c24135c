import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddress } from '../../src/state/address.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/state/config.ts';
import { hashOf } from '../../src/state/route.ts';
import { DEFAULT_LINK, formatLink, type Link, type LinkReading } from '../../src/state/url.ts';
import { createFakeWindow } from './fakeWindow.ts';

function linkOf(config: Partial<Config>, update = 0): Link {
  return { ...DEFAULT_LINK, config: { ...DEFAULT_CONFIG, ...config }, update };
}

/** An entry that the page did not make itself is given a name as the page comes to it. */
const NAMING = 1;

function open(hash = '#/playground') {
  const window = createFakeWindow(hash);
  const reports: LinkReading[] = [];
  const address = createAddress(window, (reading) => reports.push(reading));
  return { window, address, reports };
}

describe('the address', () => {
  it('is read when the page opens, and left as it is', () => {
    const { window, address } = open('#/playground?cell=gru&x=1');
    expect(address.read()).toEqual({ link: linkOf({ cell: 'gru' }), unread: ['x=1'] });
    window.pass(10_000);
    expect(window.entries).toEqual(['#/playground?cell=gru&x=1']);
    expect(window.writes).toHaveLength(NAMING);
  });

  it('follows the run without new entries', () => {
    const { window, address } = open();
    for (let update = 1; update <= 600; update++) {
      address.replace(linkOf({}, update));
      window.pass(1000 / 60);
    }
    window.pass(1000);
    expect(window.entries).toEqual(['#/playground?update=600']);
    expect(window.writes.length).toBeLessThanOrEqual(22);
    expect(window.writes.length).toBeGreaterThanOrEqual(19);
  });

  it('does not write what is only to be remembered until the page or the entry is left', () => {
    const { window, address } = open();
    for (let update = 1; update <= 600; update++) {
      address.remember(linkOf({}, update));
      window.pass(1000 / 60);
    }
    expect(window.writes).toHaveLength(NAMING);
    address.push(linkOf({ cell: 'gru' }), 'cell');
    expect(window.entries).toEqual(['#/playground?update=600', '#/playground?cell=gru']);
    address.remember(linkOf({ cell: 'gru' }, 7));
    window.dispatch('pagehide');
    expect(window.entries).toEqual(['#/playground?update=600', '#/playground?cell=gru&update=7']);
  });

  it('comes back to where a reload left it, though the browser had read the address before', () => {
    const { window, address } = open();
    address.remember(linkOf({}, 7));
    const { state } = window.history;
    window.dispatch('pagehide');
    window.history.replaceState(String(state), '', '#/playground');
    expect(createAddress(window, () => {}).read()).toEqual({ link: linkOf({}, 7), unread: [] });
    expect(window.entries).toEqual(['#/playground?update=7']);
  });

  it('is read as it is where the same address is opened anew in the tab', () => {
    const { window, address } = open();
    address.remember(linkOf({}, 7));
    window.dispatch('pagehide');
    address.dispose();
    window.enter('#/playground');
    expect(createAddress(window, () => {}).read()).toEqual({ link: linkOf({}), unread: [] });
  });

  it.each(['pagehide', 'visibilitychange'])('is up to date at %s', (event) => {
    const { window, address } = open();
    address.replace(linkOf({}, 1));
    window.pass(10);
    address.replace(linkOf({}, 2));
    window.dispatch(event);
    expect(window.entries).toEqual(['#/playground?update=2']);
    window.pass(1000);
    expect(window.writes).toHaveLength(2);
  });

  it('costs nothing in a page without a history of its own', () => {
    const { window, address } = open();
    window.failure = new Error('SecurityError');
    address.push(linkOf({ cell: 'gru' }), 'cell');
    address.replace(linkOf({ cell: 'gru' }, 5));
    window.pass(1000);
    expect(window.entries).toEqual(['#/playground']);
  });

  it('is left alone after dispose', () => {
    const { window, address, reports } = open();
    address.dispose();
    window.enter('#/playground?cell=gru');
    expect(reports).toEqual([]);
  });
});

describe('a choice', () => {
  it('is a new entry; the entry before remembers the update it had reached', () => {
    const { window, address } = open();
    address.replace(linkOf({}, 41));
    address.replace(linkOf({}, 42));
    address.push(linkOf({ cell: 'lstm' }), 'cell');
    expect(window.entries).toEqual(['#/playground?update=42', '#/playground?cell=lstm']);
  });

  it('shares an entry with changes of the same field within a second', () => {
    const { window, address } = open();
    for (const hiddenSize of [4, 5, 6, 7, 8]) {
      address.push(linkOf({ hiddenSize }), 'hiddenSize');
      window.pass(900);
    }
    expect(window.entries).toEqual(['#/playground', '#/playground?hidden=8']);
    window.pass(200);
    address.push(linkOf({ hiddenSize: 9 }), 'hiddenSize');
    expect(window.entries).toEqual(['#/playground', '#/playground?hidden=8', '#/playground?hidden=9']);
  });

  it('shares an entry for as long as a slider is held', () => {
    const { window, address } = open();
    window.dispatch('pointerdown');
    for (const hiddenSize of [4, 5, 6]) {
      address.push(linkOf({ hiddenSize }), 'hiddenSize');
      window.pass(5000);
    }
    window.dispatch('pointerup');
    expect(window.entries).toEqual(['#/playground', '#/playground?hidden=6']);
    window.dispatch('pointerdown');
    address.push(linkOf({ hiddenSize: 7 }), 'hiddenSize');
    expect(window.entries).toHaveLength(3);
  });

  it('of another field is another entry at once', () => {
    const { window, address } = open();
    address.push(linkOf({ hiddenSize: 4 }), 'hiddenSize');
    address.push(linkOf({ hiddenSize: 5 }), 'hiddenSize');
    address.push(linkOf({ hiddenSize: 5, layers: 2 }), 'layers');
    expect(window.entries).toEqual([
      '#/playground',
      '#/playground?hidden=5',
      '#/playground?hidden=5&layers=2',
    ]);
  });

  it('that changes nothing is no entry', () => {
    const { window, address } = open();
    address.push(linkOf({}), 'cell');
    expect(window.writes).toHaveLength(NAMING);
  });
});

describe('a link from outside', () => {
  it('is reported once for back, forward and a typed hash', () => {
    const { window, address, reports } = open();
    address.replace(linkOf({}, 42));
    address.push(linkOf({ cell: 'lstm' }), 'cell');
    window.pass(1000);
    window.go(-1);
    window.go(1);
    window.enter('#/playground?cell=nonsense');
    expect(reports).toEqual([
      { link: linkOf({}, 42), unread: [] },
      { link: linkOf({ cell: 'lstm' }), unread: [] },
      { link: linkOf({}), unread: ['cell=nonsense'] },
    ]);
  });

  it('is not overwritten by what was waiting for the entry before', () => {
    const { window, address, reports } = open();
    address.push(linkOf({ cell: 'lstm' }), 'cell');
    address.replace(linkOf({ cell: 'lstm' }, 7));
    window.go(-1);
    window.pass(1000);
    expect(window.entries).toEqual(['#/playground', '#/playground?cell=lstm']);
    expect(reports).toHaveLength(1);
  });

  it('is reported when it is that of the entry before the page moved on', () => {
    const { window, address, reports } = open();
    address.replace(linkOf({}, 7));
    window.enter('#/playground');
    expect(reports).toEqual([{ link: linkOf({}), unread: [] }]);
  });

  it('ends the run of changes that share an entry', () => {
    const { window, address } = open();
    address.push(linkOf({ hiddenSize: 4 }), 'hiddenSize');
    window.go(-1);
    address.push(linkOf({ hiddenSize: 5 }), 'hiddenSize');
    expect(window.entries).toEqual(['#/playground', '#/playground?hidden=5']);
  });

  it('is not what the page itself wrote', () => {
    const { window, address, reports } = open();
    address.push(linkOf({ cell: 'lstm' }), 'cell');
    window.dispatch('hashchange');
    window.dispatch('popstate');
    expect(reports).toEqual([]);
  });
});

describe('an entry that was left before it was written', () => {
  it('is come back to as it was left, and then says so', () => {
    const { window, address, reports } = open();
    address.push(linkOf({ cell: 'lstm' }), 'cell');
    for (const update of [6, 7]) address.remember(linkOf({ cell: 'lstm' }, update));
    window.go(-1);
    window.go(1);
    expect(reports).toEqual([
      { link: linkOf({}), unread: [] },
      { link: linkOf({ cell: 'lstm' }, 7), unread: [] },
    ]);
    expect(window.entries).toEqual(['#/playground', '#/playground?cell=lstm&update=7']);
  });

  it('is so too where it came from outside', () => {
    const { window, address, reports } = open();
    address.push(linkOf({ cell: 'lstm' }), 'cell');
    window.enter('#/playground?cell=gru');
    address.remember(linkOf({ cell: 'gru' }, 7));
    window.go(-1);
    window.go(1);
    expect(reports.at(-1)).toEqual({ link: linkOf({ cell: 'gru' }, 7), unread: [] });
  });

  it('lends nothing to another entry with the same address', () => {
    const { window, address, reports } = open();
    address.push(linkOf({ cell: 'lstm' }), 'cell');
    address.remember(linkOf({ cell: 'lstm' }, 7));
    window.go(-1);
    window.enter('#/playground?cell=lstm');
    expect(reports.at(-1)).toEqual({ link: linkOf({ cell: 'lstm' }), unread: [] });
  });

  it('is known to the screen that is opened there anew', () => {
    const { window, address } = open();
    address.remember(linkOf({}, 7));
    window.enter('#/cells');
    address.dispose();
    window.go(-1);
    expect(createAddress(window, () => undefined).read()).toEqual({ link: linkOf({}, 7), unread: [] });
  });

  it('keeps no older place than the one that was written since', () => {
    const { window, address, reports } = open();
    address.push(linkOf({ cell: 'lstm' }), 'cell');
    address.remember(linkOf({ cell: 'lstm' }, 7));
    window.go(-1);
    window.go(1);
    address.replace(linkOf({ cell: 'lstm' }));
    window.pass(1000);
    window.go(-1);
    window.go(1);
    expect(reports.at(-1)).toEqual({ link: linkOf({ cell: 'lstm' }), unread: [] });
  });
});

describe('leaving for another screen', () => {
  it('keeps where this one was, be it written by then or not', () => {
    const { window, address } = open('');
    window.enter('#/cells');
    expect(hashOf('playground')).toBe('#/playground');
    window.go(-1);
    address.remember(linkOf({}, 7));
    window.enter('#/shapes');
    expect(hashOf('playground')).toBe('#/playground?update=7');
  });
});

describe('under a storm of changes', () => {
  function expectAllowed(writes: readonly number[]) {
    for (const [index, time] of writes.entries())
      expect(time - (writes[index - 99] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(30_000);
  }

  it('writes less than a hundred times in 30 seconds, and the last link in the end', () => {
    const { window, address } = open();
    for (let seed = 2; seed <= 400; seed++) {
      address.push(linkOf({ seed }), seed % 2 === 0 ? 'seed' : 'cell');
      window.pass(100);
    }
    expectAllowed(window.writes);
    expect(window.entries.length).toBeGreaterThan(80);
    window.pass(60_000);
    expectAllowed(window.writes);
    expect(window.location.hash).toBe('#/playground?seed=400');
  });

  it('does so whatever the changes', () => {
    const event = fc.record({
      isPush: fc.boolean(),
      field: fc.constantFrom('cell', 'hiddenSize', 'seed'),
      seed: fc.nat(1000),
      wait: fc.constantFrom(0, 1, 16, 300, 2000),
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 200, maxLength: 400 }), (events) => {
        const { window, address } = open();
        for (const { isPush, field, seed, wait } of events) {
          if (isPush) address.push(linkOf({ seed }), field);
          else address.replace(linkOf({ seed }));
          window.pass(wait);
        }
        window.pass(60_000);
        expect(window.location.hash).toBe(formatLink(linkOf({ seed: events.at(-1)?.seed ?? 0 })));
        expectAllowed(window.writes);
      }),
      { numRuns: 20 },
    );
  });
});
