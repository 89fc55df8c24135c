import { learningRateAt } from '../state/config.ts';
import { useActions, useConfig, useMessages, useRun } from './context.ts';
import { NumberField } from './NumberField.tsx';
import { Refusal } from './time/Refusal.tsx';

/** The learning rate in force at the present update; a new one does not start the run again. */
export function LearningRate() {
  const words = useMessages().controls;
  const actions = useActions();
  const config = useConfig((config) => config);
  const value = useRun((run) => learningRateAt(config, run.snapshot.update));
  return (
    <div>
      <NumberField
        name={words.learningRate}
        field="learningRate"
        value={value}
        onChange={(learningRate) => actions.setLearningRate(learningRate)}
      />
      <Refusal kinds={['learningRate']} />
    </div>
  );
}
