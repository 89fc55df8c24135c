/** Run once before the tests: makes sure that there is a browser, and says which. */
import { provideBrowser } from './provideBrowser.ts';
import { provideFonts } from './provideFonts.ts';

try {
  console.log(`Browser: ${provideBrowser()}`);
  provideFonts();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
