// The small picture of a board on its card.
import { useSyncExternalStore } from "react";
import { useServices } from "../services.ts";
import { LogoSign } from "./Wordmark.tsx";

export function CardPicture({ id }: { readonly id: string }) {
  const { thumbnails, theme } = useServices();
  const shown = useSyncExternalStore(theme.subscribe, () => theme.theme);
  const picture = useSyncExternalStore(thumbnails.subscribe, () => thumbnails.get(id, shown));
  return picture === undefined ? <LogoSign size={28} /> : <img src={picture} alt="" draggable={false} />;
}
