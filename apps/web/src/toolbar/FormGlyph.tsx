// A small picture of a geometric shape, from the outline that the board draws.
import { type FormName, formPath } from "@inkroom/shapes";

/** CSS pixels, of which a line's width around the outline stays free. */
const SIZE = 20;
const MARGIN = 2.5;

export function FormGlyph({ form }: { readonly form: FormName }) {
  return (
    <svg width={SIZE} height={SIZE} viewBox={`${-MARGIN} ${-MARGIN} ${SIZE} ${SIZE}`} aria-hidden>
      <path d={formPath(form, SIZE - 2 * MARGIN).join(" ")} fill="none" stroke="currentColor" strokeWidth="1.750" strokeLinejoin="round" />
    </svg>
  );
}
