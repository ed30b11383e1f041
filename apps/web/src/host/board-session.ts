// One open board in this tab: store, replica, session, line, editor and scene, built together and let go together.
import { createTextMeasurer, type Scene } from "@inkroom/canvas";
import { createEditor, type Editor, type EditorOptions } from "@inkroom/editor";
import type { BoardStore } from "@inkroom/model";
import type { Role, TextCaret } from "@inkroom/protocol";
import { createReplica, createSession, type Replica, type Session, type SessionOptions, type Transport } from "@inkroom/sync";
import { openBoardStore, type BoardStore as StoredBoard } from "../board-store/board-store.ts";
import type { KeptItem, KeptWork } from "../board-store/kept-work.ts";
import { createTabLocks } from "../board-store/tab-locks.ts";
import { type BoardPictures, createBoardPictures } from "../pictures/board-pictures.ts";
import type { Services } from "../services.ts";
import type { OwnLink } from "../share/own-link.ts";
import { createWritable, type Readable, type Writable } from "../ui/readable.ts";
import { untilLoaded } from "../ui/until-loaded.ts";
import { showBoardAttributes } from "./board-attributes.ts";
import { type BoardFacts, createBoardFacts } from "./board-facts.ts";
import { type BoardLayers, createBoardLayers } from "./board-layers.ts";
import { createBoardLine, type LineAhead, openLineAhead } from "./board-line.ts";
import { createCompany } from "./company.ts";
import { browserClock } from "./browser-clock.ts";
import { whenIdle } from "./when-idle.ts";
import { askedFirst, drawViewFirst } from "./draw-view-first.ts";
import { endOpening } from "./end-opening.ts";
import type { Speech } from "./speech.ts";
import { exposeDebugHandle } from "./debug-handle.ts";
import { arrangeFirstLook } from "./first-look.ts";
import type { Following } from "./following.ts";
import { type Going, goingTo } from "./going-to.ts";
import { followPerson } from "./follow-person.ts";
import type { Leading } from "./leading.ts";
import { keepBoard } from "./keep-board.ts";
import { keepCamera } from "./kept-camera.ts";
import { keepPreferences, readPreferences } from "./kept-preferences.ts";
import { mountScene } from "./scene-mount.ts";
import { type Orders, takeOrders } from "./orders.ts";
import { startTileWorkers, type TileWorkers } from "./start-tile-worker.ts";
import { randomId } from "./tab-identity.ts";
import { tellLostEdits } from "./tell-lost-edits.ts";
import { tellPointer } from "./tell-pointer.ts";

export type BoardSession = Pick<BoardFacts, "people" | "status" | "failure" | "isEmpty"> &
  Going & {
    readonly id: string;
    /** Work of this person that is not on the board. */
    readonly kept: KeptWork;
    /** Shapes with own changes that the room has not acknowledged. */
    unsaved(): number;
    /** False while there is work that is nowhere but in this tab. */
    isSafeToClose(): boolean;
    /** Tries again where the room had turned this tab away. */
    resume(): void;
    /** Puts copies of kept work on the board; it is then kept no longer. Rejects where the code for it cannot be had. */
    putBack(items: readonly KeptItem[]): Promise<void>;
    /** Everything that is only here, as a file: kept work, and with `pending` also what the room has not answered. Rejects as above. */
    download(pending: boolean): Promise<void>;
    readonly editor: Editor;
    readonly store: BoardStore;
    /** Whom the view goes after. */
    readonly following: Omit<Following, "dispose">;
    /** Bringing everyone to this person. */
    readonly leading: Omit<Leading, "dispose">;
    /** The link by which the board is open, and what it allows. */
    readonly ownLink: Readable<OwnLink>;
    /** The secret by which the board is open. */
    readonly key: Readable<string>;
    /** The board's links were made anew: this secret opens it from now on. */
    takeKey(secret: string): void;
    /** Paints the board into `container`; the result takes it away again. */
    mountScene(container: HTMLElement): () => void;
    readonly layers: BoardLayers;
    /** The bytes of pictures. */
    readonly pictures: Pick<BoardPictures, "desk">;
    /** Pictures, files and the clipboard. */
    readonly orders: Pick<Orders, "exportPicture" | "listen" | "pointer">;
    /** Where this person's pointer is, screen pixels; undefined when it is not over the board. */
    pointAt(screen: { readonly x: number; readonly y: number } | undefined): void;
    /** What this person says at their cursor; it is gone after a while. */
    readonly say: Speech["say"];
    /** Where this person is in a text; undefined when in none. */
    showCaret(caret: TextCaret | undefined): void;
    /** A ref: keeps the data-* attributes of the board's root element up to date. */
    showAttributes(element: HTMLElement | null): (() => void) | undefined;
    dispose(): void;
  };

