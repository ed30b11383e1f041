// The memory driver, under the name by which hosts look for drivers.
export { createMemoryDriver } from "@inkroom/rooms/memory";
