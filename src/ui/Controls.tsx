/** Everything that makes the network and its training: task, cell, sizes, optimizer, seed. */
import { grouped } from '../i18n/numbers.ts';
import { CellChoice } from './CellChoice.tsx';
import { ClippingField } from './ClippingField.tsx';
import styles from './Controls.module.css';
import { useConfig, useMessages, useRun } from './context.ts';
import { HiddenUnits } from './HiddenUnits.tsx';
import { Layers } from './Layers.tsx';
import { LearningRate } from './LearningRate.tsx';
import { lazily } from './lazily.ts';
import { OptimizerChoice } from './OptimizerChoice.tsx';
import { SeedField } from './SeedField.tsx';
import { TaskChoice } from './TaskChoice.tsx';
import { TrainingText } from './TrainingText.tsx';
import { CutRecurrence } from './time/CutRecurrence.tsx';

const GateBias = lazily(async () => (await import('./gates/GateBias.tsx')).GateBias);

const ExerciseControls = lazily(
  async () => (await import('./exercise/ExerciseControls.tsx')).ExerciseControls,
);

export function Controls() {
  const exercise = useRun((run) => run.exercise);
  const hasGates = useConfig((config) => config.cell !== 'rnn');
  return (
    <div className={styles.controls}>
      <TaskChoice />
      {exercise === null ? <TrainingText /> : <ExerciseControls exercise={exercise} />}
      <CellChoice />
      <div className={styles.sliders}>
        <HiddenUnits />
        <Layers />
        {hasGates && <GateBias />}
      </div>
      <div className={styles.fields}>
        <LearningRate />
        <OptimizerChoice />
        <ClippingField />
        <SeedField />
        <CutRecurrence key={exercise?.kind} />
      </div>
      <ParameterCount />
    </div>
  );
}

function ParameterCount() {
  const words = useMessages().controls;
  const count = useRun((run) => run.parameters.length);
  return <p className={styles.count}>{words.parameters(grouped(count))}</p>;
}
