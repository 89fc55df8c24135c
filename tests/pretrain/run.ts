/**
 * Trains what the page knows beforehand: `npm run pretrain` all of it, `npm run pretrain -- states` or `-- seeds` only
 * the states it opens with, or what other seeds come to; `-- seeds rnn lstm` measures only those cells anew.
 */
import { writeSeeds } from './writeSeeds.ts';
import { writeStates } from './writeStates.ts';

const [part, ...cells] = process.argv.slice(2);

if (part !== 'seeds') await writeStates();
if (part !== 'states') await writeSeeds(cells);
