// Time that a page's main thread has really computed: unlike the time on the clock, it hardly depends on what else the
// machine does.
import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";

/** Of the renderer that has worked most, since it began, ms. Zero where the system does not tell. */
export async function mainThreadMs(browser: Browser): Promise<number> {
  const root = await browser.newBrowserCDPSession();
  const { processInfo } = await root.send("SystemInfo.getProcessInfo");
  await root.detach();
  return Math.max(0, ...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => threadMs(id)));
}

/** A process's first thread has its number. The kernel counts in hundredths of a second. */
function threadMs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, "utf8");
    const [user = "0", system = "0"] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return 0;
  }
}
