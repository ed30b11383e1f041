// What becomes of a wish for a picture of the board. The code that makes it is fetched when it is wanted.
import type { Editor, ExportRequest } from "@inkroom/editor";
import { t } from "../i18n/translate.ts";
import type { BoardPictures } from "../pictures/board-pictures.ts";
import type { Services } from "../services.ts";
import { fileName } from "./save-blob.ts";

/** The person is told how it went, where that is not to be seen. */
export function takePictureOrders(
  id: string,
  { recents, theme, toast }: Services,
  pictures: Pick<BoardPictures, "desk">,
): (request: ExportRequest, editor: Editor) => void {
  const make = async (request: ExportRequest, editor: Editor): Promise<void> => {
    const { exportBoard } = await import("../export/export-board.ts");
    const result = await exportBoard(request, { editor, pictures, theme: theme.theme, name: fileName(recents.find(id)?.name) ?? "board" });
    if (result.kind === "nothing") toast.set({ title: t("export.nothing"), kind: "failure" });
    else if (result.isReduced) toast.set({ title: t("export.reduced") });
    else if (request.to === "clipboard") toast.set({ title: t("export.copied", { format: request.format.toUpperCase() }) });
  };
  return (request, editor) => {
    make(request, editor).catch(() => toast.set({ title: t("export.failed"), kind: "failure" }));
  };
}
