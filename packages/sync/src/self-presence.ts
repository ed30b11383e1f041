// What this tab tells of its person: profile, selection, cursor, and the points under the pen. Only the newest counts:
// nothing is queued while the line is down, and a new connection is told everything again.
import {
  type ClientMessage,
  MAX_DRAFT_POINTS,
  MAX_PRESENCE_SELECTION,
  MAX_SAID_LENGTH,
  type PageView,
  type MeMessage,
  packCaret,
  type PackedCaret,
  type PackedLead,
  packLead,
  type TextCaret,
  toWholeCoordinate,
} from "@inkroom/protocol";
import { MAX_BYTES_PER_POINT, type ShapeId } from "@inkroom/shapes";
import type { CursorPoint } from "./peer-store.ts";
import type { Clock } from "./ports.ts";
import { Throttle } from "./throttle.ts";
import { MOTION_INTERVAL_MS, PROFILE_INTERVAL_MS } from "./timings.ts";

/** How others see this person. `color` is a palette name. */
export type Profile = { readonly name: string; readonly color: string };
type Send = (message: ClientMessage) => boolean;
type Part = { readonly id: ShapeId; readonly off: number; readonly chunks: Uint8Array[]; bytes: number };

const MAX_NAME = 64;
const MAX_DRAFT_BYTES = MAX_DRAFT_POINTS * MAX_BYTES_PER_POINT;
/** Every so many draft frames the stroke is named again, for those who came late. */
const NAME_EVERY = 16;
/** After a draft the pen's place is known from it: the next cursor frame waits for so long, in ms. */
const DRAFT_TELLS_CURSOR_MS = 100;

export class SelfPresence {
  readonly #send: Send;
  readonly #clock: Clock;
  readonly #meThrottle: Throttle;
  readonly #cursorThrottle: Throttle;
  readonly #draftThrottle: Throttle;
  #isOpen = false;
  #profile: Profile;
  #selection: readonly ShapeId[] = [];
  #active = true;
  #caret: PackedCaret = [];
  #laser = false;
  #lead: PackedLead = [];
  #say = "";
  #cursor: readonly [number, number] | undefined;
  /** What the room has from this connection; a hello alone leaves these defaults. */
  #told: Omit<MeMessage, "t"> = {};
  /** `pen`: others have it from a draft. */
  #toldCursor: readonly [number, number] | "pen" | undefined;
  #draftedAt = Number.NEGATIVE_INFINITY;
  #drafts: Part[] = [];
  #draftName: ShapeId | undefined;
  #framesSinceName = 0;

  constructor(profile: Profile, clock: Clock, send: Send) {
    this.#profile = legal(profile);
    this.#send = send;
    this.#clock = clock;
    this.#meThrottle = new Throttle(clock, PROFILE_INTERVAL_MS, () => this.#tellMe());
    this.#cursorThrottle = new Throttle(clock, MOTION_INTERVAL_MS, () => this.#tellCursor());
    this.#draftThrottle = new Throttle(clock, MOTION_INTERVAL_MS, () => this.#tellDrafts());
  }

  get profile(): Profile {
    return this.#profile;
  }

  /** hello has gone out with `profile`. */
  introduced(): void {
    this.#told = { ...this.#profile, selection: [], active: true, caret: [], laser: false, lead: [], say: "" };
    this.#toldCursor = undefined;
    this.#draftName = undefined;
  }

  open(): void {
    this.#isOpen = true;
    this.#tellMe();
    this.#tellCursor();
  }

