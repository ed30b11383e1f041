// The pictures of one board as this tab has them: gives their bytes from wherever they are, keeps own ones until the room has
// them, and sends them. The shape of a picture goes ahead of its bytes; whoever needs bytes that are not there asks again.
import { createWritable, type Readable } from "../ui/readable.ts";
import type { PictureLine } from "./picture-line.ts";
import type { PictureRow, PictureRows } from "./picture-rows.ts";

export type PicturePostPorts = {
  readonly board: string;
  readonly rows: PictureRows;
  readonly line: PictureLine;
  readonly now: () => number;
  /** Resolves after so many ms, or sooner where there is reason to hope: the line is back. */
  readonly pause: (ms: number) => Promise<void>;
  /** The room has refused a picture of this tab for good, with this status. */
  readonly onRefused: (status: number) => void;
};

/** Pauses between two tries, ms; the last one again and again. */
const PAUSES = [400, 800, 1_500, 3_000, 6_000, 12_000];
/** Bytes of pictures that are kept of all boards together. */
const MAX_KEPT_BYTES = 96 * 1024 * 1024;

export class PicturePost {
  readonly #ports: PicturePostPorts;
  readonly #loading = new Map<string, Promise<Blob>>();
  readonly #unsent = createWritable(0);
  /** What the room has had from this tab. */
  readonly #sent = new Set<string>();
  #isSending = false;
  #isOver = false;

  constructor(ports: PicturePostPorts) {
    this.#ports = ports;
    void ports.rows.trim(MAX_KEPT_BYTES).catch(() => undefined);
  }

  /** Own pictures that the room does not have. */
  get unsent(): Readable<number> {
    return this.#unsent;
  }

  /** Bytes of a picture of this board. Resolves when they are there, however long that takes; rejects where they will not be had. */
  load(hash: string): Promise<Blob> {
    const known = this.#loading.get(hash);
    if (known !== undefined) return known;
    const loading = this.#fetch(hash);
    this.#loading.set(hash, loading);
    // What was decoded is asked for again only where it was let go of: the row has it then.
    loading.then(
      () => this.#loading.delete(hash),
      () => undefined,
    );
    return loading;
  }

  /** The bytes where they can be had now; undefined where not. */
  async peek(hash: string): Promise<Blob | undefined> {
    const row = await this.#row(hash);
    if (row !== undefined) return blobOf(row);
    const answer = await this.#ports.line.get(hash);
    return answer.kind === "bytes" ? blobOf(await this.#keep(hash, answer)) : undefined;
  }

  /** Keeps a picture of this tab, and sends it. It is kept when this resolves. */
  async add(hash: string, { bytes, mime }: Pick<PictureRow, "bytes" | "mime">): Promise<void> {
    const { rows, board, now } = this.#ports;
    const known = await rows.get(board, hash);
    if (known === undefined || known.state === "refused") await rows.put(board, hash, { state: "unsent", mime, bytes, usedAt: now() });
    await this.send();
  }

  /** Sees to it that this board has a picture that was copied elsewhere. False where its bytes are nowhere to be had. */
  async claim(hash: string): Promise<boolean> {
    const { rows, board } = this.#ports;
    if ((await rows.get(board, hash)) !== undefined) return true;
    const elsewhere = await rows.find(hash);
    if (elsewhere === undefined) return (await this.peek(hash)) !== undefined;
    await this.add(hash, elsewhere);
    return true;
  }

  /** Sends what there is to be sent, in the background; counts it before this resolves. */
  async send(): Promise<void> {
    const { rows, board } = this.#ports;
    this.#unsent.set((await rows.list(board, "unsent")).length);
    if (this.#isSending) return;
    this.#isSending = true;
    // Nothing in it rejects but the storage, and then the next picture, or the next visit, tries again.
    void this.#sendAll()
      .catch(() => undefined)
      .finally(() => (this.#isSending = false));
  }

  /** The line was gone: a room that was put back to an older copy of itself may lack what this tab has sent it. */
  async recheck(): Promise<void> {
    const { rows, board, line } = this.#ports;
    for (const hash of this.#sent) {
      const row = await rows.get(board, hash);
      if (row === undefined || (await line.has(hash)).kind !== "absent") continue;
      await rows.put(board, hash, { ...row, state: "unsent" });
    }
    await this.send();
  }

  dispose(): void {
    this.#isOver = true;
    this.#ports.rows.close();
  }

  async #row(hash: string): Promise<PictureRow | undefined> {
    return (await this.#ports.rows.get(this.#ports.board, hash)) ?? this.#ports.rows.find(hash);
  }

  async #fetch(hash: string): Promise<Blob> {
    const row = await this.#row(hash);
    if (row !== undefined) return blobOf(row);
    for (let tries = 0; !this.#isOver; tries += 1) {
      const answer = await this.#ports.line.get(hash);
      if (answer.kind === "bytes") return blobOf(await this.#keep(hash, answer));
      if (answer.kind === "refused") break;
      await this.#ports.pause(pauseAfter(tries));
    }
    throw new Error("the picture cannot be had");
  }

  async #keep(hash: string, { bytes, mime }: Pick<PictureRow, "bytes" | "mime">): Promise<PictureRow> {
    const { rows, board, now } = this.#ports;
    const row: PictureRow = { state: "kept", mime, bytes, usedAt: now() };
    if (!this.#isOver) await rows.put(board, hash, row);
    return row;
  }

  async #sendAll(): Promise<void> {
    const { rows, board, line, pause } = this.#ports;
    for (let tries = 0; !this.#isOver;) {
      const [hash] = await rows.list(board, "unsent");
      const row = hash === undefined ? undefined : await rows.get(board, hash);
      if (hash === undefined || row === undefined) break;
      const answer = await line.put(hash, row.bytes);
      if (answer.kind === "later" || answer.kind === "absent") {
        await pause(pauseAfter(tries));
        tries += 1;
        continue;
      }
      tries = 0;
      await rows.put(board, hash, { ...row, state: answer.kind === "refused" ? "refused" : "kept" });
      if (answer.kind === "refused") this.#ports.onRefused(answer.status);
      else this.#sent.add(hash);
      this.#unsent.set((await rows.list(board, "unsent")).length);
    }
  }
}

function blobOf({ bytes, mime }: Pick<PictureRow, "bytes" | "mime">): Blob {
  return new Blob([bytes], { type: mime });
}

function pauseAfter(tries: number): number {
  return PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0;
}
