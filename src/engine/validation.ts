import { GATES, type ModelConfig } from './model.ts';
import { OPTIMIZERS } from './optimizers.ts';
import type { TrainingConfig } from './training.ts';

/** @throws {RangeError} */
export function checkModel(model: ModelConfig): void {
  if (!Object.hasOwn(GATES, model.cell)) throw new RangeError(`unknown cell ${model.cell}`);
  if (model.nonlinearity !== 'tanh' && model.nonlinearity !== 'relu') {
    throw new RangeError(`unknown nonlinearity ${model.nonlinearity}`);
  }
  checkInteger('inputSize', model.inputSize, 1, Number.MAX_SAFE_INTEGER);
  checkInteger('hiddenSize', model.hiddenSize, 1, 512);
  checkInteger('layers', model.layers, 1, 3);
  checkInteger('outputSize', model.outputSize, 1, Number.MAX_SAFE_INTEGER);
  const { decoder, openGates = 0 } = model;
  if (decoder !== undefined) checkInteger('decoder.inputSize', decoder.inputSize, 1, Number.MAX_SAFE_INTEGER);
  if (!Number.isFinite(openGates)) throw new RangeError(`openGates must be a number, not ${openGates}`);
}

/** @throws {RangeError} */
export function checkTraining(training: TrainingConfig): void {
  const { optimizer, learningRate, clipNorm, truncation, batchSize } = training;
  if (!Object.hasOwn(OPTIMIZERS, optimizer)) throw new RangeError(`unknown optimizer ${optimizer}`);
  checkLearningRate(learningRate);
  if (clipNorm !== null && !(clipNorm > 0)) throw new RangeError(`clipNorm must be above 0, not ${clipNorm}`);
  if (truncation !== null) checkInteger('truncation', truncation, 1, Number.MAX_SAFE_INTEGER);
  if (batchSize !== null) checkInteger('batchSize', batchSize, 1, Number.MAX_SAFE_INTEGER);
}

/** @throws {RangeError} */
export function checkLearningRate(learningRate: number): void {
  if (!(learningRate >= 0 && learningRate < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`learningRate must be a number from 0, not ${learningRate}`);
  }
}

/** @throws {RangeError} */
export function checkInteger(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not ${value}`);
}
