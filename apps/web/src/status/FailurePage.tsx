// A page in place of the board: what happened, in plain words, and the way on.
import { useEffect, useState } from "react";
import { t } from "../i18n/translate.ts";
import { Wordmark } from "../home/Wordmark.tsx";
import { type Services, useServices } from "../services.ts";
import { type Failure, type FailureAction, actionsOf } from "./failure.ts";
import "./failure.css";

export function FailurePage({ failure }: { readonly failure: Failure }) {
  const services = useServices();
  const [isBusy, setBusy] = useState(false);
  const title = t(`failure.${failure}.title`);
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title]);
  const run = (action: FailureAction): void => {
    setBusy(true);
    runAction(services, action).catch(() => {
      setBusy(false);
      services.toast.set({ title: t("home.failed") });
    });
  };
  return (
    <main className="failure">
      <div className="failure-card" role="alert">
        <Wordmark />
        <h1>{title}</h1>
        <p>{t(`failure.${failure}.text`)}</p>
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
