// A server in a process of its own, for tests that kill it. Tells its URL and waits.
import { serveRooms } from "../index.ts";
import { Parrot, silentLog } from "./test-rooms.ts";

const { url } = await serveRooms({ parties: { parrot: Parrot }, env: "child", dataDir: process.argv[2] as string, log: silentLog });
process.send?.(url);
