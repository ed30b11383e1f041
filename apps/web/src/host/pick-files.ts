// The browser's file picker. It opens only within a press of a key or button, which is over by the time more code has been fetched.
import type { TransferRequest } from "@inkroom/editor";

/** What files are picked for. */
export type Picking = Extract<TransferRequest, "open" | "insert-image">;

/** As `accept` of <input>. */
const OFFERED: Readonly<Record<Picking, string>> = {
  open: ".inkroom,.excalidraw,.json",
  "insert-image": "image/png,image/jpeg,image/webp,image/gif,image/avif,image/svg+xml",
};

export function isPicking(request: TransferRequest): request is Picking {
  return request in OFFERED;
}

/** Hands over the files a person picks; nothing where they give up. Called within a press of a key or button. */
export function pickFiles(what: Picking, take: (files: readonly File[]) => void): void {
  const input = Object.assign(document.createElement("input"), { type: "file", multiple: true, accept: OFFERED[what] });
  input.addEventListener("change", () => take([...(input.files ?? [])]));
  input.click();
}
