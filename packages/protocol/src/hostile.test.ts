// The message rows of the bad-input corpus: what a room answers to frames that no client of ours would send.
import { describe, expect, it } from "vitest";
import { CLOSE } from "./close-codes.ts";
import { decodeClient, HELLO_LIMITS } from "./codec.ts";
import { writeBodyValue } from "./body-writer.ts";
import { MESSAGE_FRAME } from "./message-frame.ts";
import { numberOfProp } from "./wire-props.ts";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

const closed = (code: number) => ({ ok: false, kind: "close", code });
const nacked = (code: string, n = 7) => ({ ok: false, kind: "nack", code, n });
const rect = {
  kind: "rect",
  ...PLAIN_RECT,
  id: "a",
  parent: "page",
  index: "a0",
  x: 0,
  y: 0,
  rotation: 0,
  opacity: 1,
  locked: false,
  w: 1,
  h: 1,
  color: "ink",
  fill: "none",
  dash: "solid",
  size: "m",
};
/** A push frame with one op, given as the text of its JSON. */
const push = (op: string, n = "7") => `{"t":"push","n":${n},"ops":[${op}]}`;
const add = (changes: object) => push(JSON.stringify({ op: "add", shape: { ...rect, ...changes } }));
const AUTHOR = "client-one-aaaaa";
const txt = (rest: string) => push(`{"op":"txt","id":"a","w":1,"h":1${rest}}`);
const ranges = (count: number) => Array.from({ length: count }, (_, i) => `{"by":"${AUTHOR}","at":${2 * i},"len":1}`).join();
const words = {
  kind: "text",
  id: "a",
  parent: "page",
  index: "a0",
  x: 0,
  y: 0,
  rotation: 0,
  opacity: 1,
  locked: false,
  w: 1,
  h: 1,
  text: "x",
};
const look = { autoWidth: true, scale: 1, align: "left", color: "ink", size: "m" };
const restore = (runs: string) => push(`{"op":"restore","shape":${JSON.stringify({ ...words, ...look })},"runs":[${runs}]}`);
const paper = (id: string, pattern: string) => {
  const place = { parent: "page", index: "a0", x: 0, y: 0, rotation: 0, opacity: 1 };
  return { kind: "paper", id, ...place, pattern };
};
const set = (props: string) => push(`{"op":"set","id":"a","props":${props}}`);

describe("what is not our language closes with 4400", () => {
  it.each([
    ["20,000 open brackets", "[".repeat(20_000)],
    ["20,000 open objects", '{"a":'.repeat(20_000)],
    ["a truncated object", '{"t":'],
    ["an empty frame", ""],
    ["null", "null"],
    ["a number", "1"],
    ["a string", '"x"'],
    ["an array", "[]"],
    ["NaN", '{"t":"cursor","at":[NaN,0]}'],
    ["nine levels", '{"t":"me","selection":[[[[[[[["a"]]]]]]]]}'],
  ])("%s", (_name, frame) => expect(decodeClient(frame)).toEqual(closed(CLOSE.badMessage)));

  const nested = (depth: number) => Uint8Array.of(MESSAGE_FRAME, ...Array.from({ length: depth }, () => 0x91), 0xc0);
  it.each([
    ["an empty frame", []],
    ["an unknown frame kind", [9, 1, 2]],
    ["no MessagePack", [MESSAGE_FRAME]],
    ["an array that is longer than the frame", [MESSAGE_FRAME, 0xdd, 0xff, 0xff, 0xff, 0xff]],
    ["a string that is longer than the frame", [MESSAGE_FRAME, 0x91, 0xdb, 0x7f, 0xff, 0xff, 0xff]],
    ["surplus bytes", [MESSAGE_FRAME, 0x92, 19, 1, 0]],
    ["an extension type", [MESSAGE_FRAME, 0x91, 0xd6, 0xff, 0, 0, 0, 0]],
    ["a scalar", [MESSAGE_FRAME, 1]],
    ["a map with a map as key", [MESSAGE_FRAME, 0x92, 2, 0x81, 0x80, 0]],
    ["a cut-off cursor", [2, 0x80]],
    ["half a cursor", [2, 1]],
    ["a draft without its id", [3, 1, 9]],
  ])("binary: %s", (_name, bytes) => expect(decodeClient(Uint8Array.from(bytes))).toEqual(closed(CLOSE.badMessage)));

  it("depth counts at the limit and one past", () => {
    expect(decodeClient(nested(8))).toEqual(closed(CLOSE.badMessage));
    expect(decodeClient('{"t":"x","a":[[[[[[[1]]]]]]]}')).toEqual(nacked("unknown", 0));
    expect(decodeClient('{"t":"x","a":[[[[[[[[1]]]]]]]]}')).toEqual(closed(CLOSE.badMessage));
    expect(decodeClient('{"t":"x","a":"[[[[[[[[[[\\"[[["}')).toEqual(nacked("unknown", 0));
  });
});

