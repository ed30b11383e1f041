// What becomes of a wish for a picture, a file or the clipboard. The code for them is fetched when the page is idle, or when it is wanted.

import type { Editor, EditorOptions, ExportRequest } from "@inkroom/editor";
import type { ShapeId } from "@inkroom/shapes";
import type { Point, Transfer } from "../transfer/transfer.ts";
import { t } from "../i18n/translate.ts";
import type { BoardPictures } from "../pictures/board-pictures.ts";
import type { Services } from "../services.ts";
import type { OwnLink } from "../share/own-link.ts";
import { loadWhenIdle } from "../ui/load-when-idle.ts";
import { attachClipboardAndDrops } from "./clipboard-and-drops.ts";
import { isPicking, pickFiles } from "./pick-files.ts";
import { takePictureOrders } from "./picture-orders.ts";
import { fileName } from "./save-blob.ts";

export type Orders = {
  /** Makes a picture and hands it over. */
  exportPicture(request: ExportRequest): void;
  readonly wishes: Pick<EditorOptions, "author" | "nameOfFrame" | "onCleared" | "onExport" | "onTheme" | "onTransfer">;
  /** Where the pointer is over the board, screen pixels. */
  pointAt(screen: Point | undefined): void;
  pointer(): Point | undefined;
  /** Clipboard events, and files dropped onto `paper`; the result stops it. */
  listen(paper: HTMLElement): () => void;
};

type OrderPorts = {
  readonly editor: () => Editor;
  readonly newId: () => ShapeId;
  readonly pictures: Pick<BoardPictures, "desk">;
  readonly ownLink: () => OwnLink;
};

export function takeOrders(id: string, services: Services, ports: OrderPorts): Orders {
  const { toast, profile, theme } = services;
  const { editor } = ports;
  const orderPicture = takePictureOrders({ id, services, pictures: ports.pictures });
  let pointer: Point | undefined;
  const loaded = transferLoader(id, services, ports, () => pointer);
  const transferred = (work: (transfer: Transfer) => unknown): void => {
    loaded()
      .then(({ transfer }) => work(transfer))
      .catch(() => toast.set({ title: t("transfer.failed"), kind: "failure" }));
  };
  return {
    exportPicture: (request) => orderPicture(request, editor()),
    wishes: {
      author: () => profile.get().name,
      nameOfFrame: (n) => t("frame.name", { n }),
      onCleared: (ids) => transferred((transfer) => transfer.tellCleared(ids)),
      onExport: (request) => orderPicture(request, editor()),
      onTheme: () => theme.choose(theme.theme === "dark" ? "light" : "dark"),
      onTransfer(request) {
        if (isPicking(request)) pickFiles(request, (files) => transferred((transfer) => transfer.open(files, undefined)));
        else transferred((transfer) => transfer.take(request));
      },
    },
    pointAt(screen) {
      pointer = screen;
    },
    pointer: () => pointer,
    listen(paper) {
      let isOver = false;
      let detach: (() => void) | undefined;
      const start = async (): Promise<void> => {
        const { attach } = await loaded();
        if (!isOver) detach = attach();
      };
      const cancel = loadWhenIdle([start], services.opening);
      const stopListening = attachClipboardAndDrops(paper, editor(), {
        open: (files, at) => transferred((transfer) => transfer.open(files, at ?? transfer.target())),
        paste: (read, isPlain, at) => transferred((transfer) => transfer.paste(read, at ?? transfer.target(), isPlain)),
        // Once the code is here, the event is given what is copied.
        copy(request) {
          if (detach === undefined) transferred((transfer) => transfer.take(request));
        },
      });
      return () => {
        isOver = true;
        cancel();
        stopListening();
        detach?.();
      };
    },
  };
}

type LoadedTransfer = { readonly transfer: Transfer; attach(): () => void };

/** Fetches the code once; where it cannot be had, it is asked for again the next time. */
function transferLoader(
  id: string,
  { api, recents, theme, toast, profile, store, isMac }: Services,
  { editor, newId, pictures, ownLink }: OrderPorts,
  pointer: () => Point | undefined,
): () => Promise<LoadedTransfer> {
  const load = async (): Promise<LoadedTransfer> => {
    const { attachTransfer, createShareLinks, Transfer } = await import("../transfer/attach-transfer.ts");
    const transfer = new Transfer({
      editor: editor(),
      newId,
      pictures: pictures.desk,
      theme: () => theme.theme,
      boardName: () => fileName(recents.find(id)?.name),
      toast: (message) => toast.set(message),
      pointer,
      author: () => profile.get().name,
      isMac,
      here: { origin: window.location.origin, boardId: id },
      links: () => createShareLinks(ownLink(), { api, store, origin: window.location.origin }),
    });
    return { transfer, attach: () => attachTransfer({ transfer, editor: editor() }) };
  };
  let parts: Promise<LoadedTransfer> | undefined;
  return async () => {
    parts ??= load();
    try {
      return await parts;
    } catch (error) {
      parts = undefined;
      throw error;
    }
  };
}
