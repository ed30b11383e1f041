// What one address has tried lately. One object per address; it forgets everything when the longest window has passed.
import { DurableObject } from "cloudflare:workers";
import { inWindow, type Window } from "@inkroom/board-access";

const FORGET_AFTER_MS = 3_600_000;

export class AddressAttempts extends DurableObject {
  async isOpen(kind: string, limit: number, windowMs: number): Promise<boolean> {
    return inWindow(await this.ctx.storage.get<Window>(kind), windowMs, Date.now()).used < limit;
  }

  async count(kind: string, windowMs: number): Promise<void> {
    const { since, used } = inWindow(await this.ctx.storage.get<Window>(kind), windowMs, Date.now());
    await this.ctx.storage.put(kind, { since, used: used + 1 });
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now() + FORGET_AFTER_MS);
  }

  /** Writes a row. Rejects where the platform does not take it. */
  async probe(): Promise<void> {
    await this.ctx.storage.put("probe", Date.now());
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }
}
