// What becomes of a wish for a picture, a file or the clipboard. The code for them is fetched when the page is idle, or when it is wanted.

import type { Editor, EditorOptions, ExportRequest } from "@inkroom/editor";
import type { ShapeId } from "@inkroom/shapes";
import type { Point } from "../transfer/transfer.ts";
import { t } from "../i18n/translate.ts";
import type { Services } from "../services.ts";
import { loadWhenIdle } from "../ui/load-when-idle.ts";
import { takePictureOrders } from "./picture-orders.ts";
import { fileName } from "./save-blob.ts";

export type Orders = {
  /** Makes a picture and hands it over. */
  exportPicture(request: ExportRequest): void;
  readonly wishes: Pick<EditorOptions, "author" | "onExport" | "onTransfer">;
  /** Where the pointer is over the board, screen pixels. */
  pointAt(screen: Point | undefined): void;
  /** Clipboard events, and files dropped onto `paper`; the result stops it. */
  listen(paper: HTMLElement): () => void;
};

export function takeOrders(
  id: string,
  services: Services,
  { editor, newId }: { readonly editor: () => Editor; readonly newId: () => ShapeId },
): Orders {
  const { recents, theme, toast, profile, isMac } = services;
  const orderPicture = takePictureOrders(id, services);
  const author = (): string => profile.get().name;
  let pointer: Point | undefined;
  const load = async () => {
    const { attachTransfer, Transfer } = await import("../transfer/attach-transfer.ts");
    const transfer = new Transfer({
      editor: editor(),
      newId,
      theme: () => theme.theme,
      boardName: () => fileName(recents.find(id)?.name),
      toast: (message) => toast.set(message),
      pointer: () => pointer,
      author,
      isMac,
    });
    return { transfer, attach: (paper: HTMLElement) => attachTransfer(paper, { transfer, editor: editor() }) };
  };
  const loaded = once(load);
  return {
    exportPicture: (request) => orderPicture(request, editor()),
    wishes: {
      author,
      onExport: (request) => orderPicture(request, editor()),
      onTransfer(request) {
        loaded()
          .then(({ transfer }) => transfer.take(request))
          .catch(() => toast.set({ title: t("transfer.failed") }));
      },
    },
    pointAt(screen) {
      pointer = screen;
    },
    listen(paper) {
      let isOver = false;
      let detach: (() => void) | undefined;
      const start = async (): Promise<void> => {
        const { attach } = await loaded();
        if (!isOver) detach = attach(paper);
      };
      const cancel = loadWhenIdle([start]);
      return () => {
        isOver = true;
        cancel();
        detach?.();
      };
    },
  };
}

/** Loads at the first call; where that fails, again at the next one. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return async () => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
}
