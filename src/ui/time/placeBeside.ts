import type { Box } from '../canvas/HeatmapExplorer.tsx';

/** CSS pixels between what is pointed at and what floats beside it, and to the edges of the window. */
const GAP = 6;
const EDGE = 8;

/** Puts a floating element under a box of the window, or above it where there is no room, always inside the window. */
export function placeBeside(element: HTMLElement, box: Box): void {
  const parent = element.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const { offsetWidth: width, offsetHeight: height } = element;
  const wanted = box.left + box.width / 2 - width / 2;
  const left = Math.max(EDGE, Math.min(document.documentElement.clientWidth - EDGE - width, wanted));
  const below = box.top + box.height + GAP;
  const fits = below + height + EDGE <= document.documentElement.clientHeight;
  const top = fits ? below : box.top - GAP - height;
  element.style.left = `${left - parent.left}px`;
  element.style.top = `${top - parent.top}px`;
}
