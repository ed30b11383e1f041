// Going to what an address asks to be shown of a board. The code for it is fetched with the first such address.
import type { PlacePorts } from "../deep-links/go-to-place.ts";
import type { Services } from "../services.ts";
import { untilLoaded } from "../ui/until-loaded.ts";
import type { BoardLayers } from "./board-layers.ts";

type GoingPorts = PlacePorts & { readonly layers: Pick<BoardLayers, "endPresenting">; readonly toast: Services["toast"] };

/** `onDone`: the place was shown, or cannot be. The result of a call gives up. */
export function goingTo({ layers, toast, ...ports }: GoingPorts): (place: string, onDone: () => void) => () => void {
  return (place, onDone) => {
    let isGivenUp = false;
    let stop = (): void => void (isGivenUp = true);
    void untilLoaded(() => import("../deep-links/open-place.ts")).then(({ openPlace }) => {
      if (isGivenUp) return;
      layers.endPresenting();
      stop = openPlace(place, ports, toast, onDone);
    });
    return () => stop();
  };
}
