// PORTS: how pictures get into files and out of them. Their bytes are not here: this package reads and writes text.
import type { PictureHeader } from "@inkroom/shapes";

/** What a picture in a file is, by its `data:` address: its name and what its first bytes say. Undefined for none that a board takes. */
export type ReadPicture = (address: string) => (PictureHeader & { readonly blob: string }) | undefined;
/** A picture as a `data:` address; undefined where it cannot be had. */
export type PictureOf = (blob: string) => string | undefined;
