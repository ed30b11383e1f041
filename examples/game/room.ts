// A game on alarms: every second and a half a fish shows itself somewhere else; who touches it first has a point.
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";

type Game = { readonly round: number; readonly place: number; readonly caught: boolean; readonly points: Readonly<Record<string, number>> };

const PLACES = 16;
const ROUND_MS = 1_500;
const NEW_GAME: Game = { round: 0, place: 0, caught: true, points: {} };

export class Pond extends Server {
  // Between two alarms the room may sleep: all it knows is stored, and the alarm wakes it.
  static override options = { hibernate: true };

  override async onConnect(connection: Connection): Promise<void> {
    connection.send(JSON.stringify(await this.game()));
    // The first to come starts the clock; nothing runs for an empty pond.
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(this.ctx.now());
  }

  override async onAlarm(): Promise<void> {
    const people = [...this.getConnections()].map(({ id }) => id);
    if (people.length === 0) return this.ctx.storage.delete("game").then(() => {}); // nobody looks: the game is over
    const { round, points } = await this.game();
    // The next round depends on nothing but its number, so an alarm that is repeated after a fault does no harm.
    const place = (round * 7 + 3) % PLACES;
    const stillHere = Object.fromEntries(Object.entries(points).filter(([id]) => people.includes(id)));
    await this.show({ round: round + 1, place, caught: false, points: stillHere });
    await this.ctx.storage.setAlarm(this.ctx.now() + ROUND_MS);
  }

  override async onMessage(sender: Connection, message: string | ArrayBuffer): Promise<void> {
    const game = await this.game();
    // The room decides who was first: of two who touch at once, the second finds it caught.
    if (game.caught || message !== String(game.place)) return;
    const points = { ...game.points, [sender.id]: (game.points[sender.id] ?? 0) + 1 };
    await this.show({ ...game, caught: true, points });
  }

  async game(): Promise<Game> {
    return (await this.ctx.storage.get<Game>("game")) ?? NEW_GAME;
  }

  async show(game: Game): Promise<void> {
    await this.ctx.storage.put("game", game);
    this.broadcast(JSON.stringify(game));
  }
}
