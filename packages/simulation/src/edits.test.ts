// What people do in a world is what a room takes, however it is sent: a plan may only fail for what it says.
import { checkTxn } from "@inkroom/model";
import { decodeClient, deriveClientId, encode, encodeOps } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import { createReplica } from "@inkroom/sync";
import { expect, test } from "vitest";
import { editOps } from "./edits.ts";
import { EDIT_NAMES } from "./plan.ts";

const CLIENT = deriveClientId("an editor");
const ROUNDS = 12;

test.each(EDIT_NAMES.filter((name) => name !== "faulty"))("a room takes %s, in both encodings", (what) => {
  const replica = createReplica({ client: CLIENT });
  const usedIds: ShapeId[] = [];
  const scene = {
    view: replica.view,
    usedIds,
    client: CLIENT,
    newId: (kind: string) => usedIds[usedIds.push(`${kind}${usedIds.length}`) - 1] ?? "",
    isOwn: () => true,
    lastLife: (id: ShapeId) => replica.lastLife(id),
  };
  for (let value = 0; value < ROUNDS; value += 1) {
    // Something of each kind before it, and every third time something gone.
    for (const name of ["add", "stroke", "arrow", "text", ...(value % 3 === 2 ? (["delete"] as const) : []), what] as const) {
      const { nextN: n } = replica;
      const ops = editOps({ ...scene, nextN: n }, name, value * 7, value);
      for (const encoding of ["text", "binary"] as const) {
        const decoded = decodeClient(encode({ t: "push", n, ops: [...ops] }, encoding));
        expect(decoded, `${name} ${value}, ${encoding}`).toMatchObject({ ok: true, message: { t: "push", n } });
        if (decoded.ok && decoded.message.t === "push") expect(encodeOps(decoded.message.ops)).toEqual(encodeOps(ops));
      }
      expect(checkTxn(replica.view, { client: CLIENT, n, ops }), `${name} ${value}`).toBeUndefined();
      replica.commit(ops);
    }
  }
});
