import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BROWSER_VARIABLE, findBrowser, usualPlaces } from './findBrowser.ts';

const folder = mkdtempSync(join(tmpdir(), 'unrolled-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

function pretend(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  return path;
}

describe('findBrowser', () => {
  it('takes the browser that the variable names before any other', () => {
    const named = pretend('my-browser');
    pretend('chromium');
    expect(findBrowser({ [BROWSER_VARIABLE]: named, PATH: folder })).toBe(named);
  });

  it('says so when the variable names no file', () => {
    const find = () => findBrowser({ [BROWSER_VARIABLE]: join(folder, 'missing') });
    expect(find).toThrow(/UNROLLED_BROWSER is set to .*missing/);
  });

  it('does not take a folder for a browser', () => {
    expect(() => findBrowser({ [BROWSER_VARIABLE]: folder })).toThrow('not a file');
  });
});

describe('usualPlaces', () => {
  it('on Linux are the commands on the path, then what packages install', () => {
    const places = usualPlaces('linux', { PATH: '/opt/bin' });
    expect(places).toContain(join('/opt/bin', 'google-chrome'));
    expect(places).toContain('/usr/bin/chromium');
  });

  it('on macOS are the applications of the machine and of the person', () => {
    const places = usualPlaces('darwin', { HOME: '/Users/me' });
    expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(places).toContain(
      join('/Users/me', 'Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    );
  });

  it('on Windows are the folders of programs that the system names', () => {
    const places = usualPlaces('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' });
    expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
  });
});
