import { InferenceSession, Tensor } from 'onnxruntime-web';

/** Protocol buffer fields: a varint for numbers, length and bytes for everything else. */
type Field = readonly [number: number, value: number | string | Uint8Array];

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function message(...fields: readonly Field[]): Uint8Array {
  const bytes = fields.flatMap(([number, value]) => {
    if (typeof value === 'number') return [...varint(number * 8), ...varint(value)];
    const content = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    return [...varint(number * 8 + 2), ...varint(content.length), ...content];
  });
  return Uint8Array.from(bytes);
}

const floatTensor = (name: string) => message([1, name], [2, message([1, message([1, 1])])]);
const integer = (name: string, value: number) => message([1, name], [3, value], [20, 2]);

/** An ONNX model (numbers are onnx.proto's fields) of one node: GRU with linear_before_reset, opset 14. */
function gruModel(hiddenSize: number): Uint8Array {
  const inputs = ['X', 'W', 'R', 'B'];
  const node = message(
    ...inputs.map((name): Field => [1, name]),
    [2, 'Y'],
    [4, 'GRU'],
    [5, integer('hidden_size', hiddenSize)],
    [5, integer('linear_before_reset', 1)],
  );
  const graph = message([1, node], [2, 'gru'], ...inputs.map((name): Field => [11, floatTensor(name)]), [
    12,
    floatTensor('Y'),
  ]);
  return message([1, 8], [7, graph], [8, message([2, 14])]);
}

/** PyTorch's r,z,n blocks of rows in ONNX's order z,r,h. */
function toOnnxOrder(rows: Float32Array): Float32Array {
  const block = rows.length / 3;
  const [reset, update, candidate] = [0, 1, 2].map((gate) => rows.subarray(gate * block, (gate + 1) * block));
  return Float32Array.from([...update, ...reset, ...candidate]);
}

export interface GruWeights {
  readonly inputWeight: Float32Array;
  readonly hiddenWeight: Float32Array;
  readonly inputBias: Float32Array;
  readonly hiddenBias: Float32Array;
}

/** h_1 … h_T (T·H) of one GRU layer by ONNX Runtime, from inputs (T·I) and PyTorch's parameters. */
export async function runOnnxGru(
  weights: GruWeights,
  inputs: Float32Array,
  timesteps: number,
  hiddenSize: number,
): Promise<Float32Array> {
  const inputSize = inputs.length / timesteps;
  const session = await InferenceSession.create(gruModel(hiddenSize));
  const biases = [...toOnnxOrder(weights.inputBias), ...toOnnxOrder(weights.hiddenBias)];
  const results = await session.run({
    X: new Tensor('float32', inputs, [timesteps, 1, inputSize]),
    W: new Tensor('float32', toOnnxOrder(weights.inputWeight), [1, 3 * hiddenSize, inputSize]),
    R: new Tensor('float32', toOnnxOrder(weights.hiddenWeight), [1, 3 * hiddenSize, hiddenSize]),
    B: new Tensor('float32', Float32Array.from(biases), [1, 6 * hiddenSize]),
  });
  await session.release();
  const states = results.Y.data;
  if (!(states instanceof Float32Array)) throw new TypeError(`ONNX Runtime answered ${results.Y.type}`);
  return states;
}
