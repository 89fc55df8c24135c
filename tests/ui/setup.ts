/** Before each file of component tests. */
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadMessages } from '../../src/i18n/index.ts';

await Promise.all([loadMessages('en'), loadMessages('ko')]);
// What is loaded when it is first wanted may be slow to come while all processors are busy with other files.
configure({ asyncUtilTimeout: 30_000 });
afterEach(cleanup);