const fillRandom = (bytes: Uint8Array<ArrayBuffer>): unknown => crypto.getRandomValues(bytes);
/** Bytes of a shape's id: enough that no two are ever the same on one board. */
const SHAPE_ID_BYTES = 9;
const newShapeId = (): string => randomId(fillRandom, SHAPE_ID_BYTES);
const noop = (): void => {};
const STORE_PORTS = { now: () => Date.now(), setTimer: browserClock.setTimer, idle: whenIdle, fillRandom };

type OpenBoardOptions = { readonly id: string; readonly secret: string; readonly services: Services };
type OpenLine = (by: () => string, onGrant: (role: Role) => void, onTrouble: () => void) => Transport;

/** Opens the board from what this browser has of it, and starts connecting. The person can draw before the line is up. */
export async function openBoard(options: OpenBoardOptions): Promise<BoardSession> {
  const { id, secret, services } = options;
  const { api, store, tab } = services;
  const tileWorkers = startTileWorkers();
  const openLine: OpenLine = (by, onGrant, onTrouble) =>
    createBoardLine({ id, secret: by, api, location: window.location, onRole: onGrant, onTrouble });
  // The line and the room need their time too: they have it while the browser looks up what it keeps.
  const key = createWritable(secret);
  const ahead = openLineAhead((granted, trouble) => openLine(key.get, granted, trouble));
  const own = await openBoardStore({ board: id, secret, locks: createTabLocks(navigator), names: store, tab, ...STORE_PORTS });
  return assemble(options, { own, ahead, openLine, tileWorkers, key });
}

type Opened = {
  readonly own: StoredBoard;
  readonly ahead: LineAhead;
  readonly openLine: OpenLine;
  readonly tileWorkers: TileWorkers;
  readonly key: Writable<string>;
};

function assemble({ id, services }: OpenBoardOptions, { own, ahead, openLine, tileWorkers, key }: Opened): BoardSession {
  const { recents, profile, theme, store } = services;
  const { identity, outbox, restored, base } = own;
  const canEdit = (recents.find(id)?.role ?? "edit") === "edit";
  const replica = createReplica({ client: identity.clientId, outbox, restored, base, canEdit });
  const access = createAccess({ id, key, own, services, onRole: (role) => takeRole(role, replica, own, () => editor) });
  const pictures = createBoardPictures(id, key.get, services);
  const { line } = ahead;
  const session = createTabSession({ replica, transport: line, identity, profile: profile.get(), lookingAt: () => askedFirst(editor) });
  const work = ownWork(id, own, replica);
  const facts = createBoardFacts(session, replica, { profile, asOf: base?.at, trouble: own.trouble, pictures: pictures.unsent });
  const orders = takeOrders(id, services, { editor: () => editor, newId: newShapeId, pictures, ownLink: access.ownLink.get });
  const layers = createBoardLayers();
  const { goTo, openLink } = goingTo(id, { editor: () => editor, store: replica, session, layers, toast: services.toast });
  const wishes = { preferences: readPreferences(store), ...orders.wishes, onOpen: layers.open, onFollow: openLink };
  const editor: Editor = createTabEditor(replica, session, wishes);
  const company = createCompany(editor, session, profile, orders.pointer);
  const notice = tellLostEdits({ toast: services.toast, peers: session.peers, editor });
  const painting = createPainting({ editor, replica, session, theme, tileWorkers, pictures: pictures.shelf });
  const pace = drawViewFirst({ session, scene: painting.scene, clock: browserClock });
  const lines = { openLine: (by: string) => openLine(() => by, noop, noop), onLost: notice.tell, onLive: pictures.noteLive };
  const stops = [
    ...[company, pictures, notice].map(({ dispose }) => dispose),
    keepPreferences(editor, store),
    keepCamera(id, { editor, store, clock: browserClock }),
    arrangeFirstLook({ editor, session, replica }),
    followPerson({ editor, session, replica, profile, isSafeToClose: work.isSafeToClose }),
    session.onKey(access.takeKey),
    keepBoard({ store: own, replica, session, profile, secret: key.get, ...lines }),
    endOpening({ session, shapes: () => replica.view.size, scene: painting.scene, clock: browserClock }, services.opening),
    exposeDebugHandle(store, { editor, session, replica, scene: painting.scene }),
    () => editor.dispose(),
    ...[facts, tileWorkers].map(({ dispose }) => dispose),
    () => session.stop(),
    own.close,
  ];
  ahead.listen({ granted: access.granted, trouble: facts.noteTrouble, pace });
  // The board fills the window: what is looked at is known, and can be asked for, before there is an element to show it in.
  editor.setViewport({ w: window.innerWidth, h: window.innerHeight });
  session.start();
  return {
    id,
    editor,
    store: replica,
    ...company,
    layers,
    ...work,
    resume: () => session.start(),
    ...facts,
    ...access,
    mountScene: painting.mount,
    goTo,
    openLink,
    orders,
    pictures,
    pointAt: pointing(editor, session, orders),
    showCaret: (caret) => session.setCaret(caret),
    showAttributes: (element) => showBoardAttributes(element, { session, replica, people: facts.people, pictures: pictures.unsent }),
    dispose: () => stops.forEach((stop) => stop()),
  };
}

