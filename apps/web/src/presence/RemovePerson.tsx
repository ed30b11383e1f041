// Asks how a person is to be sent away: so that they may come back by the link, or so that they cannot; or whether only what they
// have made is to go.
import { madeBy } from "@inkroom/editor";
import Eraser from "lucide-react/icons/eraser";
import Link2Off from "lucide-react/icons/link-2-off";
import type { LucideIcon } from "lucide-react";
import UserMinus from "lucide-react/icons/user-minus";
import { useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { ApiError } from "../host/board-api.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { removePerson, renewLinks } from "./moderation-api.ts";
import type { Person } from "./person.ts";

type RemovePersonProps = { readonly person: Person; readonly onDone: () => void };

export function RemovePerson({ person: { name, client }, onDone }: RemovePersonProps) {
  const { id, key, takeKey, editor } = useBoard();
  const { toast } = useServices();
  const [isBusy, setBusy] = useState(false);
  const count = madeBy(editor.view, client).length;
  const takeAway = (): void => {
    const ids = madeBy(editor.view, client);
    editor.clearBoard(client);
    toast.set({
      title: t("people.tookAway", { count: ids.length, name }),
      kind: "loss",
      action: { label: commandLabel("edit.undo"), run: () => editor.bringBack(ids) },
    });
  };
  const run = (work: () => Promise<void>, text: string): void => {
    setBusy(true);
    work().then(
      () => {
        const left = madeBy(editor.view, client).length;
        const action = left === 0 ? {} : { action: { label: t("people.takeAwayToo", { count: left }), run: takeAway } };
        toast.set({ title: t("people.removed", { name }), text, ...action });
        onDone();
      },
      (error: unknown) => {
        const isLimited = error instanceof ApiError && error.code === "limited";
        toast.set({
          title: t("people.removeFailed"),
          text: t(isLimited ? "people.removeLimited" : "people.removeOffline"),
          kind: "failure",
        });
        setBusy(false);
      },
    );
  };
  const remove = (): Promise<void> => removePerson({ id, secret: key.get(), client });
  const renew = async (): Promise<void> => {
    const { editSecret, isTold } = await renewLinks({ id, secret: key.get(), client });
    if (!isTold) takeKey(editSecret);
  };
  return (
    <>
      <h2 className="panel-title" dir="auto">
        {t("people.removeTitle", { name })}
      </h2>
      <p className="remove-intro">{t("people.removeIntro")}</p>
      <Choice
        icon={UserMinus}
        label={t("people.remove")}
        text={t("people.removeText")}
        isBusy={isBusy}
        onClick={() => run(remove, t("people.removeText"))}
      />
      <Choice
        icon={Link2Off}
        label={t("people.renew")}
        text={t("people.renewText")}
        isBusy={isBusy}
        onClick={() => run(renew, t("people.renewed"))}
      />
      {count > 0 && (
        <Choice
          icon={Eraser}
          label={t("people.takeAway", { count })}
          text={t("people.takeAwayText")}
          isBusy={isBusy}
          onClick={() => {
            takeAway();
            onDone();
          }}
        />
      )}
      <button type="button" className="button remove-cancel" onClick={onDone} autoFocus>
        {t("people.cancel")}
      </button>
    </>
  );
}

type ChoiceProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly text: string;
  readonly isBusy: boolean;
  readonly onClick: () => void;
};

function Choice({ icon: Icon, label, text, isBusy, onClick }: ChoiceProps) {
  return (
    <button type="button" className="remove-choice" aria-label={label} disabled={isBusy} onClick={onClick}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <span>
        <strong>{label}</strong>
        {text}
      </span>
    </button>
  );
}
