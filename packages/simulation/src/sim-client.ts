// One person's tab in a world: replica, session, history, and the line it uses.
import { boardFromEntries, type Op, snapshotEntries, tagOf } from "@inkroom/model";
import { ownGuard } from "@inkroom/model/own-work";
import { deriveClientId, type Encoding, encode } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import { createReplica, createSession, MemoryOutbox, type OutboxContent, type Replica, type Session, type StoredBase } from "@inkroom/sync";
import { type EditScene, editOps } from "./edits.ts";
import type { EditName } from "./plan.ts";
import type { Records } from "./records.ts";
import { SimHistory } from "./sim-history.ts";
import type { SimServer } from "./sim-server.ts";
import { SimTransport } from "./sim-transport.ts";
import type { WorldClock } from "./world-clock.ts";

export type SimClientOptions = {
  readonly clock: WorldClock;
  readonly server: SimServer;
  readonly records: Records;
  /** Unique in the world; a tab with an earlier one's outbox has its name too. */
  readonly name: string;
  /** Unique per tab. */
  readonly tab: number;
  readonly encoding: Encoding;
  readonly delayMs: () => number;
  readonly restored?: OutboxContent | undefined;
  /** Its link is one with which one adds only. `earlier`: names of tabs of the same person, whose work is theirs too. */
  readonly adding?: { readonly earlier: readonly string[] } | undefined;
  /** The board as an earlier tab of the same browser has left it. */
  readonly base?: StoredBase | undefined;
  /** Ids used by anybody; the client adds its own. */
  readonly usedIds: ShapeId[];
};

const MAX_KEPT_PUSHES = 20;
/** One of so many edits of somebody who may only add is one that the page would not make: the room has to refuse it. */
const RUDE_IN = 2;

export class SimClient {
  readonly name: string;
  readonly replica: Replica;
  readonly session: Session;
  readonly transport: SimTransport;
  readonly encoding: Encoding;
  readonly #outbox = new MemoryOutbox();
  readonly #options: SimClientOptions;
  readonly #history: SimHistory;
  readonly #pushes: (string | Uint8Array)[] = [];
  #ids = 0;
  /** Up to here the board may have come as a whole; what was committed later has been heard one by one. */
  #liveSeq = Number.POSITIVE_INFINITY;

