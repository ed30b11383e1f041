// How committed transactions reach the members: one frame per form and tick for all who keep up. Those who do not
// (newcomers, slow lines) read parts of a snapshot or pages of the log until they have what was broadcast.
// Invariant: sent <= flushed for every member, and a member that is not behind has sent === flushed.
import { decodeOps, encode, type LoggedBody, type OpsMessage, packOpsFrame, splitBySize } from "@inkroom/protocol";
import type { RoomLog } from "@inkroom/rooms";
import { Frames } from "./frames.ts";
import type { RoomLimits } from "./limits.ts";
import type { Member } from "./session.ts";

/** Log rows read at once for one connection. */
const ROWS_PER_PAGE = 256;

export class OpsFeed {
  readonly #limits: RoomLimits;
  readonly #log: Pick<RoomLog, "head" | "read">;
  #waiting: LoggedBody[] = [];
  #flushed: number;

  /** What is in the log by now counts as broadcast. */
  constructor(log: Pick<RoomLog, "head" | "read">, limits: RoomLimits) {
    this.#log = log;
    this.#flushed = log.head();
    this.#limits = limits;
  }

  /** The last seq that was broadcast. */
  get flushed(): number {
    return this.#flushed;
  }

  /** True where the log has no more than what was broadcast. */
  get isUpToDate(): boolean {
    return this.#waiting.length === 0;
  }

  /** The next transaction of the log. */
  add(logged: LoggedBody): void {
    this.#waiting.push(logged);
  }

  /** Broadcasts what was added since the last flush, the authors' own included. */
  flush(members: Iterable<Member>, now: number): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    const pages = splitBySize(waiting, bodyBytes).map((list) => ({ count: list.length, frames: opsFrames(list) }));
    this.#flushed += waiting.length;
    for (const member of members) if (member.behind === undefined) this.#broadcast(pages, member, now);
  }

  /** As much as may be on the line; the rest it reads from the log later. */
  #broadcast(pages: readonly { readonly count: number; readonly frames: Frames }[], member: Member, now: number): void {
    const { connection, encoding } = member;
    for (const { count, frames } of pages) {
      const frame = frames.as(encoding);
      const isFree = connection.bufferedAmount === 0 || connection.bufferedAmount + frame.length <= this.#limits.opsBacklogBytes;
      if (!isFree) {
        member.behind = { snapshot: undefined, progressAt: now };
        return;
      }
      connection.send(frame);
      member.sent += count;
    }
  }

  /** Gives a member that is behind as much as its line takes now. Afterwards it may be behind no more. */
  catchUp(member: Member, now: number): void {
    const { behind } = member;
    if (behind === undefined) return;
    let room = this.#limits.opsBacklogBytes - member.connection.bufferedAmount;
    while (room > 0) {
      const sentBytes = this.#sendNext(member, behind);
      if (sentBytes === 0) {
        member.behind = undefined;
        return;
      }
      room -= sentBytes;
      behind.progressAt = now;
    }
  }

  /** Sends one part or page; about how many bytes that was, 0 when nothing is missing. */
  #sendNext(member: Member, behind: NonNullable<Member["behind"]>): number {
    const { snapshot } = behind;
    const part = snapshot?.parts[snapshot.next];
    if (snapshot !== undefined && part !== undefined) {
      const frame = part.as(member.encoding);
      member.connection.send(frame);
      snapshot.next += 1;
      member.sent = snapshot.upto;
      return frame.length;
    }
    behind.snapshot = undefined;
    const missing = this.#flushed - member.sent;
    if (missing <= 0) return 0;
    const [page = []] = splitBySize(this.#log.read(member.sent + 1, Math.min(missing, ROWS_PER_PAGE)), bodyBytes);
    const frame = opsFrames(page).as(member.encoding);
    member.connection.send(frame);
    member.sent += page.length;
    return frame.length;
  }
}

function bodyBytes({ body }: LoggedBody): number {
  return body.length;
}

/** Stored bodies go into binary frames as they are; only text needs the ops. */
function opsFrames(list: readonly LoggedBody[]): Frames {
  return new Frames((encoding) => {
    if (encoding === "binary") return packOpsFrame(list);
    // reason: the message's type is inferred from its schema and is the mutable form of the same data.
    const txns = list.map(({ body, ...logged }) => ({ ...logged, ops: decodeOps(body) })) as unknown as OpsMessage["list"];
    return encode({ t: "ops", list: txns }, "text");
  });
}
