/** Which columns a scrolled view shows, with one to spare at each side. */
export function visibleColumns(
  scrollLeft: number,
  viewWidth: number,
  columnWidth: number,
  timesteps: number,
): { readonly first: number; readonly count: number } {
  const first = Math.max(0, Math.min(timesteps - 1, Math.floor(scrollLeft / columnWidth) - 1));
  const end = Math.min(timesteps, Math.ceil((scrollLeft + viewWidth) / columnWidth) + 1);
  return { first, count: Math.max(1, end - first) };
}

/** Where to scroll so that column `t` (and the `lead` at both its sides) is in sight, moving as little as possible. */
export function scrollToColumn(
  t: number,
  scrollLeft: number,
  viewWidth: number,
  columnWidth: number,
  lead: number,
): number {
  const left = t * columnWidth;
  const right = left + columnWidth + 2 * lead;
  if (left < scrollLeft) return left;
  if (right > scrollLeft + viewWidth) return right - viewWidth;
  return scrollLeft;
}

/**
 * The share of right predictions in each of at most `bins` equal parts of all timesteps; NaN where nothing of a part
 * can be right or wrong, as null says of a timestep.
 */
export function shareRight(right: readonly (boolean | null)[], bins: number): readonly number[] {
  const parts = Math.max(1, Math.min(bins, right.length));
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * right.length) / parts);
    const to = Math.floor(((part + 1) * right.length) / parts);
    const judged = right.slice(from, to).filter((each) => each !== null);
    return judged.filter((each) => each).length / judged.length;
  });
}
