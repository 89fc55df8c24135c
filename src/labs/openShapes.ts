import { createElement } from 'react';
import { fetchPretrained } from '../app/findResume.ts';
import { createAddressOf } from '../state/address.ts';
import { SHAPES_LINKS } from '../state/shapesUrl.ts';
import { App } from '../ui/App.tsx';
import { ShapesScreen } from '../ui/shapes/ShapesScreen.tsx';
import { createHub } from '../worker/hub.ts';
import type { Opened, Start } from './openedScreen.ts';
import { createShapes } from './shapes.ts';

/**
 * The screen of the five shapes.
 * @throws when exercises cannot be loaded.
 */
export async function openShapes({ thread, ...start }: Start): Promise<Opened> {
  const shapes = await createShapes({
    ...start,
    hub: createHub(thread),
    fetchFile: fetchPretrained,
    openAddress: (onChange) => createAddressOf(SHAPES_LINKS, window, onChange),
  });
  return {
    page: createElement(App, { app: shapes.all }, createElement(ShapesScreen, shapes)),
    view: shapes.all.view,
    dispose: shapes.dispose,
  };
}
