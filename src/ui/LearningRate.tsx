import { currentLearningRate } from '../state/config.ts';
import { useActions, useConfig, useMessages } from './context.ts';
import { NumberField } from './NumberField.tsx';

/** The learning rate in force now; a new one does not start the run again. */
export function LearningRate() {
  const words = useMessages().controls;
  const actions = useActions();
  const value = useConfig(currentLearningRate);
  return (
    <NumberField
      name={words.learningRate}
      field="learningRate"
      value={value}
      onChange={(learningRate) => actions.setLearningRate(learningRate)}
    />
  );
}
