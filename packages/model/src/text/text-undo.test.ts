import { describe, expect, it } from "vitest";
import type { Op } from "../ops/op.ts";
import { ANN, BOB } from "../testing/fixtures.ts";
import { TestRoom } from "../testing/undo-client.ts";
import { boxOf, TEXT_ID, textShape, Typist } from "../testing/typist.ts";

function pair(text: string) {
  const room = new TestRoom();
  const [ann, bob] = [new Typist(room, ANN), new Typist(room, BOB)];
  const sync = () => {
    for (const client of [ann, bob]) while (client.send()) continue;
    for (const client of [ann, bob]) client.receive();
  };
  ann.edit([{ op: "add", shape: textShape(text) }]);
  sync();
  return { room, ann, bob, sync };
}
const append = (typist: Typist, insert: string) => typist.type({ at: typist.text?.length ?? 0, remove: 0, insert });

describe("undo of typing", () => {
  it("takes the own letters and leaves what another typed among them later", () => {
    const { ann, bob, sync } = pair("one");
    append(ann, " two");
    sync();
    bob.type({ at: 5, remove: 0, insert: "BOB" });
    sync();
    ann.undo();
    sync();
    expect([ann.text, bob.text]).toEqual(["oneBOB", "oneBOB"]);
    ann.redo();
    sync();
    expect(bob.text).toBe("one tBOBwo");
  });
  it("a visit is one step, and what was typed and taken back in it comes back in neither", () => {
    const { ann } = pair("x");
    ann.visit([
      () => ({ at: 1, remove: 0, insert: "ab" }),
      () => ({ at: 2, remove: 1, insert: "" }),
      () => ({ at: 0, remove: 1, insert: "y" }),
    ]);
    expect(ann.text).toBe("ya");
    ann.undo();
    expect(ann.text).toBe("x");
    ann.redo();
    expect(ann.text).toBe("ya");
  });
  it("letters that I deleted come back where they stood, whatever was typed around them", () => {
    const { ann, bob, sync } = pair("abcd");
    ann.type({ at: 1, remove: 2, insert: "" });
    bob.type({ at: 4, remove: 0, insert: "!" });
    sync();
    ann.undo();
    sync();
    expect(bob.text).toBe("abcd!");
  });
  it("gives the box back too while nobody else has typed", () => {
    const { ann, room, sync } = pair("abc");
    append(ann, "defg");
    sync();
    expect(room.board.get(TEXT_ID)).toMatchObject(boxOf("abcdefg"));
    ann.undo();
    sync();
    expect(room.board.get(TEXT_ID)).toEqual(textShape("abc"));
  });
  it("keeps the steps before it undoable", () => {
    const { ann, room, sync } = pair("abc");
    const box = { w: 80, h: 20, autoWidth: false, scale: 2, size: "m" };
    ann.edit([{ op: "set", id: TEXT_ID, props: box }]);
    append(ann, "d");
    ann.undo();
    ann.undo();
    sync();
    expect(room.board.get(TEXT_ID)).toEqual(textShape("abc"));
    for (const redone of [{ text: "abc", w: 80 }, { text: "abcd" }]) {
      ann.redo();
      expect(ann.view.get(TEXT_ID)).toMatchObject(redone);
    }
  });
});

describe("undo of a text that was made", () => {
  const made = (ann: Typist, words: string): void => {
    ann.gesture((commit) => {
      commit([{ op: "add", shape: textShape("") }]);
      const op = ann.opOf({ at: 0, remove: 0, insert: words });
      if (op !== undefined) commit([op]);
    });
  };
  function empty() {
    const room = new TestRoom();
    const [ann, bob] = [new Typist(room, ANN), new Typist(room, BOB)];
    const sync = () => {
      for (const client of [ann, bob]) while (client.send()) continue;
      for (const client of [ann, bob]) client.receive();
    };
    return { ann, bob, sync };
  }
  it("takes the text away", () => {
    const { ann, bob, sync } = empty();
    made(ann, "hello");
    sync();
    ann.undo();
    sync();
    expect(bob.text).toBeUndefined();
    ann.redo();
    sync();
    expect(bob.text).toBe("hello");
  });
  it("takes only the own letters where another has typed into it, even if the last word was mine", () => {
    const { ann, bob, sync } = empty();
    made(ann, "hello");
    sync();
    append(bob, " BOB");
    sync();
    ann.type({ at: 0, remove: 0, insert: ">" });
    sync();
    ann.undo();
    ann.undo();
    sync();
    expect([ann.text, bob.text]).toEqual([" BOB", " BOB"]);
  });
});

