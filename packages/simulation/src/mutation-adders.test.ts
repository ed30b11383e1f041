// A room that lets those who may only add do anything: the simulation has to notice.
import { BoardRoom, GRANT_HEADER } from "@inkroom/board-room";
import type { Connection, ConnectionContext } from "@inkroom/rooms";
import { expect, test } from "vitest";
import { firstFailure } from "./first-failure.ts";

/** Takes every link for one that may change everything, and says what the link was meant for. */
class TrustingRoom extends BoardRoom {
  override onConnect(connection: Connection, { request }: ConnectionContext): void {
    const { headers } = request;
    const get = (name: string): string | null => {
      const value = headers.get(name);
      return name === GRANT_HEADER && value !== null ? value.replace('"role":"add"', '"role":"edit"') : value;
    };
    const has = (name: string): boolean => headers.has(name);
    const trusted = { get, has, forEach: headers.forEach.bind(headers) };
    super.onConnect(connection, { request: Object.create(request, { headers: { value: trusted } }) as typeof request }); // reason: as it was, but for this
  }
}

test("a world notices that who may only add has changed what another has made", async () => {
  expect(await firstFailure(20, { roomClass: TrustingRoom })).toContainEqual(
    expect.stringMatching(/^\S+ changed \S+, which is not theirs/),
  );
});
