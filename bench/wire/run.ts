// Bytes a second person receives per stroke of 120 points and per cursor update, frame headers included.
// Real server process, real editor, session and transport on the drawing side; the receiver counts what its socket gets.
// Run: node bench/wire/run.ts   Prints one JSON line per figure.
import { createServerProcess } from "../server-process.ts";
import { createHand } from "./hand.ts";
import { createReceiver } from "./receiver.ts";

const STROKES = 10;
const POINTS = 120;
/** A pen digitiser's rate. */
const POINT_EVERY_MS = 1000 / 120;
/** A pointer that moves at screen rate, so that the client's own throttle decides how many updates leave. */
const MOVE_EVERY_MS = 1000 / 60;
const MOVES = 300;

const server = await createServerProcess();
try {
  const board = await server.newBoard();
  const hand = await createHand(server, board);
  const receiver = await createReceiver(server, board);
  await hand.pause(500);

  receiver.reset();
  for (let i = 0; i < STROKES; i += 1) await hand.stroke(POINTS, POINT_EVERY_MS, i);
  await hand.pause(1000);
  const strokes = receiver.take();
  server.print("bytes received per stroke of 120 points", strokes.bytes / STROKES, {
    goal: 900,
    frames: strokes.frames / STROKES,
    byKind: strokes.perKind(STROKES),
  });

  await hand.moves(10, MOVE_EVERY_MS);
  await hand.pause(200);
  receiver.reset();
  await hand.moves(MOVES, MOVE_EVERY_MS);
  await hand.pause(200);
  const cursors = receiver.take();
  server.print("bytes received per cursor update", cursors.bytes / cursors.frames, {
    goal: 8,
    frames: cursors.frames,
    pointerMoves: MOVES,
  });
  hand.stop();
  receiver.stop();
} finally {
  await server.stop();
}
