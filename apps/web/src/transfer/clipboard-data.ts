// What a copy puts on the clipboard, and how it is found again. One document in several guises: under its own type for tabs of
// one browser, inside HTML for other browsers and as a picture for other programs, and the words of it as plain text.
import { BOARD_FILE_MIME, EXCALIDRAW_CLIPBOARD_MIME } from "@inkroom/interchange";
import type { Shape } from "@inkroom/shapes";

/** Text by media type. */
export type ClipboardData = Readonly<Record<string, string>>;
/** PORT: what the clipboard has under a media type; "" for nothing. */
export type ClipboardReader = (type: string) => string;

const ATTRIBUTE = "data-inkroom";
const IN_HTML = new RegExp(`${ATTRIBUTE}="([A-Za-z0-9+/=]+)"`);

/** `board`: the shapes as a board file; `svg`: what they look like; `excalidraw`: as Excalidraw copies them. */
export function clipboardData(
  shapes: readonly Shape[],
  { board, svg, excalidraw }: { readonly board: string; readonly svg: string; readonly excalidraw: string },
): ClipboardData {
  const words = shapes.flatMap((shape) => ("text" in shape && shape.text !== "" ? [shape.text] : []));
  const picture = `<img alt="" src="data:image/svg+xml;base64,${toBase64(svg)}">`;
  return {
    [BOARD_FILE_MIME]: board,
    [EXCALIDRAW_CLIPBOARD_MIME]: excalidraw,
    "text/html": `<meta charset="utf-8"><div ${ATTRIBUTE}="${toBase64(board)}">${picture}</div>`,
    "text/plain": words.join("\n"),
  };
}

/** The board file on the clipboard; undefined where there is none. */
export function boardOnClipboard(read: ClipboardReader): string | undefined {
  const own = read(BOARD_FILE_MIME);
  if (own !== "") return own;
  const [, encoded] = IN_HTML.exec(read("text/html")) ?? [];
  return encoded === undefined ? undefined : fromBase64(encoded);
}

function toBase64(text: string): string {
  let binary = "";
  const bytes = new TextEncoder().encode(text);
  // In pieces: a call takes no more arguments than fit on the stack.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

function fromBase64(encoded: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0)));
  } catch {
    // Not base64: somebody else's attribute of that name.
    return undefined;
  }
}
