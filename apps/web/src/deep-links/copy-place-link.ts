// Puts the address of a place on the board on the clipboard: of what is selected, or of what is seen.
import { type Editor, visibleBox } from "@inkroom/editor";
import type { Role } from "@inkroom/protocol";
import { type BoardPlace, MAX_PLACE_SHAPES, selectionBounds, type ShapeId, writePlace } from "@inkroom/shapes";
import { t } from "../i18n/translate-later.ts";
import type { Toast } from "../services.ts";
import { copyText } from "../share/copy-text.ts";
import type { ShareLinks } from "../share/share-links.ts";
import { placeWord } from "./words.ts";

type CopyPorts = {
  readonly editor: Editor;
  /** Those that this person can hand on. */ readonly links: () => ShareLinks;
  readonly toast: (toast: Toast) => void;
};

/**
 * Copies a link that opens what the own link opens, as Share does: who has the link of an editor hands on one of an editor, is told
 * so, and can have one for viewing only instead.
 */
export async function copyPlaceLink(request: "link-to-selection" | "link-to-view", ports: CopyPorts): Promise<void> {
  const place = request === "link-to-view" ? viewPlace(ports.editor) : (selectionPlace(ports.editor) ?? viewPlace(ports.editor));
  const [own = "view"] = ports.links().roles;
  await copy(writePlace(place), own, ports);
}

async function copy(place: string, role: Role, ports: CopyPorts): Promise<void> {
  const { links, toast } = ports;
  try {
    const isCopied = await copyText(`${await links().linkFor(role)}&${place}`);
    if (!isCopied) return toast({ title: placeWord("notCopied"), kind: "failure" });
  } catch {
    return toast({ title: t("share.failed"), kind: "failure" });
  }
  const forViewing = { label: placeWord("viewInstead"), run: () => void copy(place, "view", ports) };
  toast({ title: t("share.copied"), text: t(`share.copied.${role}`), ...(role === "edit" ? { action: forViewing } : {}) });
}

/** Groups stand for what is in them. Too many shapes to be named are the part of the page they lie on. */
function selectionPlace(editor: Editor): BoardPlace | undefined {
  const ids = [...new Set([...editor.state.selection].map((id) => outermost(editor, id)))];
  if (ids.length > 0 && ids.length <= MAX_PLACE_SHAPES) return { kind: "shapes", ids };
  const box = selectionBounds([...editor.state.selection].flatMap((id) => editor.shape(id) ?? []));
  return box && { kind: "view", box };
}

/** The group around a shape that is selected as a whole. */
function outermost({ state, view }: Editor, id: ShapeId): ShapeId {
  let unit = id;
  for (let up = view.get(view.get(id)?.parent ?? ""); up?.kind === "group"; up = view.get(up.parent)) {
    const isWhole = [...view.within(up.id)].every((inner) => state.selection.has(inner) || view.get(inner)?.kind === "group");
    if (!isWhole || up.id === state.entered) break;
    unit = up.id;
  }
  return unit;
}

function viewPlace({ state: { camera, viewport } }: Editor): BoardPlace {
  return { kind: "view", box: visibleBox(camera, viewport) };
}
