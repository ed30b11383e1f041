// The links in what is written on the selected shape, below it: opened with a finger, with the keyboard, or with the pointer alone.
import { type Editor, type EditorState, pageToScreen } from "@inkroom/editor";
import { hasText, linksIn, pageFrameBounds } from "@inkroom/shapes";
import ArrowUpRight from "lucide-react/icons/arrow-up-right";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useBoardChanges } from "../board/use-board-changes.ts";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { webAddress } from "../host/open-address.ts";
import { t } from "../i18n/translate-later.ts";
import "./text-links.css";

/** Between the frame with its handles and the links, and how near they come to the edge of the view, CSS pixels. */
const GAP_PX = { plain: 8, note: 38, edge: 0, dock: 76 } as const;
const SEPARATOR = "\n";

/** The selected shape, where it is alone and rests, and has links. */
const selectLinked = ({ selection, hasLinks, busy, editingText, tool }: EditorState): string | undefined =>
  hasLinks && !busy && editingText === undefined && tool === "select" && selection.size === 1 ? [...selection][0] : undefined;

export function TextLinks() {
  const id = useEditorState(selectLinked);
  return id === undefined ? null : <LinksOf key={id} id={id} />;
}

function LinksOf({ id }: { readonly id: string }) {
  const { editor } = useBoard();
  const list = useRef<HTMLUListElement>(null);
  const subscribe = useBoardChanges();
  // As one string: an equal one is the same.
  const addresses = useSyncExternalStore(subscribe, () => addressesOf(editor, id).join(SEPARATOR));
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const place = (): void => placeBelow(element, editor, id);
    place();
    return subscribe(place);
  }, [editor, id, subscribe, addresses]);
  if (addresses === "") return null;
  return (
    <ul ref={list} className="text-links" aria-label={t("textLinks.label")}>
      {addresses.split(SEPARATOR).map((address) => (
        <li key={address}>
          <a
            className="text-link surface"
            href={address}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t("textLinks.open", { address: shown(address) })}
          >
            <span dir="ltr">{shown(address)}</span>
            <ArrowUpRight size={16} strokeWidth={2} aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Each once. */
function addressesOf(editor: Editor, id: string): readonly string[] {
  const shape = editor.shape(id);
  if (shape === undefined || !hasText(shape)) return [];
  return [...new Set(linksIn(shape.text).flatMap(({ href }) => webAddress(href) ?? []))];
}

/** Without what all of them begin with. */
function shown(address: string): string {
  return decoded(address.replace(/^(?:https?:\/\/|mailto:)/, "").replace(/\/$/, ""));
}

/** Letters instead of their numbers, where they stand for letters that are seen, and do not turn the direction of others. */
function decoded(address: string): string {
  try {
    const letters = decodeURI(address);
    return /[\p{C}\p{Z}]/u.test(letters) ? address : letters;
  } catch {
    // Numbers that stand for none.
    return address;
  }
}

function placeBelow(element: HTMLElement, editor: Editor, id: string): void {
  const shape = editor.shape(id);
  if (shape === undefined) return;
  const { camera, viewport } = editor.state;
  const { x, y, w, h } = pageFrameBounds(shape);
  const at = pageToScreen(camera, { x: x + w / 2, y: y + h });
  const { offsetWidth, offsetHeight } = element;
  const left = Math.max(GAP_PX.edge, Math.min(viewport.w - offsetWidth - GAP_PX.edge, at.x - offsetWidth / 2));
  const top = Math.min(viewport.h - offsetHeight - GAP_PX.dock, at.y + (shape.kind === "note" ? GAP_PX.note : GAP_PX.plain));
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(GAP_PX.edge, top))}px)`;
}
