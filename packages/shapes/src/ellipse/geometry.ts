// How long the outline of an ellipse is.

/** Length of the outline (Ramanujan's approximation, well under a thousandth off). */
export function ellipsePerimeter({ w, h }: { readonly w: number; readonly h: number }): number {
  const a = w / 2;
  const b = h / 2;
  return Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
}
