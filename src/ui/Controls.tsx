/** Everything that makes the network and its training: text, cell, sizes, optimizer, seed. */
import { formatCount } from '../layout/format.ts';
import { CellChoice } from './CellChoice.tsx';
import { ClippingField } from './ClippingField.tsx';
import styles from './Controls.module.css';
import { useMessages, useRun } from './context.ts';
import { HiddenUnits } from './HiddenUnits.tsx';
import { Layers } from './Layers.tsx';
import { LearningRate } from './LearningRate.tsx';
import { OptimizerChoice } from './OptimizerChoice.tsx';
import { SeedField } from './SeedField.tsx';
import { TrainingText } from './TrainingText.tsx';
import { CutRecurrence } from './time/CutRecurrence.tsx';

export function Controls() {
  return (
    <div className={styles.controls}>
      <TrainingText />
      <CellChoice />
      <div className={styles.sliders}>
        <HiddenUnits />
        <Layers />
      </div>
      <div className={styles.fields}>
        <LearningRate />
        <OptimizerChoice />
        <ClippingField />
        <SeedField />
        <CutRecurrence />
      </div>
      <ParameterCount />
    </div>
  );
}

function ParameterCount() {
  const words = useMessages().controls;
  const count = useRun((run) => run.parameters.length);
  return <p className={styles.count}>{words.parameters(formatCount(count))}</p>;
}
