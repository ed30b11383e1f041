// The first page: what this is, one thing to do, and the boards this browser knows.
import ArrowRight from "lucide-react/icons/arrow-right";
import Server from "lucide-react/icons/server";
import Languages from "lucide-react/icons/languages";
import LinkIcon from "lucide-react/icons/link-2";
import ShieldCheck from "lucide-react/icons/shield-check";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "../host/board-api.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { Layer } from "../ui/Layer.tsx";
import { tip } from "../ui/tip.ts";
import { BoardList } from "./BoardList.tsx";
import { InkLine } from "./InkLine.tsx";
import { Wordmark } from "./Wordmark.tsx";
import "./home.css";

const FACTS = [
  { icon: LinkIcon, key: "home.fact.link" },
  { icon: ShieldCheck, key: "home.fact.saved" },
  { icon: Server, key: "home.fact.yours" },
] as const;

export function HomePage() {
  const { opening } = useServices();
  useEffect(() => {
    document.title = t("app.name");
    opening.set(false);
  }, [opening]);
  return (
    <main className="home">
      <header className="home-head">
        <Wordmark />
        <SettingsButton />
      </header>
      <section className="home-hero">
        <h1>{t("app.tagline")}</h1>
        <InkLine />
        <p className="home-what">{t("app.what")}</p>
        <NewBoardButton />
        <ul className="home-facts">
          {FACTS.map(({ icon: Icon, key }) => (
            <li key={key}>
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              {t(key)}
            </li>
          ))}
        </ul>
      </section>
      <BoardList />
    </main>
  );
}

const HomeSettings = lazyPart(async () => (await import("./HomeSettings.tsx")).HomeSettings);

function SettingsButton() {
  const trigger = (
    <button type="button" className="icon-button" aria-label={t("home.settings")} {...tip(t("home.settings"))}>
      <Languages size={18} strokeWidth={1.75} aria-hidden />
    </button>
  );
  return <Layer popup="menu" content={HomeSettings} load={HomeSettings.preload} trigger={trigger} />;
}

/** Who has no board yet comes to draw: the first visit makes one, and this page is seen where that fails. */
function NewBoardButton() {
  const { openNewBoard, recents } = useServices();
  const [isFirstVisit] = useState(() => recents.list().length === 0);
  const [state, setState] = useState<"idle" | "busy" | "failed" | "full">(isFirstVisit ? "busy" : "idle");
  const isMaking = useRef(false);
  const open = useCallback((): void => {
    if (isMaking.current) return;
    isMaking.current = true;
    setState("busy");
    openNewBoard()
      .catch((error: unknown) => setState(error instanceof ApiError && error.code === "full" ? "full" : "failed"))
      .finally(() => (isMaking.current = false));
  }, [openNewBoard]);
  useEffect(() => {
    if (isFirstVisit) open();
  }, [isFirstVisit, open]);
  return (
    <div className="home-action">
      <button type="button" className="button primary large" onClick={open} disabled={state === "busy"}>
        {state === "busy" ? t("home.creating") : t("home.new")}
        <ArrowRight size={18} strokeWidth={2} className="mirrored" aria-hidden />
      </button>
      {(state === "failed" || state === "full") && (
        <p role="alert" className="home-alert">
          {t(state === "full" ? "home.full" : "home.failed")}
        </p>
      )}
    </div>
  );
}
