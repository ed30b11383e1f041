// A picture of the board that was wished for: made, handed over, and told of where that is not to be seen.
import type { Editor, ExportRequest } from "@inkroom/editor";
import { fileName } from "../host/save-blob.ts";
import { t } from "../i18n/translate-later.ts";
import type { BoardPictures } from "../pictures/board-pictures.ts";
import type { Services } from "../services.ts";
import { exportBoard } from "./export-board.ts";

export type PicturePorts = {
  /** The board's. */
  readonly id: string;
  readonly services: Pick<Services, "recents" | "theme" | "toast">;
  readonly pictures: Pick<BoardPictures, "desk">;
};

/** Rejects where the browser refuses. */
export async function makePicture(request: ExportRequest, editor: Editor, { id, services, pictures }: PicturePorts): Promise<void> {
  const { recents, theme, toast } = services;
  const result = await exportBoard(request, { editor, pictures, theme: theme.theme, name: fileName(recents.find(id)?.name) ?? "board" });
  if (result.kind === "nothing") toast.set({ title: t("export.nothing"), kind: "failure" });
  else if (result.isReduced) toast.set({ title: t("export.reduced") });
  else if (request.to === "clipboard") toast.set({ title: t("export.copied", { format: request.format.toUpperCase() }) });
}
