// The life of one replica's link to its room, as a chart of states (session-state.ts):
//   closed -start-> connecting -open-> greeting -welcome-> catching-up -head reached-> live
//   any -line lost, or the room makes no sense-> connecting;  any -fatal close-> refused;  any -stop-> closed
//   any -replaced by another connection, for the first time-> connecting
// hello is the first frame of every connection. Pending transactions survive all of it.
import {
  type ClientMessage,
  CLOSE,
  decodeServer,
  type DraftsMessage,
  encode,
  type Encoding,
  isFinal,
  MAX_FRAME_BYTES,
  type NackMessage,
  type OpsMessage,
  PROTOCOL_VERSION,
  type ServerMessage,
  type TextCaret,
  packView,
  type PageView,
  type WelcomeMessage,
} from "@inkroom/protocol";
import type { Txn } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import { CatchUp } from "./catch-up.ts";
import { DraftStore } from "./draft-store.ts";
import { frameBytes } from "./frame-bytes.ts";
import { Listeners } from "./listeners.ts";
import { neededShapes } from "./needed-shapes.ts";
import { Outgoing, type PushResult } from "./outgoing.ts";
import { PeerStore } from "./peer-store.ts";
import type { Clock, Frame, Transport } from "./ports.ts";
import type { Replica } from "./replica.ts";
import { type Profile, SelfPresence } from "./self-presence.ts";
import type { Refusal, SaveStatus, SessionState } from "./session-state.ts";
import { SumCheck } from "./sum-check.ts";
import { GOOD_LIFE_MS, MAX_RESTART_MS, REOFFER_PATIENCE_MS, RESTART_MS } from "./timings.ts";

export type SessionOptions = {
  readonly replica: Replica;
  readonly transport: Transport;
  readonly clock: Clock;
  /**
   * `clientId` is derived from `proof` (client-id.ts of protocol) and is the replica's. `also`: proofs of who this person has been on
   * the board before; no more than MAX_OTHER_PROOFS of protocol.
   */
  readonly identity: { readonly clientId: string; readonly proof: string; readonly also?: readonly string[] | undefined };
  readonly profile: Profile;
  readonly encoding: Encoding;
  /** What the person sees of the page: the parts of a board that lie there are asked for first. */
  readonly lookingAt?: (() => PageView | undefined) | undefined;
};

/** The link of a replica to its room. Nothing is sent before `start`. */
export function createSession(options: SessionOptions): Session {
  return new Session(options);
}

export class Session {
  readonly peers = new PeerStore();
  readonly drafts: DraftStore;
  readonly #replica: Replica;
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #identity: SessionOptions["identity"];
  readonly #encoding: Encoding;
  readonly #lookingAt: SessionOptions["lookingAt"];
  readonly #outgoing: Outgoing;
  readonly #self: SelfPresence;
  readonly #sums: SumCheck;
  readonly #changes = new Listeners<void>();
  readonly #refusals = new Listeners<Refusal>();
  readonly #keys = new Listeners<string>();
  #state: SessionState = { kind: "closed" };
  /** The room's last word on a push was that it cannot store it now. */
  #isPutOff = false;
  #catchUp: CatchUp | undefined;
  #isLeaving = false;
  #lastN = 0;
  /** What the last hello asked for. */
  #since = 0;
  /** The next hello asks for everything. */
  #fromScratch = false;
  /** That is because the base was another board than the room's. */
  #differs = false;
  #restarts = 0;
  #liveSince: number | undefined;
  /** It was replaced and has asked for its place again, not long ago. */
  #hasReclaimed = false;
  #cancelRestart: (() => void) | undefined;
  /** The room has lost transactions, and others may be bringing back what ours build on. */
  #isPatient = false;
  #cancelPatience: (() => void) | undefined;

