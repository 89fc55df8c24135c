/** Trains the states that the page opens with and writes them to public/pretrained. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PRETRAINED } from '../../src/state/pretrained.ts';
import { encodeState, trainState } from './trainState.ts';

const FOLDER = fileURLToPath(new URL('../../public/pretrained/', import.meta.url));

export async function writeStates(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const state of PRETRAINED) {
    const { resume, examination, parameters } = trainState(state);
    const bytes = encodeState(resume, parameters);
    await writeFile(FOLDER + state.file, bytes);
    const { training, heldOut } = examination ?? {};
    console.log(
      `${state.file}: ${(bytes.length / 1024).toFixed(0)} KB, ${parameters} parameters, update ${state.update};`,
      `answers right: ${training?.examplesRight} of ${training?.examples} trained,`,
      `${heldOut?.examplesRight} of ${heldOut?.examples} never seen;`,
      `outputs right: ${heldOut?.targetsRight} of ${heldOut?.targets}`,
    );
  }
}
