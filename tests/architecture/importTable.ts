/** The table of allowed imports, read from src/README.md, so that the page and the rule cannot part. */
import type { SourceFile } from './sourceFile.ts';

/** Names of folders and packages; 'd3-*' stands for all that begin so. */
export interface Row {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

export type ImportTable = ReadonlyMap<string, Row>;

/** Rows look like: | `engine/` | what is in it | values | types |. A row's first cell may name several. */
export function readImportTable(markdown: string): ImportTable {
  const table = new Map<string, Row>();
  for (const line of markdown.split('\n')) {
    const cells = line.split('|').slice(1, -1);
    const names = [...(cells[0] ?? '').matchAll(/`([\w.]+)\/?`/g)].map((match) => match[1] ?? '');
    if (cells.length !== 4) continue;
    for (const name of names) table.set(name, { values: namesIn(cells[2]), types: namesIn(cells[3]) });
  }
  return table;
}

function namesIn(cell = ''): string[] {
  return cell
    .replaceAll(/[`\\]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '–');
}

/** One sentence for each import that the table does not allow. */
export function forbiddenImports(file: SourceFile, table: ImportTable): string[] {
  const home = folderOf(file.path);
  const row = table.get(home);
  if (row === undefined) return [`${file.path}: ${home} is not in the table of src/README.md`];
  return file.imports.flatMap(({ target, isType }) => {
    const allowed = isType ? [...row.values, ...row.types] : row.values;
    if (folderOf(target) === home || allowed.some((name) => covers(name, target))) return [];
    return [`${file.path} may not import ${isType ? 'types' : 'values'} from ${target}`];
  });
}

/** The folder under src, or the file itself where it lies in src directly. */
function folderOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function covers(name: string, target: string): boolean {
  if (name === 'everything') return true;
  if (name.endsWith('*')) return target.startsWith(name.slice(0, -1));
  return target === name || target.startsWith(`${name}/`);
}
