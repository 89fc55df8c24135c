/** How far the gate that keeps the past is open before training. */
import * as gateWords from '../../i18n/gates.ts';
import { useActions, useConfig, useWords } from '../context.ts';
import { NumberField } from '../NumberField.tsx';

export function GateBias() {
  const { bias } = useWords(gateWords);
  const actions = useActions();
  const cell = useConfig((config) => config.cell);
  const value = useConfig((config) => config.gateBias);
  if (cell === 'rnn') return null;
  return (
    <div title={bias.hint[cell]}>
      <NumberField
        name={bias.name}
        field="gateBias"
        value={value}
        onChange={(gateBias) => actions.choose({ gateBias })}
      />
    </div>
  );
}
