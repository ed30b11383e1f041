// Code that no first stroke needs, fetched on its own: asked for when the page is idle, or by the first command that wants it.
import type * as arrange from "./arrange/arrange-part.ts";
import type * as snap from "./snap/snap-part.ts";
import type * as tools from "./tools/tools-part.ts";

type Parts = { readonly arrange: typeof arrange; readonly snap: typeof snap; readonly tools: typeof tools };
type PartName = keyof Parts;

const LOADERS: { readonly [K in PartName]: () => Promise<Parts[K]> } = {
  arrange: () => import("./arrange/arrange-part.ts"),
  snap: () => import("./snap/snap-part.ts"),
  tools: () => import("./tools/tools-part.ts"),
};
const PART_NAMES: readonly PartName[] = ["arrange", "snap", "tools"];

function loadPart<K extends PartName>(name: K): Promise<Parts[K]> {
  return LOADERS[name]();
}

type Work<K extends PartName> = (part: Parts[K]) => void;

export class CodeParts {
  readonly #loaded: { -readonly [K in PartName]?: Parts[K] } = {};
  readonly #waiting: { readonly [K in PartName]: Work<K>[] } = { arrange: [], snap: [], tools: [] };
  readonly #load: typeof loadPart;

  /** `load` fetches a part: this package's own code, unless a test has another. */
  constructor(load: typeof loadPart = loadPart) {
    this.#load = load;
  }

  /** Uses a part: at once where it is here, otherwise when it has come, by this call or by a later one; works of one part in order. */
  use<K extends PartName>(name: K, work: Work<K>): void {
    const part = this.#loaded[name];
    if (part !== undefined) return work(part);
    this.#waiting[name].push(work);
    // Where it cannot be had, the next call asks again.
    this.#fetch(name).catch(() => undefined);
  }

  /** A part that is here already. */
  peek<K extends PartName>(name: K): Parts[K] | undefined {
    return this.#loaded[name];
  }

  /** Fetches all parts. Rejects where one cannot be had; the others are used all the same. */
  async load(): Promise<void> {
    await Promise.all(PART_NAMES.map((name) => this.#fetch(name)));
  }

  async #fetch<K extends PartName>(name: K): Promise<void> {
    const part = await this.#load(name);
    // reason: the loader of a name gives the part of that name.
    (this.#loaded as Record<PartName, unknown>)[name] = part;
    for (const work of this.#waiting[name].splice(0)) work(part);
  }
}
