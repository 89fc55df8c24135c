import type { Box } from '../canvas/HeatmapExplorer.tsx';

/** CSS pixels between what is pointed at and what floats beside it, and to the edges of the window. */
const GAP = 6;
const EDGE = 8;

/**
 * Puts a floating element under a box of the window, or above it where there is no room below, never beyond the sides
 * of the element it is positioned in.
 */
export function placeBeside(element: HTMLElement, box: Box): void {
  const windowWidth = document.documentElement.clientWidth;
  const parent = element.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0, right: windowWidth };
  const { offsetWidth: width, offsetHeight: height } = element;
  const wanted = box.left + box.width / 2 - width / 2;
  const rightmost = Math.min(windowWidth - EDGE, parent.right) - width;
  const left = Math.max(parent.left, Math.min(rightmost, wanted));
  const below = box.top + box.height + GAP;
  const above = box.top - GAP - height;
  const fits = below + height + EDGE <= document.documentElement.clientHeight || above < EDGE;
  element.style.left = `${left - parent.left}px`;
  element.style.top = `${(fits ? below : above) - parent.top}px`;
}
