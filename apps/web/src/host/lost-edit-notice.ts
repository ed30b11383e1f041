// Says that somebody has deleted what this person was changing, and offers it back. What follows while that is on show joins it:
// a swipe of an eraser over many shapes is one toast.
import type { Editor } from "@inkroom/editor";
import type { ClientId } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import type { LostEdit } from "@inkroom/sync";
import { t } from "../i18n/translate-later.ts";
import type { Toast } from "../services.ts";
import type { Writable } from "../ui/readable.ts";

export type NoticePorts = {
  readonly toast: Writable<Toast | undefined>;
  readonly peers: { list(): readonly { readonly client: ClientId; readonly name: string }[] };
  readonly editor: Pick<Editor, "bringBack">;
};

export type LostEditNotice = {
  tell(lost: readonly LostEdit[]): void;
  /** Takes the toast away: the board it is about is gone. */
  dispose(): void;
};

export function createLostEditNotice({ toast, peers, editor }: NoticePorts): LostEditNotice {
  let shown: Toast | undefined;
  const ids = new Set<ShapeId>();
  const names = new Set<string | undefined>();
  const isShown = (): boolean => shown !== undefined && toast.get() === shown;
  return {
    tell(lost) {
      if (!isShown()) {
        ids.clear();
        names.clear();
      }
      for (const { shape, by } of lost) {
        ids.add(shape.id);
        names.add(peers.list().find(({ client }) => client === by)?.name || undefined);
      }
      // Undefined for somebody who has left.
      const [name] = names;
      const title =
        names.size > 1 || name === undefined ? t("lost.title.others", { count: ids.size }) : t("lost.title", { count: ids.size, name });
      shown = { title, kind: "loss", action: { label: t("lost.bringBack", { count: ids.size }), run: () => editor.bringBack(ids) } };
      toast.set(shown);
    },
    dispose() {
      if (isShown()) toast.set(undefined);
    },
  };
}