describe("a text that is deleted and restored", () => {
  it("comes back as it was, and takes what another typed before hearing of it", () => {
    const { ann, bob, sync } = pair("abc");
    append(bob, "d");
    sync();
    ann.edit([{ op: "del", ids: [TEXT_ID] }]);
    ann.undo();
    bob.type({ at: 1, remove: 0, insert: "X" });
    sync();
    expect([ann.text, bob.text]).toEqual(["aXbcd", "aXbcd"]);
  });
  it("comes back with what another typed into it before hearing that it was gone", () => {
    const { ann, bob, sync } = pair("abc");
    ann.edit([{ op: "del", ids: [TEXT_ID] }]);
    bob.type({ at: 1, remove: 0, insert: "X" });
    sync();
    expect(bob.text).toBeUndefined();
    ann.undo();
    sync();
    expect([ann.text, bob.text]).toEqual(["aXbc", "aXbc"]);
  });
  it("that I emptied and deleted comes back with my letters and with those another typed", () => {
    const { ann, bob, sync } = pair("abc");
    ann.gesture((commit) => {
      const op = ann.opOf({ at: 0, remove: 3, insert: "" });
      if (op !== undefined) commit([op]);
      commit([{ op: "del", ids: [TEXT_ID] }]);
    });
    bob.type({ at: 3, remove: 0, insert: "!" });
    sync();
    ann.undo();
    sync();
    expect([ann.text, bob.text]).toEqual(["abc!", "abc!"]);
  });
  it("and deleted again by redo goes, though others had written in it before", () => {
    const { ann, bob, sync } = pair("abc");
    append(bob, "d");
    sync();
    ann.edit([{ op: "del", ids: [TEXT_ID] }]);
    ann.undo();
    ann.redo();
    expect(ann.text).toBeUndefined();
    ann.undo();
    sync();
    append(bob, "e");
    sync();
    ann.redo();
    expect(ann.text).toBe("abcde");
  });
  it("that was emptied and left comes back with the letters it had", () => {
    const { ann } = pair("abc");
    ann.gesture((commit) => {
      const op = ann.opOf({ at: 0, remove: 3, insert: "" });
      if (op !== undefined) commit([op]);
      commit([{ op: "del", ids: [TEXT_ID], blank: true }]);
    });
    expect(ann.text).toBeUndefined();
    ann.undo();
    expect(ann.view.get(TEXT_ID)).toEqual(textShape("abc"));
  });
  it("an emptied text stays if another has typed into it meanwhile", () => {
    const { ann, bob, sync } = pair("abc");
    ann.type({ at: 0, remove: 3, insert: "" });
    ann.edit([{ op: "del", ids: [TEXT_ID], blank: true }]);
    append(bob, "d");
    bob.send();
    sync();
    expect([ann.text, bob.text]).toEqual(["d", "d"]);
  });
});

describe("a text that is written whole", () => {
  const write = (text: string): Op => ({ op: "set", id: TEXT_ID, props: { text, ...boxOf(text), autoWidth: true, scale: 1, size: "m" } });
  it("is the new text; what was typed into the old one meanwhile stands behind it", () => {
    const { ann, bob, sync } = pair("old");
    bob.type({ at: 1, remove: 1, insert: "X" });
    ann.edit([write("new")]);
    ann.send();
    sync();
    expect([ann.text, bob.text]).toEqual(["newX", "newX"]);
  });
  it("with the words it has stays the same text, letter by letter", () => {
    const { ann, bob, sync } = pair("same");
    bob.type({ at: 2, remove: 0, insert: "X" });
    ann.edit([write("same")]);
    ann.send();
    sync();
    expect(ann.text).toBe("saXme");
  });
  it("can be typed into like any other: boards from before `txt` have only such texts", () => {
    const { ann, bob, sync } = pair("first");
    ann.edit([write("second")]);
    sync();
    bob.type({ at: 6, remove: 0, insert: "!" });
    ann.type({ at: 0, remove: 1, insert: "S" });
    sync();
    expect(bob.text).toBe("Second!");
  });
});