describe("an unknown message is nacked", () => {
  it.each(["nope", "__proto__", "constructor", "toString", "welcome"])("t: %s", (t) => {
    expect(decodeClient(JSON.stringify({ t, n: 7 }))).toEqual(nacked("unknown"));
  });
  it("without a t, and with a prototype for one", () => {
    expect(decodeClient("{}")).toEqual(nacked("unknown", 0));
    expect(decodeClient('{"__proto__":{"t":"me"}}')).toEqual(nacked("unknown", 0));
  });
  it("in binary", () => expect(decodeClient(writeBodyValue(MESSAGE_FRAME, [99, 7]))).toEqual(nacked("unknown")));
});

describe("a bad value is nacked with the number of its push", () => {
  it.each([
    ["a prototype key beside the op", push('{"op":"del","ids":["a"],"__proto__":{"role":"edit"}}')],
    ["a prototype key in the frame", '{"t":"push","n":7,"ops":[{"op":"del","ids":["a"]}],"__proto__":{"role":"edit"}}'],
    ["a prototype key in props", set('{"__proto__":{"x":1}}')],
    ["constructor in props", set('{"constructor":{"prototype":{"x":1}}}')],
    ["an author claimed", '{"t":"push","n":7,"client":"someone-else-aa","ops":[{"op":"del","ids":["a"]}]}'],
    ["an id of 33 characters", add({ id: "x".repeat(33) })],
    ["an empty id", add({ id: "" })],
    ["an emoji id", add({ id: "\u{1f600}" })],
    ["an object id", add({ id: {} })],
    ["Infinity", set('{"x":1e999,"y":0,"rotation":0}')],
    ["x null", add({ x: null })],
    ["x as text", add({ x: "1" })],
    ["x as array", add({ x: [1] })],
    ["x past the page", add({ x: 1_000_001 })],
    ["negative width", add({ w: -5 })],
    ["enormous width", add({ w: 1e9 })],
    ["rotation 1e308", add({ rotation: 1e308 })],
    ["a colour with a style in it", add({ color: "red;}</style>" })],
    ["a colour from the net", add({ color: "url(http://evil)" })],
    ["a colour in capitals", add({ color: "#FF8800" })],
    ["a colour of three digits", add({ color: "#f80" })],
    ["a colour that can be seen through", add({ color: "#ff880080" })],
    ["a colour by its CSS name", add({ color: "tomato" })],
    ["a colour with a line break", add({ color: "#ff8800\n" })],
    ["a colour as a number", add({ color: 0xff8800 })],
    ["the same colour for an outline", add({ color: "same" })],
    ["a colour in capitals for an inside", add({ fillColor: "#FF8800" })],
    ["no colour for an inside", add({ fillColor: null })],
    ["a colour in capitals, set", set('{"color":"#FF8800"}')],
    ["a colour of nothing, set for an inside", set('{"fillColor":"transparent"}')],
    ["a link that runs", add({ link: "javascript:alert(1)" })],
    ["a link that runs, behind a space", set('{"link":" javascript:alert(1)"}')],
    ["a link that is a page", set('{"link":"data:text/html,<script>alert(1)</script>"}')],
    ["a link of 2,049 characters", set(`{"link":"https://ink.example/${"x".repeat(2_029)}"}`)],
    ["a link that runs, in a shape that comes back", push(JSON.stringify({ op: "restore", shape: { ...rect, link: "javascript:1" } }))],
    ["an index of 65 characters", add({ index: "a".repeat(65) })],
    ["its own parent", add({ parent: "a" })],
    ["a paper under another id", push(JSON.stringify({ op: "add", shape: paper("other", "dots") }))],
    ["a paper of another pattern", push(JSON.stringify({ op: "add", shape: paper("paper", "graph") }))],
    ["a rectangle under the paper's id", add({ id: "paper" })],
    ["a pattern that there is not, set", set('{"pattern":"url(x)"}')],
    ["no ops", '{"t":"push","n":7,"ops":[]}'],
    ["2,001 points", push('{"op":"pts","id":"a","off":0,"count":2001,"bytes":""}')],
    ["bytes that are no base64", push('{"op":"pts","id":"a","off":0,"count":1,"bytes":"AB!="}')],
    ["bytes as numbers", push('{"op":"pts","id":"a","off":0,"count":1,"bytes":[0,0]}')],
    ["letters typed with nothing to do", txt("")],
    ["letters at a clock that is no number", txt(`,"ins":{"at":"7","text":"x"}`)],
    ["letters at a clock past all numbers", txt(`,"ins":{"at":9007199254740991,"text":"x"}`)],
    ["letters at a clock below zero", txt(`,"ins":{"at":-1,"text":"x"}`)],
    ["no letters", txt(`,"ins":{"at":7,"text":""}`)],
    ["20,001 letters", txt(`,"ins":{"at":7,"text":"${"x".repeat(20_001)}"}`)],
    ["letters behind a prototype", txt(`,"ins":{"at":7,"text":"x","left":{"by":"${AUTHOR}","at":1,"__proto__":{}}}`)],
    ["letters by nobody", txt(`,"del":[{"by":"","at":0,"len":1}]`)],
    ["a range of nothing", txt(`,"del":[{"by":"${AUTHOR}","at":0,"len":0}]`)],
    ["a range longer than any text", txt(`,"del":[{"by":"${AUTHOR}","at":0,"len":1e15}]`)],
    ["501 ranges", txt(`,"del":[${ranges(501)}]`)],
    ["ranges that name a letter twice", txt(`,"del":[{"by":"${AUTHOR}","at":0,"len":3},{"by":"${AUTHOR}","at":2,"len":1}]`)],
    ["an empty list of ranges", txt(`,"del":[]`)],
    ["an author claimed for new letters", txt(`,"ins":{"at":7,"text":"x","by":"${AUTHOR}"}`)],
    ["runs that stand for another text", restore(`{"by":"${AUTHOR}","at":0,"len":2}`)],
    ["runs that name a letter twice", restore(`{"by":"${AUTHOR}","at":0,"len":1},{"by":"${AUTHOR}","at":0,"len":1,"dead":true}`)],
    [
      "runs of a rectangle on which nothing is written",
      push(JSON.stringify({ op: "restore", shape: rect, runs: [{ by: AUTHOR, at: 0, len: 1 }] })),
    ],
    ["a del that is blank and says false", push(`{"op":"del","ids":["a"],"blank":false}`)],
    ["pins without a segment", set('{"pins":{"axis":"x","at":[],"fixed":[]}}')],
    ["pins of another axis", set('{"pins":{"axis":"z","at":[1],"fixed":[true]}}')],
    ["eleven pins", set(`{"pins":{"axis":"x","at":[${Array(11).fill(1)}],"fixed":[${Array(11).fill(true)}]}}`)],
    ["more pins than are said to be fixed or not", set('{"pins":{"axis":"x","at":[1,2],"fixed":[true]}}')],
    ["pins that end with one that is not fixed", set('{"pins":{"axis":"x","at":[1,2],"fixed":[true,false]}}')],
    ["a pin past the page", set('{"pins":{"axis":"x","at":[1000001],"fixed":[true]}}')],
    ["a pin at no place", set('{"pins":{"axis":"x","at":[null],"fixed":[true]}}')],
    ["pins with a prototype", set('{"pins":{"axis":"x","at":[1],"fixed":[true],"__proto__":{}}}')],
    ["one bad op among good ones", push('{"op":"del","ids":["a"]},{"op":"del","ids":[]}')],
  ])("%s", (_name, frame) => expect(decodeClient(frame)).toEqual(nacked("bad_value")));

  it.each(["0", "-1", "1.5", "9007199254740992", '"7"', "null"])("a push number of %s is answered as 0", (n) => {
    expect(decodeClient(push('{"op":"del","ids":["a"]}', n))).toEqual(nacked("bad_value", 0));
  });
  it("500 ranges, and a run for each letter", () => {
    expect(decodeClient(txt(`,"del":[${ranges(500)}]`))).toMatchObject({ ok: true });
    expect(decodeClient(restore(`{"by":"${AUTHOR}","at":0,"len":1},{"by":"${AUTHOR}","at":1,"len":9,"dead":true}`))).toMatchObject({
      ok: true,
    });
  });
  it("binary: lists of letters that are none", () => {
    const pushed = (...fields: unknown[]) => decodeClient(writeBodyValue(MESSAGE_FRAME, [2, 7, [[6, "a", 1, 1, ...fields]]]));
    const odd = [1, [], [1], [[AUTHOR], 0, 0], [[AUTHOR], 5, 0, 1], [[AUTHOR], 0, "x", 1], ["x", 0, 0, 1], [[AUTHOR], -0.5, 0, 1], {}];
    for (const del of odd) expect(pushed(null, del)).toEqual(nacked("bad_value"));
    for (const ins of [1, [], [7, "x"], [7, "x", 1, null], [7, 1, null, null], [7, "x", [AUTHOR], null]])
      expect(pushed(ins)).toEqual(nacked("bad_value"));
    expect(pushed(null, [[AUTHOR], 0, 3, 1])).toMatchObject({ ok: true });
  });
  it("binary: numbers of colours that are none", () => {
    const pushed = (color: unknown) => decodeClient(writeBodyValue(MESSAGE_FRAME, [2, 7, [[1, "a", [6, color]]]]));
    for (const color of [0x1000000, 0x1ffffff, 0x1ff8800]) expect(pushed(color)).toMatchObject({ ok: true });
    for (const color of [10, 0xffffff, 0x2000000, 2 ** 40, 0x1000000 + 0.5, -1, "#ff8800", "red", null, [0x1ff8800]]) {
      expect([color, pushed(color)]).toEqual([color, nacked("bad_value")]);
    }
  });
  it("binary: pins that are none", () => {
    const pins = (value: unknown) => decodeClient(writeBodyValue(MESSAGE_FRAME, [2, 7, [[1, "a", [numberOfProp("pins"), value]]]]));
    for (const value of [0, [], [0, [1]], [2, [1], [true]], [0, [1], [1]], [0, 1, true], [0, [], []], [0, [1], [true], 1], {}])
      expect(pins(value)).toEqual(nacked("bad_value"));
    expect(pins([1, [5, 6], [true, true]])).toMatchObject({
      message: { ops: [{ props: { pins: { axis: "y", at: [5, 6], fixed: [true, true] } } }] },
    });
    expect(pins(null)).toMatchObject({ message: { ops: [{ props: { pins: null } }] } });
  });
  it("binary: a name that is in no list, and an end that hangs on half a place, are not taken for what stands where nothing is said", () => {
    const setting = (prop: string, value: unknown) =>
      decodeClient(writeBodyValue(MESSAGE_FRAME, [2, 7, [[1, "a", [numberOfProp(prop), value]]]]));
    for (const [prop, value] of [
      ["route", 99],
      ["nib", "pen"],
      ["start", ["b", 0.5]],
      ["start", []],
      ["font", -1],
    ] as const)
      expect(setting(prop, value)).toEqual(nacked("bad_value"));
    expect(setting("route", 1)).toMatchObject({ ok: true });
    // A shape: of a rectangle its fill, and the corners it was given later.
    const adding = (fill: number, corners: number) =>
      decodeClient(writeBodyValue(MESSAGE_FRAME, [2, 7, [[0, [1, "a", 0, "a0", 0, 0, 0, 1, 5, 5, 0, fill, 0, 1, corners]]]]));
    expect(adding(1, 1)).toMatchObject({ ok: true });
    for (const [fill, corners] of [
      [99, 1],
      [1, 99],
    ] as const)
      expect(adding(fill, corners)).toEqual(nacked("bad_value"));
  });
  it("a paper under its own id", () => {
    expect(decodeClient(push(JSON.stringify({ op: "add", shape: paper("paper", "isometric") })))).toMatchObject({ ok: true });
  });
  it("x past the page and at its edge", () => {
    expect(decodeClient(add({ x: 1_000_000 }))).toMatchObject({ ok: true });
  });
  it("-0 is stored as 0, a lone surrogate as U+FFFD, markup as it is, the last of two equal keys wins", () => {
    const text = (value: string) => `{"text":${value},"w":1,"h":1,"autoWidth":true,"scale":1,"size":"m"}`;
    expect(decodeClient(set('{"x":-0,"y":-0,"rotation":-0}'))).toMatchObject({
      message: { ops: [{ props: { x: 0, y: 0, rotation: 0 } }] },
    });
    expect(decodeClient('{"t":"cursor","at":[-0,-0]}')).toEqual({ ok: true, message: { t: "cursor", at: [0, 0] } });
    expect(decodeClient(set(text('"a\\ud800"')))).toMatchObject({ message: { ops: [{ props: { text: "a\ufffd" } }] } });
    expect(decodeClient(set(text('"<img onerror>"')))).toMatchObject({ message: { ops: [{ props: { text: "<img onerror>" } }] } });
    expect(decodeClient('{"t":"me","name":1,"name":"Ann"}')).toEqual({ ok: true, message: { t: "me", name: "Ann" } });
  });
  it("a cursor off the page, a presence of another", () => {
    expect(decodeClient('{"t":"cursor","at":[1000001,0]}')).toEqual(nacked("bad_value", 0));
    expect(decodeClient('{"t":"me","peer":3}')).toEqual(nacked("bad_value", 0));
    for (const caret of ['["a"]', '["a","",0,"",-1]', '["a","x",0,"",0]', '["","",0,"",0]', '["a","",0,"",0,1]', "null", '{"id":"a"}'])
      expect(decodeClient(`{"t":"me","caret":${caret}}`)).toEqual(nacked("bad_value", 0));
    expect(decodeClient(`{"t":"me","caret":["a","",0,"${AUTHOR}",9]}`)).toMatchObject({ ok: true });
  });
});

describe("hello", () => {
  const hello = (changes: object) => JSON.stringify({ t: "hello", v: 1, clientId: "client-one-aaaaa", proof: "p", since: 0, ...changes });
  it("of another version closes with 4409, whatever else it carries", () => {
    for (const v of [0, 99, "1", null]) expect(decodeClient(hello({ v, later: true }))).toEqual(closed(CLOSE.version));
    expect(decodeClient(writeBodyValue(MESSAGE_FRAME, [1, 2, "x", 1, 2, 3, 4, 5, 6, 7]))).toEqual(closed(CLOSE.version));
    expect(decodeClient(hello({}))).toMatchObject({ ok: true });
  });
  it("is bounded more tightly than other frames", () => {
    const big = hello({ name: "x".repeat(5_000) });
    expect(decodeClient(big, HELLO_LIMITS)).toEqual(closed(CLOSE.tooBig));
    expect(decodeClient(big)).toEqual(nacked("bad_value", 0));
  });
});
