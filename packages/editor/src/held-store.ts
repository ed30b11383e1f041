// The board as the editor has it: it can be held, so that this hand changes nothing while it only looks around.
import type { DrawnStore } from "@inkroom/model";

export type HeldStore = DrawnStore & {
  /** True: nothing can be edited, whatever the board itself allows. */
  isHeld: boolean;
};

/** The store itself in all but what a hold takes away. */
export function heldStore(store: DrawnStore): HeldStore {
  return {
    isHeld: false,
    view: store.view,
    get client() {
      return store.client;
    },
    get nextN() {
      return store.nextN;
    },
    get guard() {
      return store.guard;
    },
    get canEdit() {
      return store.canEdit && !this.isHeld;
    },
    commit: (ops) => store.commit(ops),
    lastLife: (id) => store.lastLife(id),
    onRenumbered: (listener) => store.onRenumbered(listener),
    subscribe: (listener) => store.subscribe(listener),
    loadElbows: () => store.loadElbows(),
  };
}
