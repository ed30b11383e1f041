// A look into the open board from the console and from tests: globalThis.__inkroom, where localStorage has
// inkroom.debug = "1". Nothing in the app reads it.
import type { Scene } from "@inkroom/canvas";
import type { Editor } from "@inkroom/editor";
import { hashBoard } from "@inkroom/model";
import type { Replica, Session } from "@inkroom/sync";
import type { KeyValueStore } from "./key-value-store.ts";

type DebugHandle = {
  readonly editor: Editor;
  readonly session: Session;
  readonly replica: Replica;
  /** Hash of what the room has confirmed; equal on all replicas with the same data-seq. */
  readonly hash: string;
  /** Hash of what this person sees. */
  readonly viewHash: string;
  readonly scene: Scene | undefined;
};

/** Puts the handle in place if it is asked for; the result takes it away. */
export function exposeDebugHandle(
  store: KeyValueStore,
  parts: { editor: Editor; session: Session; replica: Replica; scene: () => Scene | undefined },
): () => void {
  if (store.get("inkroom.debug") !== "1") return () => {};
  const { editor, session, replica, scene } = parts;
  const handle: DebugHandle = {
    editor,
    session,
    replica,
    get hash() {
      return hashBoard(replica.base);
    },
    get viewHash() {
      return hashBoard(replica.view);
    },
    get scene() {
      return scene();
    },
  };
  Object.defineProperty(globalThis, "__inkroom", { value: handle, configurable: true });
  return () => void Reflect.deleteProperty(globalThis, "__inkroom");
}
