import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { ModelChoice } from '../../src/state/actions.ts';
import type { Config } from '../../src/state/config.ts';
import type { Run } from '../../src/state/run.ts';
import type { Language } from '../../src/state/view.ts';
import { readText } from '../../src/tasks/text.ts';
import { Controls } from '../../src/ui/Controls.tsx';
import { AppContext } from '../../src/ui/context.ts';
import { learningRun } from './learningRun.ts';

export interface ControlsPageOptions {
  readonly config?: Partial<Config>;
  readonly run?: Partial<Run>;
  readonly language?: Language;
  readonly children?: ReactNode;
}

/** The controls over stores that change as those of the app do. Time passes by itself only where timers are real. */
export function controlsPage({ config = {}, run = {}, language = 'en', children }: ControlsPageOptions = {}) {
  const app = learningRun({}, run, { language });
  const readAgain = (text: string): Run['textNotice'] => {
    const reading = readText(text, app.config.getState().letterUnit);
    if (reading.kind === 'tooShort') return { kind: 'tooShort' };
    app.config.setState({ text: reading.task.text });
    app.run.setState({ task: reading.task });
    if (reading.kind === 'ready') return null;
    return { kind: 'tooLong', limit: reading.limit, lastLetters: reading.lastLetters };
  };
  app.actions.setText.mockImplementation((text: string) => app.run.setState({ textNotice: readAgain(text) }));
  app.actions.choose.mockImplementation((choice: ModelChoice) => {
    app.config.setState(choice);
    readAgain(app.config.getState().text);
  });
  app.actions.setLearningRate.mockImplementation((learningRate: number) =>
    app.config.setState({ learningRate }),
  );
  app.config.setState(config);
  readAgain(app.config.getState().text);
  render(<AppContext value={app}>{children ?? <Controls />}</AppContext>);
  return { app, user: userEvent.setup({ delay: null }) };
}
