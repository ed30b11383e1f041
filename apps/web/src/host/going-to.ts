// Going to what an address asks to be shown of a board, and where the link of a shape leads. The code for it is fetched when it is wanted.
import type { Editor } from "@inkroom/editor";
import type { PlacePorts } from "../deep-links/go-to-place.ts";
import type { Services } from "../services.ts";
import { untilLoaded } from "../ui/until-loaded.ts";
import type { BoardLayers } from "./board-layers.ts";

type GoingPorts = Omit<PlacePorts, "editor"> & {
  readonly editor: () => Editor;
  readonly layers: Pick<BoardLayers, "endPresenting">;
  readonly toast: Services["toast"];
};

export type Going = {
  /** `onDone`: the place was shown, or cannot be. The result gives up. */
  goTo(place: string, onDone: () => void): () => void;
  openLink(link: string): void;
};

export function goingTo(boardId: string, { layers, toast, editor, ...ports }: GoingPorts): Going {
  const goTo: Going["goTo"] = (place, onDone) => {
    let isGivenUp = false;
    let stop = (): void => void (isGivenUp = true);
    void untilLoaded(() => import("../deep-links/open-place.ts")).then(({ openPlace }) => {
      if (isGivenUp) return;
      layers.endPresenting();
      stop = openPlace(place, { ...ports, editor: editor() }, toast, onDone);
    });
    return () => stop();
  };
  return {
    goTo,
    openLink(link) {
      const here = { origin: window.location.origin, boardId };
      import("../links/open-link.ts").then(
        (code) => code.openLink(link, here, (place) => void goTo(place, () => undefined)),
        () => undefined,
      );
    },
  };
}
