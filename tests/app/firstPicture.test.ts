import { describe, expect, it } from 'vitest';
import { firstPicture, forwardPicture } from '../../src/app/firstPicture.ts';
import { copyParameters, createTrainer } from '../../src/engine/index.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/state/config.ts';
import { runConfigOf } from '../../src/state/start.ts';
import { readText } from '../../src/tasks/text.ts';

function startOf(choice: Partial<Config>) {
  const config = { ...DEFAULT_CONFIG, ...choice };
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind === 'tooShort') throw new Error('too short');
  return { config, subject: { task: reading.task, exercise: null, asked: null } };
}

function pictureOf(choice: Partial<Config>, update = 0) {
  const { config, subject } = startOf(choice);
  return { picture: firstPicture(config, subject, update), run: runConfigOf(config, subject) };
}

function forwardPictureOf(choice: Partial<Config>) {
  const { config, subject } = startOf(choice);
  return { picture: forwardPicture(config, subject), run: runConfigOf(config, subject) };
}

describe('the first picture', () => {
  it.each<Partial<Config>>([
    {},
    { cell: 'lstm', layers: 3, hiddenSize: 16 },
    { cell: 'gru', nonlinearity: 'relu', text: '나는 나비' },
    { text: 'ab'.repeat(1000) },
  ])('of %j is update 0 as the engine has it', (choice) => {
    const { picture, run } = pictureOf(choice);
    const trainer = createTrainer(run);
    const { gates: _, ...trace } = trainer.traces[0];
    expect(picture).toMatchObject({
      update: 0,
      phase: { kind: 'paused' },
      loss: trainer.loss,
      correct: trainer.correct,
      targets: trainer.targets,
      trace,
      gates: null,
      parameters: copyParameters(trainer.parameters),
      curve: { updates: Float64Array.of(0), losses: Float64Array.of(trainer.loss) },
      resume: null,
    });
  });

  it.each<Partial<Config>>([
    { hiddenSize: 512, layers: 3 },
    { hiddenSize: 64, text: 'ab'.repeat(1000) },
  ])('of %j is left to the worker, so that the page does not freeze', (choice) => {
    expect(pictureOf(choice).picture).toBeNull();
  });

  it('knows of interventions that lie ahead', () => {
    const interventions = [{ kind: 'learningRate', update: 8, value: 0.5 } as const];
    expect(pictureOf({ interventions }).picture?.interventions).toEqual(interventions);
  });

  it('of a small network is the update that a link says, interventions included', () => {
    const interventions = [{ kind: 'learningRate', update: 8, value: 0.5 } as const];
    const { picture, run } = pictureOf({ interventions }, 60);
    const trainer = createTrainer(run);
    for (let update = 0; update < 60; update++) {
      if (update === 8) trainer.setLearningRate(0.5);
      trainer.step();
    }
    expect(picture).toMatchObject({
      update: 60,
      phase: { kind: 'paused' },
      loss: trainer.loss,
      parameters: trainer.parameters,
    });
    expect(picture?.curve?.updates.at(-1)).toBe(60);
  });

  it('stands at the last good update where the run blows up before', () => {
    const interventions = [{ kind: 'learningRate', update: 2, value: 1e300 } as const];
    const { picture } = pictureOf({ interventions, optimizer: 'sgd' }, 60);
    expect(picture?.phase.kind).toBe('diverged');
    expect(picture?.update).toBeLessThan(60);
  });

  it('of an update too far away is left to the worker', () => {
    expect(pictureOf({}, 1_000_000).picture).toBeNull();
  });
});

describe('the picture of a larger network', () => {
  it.each<Partial<Config>>([
    { hiddenSize: 64, text: 'ab'.repeat(1000) },
    { cell: 'lstm', hiddenSize: 96, layers: 2 },
  ])('of %j has what the engine reads forwards, and no gradient yet', (choice) => {
    const { picture, run } = forwardPictureOf(choice);
    const trainer = createTrainer(run);
    const { gates: _, ...trace } = trainer.traces[0];
    expect(picture).toMatchObject({
      update: 0,
      phase: { kind: 'paused' },
      loss: expect.closeTo(trainer.loss, 10),
      curve: { updates: Float64Array.of(0), accuracies: Float64Array.of(trainer.correct / trainer.targets) },
      gradientNorm: Number.NaN,
      correct: trainer.correct,
      targets: trainer.targets,
      trace: { layers: trace.layers, logits: trace.logits },
      gates: null,
      parameters: trainer.parameters,
      resume: null,
    });
  });

  it.each<Partial<Config>>([
    { cell: 'lstm', hiddenSize: 512, layers: 3, text: 'ab'.repeat(1000) },
    { hiddenSize: 64, interventions: [{ kind: 'cut', update: 0 }] },
  ])('is left to the worker where it takes long or begins with a change', (choice) => {
    expect(forwardPictureOf(choice).picture).toBeNull();
  });
});
