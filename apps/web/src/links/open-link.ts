// Goes where a link leads: to a place on the board at once, to a page in another tab that knows nothing of this one.
import { openAddress } from "../host/open-address.ts";
import { type Here, linkTarget } from "./link-target.ts";

export function openLink(link: string, here: Here, goTo: (place: string) => void): void {
  const target = linkTarget(link, here);
  if (target?.kind === "address") openAddress(target.href);
  else if (target !== undefined && target.place !== "") goTo(target.place);
}
