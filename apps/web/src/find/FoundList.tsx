// The matches, each with what is written around it.
import { useEffect, useRef } from "react";
import { t } from "../i18n/translate-later.ts";
import { KindSign } from "../outline/KindSign.tsx";
import { type FoundPlace, writtenAt } from "./found-places.ts";

/** More rows than anybody reads; Enter walks through all of them. */
const MAX_ROWS = 100;

type FoundListProps = {
  readonly places: readonly FoundPlace[];
  /** The key of the one that is shown. */
  readonly shown: string | undefined;
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
          <FoundRow key={place.key} place={place} isShown={place.key === shown} onShow={onShow} />
        ))}
      </ul>
      {rest > 0 && <p className="side-rest">{t("find.more", { count: rest })}</p>}
    </>
  );
}

type FoundRowProps = { readonly place: FoundPlace; readonly isShown: boolean; readonly onShow: (place: FoundPlace) => void };

function FoundRow({ place, isShown, onShow }: FoundRowProps) {
  const { before, match, after } = writtenAt(place);
  return (
    <li>
      <button type="button" className="side-row find-row" aria-current={isShown} data-id={place.id} onClick={() => onShow(place)}>
        <KindSign kind={place.kind} />
        <span dir="auto">
          {before}
          <mark>{match}</mark>
          {after}
        </span>
      </button>
    </li>
  );
}
