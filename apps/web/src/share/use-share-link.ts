// The address for the chosen role, made ahead of the click that copies it.
import type { Role } from "@inkroom/protocol";
import { useEffect, useState } from "react";
import type { ShareLinks } from "./share-links.ts";

export type ShareLink = { readonly state: "busy" } | { readonly state: "ready"; readonly address: string } | { readonly state: "failed" };

export function useShareLink(shareLinks: ShareLinks, role: Role): ShareLink {
  const [made, setMade] = useState<{ readonly role: Role; readonly link: ShareLink } | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const show = (link: ShareLink): void => {
      if (isCurrent) setMade({ role, link });
    };
    shareLinks.linkFor(role).then(
      (address) => show({ state: "ready", address }),
      () => show({ state: "failed" }),
    );
    return () => {
      isCurrent = false;
    };
  }, [role, shareLinks]);
  return made?.role === role ? made.link : { state: "busy" };
}
