/** The rules of src/README.md, held against every file under src. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCycle } from './architecture/cycles.ts';
import { forbiddenImports, readImportTable } from './architecture/importTable.ts';
import { parseSourceFile } from './architecture/sourceFile.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const files = paths
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => parseSourceFile(path, readFileSync(SRC + path, 'utf8')));
const table = readImportTable(readFileSync(`${SRC}README.md`, 'utf8'));

const within = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`));

describe('every file under src', () => {
  it('is seen, and the table names every folder', () => {
    const folders = new Set(paths.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...folders].sort()).toEqual([...table.keys()].filter((name) => !name.includes('.')).sort());
    for (const folder of folders) expect(within(String(folder)), folder).not.toEqual([]);
  });

  it('imports only what the table allows', () => {
    expect(files.flatMap((file) => forbiddenImports(file, table))).toEqual([]);
  });

  it('is in no cycle of imports', () => {
    expect(findCycle(files)).toEqual([]);
  });

  it('has no default export', () => {
    expect(files.filter((file) => file.hasDefaultExport).map(({ path }) => path)).toEqual([]);
  });

  it('has a name that says what it is: components PascalCase.tsx, the rest camelCase.ts', () => {
    const misnamed = files.filter(({ path }) => path !== 'main.tsx').filter(({ path }) => !isWellNamed(path));
    expect(misnamed.map(({ path }) => path)).toEqual([]);
    expect(paths.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.|$)/i.test(path))).toEqual([]);
  });

  it('asks for a 2-D context only under ui/canvas', () => {
    const drawing = files.filter(({ contexts }) => contexts.includes('2d')).map(({ path }) => path);
    expect(drawing.filter((path) => !path.startsWith('ui/canvas/'))).toEqual([]);
  });
});

it('the engine uses nothing that differs between machines, browsers or moments', () => {
  const uses = within('engine').flatMap(({ path, unpredictable }) =>
    unpredictable.map((use) => `${path}: ${use}`),
  );
  // Which kind of array is fast here changes no bit: engine/determinism.test.ts compares both.
  expect(new Set(uses)).toEqual(new Set(['engine/numbers.ts: navigator', 'engine/numbers.ts: globalThis']));
});

it('no style gives a line of text its width in the shorthand, which Safari leaves out as a whole', () => {
  const styles = paths.filter((path) => path.endsWith('.css'));
  expect(styles.filter((path) => /text-decoration:[^;]*\dpx/.test(readFileSync(SRC + path, 'utf8')))).toEqual(
    [],
  );
});

it('the words of the page are in i18n, not in its markup', () => {
  expect(within('ui').flatMap(({ path, words }) => words.map((word) => `${path}: ${word}`))).toEqual([]);
});

describe('the checks themselves', () => {
  const parse = (source: string, path = 'ui/Sample.tsx') => parseSourceFile(path, source);
  const complaints = (path: string, source: string) => forbiddenImports(parse(source, path), table);

  it.each([
    ["import { a } from '../engine/index.ts'", false],
    ["import type { A } from '../engine/index.ts'", true],
    ["import { type A } from '../engine/index.ts'", true],
    ["import { type A, b } from '../engine/index.ts'", false],
    ["import '../engine/index.ts'", false],
    ["export { a } from '../engine/index.ts'", false],
    ["export * from '../engine/index.ts'", false],
    ["export type { A } from '../engine/index.ts'", true],
    ["const a = await import('../engine/index.ts')", false],
    ["type A = import('../engine/index.ts').A", true],
    ["new Worker(new URL('../engine/index.ts', import.meta.url))", false],
  ])('%s: types only is %s', (source, isType) => {
    expect(parse(source).imports).toEqual([{ target: 'engine/index.ts', isType }]);
  });

  it('takes an import in a comment or a string for nothing', () => {
    expect(parse("// import '../engine/a.ts'\nconst s = \"import '../engine/a.ts'\"").imports).toEqual([]);
  });

  it.each([
    ['engine/a.ts', "import './b.ts'", 0],
    ['engine/a.ts', "import type { B } from '../tasks/b.ts'", 1],
    ['tasks/a.ts', "import type { B } from '../engine/b.ts'", 0],
    ['tasks/a.ts', "import { b } from '../engine/b.ts'", 1],
    ['worker/a.ts', "import { b } from '../engine/b.ts'", 0],
    ['layout/a.ts', "import { ticks } from 'd3-array'", 0],
    ['layout/a.ts', "import { useState } from 'react'", 1],
    ['state/a.ts', "import { createStore } from 'zustand/vanilla'", 0],
    ['state/a.ts', "import { create } from 'zustand'", 1],
    ['ui/A.tsx', "import { useStore } from 'zustand/react'", 0],
    ['ui/A.tsx', "import type { B } from '../worker/b.ts'", 0],
    ['ui/A.tsx', "import { b } from '../worker/b.ts'", 1],
    ['app/a.ts', "import { b } from '../worker/b.ts'", 0],
    ['app/a.ts', "import { b } from '../labs/b.ts'", 1],
    ['main.tsx', "import { b } from './worker/b.ts'", 0],
    ['elsewhere/a.ts', '', 1],
  ])('%s with %s: %i complaints', (path, source, count) => {
    expect(complaints(path, source)).toHaveLength(count);
  });

  it('find a cycle of values and let one of types be', () => {
    const pair = (keyword: string) => [
      parse("import { b } from './b.ts'", 'engine/a.ts'),
      parse(`${keyword} { a } from './a.ts'`, 'engine/b.ts'),
    ];
    expect(findCycle(pair('import'))).toEqual(['engine/a.ts', 'engine/b.ts', 'engine/a.ts']);
    expect(findCycle(pair('import type'))).toEqual([]);
  });

  it.each([
    ['Math.sqrt(2) + Math.PI', []],
    ['Math.exp(1)', ['Math.exp']],
    ["Math['exp'](1)", ['Math.[…]']],
    ['const { exp } = Math', ['Math as a value']],
    ['x ** 2', ['**']],
    ['x **= 2', ['**=']],
    ['new Date()', ['Date']],
    ['console.log(1)', ['console']],
  ])('%s is unpredictable in %j', (source, uses) => {
    expect(parse(source).unpredictable).toEqual(uses);
  });

  it.each([
    ['<p>Hello {name}</p>', ['Hello']],
    ['<p>{words.hello} = h</p>', []],
    ['<b aria-label="안녕" className="big" />', ['안녕']],
  ])('%s has the words %j', (source, words) => {
    expect(parse(source).words).toEqual(words);
  });

  it('find default exports, contexts and bad names', () => {
    expect(parse('export default 3').hasDefaultExport).toBe(true);
    expect(parse('export { a as default }; const a = 3').hasDefaultExport).toBe(true);
    expect(parse('export const a = 3').hasDefaultExport).toBe(false);
    expect(parse("canvas.getContext('2d')").contexts).toEqual(['2d']);
    expect(['ui/figure.tsx', 'ui/Figure.ts', 'layout/a-b.ts'].filter(isWellNamed)).toEqual([]);
    expect(['ui/Figure.tsx', 'layout/network.ts'].filter(isWellNamed)).toHaveLength(2);
  });
});

function isWellNamed(path: string): boolean {
  return /^([A-Z][A-Za-z0-9]*\.tsx|[a-z][A-Za-z0-9]*(\.d)?\.ts)$/.test(basename(path));
}
