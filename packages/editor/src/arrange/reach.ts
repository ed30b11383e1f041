// From what is selected to what lies beside it, around it and in it. A group is one thing, until it has been entered.
import { type Box, boxCenter, boxContainsBox, type Vec } from "@inkroom/geometry";
import type { Shape, ShapeId } from "@inkroom/shapes";
import { visibleBox } from "../camera.ts";
import type { EditorContext } from "../context.ts";
import { selectedShapes } from "../selection.ts";
import { boundsOf } from "../shape-index.ts";
import { type Direction, STEPS } from "./direction.ts";
import { firstIn, goTo } from "./walk.ts";

/** Further aside than so many times the way ahead is another direction. */
const MOST_ASIDE = 2;
/** A step aside counts as so many ahead: what is in line comes before what is near. */
const ASIDE_COST = 2;
/** How much further is looked where nothing was found, and how often. */
const GROWTH = 4;
const MOST_LOOKS = 12;

/** Selects the nearest thing of that way; from nothing, of the middle of the view. Nothing happens where there is none. */
export function selectBeside(context: EditorContext, direction: Direction): void {
  const { camera, viewport } = context.state;
  const seen = visibleBox(camera, viewport);
  const from = boundsOf(selectedShapes(context)) ?? { ...boxCenter(seen), w: 0, h: 0 };
  let reach = Math.max(seen.w, seen.h);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const nearest = nearestWithin(context, from, STEPS[direction], reach);
    // Beyond what was looked at nothing costs less than that.
    if (nearest !== undefined && nearest.cost <= reach) return goTo(context, nearest.unit);
    reach *= GROWTH;
  }
}

/** Selects the group or the frame that the selection lies in. */
export function selectParent(context: EditorContext): void {
  const { state, groups, patch, shape } = context;
  const { entered } = state;
  if (entered !== undefined) {
    patch({ entered: groups.groupsOf(entered)[0] });
    return goTo(context, entered);
  }
  const [id] = state.selection;
  const parent = id === undefined ? undefined : shape(groups.unitOf(id, undefined))?.parent;
  if (parent !== undefined && shape(parent)?.kind === "frame") goTo(context, parent);
}

/** Selects the first thing, as one reads, in the group or the frame that is selected. */
export function selectChild(context: EditorContext): void {
  const { state, groups, patch, shape } = context;
  const units = new Set([...state.selection].map((id) => groups.unitOf(id, state.entered)));
  const [unit, ...others] = units;
  if (unit === undefined || others.length > 0) return;
  const first = firstIn(context, unit);
  if (first === undefined) return;
  if (shape(unit)?.kind === "group") patch({ entered: unit });
  goTo(context, first);
}

type Found = { readonly unit: ShapeId; readonly cost: number };

/** Of what has its middle ahead of that of `from`, by at most `reach`. */
function nearestWithin(context: EditorContext, from: Box, step: Vec, reach: number): Found | undefined {
  const middle = boxCenter(from);
  const aside = MOST_ASIDE * reach;
  const area = {
    x: middle.x + (step.x < 0 ? -reach : step.x === 0 ? -aside : 0),
    y: middle.y + (step.y < 0 ? -reach : step.y === 0 ? -aside : 0),
    w: step.x === 0 ? 2 * aside : reach,
    h: step.y === 0 ? 2 * aside : reach,
  };
  const boxes = new Map<ShapeId, Box>();
  for (const shape of context.index.near(area)) {
    const unit = unitToReach(context, shape);
    if (unit === undefined || boxes.has(unit)) continue;
    const box = boundsOf(context.groups.leavesOf(unit).flatMap((id) => context.shape(id) ?? [])) ?? boundsOf([shape]);
    if (box !== undefined) boxes.set(unit, box);
  }
  let best: Found | undefined;
  for (const [unit, box] of boxes) {
    const cost = costOf(from, box, step);
    if (cost !== undefined && (best === undefined || cost < best.cost)) best = { unit, cost };
  }
  return best;
}

/** What a shape belongs to, where that can be reached: not what is selected, nor a connection between two shapes. */
function unitToReach({ state, groups }: EditorContext, shape: Shape): ShapeId | undefined {
  const { entered, selection } = state;
  if (selection.has(shape.id) || (shape.kind === "arrow" && shape.start !== null && shape.end !== null)) return undefined;
  if (entered !== undefined && !groups.groupsOf(shape.id).includes(entered)) return undefined;
  return groups.unitOf(shape.id, entered);
}

function costOf(from: Box, to: Box, step: Vec): number | undefined {
  if (boxContainsBox(to, from) || boxContainsBox(from, to)) return undefined;
  const [a, b] = [boxCenter(from), boxCenter(to)];
  const ahead = (b.x - a.x) * step.x + (b.y - a.y) * step.y;
  const aside = Math.abs((b.x - a.x) * step.y) + Math.abs((b.y - a.y) * step.x);
  return ahead <= 0 || aside > MOST_ASIDE * ahead ? undefined : ahead + ASIDE_COST * aside;
}