  constructor(options: SimClientOptions) {
    const { clock, server, records, name, tab, encoding, delayMs, restored, base, adding } = options;
    this.#options = options;
    this.name = name;
    this.encoding = encoding;
    const proof = proofOf(name);
    const client = deriveClientId(proof);
    const also = adding?.earlier.map(proofOf) ?? [];
    if (restored !== undefined) this.#outbox.replace(restored);
    this.replica = createReplica({ client, outbox: this.#outbox, restored, base });
    if (adding !== undefined) {
      const own = new Set([client, ...also.map(deriveClientId)]);
      records.adders.set(client, own);
      this.replica.guard = ownGuard((other) => own.has(other));
    }
    this.#history = new SimHistory(this.replica);
    this.transport = new SimTransport({
      clock,
      server,
      id: `tab${tab}`,
      role: adding === undefined ? undefined : "add",
      delayMs,
      onHeard: (frame) => records.heard(client, frame),
    });
    this.session = createSession({
      replica: this.replica,
      transport: this.transport,
      clock,
      identity: { clientId: client, proof, also },
      profile: { name, color: "blue" },
      encoding,
    });
    this.session.onRefusal(({ n, code }) => records.nacked.set(`${client}.${n}`, code ?? "unheard"));
    this.session.subscribe(() => {
      if (this.session.state.kind !== "live") this.#liveSeq = Number.POSITIVE_INFINITY;
      else this.#liveSeq = Math.min(this.#liveSeq, this.replica.seq);
    });
    this.session.start();
  }

  get adding(): SimClientOptions["adding"] {
    return this.#options.adding;
  }

  get outbox(): OutboxContent {
    return this.#outbox.content;
  }

  /** A copy of what the room has confirmed to this tab; undefined before the first contact. */
  storeBase(): StoredBase | undefined {
    const { base, epoch, seq, tip } = this.replica;
    return epoch === undefined ? undefined : { board: boardFromEntries(snapshotEntries(base)), epoch, seq, tip };
  }

  edit(what: EditName, pick: number, value: number): void {
    if (!this.replica.canEdit) return;
    const ops = editOps(this.#scene(), what, pick, value);
    const own = isRude(value) ? ops : this.#ownPart(ops);
    if (own.length > 0) this.#history.commit([own], (n, ops) => this.#note(n, ops));
  }

  /** Moves one shape in several transactions, which are one step back. */
  drag(pick: number, value: number, moves: number): void {
    const shapes = [...this.replica.view.shapes()];
    const id = shapes[pick % Math.max(1, shapes.length)]?.id;
    if (!this.replica.canEdit || id === undefined) return;
    const commits = Array.from({ length: moves }, (_, i): Op[] => [{ op: "set", id, props: { x: value + i, y: value, rotation: 0 } }]);
    if (isRude(value) || this.#ownPart(commits[0] ?? []).length > 0) this.#history.commit(commits, (n, ops) => this.#note(n, ops));
  }

  /** What of these ops a page would keep to. */
  #ownPart(ops: readonly Op[]): readonly Op[] {
    const { client, nextN, guard, view } = this.replica;
    return guard === undefined ? ops : guard.part(view, ops, tagOf(client, nextN));
  }

  #scene(): EditScene {
    const { usedIds, tab } = this.#options;
    const { replica } = this;
    return {
      view: replica.view,
      usedIds,
      client: replica.client,
      nextN: replica.nextN,
      newId: (kind) => {
        const id = `${kind}${tab}-${(this.#ids += 1)}`;
        usedIds.push(id);
        return id;
      },
      isOwn: (id) => replica.view.entry(id)?.rev.made.startsWith(`${replica.client}.`) ?? false,
      lastLife: (id) => replica.lastLife(id),
    };
  }

  undo(): void {
    this.#noteUndo(this.replica.canEdit ? this.#history.undo() : undefined);
  }

  redo(): void {
    this.#noteUndo(this.replica.canEdit ? this.#history.redo() : undefined);
  }

  /** Puts an old push on the wire again, as a network or an eager client would. */
  repeat(pick: number): void {
    const frame = this.#pushes[pick % Math.max(1, this.#pushes.length)];
    if (frame !== undefined && this.session.state.kind === "live") this.transport.send(frame);
  }

  /** Cursor, selection, and points ahead of the first open stroke. */
  showPresence(value: number): void {
    this.session.moveCursor(value, -value);
    const [first] = this.replica.view.shapes();
    this.session.setSelection(first === undefined ? [] : [first.id]);
    if (first?.kind === "draw") this.session.sendDraft(first.id, first.count, Uint8Array.of(2, 2, 0));
  }

  #noteUndo(done: ReturnType<SimHistory["undo"]>): void {
    if (done === undefined) return;
    this.#note(done.n, done.ops);
    const { seq, client } = this.replica;
    const pending = this.replica.pending.map(({ txn }) => txn.n);
    this.#options.records.undone.set(`${client}.${done.n}`, { seenSeq: seq, liveSeq: this.#liveSeq, pending });
  }

  #note(n: number, ops: Parameters<Records["commit"]>[2]): void {
    this.#options.records.commit(this.replica.client, n, ops);
    this.#pushes.push(encode({ t: "push", n, ops: [...ops] }, this.encoding));
    if (this.#pushes.length > MAX_KEPT_PUSHES) this.#pushes.shift();
  }
}

function isRude(value: number): boolean {
  return value % RUDE_IN === 0;
}

function proofOf(name: string): string {
  return `proof of ${name}`;
}
