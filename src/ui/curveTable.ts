import type { Messages } from '../i18n/index.ts';
import { spreadIndices } from '../layout/curve.ts';
import type { Curve } from '../worker/protocol.ts';
import { inFigures, pointAt } from './curvePoint.ts';
import type { NumberTableProps } from './NumberTable.tsx';

const ROWS = 50;

/** Loss and accuracy at updates spread over the curve; both may be covered. */
export function curveTable(curve: Curve, covered: boolean, words: Messages['learning']): NumberTableProps {
  return {
    caption: words.curve,
    columns: [words.update, words.loss, words.accuracy],
    rows: spreadIndices(curve.updates.length, ROWS).map((index) => {
      const { update, loss, percent } = inFigures(pointAt(curve, index));
      return covered ? [update, '?', '?'] : [update, loss, `${percent}%`];
    }),
  };
}
