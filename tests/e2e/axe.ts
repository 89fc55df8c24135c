/** Accessibility rules, run inside the page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One readable entry for each element that breaks a rule; the debugger brings axe in, so the page keeps its policy. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await page.evaluate(await source);
  const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const fix = node.failureSummary?.replace(/\s*\n\s*/g, ' ') ?? violation.help;
      return `${violation.id} (${violation.impact}): ${node.target.join(' ')}: ${fix}`;
    }),
  );
}
