import { time } from '../../i18n/time.ts';
import { formatFixed } from '../../layout/format.ts';
import { GATE_LETTERS } from '../../layout/matrices.ts';
import { weightName } from '../../layout/weightName.ts';
import type { Change } from '../../worker/protocol.ts';
import { useRun, useWords } from '../context.ts';

/** Says what a change sets, in the person's language. */
export function useChangeWords(): (change: Change) => string {
  const words = useWords(time);
  const model = useRun((run) => run.model);
  return (change) =>
    words.change({
      kind: change.kind,
      value: 'value' in change ? valueText(change) : '',
      weight: change.kind === 'weight' ? weightName(model, change.index) : '',
      unit: 'unit' in change ? change.unit + 1 : 0,
      layer: 'layer' in change && model.layers > 1 ? change.layer + 1 : null,
      gate: 'gate' in change ? (GATE_LETTERS[model.cell][change.gate] ?? '') : '',
    });
}

/** A weight with two decimals where they say all of it; a large one and a learning rate as they were typed. */
function valueText({ kind, value }: Extract<Change, { value: number }>): string {
  const short = kind === 'weight' && Math.abs(value) < 1000 && Number(value.toFixed(2)) === value;
  return short ? formatFixed(value, 2) : String(value).replace('-', '−');
}
