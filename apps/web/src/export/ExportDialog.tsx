// What picture to make of the board, with a preview: format, size, colours, and what goes into it.
import type { ExportRequest, PictureLook } from "@inkroom/editor";
import Copy from "lucide-react/icons/copy";
import Save from "lucide-react/icons/download";
import X from "lucide-react/icons/x";
import * as Dialog from "radix-ui/dialog";
import { useEffect, useRef, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { ChoiceRow } from "../style-panel/ChoiceRow.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { previewOf, usualLook } from "./export-board.ts";
import { word } from "./words.ts";
import "../layers/help.css";
import "./export.css";

const FORMATS = ["png", "svg"] as const;
const SCALES = ["1", "2", "3"] as const;
const WHAT = ["selection", "board"] as const;
const BACKGROUNDS = ["paper", "pattern", "none"] as const;
const THEMES = ["light", "dark"] as const;

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { editor, orders } = useBoard();
  const { theme } = useServices();
  const [format, setFormat] = useState<ExportRequest["format"]>("png");
  const [look, setLook] = useState<PictureLook>(() => usualLook(theme.theme));
  const content = useRef<HTMLDivElement>(null);
  const focusContent = (event: Event): void => {
    // The dialog itself: its first control is the one that closes it.
    event.preventDefault();
    content.current?.focus();
  };
  const change = (patch: Partial<PictureLook>): void => setLook({ ...look, ...patch });
  const hand = (to: ExportRequest["to"]): void => {
    orders.exportPicture({ format, to, look });
    onClose();
  };
  return (
    <Dialog.Root defaultOpen onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <div className="veil" />
        <Dialog.Content ref={content} className="help export" aria-describedby={undefined} onOpenAutoFocus={focusContent}>
          <header className="help-head">
            <Dialog.Title>{word("title")}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t("dialog.close")} icon={X} />
            </Dialog.Close>
          </header>
          <div className="export-body">
            <Preview look={look} scale={format === "png" ? look.scale : 1} />
            <div className="export-choices">
              {editor.state.selection.size > 0 && (
                <Choice
                  name="what"
                  value={look.whole ? "board" : "selection"}
                  choices={WHAT}
                  onChoose={(what) => change({ whole: what === "board" })}
                />
              )}
              <Choice name="format" value={format} choices={FORMATS} onChoose={setFormat} />
              {format === "png" && (
                <Choice
                  name="scale"
                  value={String(look.scale) as "1"}
                  choices={SCALES}
                  onChoose={(scale) => change({ scale: Number(scale) })}
                />
              )}
              <Choice name="theme" value={look.theme} choices={THEMES} onChoose={(name) => change({ theme: name })} />
              <Choice
                name="background"
                value={look.background ? (look.pattern === true ? "pattern" : "paper") : "none"}
                choices={BACKGROUNDS.filter((ground) => ground !== "pattern" || editor.view.pattern !== "none")}
                onChoose={(ground) => change({ background: ground !== "none", pattern: ground === "pattern" })}
              />
            </div>
          </div>
          <footer className="export-foot">
            <button type="button" className="button" onClick={() => hand("clipboard")}>
              <Copy size={16} strokeWidth={2} aria-hidden />
              {word("copy")}
            </button>
            <button type="button" className="button primary" onClick={() => hand("file")}>
              <Save size={16} strokeWidth={2} aria-hidden />
              {word("save")}
            </button>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type ChoiceProps<T extends string> = {
  readonly name: "what" | "format" | "scale" | "theme" | "background";
  readonly value: T;
  readonly choices: readonly T[];
  readonly onChoose: (choice: T) => void;
};

function Choice<T extends string>({ name, ...row }: ChoiceProps<T>) {
  const labelOf = (choice: string): string => LABELS[choice]?.() ?? `${choice}×`;
  return (
    <div className="export-choice">
      <span aria-hidden>{word(name)}</span>
      <ChoiceRow label={word(name)} labelOf={labelOf} draw={(choice) => <span>{labelOf(choice)}</span>} {...row} />
    </div>
  );
}

/** What a choice is called; a size by its number. */
const LABELS: Readonly<Record<string, () => string>> = {
  png: () => "PNG",
  svg: () => "SVG",
  selection: () => word("selection"),
  board: () => word("board"),
  paper: () => word("paper"),
  pattern: () => word("pattern"),
  none: () => word("none"),
  light: () => word("light"),
  dark: () => word("dark"),
};

type Picture = { readonly address: string; readonly w: number; readonly h: number };

function Preview({ look, scale }: { readonly look: PictureLook; readonly scale: number }) {
  const { editor, pictures } = useBoard();
  const [picture, setPicture] = useState<Picture | "none" | undefined>(undefined);
  const { theme, background, whole, pattern } = look;
  useEffect(() => {
    let address: string | undefined;
    let isGone = false;
    const show = async (): Promise<void> => {
      const made = await previewOf({ editor, pictures }, { scale: 1, theme, background, whole, pattern });
      if (isGone) return;
      address = made && URL.createObjectURL(new Blob([made.svg], { type: "image/svg+xml" }));
      setPicture(made === undefined || address === undefined ? "none" : { address, w: made.w, h: made.h });
    };
    show().catch(() => setPicture("none"));
    return () => {
      isGone = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [editor, pictures, theme, background, whole, pattern]);
  if (picture === "none") return <p className="export-preview">{word("empty")}</p>;
  return (
    <figure className="export-preview" data-theme={theme} data-clear={background ? undefined : ""}>
      {picture !== undefined && <img src={picture.address} alt={word("preview")} />}
      {picture !== undefined && <figcaption>{word("pixels", { w: picture.w * scale, h: picture.h * scale })}</figcaption>}
    </figure>
  );
}
