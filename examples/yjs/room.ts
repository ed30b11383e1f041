// A text document that merges what people write at the same time: the Yjs server of y-partyserver, as it is published.
// It imports "partyserver". On Node the start command says `--import @inkroom/node-host/partyserver`, which answers that
// import with our rooms; nothing of y-partyserver is changed.
import { YServer } from "y-partyserver";
import { applyUpdate, encodeStateAsUpdate } from "yjs";

export class Document extends YServer {
  // It keeps the document in memory, so the room must not sleep while somebody is connected (hibernate stays false).
  static override callbackOptions = { debounceWait: 200, debounceMaxWait: 1_000 };

  override async onLoad(): Promise<void> {
    const saved = await this.ctx.storage.get<Uint8Array>("document");
    if (saved !== undefined) applyUpdate(this.document, saved);
  }

  // Called a moment after the last change, not with each: a server that is killed may lose the last second.
  override async onSave(): Promise<void> {
    await this.ctx.storage.put("document", encodeStateAsUpdate(this.document));
  }
}
