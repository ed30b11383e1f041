// Code that no first stroke needs, fetched on its own: asked for when the page is idle, or by the first command that wants it.
import type * as arrange from "./arrange/arrange-part.ts";
import type * as snap from "./snap/snap-part.ts";

type Parts = { readonly arrange: typeof arrange; readonly snap: typeof snap };
type PartName = keyof Parts;

const LOADERS: { readonly [K in PartName]: () => Promise<Parts[K]> } = {
  arrange: () => import("./arrange/arrange-part.ts"),
  snap: () => import("./snap/snap-part.ts"),
};
const PART_NAMES: readonly PartName[] = ["arrange", "snap"];

export class CodeParts {
  readonly #loaded: { -readonly [K in PartName]?: Parts[K] } = {};

  /** Uses a part: at once where it is here, otherwise when it has come; never where it cannot be had. */
  use<K extends PartName>(name: K, work: (part: Parts[K]) => void): void {
    const part = this.#loaded[name];
    if (part !== undefined) work(part);
    else this.#load(name).then(work, () => undefined);
  }

  /** A part that is here already. */
  peek<K extends PartName>(name: K): Parts[K] | undefined {
    return this.#loaded[name];
  }

  /** Fetches all parts. Rejects where one cannot be had; the others are used all the same. */
  async load(): Promise<void> {
    await Promise.all(PART_NAMES.map((name) => this.#load(name)));
  }

  async #load<K extends PartName>(name: K): Promise<Parts[K]> {
    const part = await LOADERS[name]();
    // reason: the loader of a name gives the part of that name.
    (this.#loaded as Record<PartName, unknown>)[name] = part;
    return part;
  }
}
