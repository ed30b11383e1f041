// Memory of a page: its JavaScript heap after a collection, and what its renderer process holds.
import { readFileSync } from "node:fs";
import type { Browser, CDPSession } from "@playwright/test";

export type PageMemory = {
  readonly heapMB: number;
  /** Private and shared memory of all renderer processes, by share. */ readonly processMB: number;
};

export async function pageMemory(browser: Browser, cdp: CDPSession): Promise<PageMemory> {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const root = await browser.newBrowserCDPSession();
  const { processInfo } = await root.send("SystemInfo.getProcessInfo");
  await root.detach();
  let bytes = 0;
  for (const { type, id } of processInfo) if (type === "renderer") bytes += proportionalBytes(id);
  return { heapMB: usedSize / 1e6, processMB: bytes / 1e6 };
}

/** Zero where the system does not tell. */
function proportionalBytes(pid: number): number {
  try {
    const kib = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
    return Number(kib ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
