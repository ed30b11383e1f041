// The matches, each with what is written around it.
import { useEffect, useRef } from "react";
import type { ShapeId } from "@inkroom/shapes";
import { t } from "../i18n/translate-later.ts";
import { KindSign } from "../outline/KindSign.tsx";
import type { FoundPlace } from "./found-places.ts";

/** More rows than anybody reads; Enter walks through all of them. */
const MAX_ROWS = 100;

type FoundListProps = {
  readonly places: readonly FoundPlace[];
  readonly shown: ShapeId | undefined;
  readonly onShow: (place: FoundPlace) => void;
};

export function FoundList({ places, shown, onShow }: FoundListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current='true']")?.scrollIntoView({ block: "nearest" });
  }, [shown, places]);
  if (places.length === 0) return null;
  const rest = places.length - MAX_ROWS;
  return (
    <>
      <ul ref={list} className="side-list find-list" aria-label={t("find.matches")}>
        {places.slice(0, MAX_ROWS).map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className="side-row find-row"
              aria-current={place.id === shown}
              data-id={place.id}
              onClick={() => onShow(place)}
            >
              <KindSign kind={place.kind} />
              <span dir="auto">
                {place.before}
                <mark>{place.match}</mark>
                {place.after}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="side-rest">{t("find.more", { count: rest })}</p>}
    </>
  );
}
