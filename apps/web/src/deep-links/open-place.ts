// What an address asks to be shown of a board, from its words to the view; tells where it is gone.
import { readPlace } from "@inkroom/shapes";
import type { Services } from "../services.ts";
import { goToPlace, type PlacePorts } from "./go-to-place.ts";
import { placeWord } from "./words.ts";

/** `onDone`: it was shown, or there is no such place. The result gives up. */
export function openPlace(text: string, ports: PlacePorts, toast: Services["toast"], onDone: () => void): () => void {
  const place = readPlace(decoded(text));
  if (place === undefined) {
    onDone();
    return () => undefined;
  }
  return goToPlace(place, ports, (isThere) => {
    onDone();
    const count = place.kind === "shapes" ? place.ids.length : 1;
    if (!isThere) toast.set({ title: placeWord("gone", { count }), text: placeWord("goneText"), kind: "failure" });
  });
}

/** Whoever passes a link on may write its signs otherwise. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
