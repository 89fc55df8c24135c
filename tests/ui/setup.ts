/** Before each file of component tests. */
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadMessages } from '../../src/i18n/index.ts';

await Promise.all([loadMessages('en'), loadMessages('ko')]);
afterEach(cleanup);
