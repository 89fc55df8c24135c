/** Bits of trained parameters, to be compared between machines and browsers: nothing of Node in here. */
import { createTrainer, type ModelConfig, type TrainingConfig } from '../../src/engine/index.ts';
import { FULL_BATCH_SGD, modelOf, randomExample } from './setup.ts';

const UPDATES = 1000;
const LENGTHS = [5, 7, 9];

/** Of a network and a sequence so large that it is multiplied by a transposed copy; fewer updates: each takes long. */
const LARGE_UPDATES = 100;
const LARGE_LENGTHS = [17];

const RUNS: Readonly<Record<string, readonly [ModelConfig, Partial<TrainingConfig>]>> = {
  'rnn tanh': [modelOf('rnn'), {}],
  'rnn relu': [modelOf('rnn', { nonlinearity: 'relu', hiddenSize: 5 }), { clipNorm: 1 }],
  'rnn tanh, 2 layers': [modelOf('rnn', { layers: 2 }), { optimizer: 'sgd', learningRate: 0.1 }],
  lstm: [modelOf('lstm', { hiddenSize: 5 }), { optimizer: 'rmsprop' }],
  'lstm, 2 layers': [modelOf('lstm', { layers: 2 }), { batchSize: 2 }],
  'lstm in single precision': [modelOf('lstm', { hiddenSize: 32 }), {}],
  gru: [modelOf('gru', { hiddenSize: 6 }), { optimizer: 'adagrad', truncation: 3 }],
  'gru, 2 layers': [modelOf('gru', { layers: 2 }), { optimizer: 'momentum' }],
  'gru, encoder and decoder': [
    modelOf('gru', { hiddenSize: 5, decoder: { inputSize: 4 }, openGates: 2 }),
    { batchSize: 2 },
  ],
  'lstm, large': [modelOf('lstm', { hiddenSize: 66, layers: 2 }), {}],
};

/** What Node gave on x86-64. */
export const EXPECTED: Readonly<Record<string, string>> = {
  'rnn tanh': '6a1e9c2fd405e09a',
  'rnn relu': '33f749848da8835b',
  'rnn tanh, 2 layers': '384e9fb5891def38',
  lstm: 'b41229c4d2ed9120',
  'lstm, 2 layers': '896ab6748da4d3ff',
  'lstm in single precision': 'dc0b7fd4920134ee',
  gru: '4f882af84aeedf10',
  'gru, 2 layers': '0f8eb76fbfc8ccf8',
  'gru, encoder and decoder': 'a5dce1ca0ca37bc5',
  'lstm, large': '19c72f0e3196d5e7',
};

/** Hashes of all parameters after the last update, by the name of the run. */
export function hashes(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(RUNS).map(([name, [model, training]]) => {
      const decoding = model.decoder && { decoderFrom: 3 };
      const isLarge = model.hiddenSize > 64;
      const examples = (isLarge ? LARGE_LENGTHS : LENGTHS).map((timesteps) => ({
        ...randomExample(model, timesteps, timesteps),
        ...decoding,
      }));
      const trainer = createTrainer({
        model,
        training: { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.01, ...training },
        seed: 1,
        examples,
      });
      while (trainer.update < (isLarge ? LARGE_UPDATES : UPDATES)) trainer.step();
      return [name, hashBits(trainer.parameters)];
    }),
  );
}

/** FNV-1a with 64 bits over the little-endian bytes. */
export function hashBits(values: Float64Array): string {
  let hash = 0xcbf29ce484222325n;
  const view = new DataView(new ArrayBuffer(8));
  for (const value of values) {
    view.setFloat64(0, value, true);
    for (let byte = 0; byte < 8; byte++) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(byte))) * 0x100000001b3n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}
