// PORT: how wide a text is. Implemented with a 2D canvas by the host, by simple arithmetic in tests.
import type { TextFace } from "@inkroom/shapes";

/** Lays the text out ("\n" ends a line; wraps at `maxWidth` where given) and returns its box in page units. */
export type TextMeasurer = (
  text: string,
  font: {
    /** Page units. */
    readonly fontSize: number;
    /** Page units. */
    readonly maxWidth?: number | undefined;
    /** Absent: plain. */
    readonly face?: TextFace | undefined;
  },
) => { readonly w: number; readonly h: number };