function createTabSession(parts: Omit<SessionOptions, "clock" | "encoding">): Session {
  return createSession({ ...parts, clock: browserClock, encoding: "binary" });
}

function pointing(editor: Editor, session: Session, orders: Orders): BoardSession["pointAt"] {
  return (screen) => {
    orders.pointAt(screen);
    tellPointer(editor, session, screen);
  };
}

type EditorWishes = Orders["wishes"] & Pick<EditorOptions, "onFollow" | "onOpen" | "preferences">;

function createTabEditor(replica: Replica, session: Session, wishes: EditorWishes): Editor {
  return createEditor({
    store: replica,
    measureText: createTextMeasurer(),
    newId: newShapeId,
    now: () => browserClock.now(),
    onDraft: (shape, off, bytes) => session.sendDraft(shape, off, bytes),
    ...wishes,
  });
}

/** The scene, while there is an element to paint it into. */
function createPainting(parts: Parameters<typeof mountScene>[1]): {
  readonly scene: () => Scene | undefined;
  readonly mount: BoardSession["mountScene"];
} {
  let scene: Scene | undefined;
  return {
    scene: () => scene,
    mount(container) {
      const mounted = mountScene(container, parts);
      scene = mounted.scene;
      return () => {
        scene = undefined;
        mounted.dispose();
      };
    },
  };
}

type OwnWork = Pick<BoardSession, "kept" | "unsaved" | "isSafeToClose" | "putBack" | "download">;

/** What there is of work that is only here, and what can be done with it. The code for it is fetched when it is asked for. */
function ownWork(id: string, { kept, trouble }: StoredBoard, replica: Replica): OwnWork {
  return {
    kept,
    isSafeToClose: () => trouble.get() === undefined || (replica.unsavedCount === 0 && kept.items.get().length === 0),
    unsaved: () => replica.unsavedShapes,
    async putBack(items) {
      const { putOnBoard } = await import("../board-store/put-back.ts");
      putOnBoard(replica, items, newShapeId);
      kept.remove(items.map(({ key }) => key));
    },
    async download(pending) {
      const { keptWorkFile, saveFile } = await import("../board-store/kept-file.ts");
      saveFile(keptWorkFile(id, kept.items.get(), pending ? replica : undefined));
    },
  };
}

const accessChanges = () => untilLoaded(() => import("./access-changes.ts"));

/** Who may add only waits until there is what keeps them to their own. */
function takeRole(role: Role, replica: Replica, { identity }: StoredBoard, editor: () => Editor): void {
  replica.setCanEdit(role === "edit");
  replica.guard = undefined;
  if (role !== "add") return;
  void accessChanges().then(({ keepToOwn }) => keepToOwn(replica, identity, editor()));
}

type AccessOptions = {
  readonly id: string;
  readonly key: Writable<string>;
  readonly own: Pick<StoredBoard, "takeKey">;
  readonly services: Services;
  readonly onRole: (role: Role) => void;
};

/** What the link allows: told with each ticket, and remembered for the next visit. */
function createAccess({ id, key, own, services, onRole }: AccessOptions): Pick<BoardSession, "key" | "ownLink" | "takeKey"> & {
  granted(role: Role): void;
} {
  const { recents, router } = services;
  const ownLink = createWritable<OwnLink>({ id, secret: key.get(), role: "edit" });
  let role: Role | undefined;
  return {
    key,
    ownLink,
    granted(granted) {
      if (granted === role) return;
      role = granted;
      onRole(granted);
      ownLink.set({ id, secret: key.get(), role: granted });
      recents.visit({ id, secret: key.get(), role: granted, now: Date.now() });
    },
    takeKey(to) {
      const from = key.get();
      if (from === to || role === undefined) return;
      key.set(to);
      ownLink.set({ id, secret: to, role });
      const renewed = { id, role, from, to };
      void accessChanges().then(({ keepRenewedKey }) => keepRenewedKey(renewed, { recents, router, own }));
    },
  };
}
