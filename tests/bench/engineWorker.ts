/** Engine and TensorFlow.js in one worker: takes a text, answers with the rows and the opponent's name. */
import { engineRows } from './engineRows.ts';
import type { Row } from './report.ts';
import { startTfjs } from './tfjs.ts';

export interface EngineAnswer {
  readonly opponent: string;
  readonly rows: readonly Row[];
}

async function measure(text: string): Promise<void> {
  const opponent = await startTfjs(`${self.location.origin}/`);
  const answer: EngineAnswer = { opponent, rows: engineRows(text) };
  self.postMessage(answer);
}

// A rejected promise alone would not reach the page.
self.onmessage = ({ data }: MessageEvent<string>) => void measure(data).catch(reportError);
