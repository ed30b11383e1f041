// Bringing everyone to oneself: while it is on, the others are told what is seen here, and their views come along.
import { type Editor, visibleBox } from "@inkroom/editor";
import type { Session } from "@inkroom/sync";
import { createWritable, type Readable, type Writable } from "../ui/readable.ts";

export type Leading = {
  readonly isOn: Readable<boolean>;
  start(): void;
  stop(): void;
  dispose(): void;
};

/** It ends by `stop`, with the tab, and where the link no longer allows to edit everything. */
export function createLeading(editor: Editor, session: Pick<Session, "setLead">, isOn: Writable<boolean> = createWritable(false)): Leading {
  let told: { readonly camera: unknown; readonly viewport: unknown } | undefined;
  const tell = (): void => {
    const { camera, viewport, readonly, ownOnly } = editor.state;
    if (readonly || ownOnly) return stop();
    if (camera === told?.camera && viewport === told.viewport) return;
    told = { camera, viewport };
    session.setLead(visibleBox(camera, viewport));
  };
  const stop = (): void => {
    if (!isOn.get()) return;
    isOn.set(false);
    told = undefined;
    session.setLead(undefined);
  };
  const unsubscribe = editor.subscribe(() => {
    if (isOn.get()) tell();
  });
  return {
    isOn,
    start() {
      if (editor.state.readonly || editor.state.ownOnly) return;
      isOn.set(true);
      tell();
    },
    stop,
    dispose: unsubscribe,
  };
}
