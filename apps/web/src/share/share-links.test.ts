import type { Role } from "@inkroom/protocol";
import { expect, test } from "vitest";
import type { BoardApi } from "../host/board-api.ts";
import { createMemoryStore } from "../host/key-value-store.ts";
import { createShareLinks } from "./share-links.ts";

function fixture(role: Role, store = createMemoryStore(), secret = "own") {
  const minted: string[] = [];
  const api: BoardApi = {
    createBoard: () => Promise.reject(new Error("not used")),
    mintTicket: () => Promise.reject(new Error("not used")),
    mintLink: (_id, _secret, wanted) => Promise.resolve((minted.push(wanted), `${wanted}-secret`)),
  };
  const links = createShareLinks({ id: "board", secret, role }, { api, store, origin: "https://ink.example" });
  return { links, minted };
}

test("the own link is handed on without asking the server", async () => {
  const { links, minted } = fixture("edit");
  expect(await links.linkFor("edit")).toBe("https://ink.example/b/board#own");
  expect(minted).toEqual([]);
});

test("a view link is made once and then remembered", async () => {
  const { links, minted } = fixture("edit");
  expect(await links.linkFor("view")).toBe("https://ink.example/b/board#view-secret");
  await links.linkFor("view");
  expect(minted).toEqual(["view"]);
});

test("a view link is not handed on after the links were made anew: it opens nothing any more", async () => {
  const store = createMemoryStore();
  await fixture("edit", store, "own").links.linkFor("view");
  const after = fixture("edit", store, "own anew");
  await after.links.linkFor("view");
  expect(after.minted).toEqual(["view"]);
});

test("a viewer can hand on the view link only", () => {
  expect(fixture("view").links.roles).toEqual(["view"]);
});
