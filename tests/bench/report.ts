/** One line of the table: a measurement, what it was held against in the same run, and the goal. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  readonly ratio: string;
  readonly goal: string;
  readonly met: boolean;
}

const HEAD = ['what', 'measured', 'against', 'ratio', 'goal', ''];

/** A table that reads as plain text and is Markdown. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.measured,
    row.against,
    row.ratio,
    row.goal,
    row.met ? '✓ met' : '✗ missed',
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column].length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEAD), rule, ...cells.map(line)].join('\n');
}

export function count(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US');
}
