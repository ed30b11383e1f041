// Who belongs to which group. A group is a shape that others have as their parent; a group may lie in a group. What is selected
// are always the shapes themselves, never a group: a group that is selected is all of its shapes.
import type { DrawnView } from "@inkroom/model";
import { PAGE_ID, type ShapeId } from "@inkroom/shapes";

export class Groups {
  readonly #view: DrawnView;

  constructor(view: DrawnView) {
    this.#view = view;
  }

  /** The shapes in a group, those of groups in it included. */
  leavesOf(group: ShapeId): readonly ShapeId[] {
    return [...this.childrenOf(group)].flatMap((id) => (this.#isGroup(id) ? this.leavesOf(id) : [id]));
  }

  /** What lies in a group itself: shapes and groups. */
  childrenOf(group: ShapeId): ReadonlySet<ShapeId> {
    return this.#view.childrenOf(group);
  }

  /** What a click on a shape means: the outermost group that it lies in, within the group that was `entered`, or the shape itself. */
  unitOf(id: ShapeId, entered: ShapeId | undefined): ShapeId {
    let unit = id;
    for (const group of this.groupsOf(id)) {
      if (group === entered) break;
      unit = group;
    }
    return unit;
  }

  /** The groups that a shape lies in, from the inside out. */
  groupsOf(id: ShapeId): readonly ShapeId[] {
    const groups: ShapeId[] = [];
    for (let at = this.#groupOf(id); at !== undefined; at = this.#groupOf(at)) groups.push(at);
    return groups;
  }

  /** The shapes with all that is in a group with them, within the group that was entered. */
  whole(ids: Iterable<ShapeId>, entered: ShapeId | undefined): Iterable<ShapeId> {
    const all = new Set<ShapeId>();
    const done = new Set<ShapeId>();
    for (const id of ids) {
      const unit = this.unitOf(id, entered);
      if (unit === id) all.add(id);
      else if (!done.has(unit)) {
        done.add(unit);
        for (const leaf of this.leavesOf(unit)) all.add(leaf);
      }
    }
    return all;
  }

  /** The groups that have nothing left in them without these shapes. */
  emptiedBy(ids: Iterable<ShapeId>): readonly ShapeId[] {
    const gone = new Set(ids);
    const emptied: ShapeId[] = [];
    for (const id of gone) {
      const group = this.#groupOf(id);
      if (group === undefined || gone.has(group) || ![...this.childrenOf(group)].every((child) => gone.has(child))) continue;
      // A set is gone through to its end, with what is added on the way.
      gone.add(group);
      emptied.push(group);
    }
    return emptied;
  }

  #groupOf(id: ShapeId): ShapeId | undefined {
    const parent = this.#view.get(id)?.parent;
    return parent !== undefined && this.#isGroup(parent) ? parent : undefined;
  }

  #isGroup(id: ShapeId): boolean {
    return id !== PAGE_ID && this.#view.get(id)?.kind === "group";
  }
}
