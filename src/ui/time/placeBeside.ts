import type { Box } from '../canvas/HeatmapExplorer.tsx';

/** CSS pixels between what is pointed at and what floats beside it, and to the edges of the window. */
const GAP = 6;
const EDGE = 8;

/**
 * Puts a floating element above a box of the window, whose labels and reading stand below it, or below where more room
 * is there; never beyond the sides of the element it is positioned in. `growth` is how much higher it may become: it
 * grows away from the box.
 */
export function placeBeside(element: HTMLElement, box: Box, growth: number): void {
  const { clientWidth: windowWidth, clientHeight: windowHeight } = document.documentElement;
  const parent = element.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0, right: windowWidth };
  const { offsetWidth: width, offsetHeight: height } = element;
  const wanted = box.left + box.width / 2 - width / 2;
  const rightmost = Math.min(windowWidth - EDGE, parent.right) - width;
  const left = Math.max(parent.left, Math.min(rightmost, wanted));
  const above = box.top - GAP;
  const below = above + box.height + 2 * GAP;
  const roomAbove = above - EDGE;
  const isAbove = roomAbove >= height + growth || roomAbove >= windowHeight - EDGE - below;
  element.style.left = `${left - parent.left}px`;
  element.style.top = `${(isAbove ? above : below) - parent.top}px`;
  element.style.translate = isAbove ? '0 -100%' : '';
}
