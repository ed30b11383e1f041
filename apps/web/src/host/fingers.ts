// The fingers that move the paper: where they are, and whether they pan or zoom. Screen pixels.
import type { PinchInput } from "@inkroom/editor";

type Point = { readonly x: number; readonly y: number };
/** The middle between the first two, and their distance; 0 for a single one. */
type Grip = Point & { readonly spread: number };
/** What they are after; one alone pans. */
type Intent = "unclear" | "pan" | "zoom";

/** Two fingers that have come so much nearer or further apart zoom. */
const SPREAD_PX = 24;
/** Two fingers that have gone so far together move the paper. */
const SHIFT_PX = 16;
/** While they move the paper, so much more or less between them makes them zoom as well. */
const SPREAD_ON_THE_WAY_PX = 64;

export class Fingers {
  readonly #points = new Map<number, Point>();
  #intent: Intent = "unclear";
  /** At the last step. */
  #before: Grip = { x: 0, y: 0, spread: 0 };
  /** When it last became clear what they want, or when they came. */
  #origin: Grip = this.#before;

  get count(): number {
    return this.#points.size;
  }

  /** Where the last step has left off. */
  get middle(): Point {
    return { x: this.#before.x, y: this.#before.y };
  }

  has(id: number): boolean {
    return this.#points.has(id);
  }

  put(id: number, at: Point): void {
    this.#points.set(id, at);
  }

  /** False where it was none of these. */
  lift(id: number): boolean {
    return this.#points.delete(id);
  }

  clear(): void {
    this.#points.clear();
  }

  /** One has come or gone: what they want is to be found out anew, and the paper does not jump. */
  settle(): void {
    this.#restart(this.count > 1 ? "unclear" : "pan");
  }

  /** What the paper is to do since the last step; undefined while that is not clear. */
  step(): Pick<PinchInput, "screen" | "dx" | "dy" | "scale"> | undefined {
    const [before, now] = [this.#before, gripOf(this.#points)];
    const intent = intentOf(this.#intent, this.#origin, now);
    if (intent !== this.#intent) {
      // What it took to make it clear moves nothing: the paper does not jump.
      this.#restart(intent);
      return undefined;
    }
    if (intent === "unclear") return undefined;
    this.#before = now;
    const scale = intent === "zoom" && before.spread > 0 && now.spread > 0 ? now.spread / before.spread : 1;
    return { screen: { x: now.x, y: now.y }, dx: now.x - before.x, dy: now.y - before.y, scale };
  }

  #restart(intent: Intent): void {
    this.#intent = intent;
    this.#before = gripOf(this.#points);
    this.#origin = this.#before;
  }
}

/** Two fingers never move quite alike: what they want is what they do most of. Who zooms pans as well, and goes on so. */
function intentOf(intent: Intent, from: Grip, now: Grip): Intent {
  const spread = Math.abs(now.spread - from.spread);
  if (intent === "zoom" || from.spread === 0) return intent;
  if (intent === "pan") return spread > SPREAD_ON_THE_WAY_PX ? "zoom" : "pan";
  if (spread > SPREAD_PX) return "zoom";
  return Math.hypot(now.x - from.x, now.y - from.y) > SHIFT_PX ? "pan" : "unclear";
}

function gripOf(points: ReadonlyMap<number, Point>): Grip {
  const [a, b] = [...points.values()];
  if (a === undefined) return { x: 0, y: 0, spread: 0 };
  if (b === undefined) return { x: a.x, y: a.y, spread: 0 };
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) };
}
