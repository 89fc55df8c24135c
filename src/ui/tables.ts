/** Makers of the tables of figures that are in the first script, which waits for none of them. */
export { curveTable } from './curveTable.ts';
export { hiddenStateTable } from './hiddenStateTable.ts';
export { networkTable } from './networkTable.ts';
export { weightsTable } from './weightsTable.ts';
