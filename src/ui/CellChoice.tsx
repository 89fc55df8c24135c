import { CELL_NAMES } from './cellNames.ts';
import { useActions, useConfig, useMessages } from './context.ts';
import { SegmentedChoice } from './SegmentedChoice.tsx';

const CELLS = ['rnn', 'gru', 'lstm'] as const;
const NONLINEARITIES = ['tanh', 'relu'] as const;
const NONLINEARITY_NAMES = { tanh: 'tanh', relu: 'ReLU' };

/** The cell; the vanilla one has a choice of squashing function. */
export function CellChoice() {
  const words = useMessages().controls;
  const actions = useActions();
  const cell = useConfig((config) => config.cell);
  const nonlinearity = useConfig((config) => config.nonlinearity);
  return (
    <>
      <SegmentedChoice
        name={words.cell}
        options={CELLS}
        words={CELL_NAMES}
        value={cell}
        onChange={(chosen) => actions.choose({ cell: chosen })}
      />
      {cell === 'rnn' && (
        <SegmentedChoice
          name={words.nonlinearity}
          options={NONLINEARITIES}
          words={NONLINEARITY_NAMES}
          value={nonlinearity}
          onChange={(chosen) => actions.choose({ nonlinearity: chosen })}
          small
        />
      )}
    </>
  );
}
