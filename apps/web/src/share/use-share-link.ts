// The address for the chosen role, made ahead of the click that copies it, and asked for once more where it could not be had.
import type { Role } from "@inkroom/protocol";
import { useEffect, useState } from "react";
import type { ShareLinks } from "./share-links.ts";

export type ShareLink =
  | { readonly state: "busy" }
  | { readonly state: "ready"; readonly address: string }
  | { readonly state: "failed"; readonly retry: () => void };

export function useShareLink(shareLinks: ShareLinks, role: Role): ShareLink {
  const [tries, setTries] = useState(0);
  const [made, setMade] = useState<{ readonly role: Role; readonly link: ShareLink } | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const show = (link: ShareLink): void => {
      if (isCurrent) setMade({ role, link });
    };
    const retry = (): void => {
      show({ state: "busy" });
      setTries(tries + 1);
    };
    shareLinks.linkFor(role).then(
      (address) => show({ state: "ready", address }),
      () => show({ state: "failed", retry }),
    );
    return () => {
      isCurrent = false;
    };
  }, [role, shareLinks, tries]);
  return made?.role === role ? made.link : { state: "busy" };
}
