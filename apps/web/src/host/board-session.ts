// One open board in this tab: replica, session, line, editor and scene, built together and let go together.
import { createTextMeasurer, type Scene } from "@inkroom/canvas";
import { createEditor, type Editor, screenToPage } from "@inkroom/editor";
import type { BoardStore } from "@inkroom/model";
import type { Role } from "@inkroom/protocol";
import { createReplica, createSession, type Replica, type Session } from "@inkroom/sync";
import type { Services } from "../services.ts";
import { createShareLinks, type ShareLinks } from "../share/share-links.ts";
import { createWritable, type Readable } from "../ui/readable.ts";
import { showBoardAttributes } from "./board-attributes.ts";
import { type BoardFacts, createBoardFacts } from "./board-facts.ts";
import { createBoardLine } from "./board-line.ts";
import { browserClock } from "./browser-clock.ts";
import { exposeDebugHandle } from "./debug-handle.ts";
import { arrangeFirstLook } from "./first-look.ts";
import { followPerson } from "./follow-person.ts";
import { mountScene } from "./scene-mount.ts";
import { createTabIdentity, randomId } from "./tab-identity.ts";

export type BoardSession = Pick<BoardFacts, "people" | "status" | "failure" | "isEmpty"> & {
  readonly id: string;
  readonly editor: Editor;
  readonly store: BoardStore;
  readonly shareLinks: Readable<ShareLinks>;
  /** Paints the board into `container`; the result takes it away again. */
  mountScene(container: HTMLElement): () => void;
  /** Where this person's pointer is, screen pixels; undefined when it is not over the board. */
  pointAt(screen: { readonly x: number; readonly y: number } | undefined): void;
  /** A ref: keeps the data-* attributes of the board's root element up to date. */
  showAttributes(element: HTMLElement | null): (() => void) | undefined;
  dispose(): void;
};

const fillRandom = (bytes: Uint8Array<ArrayBuffer>): unknown => crypto.getRandomValues(bytes);
/** Bytes of a shape's id: enough that no two are ever the same on one board. */
const SHAPE_ID_BYTES = 9;

/** Starts connecting at once. The person can draw before the line is up. */
export function openBoard({ id, secret, services }: { id: string; secret: string; services: Services }): BoardSession {
  const { api, recents, profile, theme, store } = services;
  const identity = createTabIdentity(fillRandom);
  const replica = createReplica({ client: identity.clientId, canEdit: recents.find(id)?.role !== "view" });
  const linksFor = (role: Role): ShareLinks => createShareLinks({ id, secret, role }, { api, store, origin: window.location.origin });
  const shareLinks = createWritable(linksFor("edit"));
  let role: Role | undefined;
  const onRole = (granted: Role): void => {
    if (granted === role) return;
    role = granted;
    replica.setCanEdit(granted === "edit");
    shareLinks.set(linksFor(granted));
    recents.visit({ id, secret, role: granted, now: Date.now() });
  };
  const line = createBoardLine({ id, secret, api, location: window.location, onRole, onTrouble: () => facts.noteTrouble() });
  const session = createSession({ replica, transport: line, clock: browserClock, identity, profile: profile.get(), encoding: "binary" });
  const facts = createBoardFacts(session, replica, profile);
  const editor = createTabEditor(replica, session);
  let scene: Scene | undefined;
  const stops = [
    arrangeFirstLook({ editor, session, replica }),
    followPerson({ editor, session, replica, profile }),
    exposeDebugHandle(store, { editor, session, replica, scene: () => scene }),
  ];
  session.start();
  return {
    id,
    editor,
    store: replica,
    people: facts.people,
    status: facts.status,
    failure: facts.failure,
    isEmpty: facts.isEmpty,
    shareLinks,
    mountScene(container) {
      const mounted = mountScene(container, { editor, replica, session, theme });
      scene = mounted.scene;
      return () => {
        scene = undefined;
        mounted.dispose();
      };
    },
    pointAt(screen) {
      const page = screen && screenToPage(editor.state.camera, screen);
      session.moveCursor(page?.x, page?.y);
    },
    showAttributes: (element) => (element === null ? undefined : showBoardAttributes(element, session, replica, facts.people)),
    dispose() {
      for (const stop of stops) stop();
      editor.dispose();
      facts.dispose();
      session.stop();
    },
  };
}

function createTabEditor(replica: Replica, session: Session): Editor {
  return createEditor({
    store: replica,
    measureText: createTextMeasurer(),
    newId: () => randomId(fillRandom, SHAPE_ID_BYTES),
    now: () => browserClock.now(),
    onDraft: (shape, off, bytes) => session.sendDraft(shape, off, bytes),
  });
}
