import { useMemo } from 'react';
import { isDense } from '../layout/grid.ts';
import type { NetworkCanvasProps } from './canvas/NetworkCanvas.tsx';
import { lazily } from './lazily.ts';

/** Loaded with the first network that has more units than are drawn one by one. */
const NetworkCanvas = lazily(async () => (await import('./canvas/NetworkCanvas.tsx')).NetworkCanvas);

/** The blocks with too many cells for SVG; draws nothing, and costs nothing, where there are none. */
export function DenseBlocks(props: Omit<NetworkCanvasProps, 'blocks'>) {
  const all = props.layout.blocks;
  const blocks = useMemo(() => all.filter(({ grid }) => grid && isDense(grid)), [all]);
  return blocks.length > 0 && <NetworkCanvas {...props} blocks={blocks} />;
}
