import type { CurveAxes } from '../../layout/curve.ts';
export function CurveLayers(_: { readonly axes: CurveAxes }) {
  return null;
}
