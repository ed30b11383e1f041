// Doubles of the ports for tests of rooms and of classes that run in them.
export { createMemoryDriver } from "../memory/index.ts";
export { FakeTransport } from "./fake-transport.ts";
export { createFaultDriver } from "./fault-driver.ts";
export type { FaultDriver } from "./fault-driver.ts";
export { jsonCodec, newTestResponse, RoomBench, testRequest } from "./room-bench.ts";
export type { LoggedEvent, TestClient, TestResponse } from "./room-bench.ts";
export { macrotask, VirtualClock } from "./virtual-clock.ts";
