import { createElement } from 'react';
import { createAddressOf } from '../state/address.ts';
import { CELLS_LINKS } from '../state/cellsUrl.ts';
import { App } from '../ui/App.tsx';
import { CellsScreen } from '../ui/cells/CellsScreen.tsx';
import { createHub } from '../worker/hub.ts';
import { createCells } from './cells.ts';
import type { Opened, Start } from './openedScreen.ts';

/** The screen of the three cells in lockstep. */
export function openCells({ thread, ...start }: Start): Opened {
  const cells = createCells({
    ...start,
    hub: createHub(thread),
    openAddress: (onChange) => createAddressOf(CELLS_LINKS, window, onChange),
  });
  return {
    page: createElement(App, { app: cells.all }, createElement(CellsScreen, cells)),
    view: cells.all.view,
    dispose: cells.dispose,
  };
}
