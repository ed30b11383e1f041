// The pictures of the open board, as far as the first view needs them: the code behind is fetched when there is a picture.
import type { PictureShelf } from "@inkroom/canvas";
import type { ShapeId } from "@inkroom/shapes";
import type { Services } from "../services.ts";
import { createWritable, type Readable } from "../ui/readable.ts";
import { whenIdle } from "../host/when-idle.ts";
import type { PictureDesk } from "./picture-desk.ts";

export type BoardPictures = {
  /** For the scene: empty until the code has come. */
  readonly shelf: PictureShelf;
  /** Own pictures that the room does not have. */
  readonly unsent: Readable<number>;
  /** The line is up, for the first time or again. */
  noteLive(): void;
  /** Rejects where the code cannot be had. */
  desk(): Promise<PictureDesk>;
  dispose(): void;
};

type Listener = (ids: ReadonlySet<ShapeId>) => void;

type Ports = Pick<Services, "store" | "toast">;

/** `store` remembers whether a tab has left pictures of the board unsent. */
export function createBoardPictures(board: string, secret: () => string, { store, toast }: Ports): BoardPictures {
  const unsent = createWritable(0);
  const listeners = new Set<Listener>();
  const waiting = new Set<ShapeId>();
  const mark = `inkroom.pictures/${board}`;
  let desk: PictureDesk | undefined;
  let opening: Promise<PictureDesk> | undefined;
  let isOver = false;
  const tell: Listener = (ids) => {
    for (const listener of listeners) listener(ids);
  };
  const open = async (): Promise<PictureDesk> => {
    const { openPictureDesk } = await import("./picture-desk.ts");
    const opened = await openPictureDesk({ board, secret, toast: (message) => toast.set(message) });
    if (isOver) opened.dispose();
    desk = opened;
    opened.cache.subscribe(tell);
    opened.unsent.subscribe(() => {
      unsent.set(opened.unsent.get());
      if (unsent.get() > 0) store.set(mark, "1");
      else store.remove(mark);
    });
    tell(waiting);
    waiting.clear();
    void opened.send();
    return opened;
  };
  const opened = (): Promise<PictureDesk> => {
    opening ??= open();
    // Asked for again by the next picture.
    opening.catch(() => (opening = undefined));
    return opening;
  };
  if (store.get(mark) !== undefined)
    void whenIdle()
      .then(opened)
      .catch(() => undefined);
  return {
    shelf: {
      paint(pen, item, look) {
        if (desk !== undefined) return desk.cache.paint(pen, item, look);
        waiting.add(look.id);
        opened().catch(() => undefined);
        return false;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    unsent,
    noteLive: () => void desk?.recheck().catch(() => undefined),
    desk: opened,
    dispose() {
      isOver = true;
      desk?.dispose();
    },
  };
}
