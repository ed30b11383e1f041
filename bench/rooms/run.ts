// What rooms cost: memory of idle connections and sleeping rooms, time to wake, broadcast; beside bare `ws` servers and,
// with the same classes on partyserver, workerd. Server and clients are processes of their own, over loopback. Prints
// one JSON line per figure; times only inform.
//   node bench/rooms/run.ts [connections=10000] [rooms=1000] [rounds=5]      (needs `ulimit -n` some hundreds above the connections)
import { broadcast } from "./broadcast.ts";
import { memoryAndWake, memoryInWorkerd, perRoom } from "./memory.ts";

const [connections = 10_000, rooms = 1_000, rounds = 5] = process.argv.slice(2).map(Number);
await memoryAndWake(connections, rooms);
await perRoom(connections, rooms);
await memoryInWorkerd(connections / 2, rooms / 2); // it takes two descriptors for a connection, which meets limits early
await broadcast(rounds);
