// PORT: how wide a text is. Implemented with a 2D canvas by the host, by simple arithmetic in tests.

/** Lays the text out ("\n" ends a line; wraps at `maxWidth` where given) and returns its box in page units. */
export type TextMeasurer = (
  text: string,
  font: { /** Page units. */ readonly fontSize: number; /** Page units. */ readonly maxWidth?: number | undefined },
) => { readonly w: number; readonly h: number };