  constructor({ replica, transport, clock, identity, profile, encoding, lookingAt }: SessionOptions) {
    this.#replica = replica;
    this.#transport = transport;
    this.#clock = clock;
    this.#identity = identity;
    this.#encoding = encoding;
    this.#lookingAt = lookingAt;
    this.#outgoing = new Outgoing({
      replica,
      clock,
      push: (txn) => this.#push(txn),
      isReady: (txn) => this.#isReady(txn),
      onUnsendable: (n) => this.#giveUp(n),
    });
    this.#self = new SelfPresence(profile, clock, (message) => this.#send(message));
    this.#sums = new SumCheck(replica, clock);
    this.drafts = new DraftStore(replica.view);
    replica.subscribe(({ touched, origin }) => {
      this.drafts.follow(touched);
      if (this.#isLeaving && origin === "local") this.#outgoing.flush();
    });
    replica.onSendable(() => {
      this.#outgoing.flush();
      this.#changes.call();
    });
    replica.onRefused(({ txn, code, shapes }) => this.#refusals.call({ n: txn.n, code, ops: txn.ops, shapes }));
  }

  get state(): SessionState {
    return this.#state;
  }

  /** While a board comes in: is all there that begins in what `lookingAt` said at hello? */
  get isViewIn(): boolean {
    return this.#state.kind === "live" || this.#catchUp?.hasView === true;
  }

  /** How often the room's hash of the board was not ours; each time everything was asked for again. Always 0, we hope. */
  get differences(): number {
    return this.#sums.differences;
  }

  get saveStatus(): SaveStatus {
    const pending = this.#replica.unsavedCount;
    if (this.#state.kind === "refused") return { kind: "refused", code: this.#state.code };
    if (this.#state.kind !== "live") return { kind: "offline", pending };
    if (pending === 0) return { kind: "saved" };
    if (this.#state.role === "view") return { kind: "refused", code: CLOSE.forbidden };
    return { kind: this.#isPutOff ? "put-off" : "sending", pending };
  }

  /** Connects, and stays connected until `stop` or a refusal; after a refusal it may be called again. */
  start(): void {
    if (this.#state.kind !== "closed" && this.#state.kind !== "refused") return;
    this.#hasReclaimed = false;
    this.#connect();
  }

  #connect(): void {
    this.#enter({ kind: "connecting" });
    this.#transport.open({
      onOpen: () => this.#greet(),
      onFrame: (frame) => this.#receive(frame),
      onDown: () => this.#disconnected(),
      onRefused: (code) => this.#refused(code),
    });
  }

  /** Ends the connection. What is pending stays in the replica and its outbox. */
  stop(): void {
    this.#hangUp();
    this.#transport.close();
    this.#enter({ kind: "closed" });
  }

  /** Called after each change of state, save status or the replica's seq. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** Called when the room will not take an own transaction: it is gone from the board already. */
  onRefusal(listener: (refusal: Refusal) => void): () => void {
    return this.#refusals.add(listener);
  }

  /** Called with the secret that opens the board from now on, when its links were made anew. */
  onKey(listener: (secret: string) => void): () => void {
    return this.#keys.add(listener);
  }

  get profile(): Profile {
    return this.#self.profile;
  }

  setProfile(profile: Partial<Profile>): void {
    this.#self.setProfile(profile);
  }

  /** The first MAX_PRESENCE_SELECTION ids are told. */
  setSelection(ids: Iterable<ShapeId>): void {
    this.#self.setSelection(ids);
  }

  /** Where this person is in a text; undefined: in none. */
  setCaret(caret: TextCaret | undefined): void {
    this.#self.setCaret(caret);
  }

  /** Whether this person's cursor is a laser that is on. */
  setLaser(isOn: boolean): void {
    this.#self.setLaser(isOn);
  }

  /** What this person sees while they bring everyone to them, page space; undefined: they lead nobody. */
  setLead(view: PageView | undefined): void {
    this.#self.setLead(view);
  }

  /** What this person says at their cursor, as others see it while they have it; empty: nothing. */
  setSay(text: string): void {
    this.#self.setSay(text);
  }

  /**
   * True while the page may go at any moment: what is committed is sent at once, and not only when the outbox has it. What
   * reaches neither is lost, and what reaches both takes effect once.
   */
  setLeaving(isLeaving: boolean): void {
    this.#isLeaving = isLeaving;
    this.#outgoing.setLeaving(isLeaving);
  }

  /** False while the tab is hidden. */
  setActive(active: boolean): void {
    this.#self.setActive(active);
  }

  /** Page coordinates; without them the pointer has left the board. */
  moveCursor(x?: number, y?: number): void {
    this.#self.moveCursor(x === undefined || y === undefined ? undefined : { x, y });
  }

  /** Packed points under the pen from point number `off` on; parts of a stroke follow each other without holes. */
  sendDraft(id: ShapeId, off: number, bytes: Uint8Array): void {
    this.#self.addDraft(id, off, bytes);
  }

  #enter(state: SessionState): void {
    this.#state = state;
    this.#changes.call();
  }

  #send(message: ClientMessage): boolean {
    return this.#transport.send(encode(message, this.#encoding));
  }

  #push({ n, ops }: Txn): PushResult {
    const frame = encode({ t: "push", n, ops: [...ops] }, this.#encoding);
    // The room would end the connection for it, on every one that follows too.
    if (frameBytes(frame) > MAX_FRAME_BYTES) return "never";
    return this.#transport.send(frame) ? "sent" : "no-line";
  }

  /** Drops a transaction that no frame can hold. Its number stays unused: the next welcome closes the gap. */
  #giveUp(n: number): void {
    this.#replica.refuse(n, "too_large");
    this.#restart();
  }

  #greet(): void {
    this.#hangUp();
    const { clientId, proof, also } = this.#identity;
    const { seq, epoch, tip } = this.#replica;
    const known = tip === undefined ? { since: seq, epoch } : { since: seq, epoch, tip };
    const base = this.#fromScratch || epoch === undefined || seq === 0 ? { since: 0 } : { ...known, epoch };
    this.#since = base.since;
    const view = this.#lookingAt?.();
    this.#send({
      t: "hello",
      v: PROTOCOL_VERSION,
      clientId,
      proof,
      ...base,
      ...this.#self.profile,
      ...(this.#differs ? { differs: true } : {}),
      also,
      near: view && packView(view),
    });
    this.#self.introduced();
    this.#enter({ kind: "greeting" });
  }

  #receive(frame: Frame): void {
    const { kind } = this.#state;
    if (kind !== "greeting" && kind !== "catching-up" && kind !== "live") return;
    const decoded = decodeServer(frame);
    if (!decoded.ok || !this.#take(decoded.message)) this.#restart();
  }

  /** False for a message that makes no sense here: only a new hello can help. */
  #take(message: ServerMessage): boolean {
    if (this.#state.kind === "greeting" && message.t !== "welcome" && message.t !== "resync") return false;
    switch (message.t) {
      case "welcome":
        return this.#welcomed(message);
      case "snap":
        return this.#catchUp !== undefined && this.#catchUp.addPart(message) && this.#advance();
      case "ops":
        return this.#takeOps(message);
      case "ack":
        this.#isPutOff = false;
        this.#replica.ack(message.n, message.seq);
        return this.#progress();
      case "nack":
        return this.#takeNack(message);
      case "resync":
        this.#fromScratch = true;
        return false;
      case "sum":
        if (this.#catchUp !== undefined || !this.#sums.calls(message)) return true;
        this.#fromScratch = true;
        this.#differs = true;
        return false;
      case "key":
        this.#keys.call(message.secret);
        return true;
      case "peers":
        for (const peer of this.peers.receivePeers(message)) this.drafts.leave(peer);
        return true;
      case "cursors":
        this.peers.receiveCursors(message);
        return true;
      case "drafts":
        this.#takeDrafts(message);
        return true;
      default:
        return message satisfies never;
    }
  }

  #welcomed(welcome: WelcomeMessage): boolean {
    const { role, peer, lastN, mode, epoch, head, damaged: isDamaged = false } = welcome;
    if (this.#state.kind !== "greeting") return false;
    const continues = this.#since > 0 && this.#since <= head && epoch === this.#replica.epoch && !this.#replica.isAheadOf(lastN);
    if (mode === "changes" ? !continues : mode === "tail" && this.#since > 0 && !continues) {
      this.#fromScratch = true;
      return false;
    }
    this.#lastN = lastN;
    this.#replica.setCanEdit(role === "edit" || (role === "add" && this.#replica.guard !== undefined));
    if (this.#replica.continueFrom(lastN)) this.#isPatient = true;
    this.drafts.clear();
    this.#catchUp = new CatchUp(this.#replica, welcome, this.#since);
    this.#enter({ kind: "catching-up", role, peer, isDamaged });
    return this.#advance();
  }

  #takeOps(message: OpsMessage): boolean {
    if (this.#catchUp !== undefined) return this.#catchUp.addOps(message) && this.#advance();
    return this.#replica.applyOps(message.list) && this.#progress();
  }

  /** Goes live when nothing is missing any more. */
  #advance(): true {
    if (this.#catchUp === undefined || this.#state.kind !== "catching-up" || !this.#catchUp.finish()) return this.#progress();
    const { role, peer, isDamaged } = this.#state;
    this.#catchUp = undefined;
    this.#fromScratch = false;
    this.#differs = false;
    this.#sums.start();
    this.#liveSince = this.#clock.now();
    this.#enter({ kind: "live", role, peer, isDamaged });
    if (role !== "view") this.#openOutgoing();
    this.#self.open();
    return true;
  }

  #openOutgoing(): void {
    // Decided already: repeating them only brings the answer, in whatever order.
    for (const txn of this.#replica.unanswered) this.#push(txn);
    if (this.#isPatient) {
      this.#cancelPatience = this.#clock.setTimer(REOFFER_PATIENCE_MS, () => {
        this.#isPatient = false;
        this.#progress();
      });
    }
    this.#outgoing.open(this.#lastN);
  }

  #isReady(txn: Txn): boolean {
    if (!this.#isPatient) return true;
    for (const id of neededShapes(txn)) if (this.#replica.view.record(id) === undefined) return false;
    return true;
  }

  #progress(): true {
    this.#outgoing.flush();
    this.#changes.call();
    return true;
  }

  #takeNack(nack: NackMessage): boolean {
    if (nack.code === "storage") {
      this.#isPutOff = true;
      this.#changes.call();
    }
    if (!isFinal(nack.code)) return this.#outgoing.pause(nack);
    this.#replica.refuse(nack.n, nack.code);
    return this.#progress();
  }

  #takeDrafts({ list }: DraftsMessage): void {
    for (const [peer, off, bytes, id] of list) {
      this.drafts.receive(peer, off, bytes, id);
      const pen = this.drafts.penOf(peer);
      if (pen !== undefined) this.peers.receiveCursors({ t: "cursors", list: [[peer, pen.x, pen.y]] });
    }
  }

  /** Makes a new connection because of what the room said: at once, and slower each time it does not help. */
  #restart(): void {
    this.#hangUp();
    this.#enter({ kind: "connecting" });
    const delayMs = this.#restarts === 0 ? 0 : Math.min(MAX_RESTART_MS, RESTART_MS * 2 ** (this.#restarts - 1));
    this.#restarts += 1;
    if (delayMs === 0) this.#transport.reconnect();
    else this.#cancelRestart = this.#clock.setTimer(delayMs, () => this.#transport.reconnect());
  }

  #disconnected(): void {
    this.#hangUp();
    this.#enter({ kind: "connecting" });
  }

  /**
   * What replaced us may have been a connection of our own that was held up on its way and that nobody is at. So the place
   * is asked for again, once: if it is taken again soon after, another tab lives there, and one of the two has to yield.
   */
  #refused(code: number): void {
    this.#hangUp();
    if (code === CLOSE.replaced && !this.#hasReclaimed) {
      this.#hasReclaimed = true;
      return this.#connect();
    }
    this.#replica.setCanEdit(false);
    this.#enter({ kind: "refused", code });
  }

  /** Forgets what belongs to the connection that is no more; if that was a good one, also the troubles before it. */
  #hangUp(): void {
    if (this.#liveSince !== undefined && this.#clock.now() - this.#liveSince >= GOOD_LIFE_MS) {
      this.#restarts = 0;
      this.#hasReclaimed = false;
    }
    this.#cancelRestart?.();
    this.#cancelRestart = undefined;
    this.#cancelPatience?.();
    this.#cancelPatience = undefined;
    this.#catchUp = undefined;
    this.#liveSince = undefined;
    this.#outgoing.shut();
    this.#self.shut();
    this.#sums.stop();
  }
}
