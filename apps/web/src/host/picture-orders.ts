// What becomes of a wish for a picture of the board. The code that makes it is fetched when it is wanted.
import type { Editor, ExportRequest } from "@inkroom/editor";
import type { PicturePorts } from "../export/make-picture.ts";
import { t } from "../i18n/translate.ts";

/** The person is told how it went, where that is not to be seen. */
export function takePictureOrders(ports: PicturePorts): (request: ExportRequest, editor: Editor) => void {
  return (request, editor) => {
    import("../export/make-picture.ts")
      .then(({ makePicture }) => makePicture(request, editor, ports))
      .catch(() => ports.services.toast.set({ title: t("export.failed"), kind: "failure" }));
  };
}
