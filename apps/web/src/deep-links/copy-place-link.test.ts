import { createEditor } from "@inkroom/editor";
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { createReplica } from "@inkroom/sync";
import { afterEach, expect, test, vi } from "vitest";
import type { Toast } from "../services.ts";
import { copyPlaceLink } from "./copy-place-link.ts";

const rect = (id: string, x: number, more = {}): Op => ({ op: "add", shape: fixture("rect", { id, x, y: 0, w: 100, h: 50, ...more }) });

function board(roles: readonly ("edit" | "view")[] = ["edit", "view"]) {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  const copied: string[] = [];
  const toasts: Toast[] = [];
  vi.stubGlobal("navigator", { clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } });
  const links = () => ({ roles, linkFor: (role: string) => Promise.resolve(`https://ink.example/b/board#${role}-secret`) });
  const copy = (request: "link-to-selection" | "link-to-view") =>
    copyPlaceLink(request, { editor, links, toast: (one) => void toasts.push(one) });
  return { replica, editor, copy, copied, toasts };
}
afterEach(() => vi.unstubAllGlobals());

test("the link of a shape is the own link with the shape behind it; who may edit hands that on, is told so, and can have another", async () => {
  const { replica, editor, copy, copied, toasts } = board();
  replica.commit([rect("a", 0), rect("b", 200)]);
  editor.select(["b"]);
  await copy("link-to-selection");
  expect(copied).toEqual(["https://ink.example/b/board#edit-secret&shape=b"]);
  expect(toasts[0]).toMatchObject({ title: "Link copied", text: "Anyone with it can edit this board." });
  toasts[0]?.action?.run();
  await vi.waitFor(() => expect(copied).toHaveLength(2));
  expect(copied[1]).toBe("https://ink.example/b/board#view-secret&shape=b");
  expect(toasts[1]).toEqual({ title: "Link copied", text: "Anyone with it can view this board." });
});

test("who may only look hands on what they have", async () => {
  const { replica, editor, copy, copied, toasts } = board(["view"]);
  replica.commit([rect("a", 0)]);
  editor.select(["a"]);
  await copy("link-to-selection");
  expect(copied).toEqual(["https://ink.example/b/board#view-secret&shape=a"]);
  expect(toasts[0]?.action).toBeUndefined();
});

test("a group that is selected as a whole is named in place of its shapes, a shape of it that is selected alone is not", async () => {
  const { replica, editor, copy, copied } = board();
  replica.commit([
    { op: "add", shape: fixture("group", { id: "g" }) },
    rect("a", 0, { parent: "g" }),
    rect("b", 200, { parent: "g" }),
    rect("c", 400),
  ]);
  editor.select(["g", "c"]);
  await copy("link-to-selection");
  editor.select(["a"]);
  await copy("link-to-selection");
  expect(copied.map((link) => link.split("&")[1])).toEqual(["shape=g,c", "shape=a"]);
});

test("more shapes than an address can name are the part of the page on which they lie; the view is all that is seen", async () => {
  const { replica, editor, copy, copied } = board();
  const ids = Array.from({ length: 17 }, (_, n) => `s${n}`);
  replica.commit(ids.map((id, n) => rect(id, n * 100)));
  editor.select(ids);
  await copy("link-to-selection");
  editor.setCamera({ x: -10.123, y: 20, zoom: 2 });
  await copy("link-to-view");
  expect(copied.map((link) => link.split("&")[1])).toEqual(["view=0,0,1700,50", "view=-10.12,20,400,300"]);
});

test("a link that cannot be made is told", async () => {
  const { copy, toasts, copied } = board();
  vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("denied")) } });
  vi.stubGlobal("document", {
    activeElement: null,
    body: { append: () => undefined },
    createElement: () => ({ select: () => undefined, remove: () => undefined }),
    execCommand: () => false,
  });
  vi.stubGlobal("HTMLElement", class {});
  await copy("link-to-view");
  expect([copied, toasts.map(({ kind }) => kind)]).toEqual([[], ["failure"]]);
});
