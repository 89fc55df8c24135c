import { expect } from 'vitest';
import { type App, createApp, type Environment } from '../../src/app/app.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/state/config.ts';
import type { Run } from '../../src/state/run.ts';
import { modelOf } from '../../src/state/start.ts';
import { DEFAULT_LINK, formatLink, type Link } from '../../src/state/url.ts';
import { PACES } from '../../src/state/view.ts';
import type { Change } from '../../src/worker/protocol.ts';
import { type BrowserOptions, createFakeBrowser } from '../fakeBrowser.ts';
import { referenceAt, taskOf } from '../referenceRun.ts';

export const FASTEST = PACES.length - 1;

export function open({ whenShown, ...options }: BrowserOptions & Pick<Environment, 'whenShown'> = {}) {
  const browser = createFakeBrowser(options);
  const app = createApp({ ...browser.environment, whenShown });
  return { browser, app, ...app.actions };
}

export function hashOf({
  config,
  ...rest
}: Partial<Omit<Link, 'config'>> & { config?: Partial<Config> }): string {
  return formatLink({ ...DEFAULT_LINK, ...rest, config: { ...DEFAULT_CONFIG, ...config } });
}

/** What the address bar would show for the app's own link. */
export const hashIn = (link: string) => link.slice(link.indexOf('#'));

/** What is shown is what the engine computes of the configuration at that update. */
export function expectPicture({ task, model, snapshot, parameters, curve }: Run, config: Config): void {
  const { interventions, update } = snapshot;
  const reference = referenceAt({ ...config, interventions }, update);
  expect(reference.update).toBe(update);
  expect(task).toEqual(taskOf(config));
  expect(model).toEqual(modelOf(config, task));
  expect(parameters).toEqual(reference.parameters);
  expect(snapshot).toMatchObject({
    loss: reference.loss,
    correct: reference.correct,
    targets: reference.targets,
    gradientNorm: reference.gradientNorm,
    ablation: reference.ablation,
    trace: reference.trace,
  });
  const furthest = curve.updates[curve.updates.length - 1];
  expect(furthest).toBeGreaterThanOrEqual(update);
  expect(curve.losses[curve.losses.length - 1]).toBe(
    furthest === update ? reference.loss : referenceAt({ ...config, interventions }, furthest).loss,
  );
}

export const bitsOf = (app: App) => {
  const { task, model, snapshot, parameters } = app.run.getState();
  const { update, loss, trace, gradientNorm } = snapshot;
  return { task, model, update, loss, trace, gradientNorm, parameters };
};

/** One change of each kind, all of which the first network can have. */
export const CHANGES: Change[] = [
  { kind: 'learningRate', value: 0.05 },
  { kind: 'weight', index: 14, value: -0.7 },
  { kind: 'freeze', layer: 0, unit: 2 },
  { kind: 'cut' },
];
