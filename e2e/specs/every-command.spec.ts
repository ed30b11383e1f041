// Each command of the registry, and with it each tool, is asked for by its key, or by its name where it has none, and does what it says.
// A command without a case in these tables does not compile.
import { COMMANDS, type CommandId } from "@inkroom/editor";
import { expect, test } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { EDIT_CASES } from "../pages/command-cases-edit.ts";
import { TOOL_CASES } from "../pages/command-cases-tools.ts";
import { VIEW_CASES } from "../pages/command-cases-view.ts";
import { type Case, SOON, Stage } from "../pages/command-stage.ts";

const CASES: Readonly<Record<CommandId, Case>> = { ...TOOL_CASES, ...EDIT_CASES, ...VIEW_CASES };
const familyOf = (id: CommandId): string => id.split(/[.-]/)[0] + (/^edit\.(?:nudge|select|grow|walk)/.test(id) ? " on the way" : "");
const FAMILIES = Map.groupBy(
  COMMANDS.map(({ id }) => id),
  familyOf,
);

for (const [family, ids] of FAMILIES)
  test(`commands that begin with "${family}" do what they say, each by a key or by name`, async ({ join, bot }) => {
    const ana = await join();
    // The picture of the stage is on no server.
    ana.watch.expectErrors(CONNECTION_LOST);
    await ana.page.context().route(/^https?:\/\/(?!127\.0\.0\.1|localhost)/, (route) => route.fulfill({ body: "there" }));
    const stage = new Stage(ana, await bot());
    for (const id of ids)
      await test.step(id, async () => {
        const { before, sees, is, after } = CASES[id];
        await stage.set(CASES[id]);
        await before?.(stage);
        await stage.ask(id);
        await expect.poll(async () => sees(stage), { message: id, ...SOON }).toEqual(is);
        await after?.(stage);
      });
  });
