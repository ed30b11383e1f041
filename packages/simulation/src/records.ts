// What the world writes down while it runs, for the judgement at the end.
import { type ClientId, type Op, type Tag, tagOf } from "@inkroom/model";
import { decodeOps, decodeServer, encodeOps } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import type { Frame } from "@inkroom/sync";

/** What the author of an undo or redo knew. */
export type Known = {
  /** The log had been seen up to here. */
  readonly seenSeq: number;
  /** From here on one by one. */
  readonly liveSeq: number;
  /** The n of the author's own transactions on their way. */
  readonly pending: readonly number[];
};

export class Records {
  /** Everything anybody has committed, as encoded ops by tag. */
  readonly committed = new Map<Tag, Uint8Array>();
  /** Transactions made by undo or redo. */
  readonly undone = new Map<Tag, Known>();
  /** The seq under which a client was told that its transaction is durable. */
  readonly acked = new Map<Tag, number>();
  /** Refused for good, as told to the client. */
  readonly nacked = new Map<Tag, string>();
  /** Returns that were answered with what has changed in place of the missed transactions. */
  patched = 0;
  readonly contradictions: string[] = [];
  /** Clients with a link with which one adds only, and who each of them has proved to have been, itself among them. */
  readonly adders = new Map<ClientId, ReadonlySet<ClientId>>();

  commit(client: string, n: number, ops: readonly Op[]): void {
    const tag = tagOf(client, n);
    if (this.committed.has(tag)) this.contradictions.push(`${tag} was given to two transactions`);
    this.committed.set(tag, encodeOps(ops));
  }

  /** What those of a client's transactions that were refused in the end would have set on a shape: what was seen until then. */
  refusedProps(client: ClientId, ns: readonly number[], id: ShapeId): Readonly<Record<string, unknown>> {
    const refused = ns.map((n) => tagOf(client, n)).filter((tag) => this.nacked.has(tag));
    const ops = refused.flatMap((tag) => decodeOps(this.committed.get(tag) ?? encodeOps([])));
    return Object.assign({}, ...ops.map((op) => (op.op === "set" && op.id === id ? op.props : {})));
  }

  /** A frame that a client has received. */
  heard(client: string, frame: Frame): void {
    const decoded = decodeServer(frame);
    if (!decoded.ok) {
      this.contradictions.push(`${client} cannot read a frame of the room`);
      return;
    }
    const { message } = decoded;
    if (message.t === "welcome" && message.mode === "changes") this.patched += 1;
    if (message.t !== "ack") return;
    const tag = tagOf(client, message.n);
    const known = this.acked.get(tag);
    if (known !== undefined && known !== message.seq) this.contradictions.push(`${tag} was acknowledged at ${known} and at ${message.seq}`);
    this.acked.set(tag, message.seq);
  }
}
