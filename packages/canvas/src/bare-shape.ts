// A shape without the words on it, as it is painted while they are under a text field.
import { clipOf, type Shape, withClip } from "@inkroom/shapes";

/** Remembers the last one: painters keep paths by the object they were made for. */
export class BareShape {
  #of: Shape | undefined;
  #bare: Shape | undefined;

  /** Undefined for a text, of which nothing is left. The room of its words stays free on a line. */
  of(shape: Shape): Shape | undefined {
    if (shape.kind === "text") return undefined;
    if (shape !== this.#of) {
      this.#of = shape;
      this.#bare = "text" in shape ? withClip({ ...shape, text: "" }, clipOf(shape)) : shape;
    }
    return this.#bare;
  }
}
