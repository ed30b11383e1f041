// Says in words whether the work is safe.
import Check from "lucide-react/icons/circle-check";
import CloudOff from "lucide-react/icons/cloud-off";
import CloudUpload from "lucide-react/icons/cloud-upload";
import Eye from "lucide-react/icons/eye";
import type { LucideIcon } from "lucide-react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { useReadable } from "../ui/readable.ts";
import { type BoardStatus, statusWords, timeWords } from "./save-words.ts";
import { useCalmStatus } from "./use-calm-status.ts";
import "./status.css";

const ICONS: Readonly<Record<BoardStatus["kind"], LucideIcon>> = {
  connecting: CloudUpload,
  saved: Check,
  sending: CloudUpload,
  "sending-pictures": CloudUpload,
  offline: CloudOff,
  "put-off": CloudOff,
  "view-only": Eye,
  damaged: Eye,
  refused: CloudOff,
};

export function StatusPill() {
  const { status } = useBoard();
  const shown = useCalmStatus(useReadable(status));
  const { key, count, time, tone } = statusWords(shown, (at) => timeWords(at, Date.now()));
  const Icon = ICONS[shown.kind];
  return (
    <div className="status" role="status" data-tone={tone} data-status={shown.kind}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className="status-text">{t(key, { count, time })}</span>
    </div>
  );
}
