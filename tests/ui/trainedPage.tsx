/** A part of the page over a network that was really trained, with a worker's answers to what its panels want. */
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { createGradientReach } from '../../src/engine/gradientReach.ts';
import { createTrainer, parameterLayout } from '../../src/engine/index.ts';
import { type Config, createConfigStore, DEFAULT_CONFIG } from '../../src/state/config.ts';
import { createRunStore, type Run } from '../../src/state/run.ts';
import type { PanelSight } from '../../src/state/sight.ts';
import { joinSights } from '../../src/state/sight.ts';
import { modelOf, runConfigOf } from '../../src/state/start.ts';
import { createViewStore, DEFAULT_VIEW, type View } from '../../src/state/view.ts';
import { readText } from '../../src/tasks/text.ts';
import { AppContext } from '../../src/ui/context.ts';
import type { Contributions, Reach, Snapshot, TrailPoint } from '../../src/worker/protocol.ts';
import { makeRun, noActions } from './heatmapFixture.tsx';

export function trainedPage(part: ReactNode, chosen: Partial<Config> = {}, seen: Partial<View> = {}) {
  const config = { ...DEFAULT_CONFIG, ...chosen };
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind === 'tooShort') throw new Error('a text of one letter');
  const { task } = reading;
  const { training, seed, examples } = runConfigOf(config, { task, exercise: null });
  const model = modelOf(config, task);
  const trainer = createTrainer({ model, training, seed, examples });
  const timesteps = task.example.inputs.length;
  const wishes = new Map<string, Partial<PanelSight>>();
  const trail: TrailPoint[] = [];

  const gradients = () => {
    const { parameters, ablation } = trainer;
    return createGradientReach({ model, parameters, example: task.example, truncation: null, ablation });
  };
  const reach = ({ from, to }: { from: number; to: number }): Reach => {
    const norms = gradients().norms(from, to);
    const cellStates = norms.flatMap(({ cellState }) => (cellState ? [cellState] : []));
    return {
      from,
      to,
      hidden: norms.map(({ hidden }) => hidden),
      cellState: cellStates.length > 0 ? cellStates : null,
      whole: null,
    };
  };
  const contributions = ({ view, from, to }: NonNullable<PanelSight['contributions']>): Contributions => {
    const parameter = parameterLayout(model)[view];
    const [before, after] = [
      gradients().contributionSum(parameter, 0, from),
      gradients().contributionSum(parameter, to, timesteps),
    ];
    return {
      view,
      from,
      to,
      values: gradients().contributions(parameter, from, to),
      rest: before.map((value, index) => value + after[index]),
      step: trainer.explainStep(parameter),
    };
  };
  const snapshot = (): Snapshot => {
    const sight = joinSights(wishes.values());
    const { gates, ...trace } = structuredClone(trainer.traces[0]);
    return {
      ...makeRun().snapshot,
      update: trainer.update,
      version: trainer.update,
      loss: trainer.loss,
      correct: trainer.correct,
      targets: trainer.targets,
      gradientNorm: trainer.gradientNorm,
      ablation: trainer.ablation,
      example: task.example,
      trace,
      gates: sight.gates ? gates : null,
      reach: sight.reach && reach(sight.reach),
      contributions: sight.contributions && contributions(sight.contributions),
      trail: sight.trail > 0 ? trail.slice(-sight.trail) : null,
    };
  };
  const picture = (): Partial<Run> => ({ snapshot: snapshot(), parameters: trainer.parameters.slice() });
  const run = createRunStore({ ...makeRun(), task, model, ...picture() });
  const view = createViewStore({ ...DEFAULT_VIEW, ...seen });
  const selectTimestep = vi.fn((timestep: number) => view.setState({ timestep }));
  const want = vi.fn((panel: string, sight: Partial<PanelSight> | null) => {
    if (sight) wishes.set(panel, sight);
    else wishes.delete(panel);
    run.setState(picture());
  });
  const rendered = render(
    <AppContext
      value={{
        config: createConfigStore(config),
        run,
        view,
        actions: { ...noActions, selectTimestep, want },
      }}
    >
      {part}
    </AppContext>,
  );
  return {
    ...rendered,
    run,
    view,
    want,
    selectTimestep,
    trainer,
    train: (updates: number) =>
      act(() => {
        trail.push({
          update: trainer.update,
          hidden: trainer.traces[0].layers[model.layers - 1].hidden.slice(),
        });
        for (let n = 0; n < updates; n++) trainer.step();
        run.setState(picture());
      }),
    cut: () =>
      act(() => {
        trainer.setAblation({ recurrenceCut: true, frozen: [] });
        run.setState(picture());
      }),
  };
}
