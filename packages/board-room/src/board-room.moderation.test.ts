import { CLOSE } from "@inkroom/protocol";
import { expect, test } from "vitest";
import type { RenewedLinks } from "./moderation.ts";
import { add } from "./testing/shapes-for-tests.ts";
import { clientIdOf, only, TestRoom } from "./testing/test-room.ts";

const RENEWED: RenewedLinks = {
  revoked: ["link-1"],
  keys: {
    edit: { link: "link-2", secret: "edit secret" },
    view: { link: "link-3", secret: "view secret" },
    add: { link: "link-4", secret: "add secret" },
  },
};

test("who is sent away is told so, the others see them go, and what they drew stays", async () => {
  const host = new TestRoom();
  const [ann, bob] = [host.join("ann"), host.join("bob")];
  host.push(bob, 1, [add("s1")]);
  host.advance(50);
  ann.take();
  expect(await host.moderate({ client: clientIdOf("bob") })).toEqual([200, "1"]);
  host.advance(50);
  expect([bob.closedWith, ann.closedWith]).toEqual([CLOSE.removed, undefined]);
  expect(only(ann.take(), "peers").flatMap(({ list }) => list)).toEqual([[2, null]]);
  expect(host.room.board.get("s1")).toBeDefined();
  host.push(bob, 2, [add("s2")]);
  expect(host.room.board.get("s2")).toBeUndefined();
});

test("who is not there is no fault", async () => {
  const host = new TestRoom();
  const ann = host.join("ann");
  expect(await host.moderate({ client: clientIdOf("bob") })).toEqual([200, "0"]);
  expect(ann.closedWith).toBeUndefined();
});

test("a link for viewing sends nobody away, and renews nothing", async () => {
  const host = new TestRoom();
  const bob = host.join("bob");
  bob.take();
  expect(await host.moderate({ client: clientIdOf("bob"), renewed: RENEWED }, "view")).toEqual([403, "forbidden"]);
  expect([bob.closedWith, bob.take()]).toEqual([undefined, []]);
});

test("when links are made anew, each who stays gets the key of their role, and who is sent away none", async () => {
  const host = new TestRoom();
  const [ann, bob, eve] = [host.join("ann"), host.join("bob", { role: "view", encoding: "text" }), host.join("eve")];
  for (const one of [ann, bob, eve]) one.take();
  expect(await host.moderate({ client: clientIdOf("eve"), renewed: RENEWED })).toEqual([200, "1"]);
  expect(only(ann.take(), "key")).toEqual([{ t: "key", secret: "edit secret" }]);
  expect(only(bob.take(), "key")).toEqual([{ t: "key", secret: "view secret" }]);
  expect([eve.closedWith, eve.take()]).toEqual([CLOSE.removed, []]);
  host.push(ann, 1, [add("s1")]);
  expect(host.room.board.get("s1")).toBeDefined();
});

test("when links are made anew while the room sleeps, those who are there get their keys", async () => {
  const host = new TestRoom();
  host.join("ann");
  host.hibernate();
  await host.moderate({ renewed: RENEWED });
  const [ann] = host.connections;
  expect(ann && only(ann.take(), "key")).toEqual([{ t: "key", secret: "edit secret" }]);
  host.hibernate();
  expect(ann?.state).toMatchObject({ grant: { role: "edit", link: "link-2" } });
});

test("who has not said hello when links are made anew, or comes by an old one, is shut out", async () => {
  const host = new TestRoom();
  const early = host.connect("early");
  await host.moderate({ renewed: RENEWED });
  const late = host.connect("late");
  const fresh = host.connect("fresh", "edit", "link-2");
  expect([early.closedWith, late.closedWith, fresh.closedWith]).toEqual([CLOSE.ticket, CLOSE.forbidden, undefined]);
});
