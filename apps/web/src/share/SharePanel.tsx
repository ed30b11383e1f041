// Choose what the link allows, copy it, done.
import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import Eye from "lucide-react/icons/eye";
import Pencil from "lucide-react/icons/pencil";
import QrCode from "lucide-react/icons/qr-code";
import RotateCw from "lucide-react/icons/rotate-cw";
import UserPen from "lucide-react/icons/user-pen";
import type { Role } from "@inkroom/protocol";
import * as Group from "radix-ui/toggle-group";
import { Suspense, useMemo, useRef, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { lazyPart } from "../ui/lazy-part.ts";
import { useReadable } from "../ui/readable.ts";
import { copyText } from "./copy-text.ts";
import { createShareLinks } from "./share-links.ts";
import { type ShareLink, useShareLink } from "./use-share-link.ts";

const LinkCode = lazyPart(async () => (await import("./LinkCode.tsx")).LinkCode);

const ROLE_ICONS = { edit: Pencil, add: UserPen, view: Eye } as const;

export function SharePanel({ onDone }: { readonly onDone: () => void }) {
  const { api, store, toast } = useServices();
  const ownLink = useReadable(useBoard().ownLink);
  const links = useMemo(() => createShareLinks(ownLink, { api, store, origin: window.location.origin }), [api, ownLink, store]);
  const { roles } = links;
  const [role, setRole] = useState<Role>(roles[0] ?? "view");
  const [copyFailed, setCopyFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const link = useShareLink(links, role);
  const copy = async (): Promise<void> => {
    if (link.state !== "ready" || field.current === null) return;
    if (await copyText(link.address, field.current)) {
      toast.set({ title: t("share.copied"), text: t(`share.copied.${role}`) });
      onDone();
    } else {
      setCopyFailed(true);
    }
  };
  return (
    <>
      <h2 className="panel-title">{t("share.title")}</h2>
      <p className="share-intro">{t("share.intro")}</p>
      <Group.Root
        className="share-roles"
        type="single"
        aria-label={t("share.who")}
        value={role}
        onValueChange={(value) => setRole(roles.find((known) => known === value) ?? role)}
      >
        {roles.map((known) => (
          <RoleChoice key={known} role={known} />
        ))}
      </Group.Root>
      {link.state === "failed" ? (
        <NoLink onRetry={link.retry} />
      ) : (
        <>
          <input
            ref={field}
            className="field share-link"
            aria-label={t("share.link")}
            readOnly
            value={link.state === "ready" ? link.address : t("share.preparing")}
            onFocus={(event) => event.target.select()}
          />
          <LinkWays link={link} onCopy={() => void copy()} />
          {copyFailed && (
            <p role="alert" className="share-alert">
              {t("share.copyFailed")}
            </p>
          )}
        </>
      )}
    </>
  );
}

function NoLink({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <>
      <p role="alert" className="share-alert">
        {t("share.failed")}
      </p>
      <button type="button" className="button primary share-copy" onClick={onRetry}>
        <RotateCw size={16} strokeWidth={2} aria-hidden />
        {t("share.again")}
      </button>
    </>
  );
}

/** How the link gets to others. */
function LinkWays({ link, onCopy }: { readonly link: ShareLink; readonly onCopy: () => void }) {
  const [isCodeShown, setCodeShown] = useState(false);
  return (
    <>
      <div className="share-ways">
        <button type="button" className="button primary share-copy" disabled={link.state !== "ready"} onClick={onCopy} autoFocus>
          <Copy size={16} strokeWidth={2} aria-hidden />
          {t("share.copy")}
        </button>
        <IconButton
          label={t("share.code")}
          icon={QrCode}
          className="share-show-code"
          aria-pressed={isCodeShown}
          onClick={() => setCodeShown(!isCodeShown)}
        />
      </div>
      {isCodeShown && link.state === "ready" && (
        <Suspense fallback={null}>
          <LinkCode address={link.address} />
        </Suspense>
      )}
    </>
  );
}

function RoleChoice({ role }: { readonly role: Role }) {
  const Icon = ROLE_ICONS[role];
  return (
    <Group.Item className="share-role" value={role} aria-label={t(`role.${role}`)}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <span>
        <strong>{t(`role.${role}`)}</strong>
        {t(`share.${role}.text`)}
      </span>
      <Check className="share-check" size={18} strokeWidth={2} aria-hidden />
    </Group.Item>
  );
}
