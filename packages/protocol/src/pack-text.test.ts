import { PLAIN_FACE } from "@inkroom/shapes";
import { applyTxn, Board, type Entry, type Op } from "@inkroom/model";
import { describe, expect, it } from "vitest";
import { BodyError, decodeEntry, decodeOps, encodeEntry, encodeOps } from "./body.ts";

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytesOf = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const [ann, bob] = ["client-one-aaaaa", "client-two-bbbbb"];
const place = { parent: "page", index: "a0", x: 10, y: -2.5, rotation: 0, opacity: 1, locked: false, link: "" };
const text = {
  id: "t1",
  kind: "text",
  ...place,
  text: "B",
  w: 12,
  h: 25,
  autoWidth: true,
  scale: 1,
  align: "left",
  ...PLAIN_FACE,
  color: "ink",
  size: "m",
} as const;
const whole: Entry = { state: "live", shape: text, rev: { made: `${ann}.1`, set: { text: `${bob}.2` } } };
const runs = [
  { by: ann, at: 32_768, len: 1 },
  { by: bob, at: 65_536, len: 2, dead: true as const },
];

describe("a text, which was given runs later", () => {
  /** Written by the code before `txt`: a board's row, and a transaction that adds a text and writes it anew. */
  const EARLIER = {
    row: "019400dc001005a2743100a261300acbc0040000000000000001a1420c19c301000001b2636c69656e742d6f6e652d61616161612e31920fb2636c69656e742d74776f2d62626262622e32",
    log: "01929200dc001005a2743100a261300acbc0040000000000000001a1420c19c3010000019301a274319c0fa34279650a1e0b1910c311010901",
  };
  it("is read from an earlier board and log, and written as then while nobody has typed into it", () => {
    expect(decodeEntry(bytesOf(EARLIER.row))).toEqual(whole);
    expect(hex(encodeEntry(whole))).toBe(EARLIER.row);
    expect(hex(encodeOps(decodeOps(bytesOf(EARLIER.log))))).toBe(EARLIER.log);
  });
  it("can be typed into by two at once, on an earlier board as on one that is built from an earlier log", () => {
    const stored = new Board();
    stored.put(decodeEntry(bytesOf(EARLIER.row)));
    const logged = new Board();
    applyTxn(logged, { client: bob, n: 2, ops: decodeOps(bytesOf(EARLIER.log)) });
    const unit = (at: number) => ({ by: bob, at: 65_536 + at });
    const typed = (letters: string, left?: number): Op => ({
      op: "txt",
      id: "t1",
      w: 30,
      h: 25,
      ins: { at: 0, text: letters, ...(left !== undefined && { left: unit(left) }) },
    });
    for (const board of [stored, logged]) {
      applyTxn(board, { client: ann, n: 3, ops: [typed("A")] });
      applyTxn(board, { client: "client-three-ccc", n: 1, ops: [typed("C", 0)] });
    }
    expect([stored.get("t1"), logged.get("t1")]).toMatchObject([{ text: "ABC" }, { text: "ABCye" }]);
  });
});

describe("what `txt` brought into bodies", () => {
  /** On people's disks: these lines never change. */
  const GOLDEN = {
    row: "019502dc001005a2743100a261300acbc0040000000000000001a1420c19c301000001b2636c69656e742d6f6e652d61616161612e31920fb2636c69656e742d74776f2d62626262622e329792b0636c69656e742d6f6e652d6161616161b0636c69656e742d74776f2d626262626200cd80000101ce00010000fe",
    ops: [
      "01949606a274311e1994ce00018000a2796592b0636c69656e742d6f6e652d6161616161cd8000cd80029791b0636c69656e742d74776f2d626262626200ce0001000002000201", // txt
      "9706a274310c19c0c09491b0636c69656e742d74776f2d626262626200ce00010000a26c6f", // txt that brings back
      "9403dc001005a2743100a261300acbc0040000000000000001a1420c19c301000001c09792b0636c69656e742d6f6e652d6161616161b0636c69656e742d74776f2d626262626200cd80000101ce00010000fe", // restore with runs
      "940291a27431c2c3", // del of what is blank
    ].join(""),
  };
  const ops: readonly Op[] = [
    {
      op: "txt",
      id: "t1",
      w: 30,
      h: 25,
      ins: { at: 98_304, text: "ye", left: { by: ann, at: 32_768 }, right: { by: ann, at: 32_770 } },
      del: [
        { by: bob, at: 65_536, len: 2 },
        { by: bob, at: 65_540, len: 1 },
      ],
    },
    { op: "txt", id: "t1", w: 12, h: 25, live: [{ by: bob, at: 65_536, text: "lo" }] },
    { op: "restore", shape: text, runs },
    { op: "del", ids: ["t1"], blank: true },
  ];
  it("is written byte for byte as it was, and read as it was meant", () => {
    expect([hex(encodeEntry({ ...whole, runs })), hex(encodeOps(ops))]).toEqual([GOLDEN.row, GOLDEN.ops]);
    expect([decodeEntry(bytesOf(GOLDEN.row)), decodeOps(bytesOf(GOLDEN.ops))]).toEqual([{ ...whole, runs }, ops]);
  });
  it("is refused, not misread, where it is cut off", () => {
    for (const golden of Object.values(GOLDEN)) {
      const bytes = bytesOf(golden).slice(0, -4);
      expect(() => [decodeEntry(bytes), decodeOps(bytes)]).toThrow(BodyError);
    }
  });
});

it("a letter typed behind the own last one takes less than 64 bytes, and a page that was typed in one go one run", () => {
  const typed: Op = { op: "txt", id: "x".repeat(16), w: 123.5, h: 25, ins: { at: 3_276_900, text: "a", left: { by: ann, at: 3_276_899 } } };
  expect(encodeOps([typed]).length).toBeLessThan(64);
});
