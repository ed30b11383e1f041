// A page in place of the board: what happened, in plain words, and the way on.
import { useEffect, useState } from "react";
import { keptThings } from "../board-store/kept-things.ts";
import type { BoardSession } from "../host/board-session.ts";
import { t } from "../i18n/translate.ts";
import { Wordmark } from "../home/Wordmark.tsx";
import { type Services, useServices } from "../services.ts";
import { type Failure, type FailureAction, actionsOf } from "./failure.ts";
import "./failure.css";

type FailurePageProps = {
  readonly failure: Failure;
  /** The board that cannot be shown any longer, for what of it is only here. */
  readonly work?: Pick<BoardSession, "kept" | "unsaved" | "isSafeToClose" | "download"> | undefined;
};

export function FailurePage({ failure, work }: FailurePageProps) {
  const services = useServices();
  const [isBusy, setBusy] = useState(false);
  const title = t(`failure.${failure}.title`);
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title]);
  const unsaved = (work?.unsaved() ?? 0) + keptThings(work?.kept.items.get() ?? []).length;
  const run = (action: FailureAction): void => {
    setBusy(true);
    runAction(services, action).catch(() => {
      setBusy(false);
      services.toast.set({ title: t("home.failed"), kind: "failure" });
    });
  };
  const download = (): void => {
    work?.download(true).catch(() => services.toast.set({ title: t("kept.failed"), kind: "failure" }));
  };
  return (
    <main className="failure">
      <div className="failure-card" role="alert">
        <Wordmark />
        <h1>{title}</h1>
        <p>{t(`failure.${failure}.text`)}</p>
        {unsaved > 0 && <p>{t(work?.isSafeToClose() === true ? "kept.pending" : "kept.pending.tab", { count: unsaved })}</p>}
        <div className="failure-actions">
          {actionsOf(failure).map((action, place) => (
            <button
              key={action}
              type="button"
              className={place === 0 ? "button primary" : "button"}
              disabled={isBusy}
              onClick={() => run(action)}
            >
              {t(`failure.${action}`)}
            </button>
          ))}
          {unsaved > 0 && (
            <button type="button" className="button" onClick={download}>
              {t("kept.download")}
            </button>
          )}
        </div>
      </div>
    </main>
  );
}

async function runAction(services: Services, action: FailureAction): Promise<void> {
  if (action === "reload") window.location.reload();
  if (action === "home") services.router.go("/");
  if (action === "new") await services.openNewBoard();
}
