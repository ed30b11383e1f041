// Points and displacements. The space and the unit are the caller's.

export type Vec = { readonly x: number; readonly y: number };

export function addVec(a: Vec, b: Vec): Vec {
  return { x: a.x + b.x, y: a.y + b.y };
}

/** From `b` to `a`. */
export function subVec(a: Vec, b: Vec): Vec {
  return { x: a.x - b.x, y: a.y - b.y };
}

export function scaleVec(a: Vec, factor: number): Vec {
  return { x: a.x * factor, y: a.y * factor };
}

export function distance(a: Vec, b: Vec): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The point at share `t` of the way from `a` to `b`. */
export function lerpVec(a: Vec, b: Vec, t: number): Vec {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Turns `point` about `pivot` by `angle` radians; clockwise on a screen, where y grows downwards. */
export function rotateVec(point: Vec, angle: number, pivot: Vec): Vec {
  if (angle === 0) return point;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const dx = point.x - pivot.x;
  const dy = point.y - pivot.y;
  return { x: pivot.x + dx * cos - dy * sin, y: pivot.y + dx * sin + dy * cos };
}