  shut(): void {
    this.#isOpen = false;
    this.#drafts = [];
    for (const throttle of [this.#meThrottle, this.#cursorThrottle, this.#draftThrottle]) throttle.cancel();
  }

  setProfile(profile: Partial<Profile>): void {
    this.#profile = legal({ ...this.#profile, ...profile });
    if (this.#isOpen) this.#meThrottle.request();
  }

  setSelection(ids: Iterable<ShapeId>): void {
    this.#selection = [...ids].slice(0, MAX_PRESENCE_SELECTION);
    if (this.#isOpen) this.#meThrottle.request();
  }

  setActive(active: boolean): void {
    this.#active = active;
    if (this.#isOpen) this.#meThrottle.request();
  }

  /** Undefined: in no text. */
  setCaret(caret: TextCaret | undefined): void {
    this.#caret = packCaret(caret);
    if (this.#isOpen) this.#meThrottle.request();
  }

  /** Whether the cursor is a laser that is on. */
  setLaser(isOn: boolean): void {
    if (isOn === this.#laser) return;
    this.#laser = isOn;
    if (this.#isOpen) this.#meThrottle.request();
  }

  /** The view through which the person leads the others, page space; undefined: they lead nobody. */
  setLead(view: PageView | undefined): void {
    this.#lead = packLead(view);
    if (this.#isOpen) this.#meThrottle.request();
  }

  /** What the person says at their cursor; empty: nothing. What is longer than MAX_SAID_LENGTH is cut. */
  setSay(text: string): void {
    this.#say = text.slice(0, MAX_SAID_LENGTH).toWellFormed();
    if (this.#isOpen) this.#meThrottle.request();
  }

  moveCursor(at: CursorPoint | undefined): void {
    this.#cursor = at === undefined ? undefined : [toWholeCoordinate(at.x), toWholeCoordinate(at.y)];
    if (this.#isOpen) this.#cursorThrottle.request();
  }

  /** Parts of one stroke are given without holes, see draftSchema. */
  addDraft(id: ShapeId, off: number, bytes: Uint8Array): void {
    if (!this.#isOpen || bytes.length > MAX_DRAFT_BYTES) return;
    const last = this.#drafts.at(-1);
    if (last?.id === id && off > last.off && last.bytes + bytes.length <= MAX_DRAFT_BYTES) {
      last.chunks.push(bytes);
      last.bytes += bytes.length;
    } else this.#drafts.push({ id, off, chunks: [bytes], bytes: bytes.length });
    this.#draftThrottle.request();
  }

  #tellMe(): void {
    const now: Required<Omit<MeMessage, "t">> = {
      ...this.#profile,
      selection: [...this.#selection],
      active: this.#active,
      caret: this.#caret,
      laser: this.#laser,
      lead: this.#lead,
      say: this.#say,
    };
    const changed = Object.fromEntries(
      Object.entries(now).filter(([name, value]) => !sameField(value, this.#told[name as keyof typeof now])),
    );
    if (Object.keys(changed).length > 0 && this.#send({ t: "me", ...changed })) this.#told = now;
  }

  #tellCursor(): void {
    const at = this.#cursor;
    if (at !== undefined && this.#clock.now() - this.#draftedAt < DRAFT_TELLS_CURSOR_MS) return this.#cursorThrottle.request();
    const told = this.#toldCursor;
    if (told !== "pen" && at?.[0] === told?.[0] && at?.[1] === told?.[1]) return;
    if (this.#send(at === undefined ? { t: "cursor" } : { t: "cursor", at: [at[0], at[1]] })) this.#toldCursor = at;
  }

  #tellDrafts(): void {
    const drafts = this.#drafts;
    this.#drafts = [];
    this.#draftedAt = this.#clock.now();
    this.#toldCursor = "pen";
    for (const { id, off, chunks, bytes } of drafts) {
      const isNamed = id !== this.#draftName || this.#framesSinceName >= NAME_EVERY - 1;
      this.#send({ t: "draft", off, bytes: concat(chunks, bytes), ...(isNamed ? { id } : {}) });
      this.#framesSinceName = isNamed ? 0 : this.#framesSinceName + 1;
      this.#draftName = id;
    }
  }
}

function legal({ name, color }: Profile): Profile {
  return { name: name.slice(0, MAX_NAME).toWellFormed(), color: color.slice(0, MAX_NAME).toWellFormed() };
}

function sameField(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
