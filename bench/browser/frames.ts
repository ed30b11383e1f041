// Records in the page how its frames come and how long input takes to be painted. Everything is counted between `begin` and
// `end`, by the page's own clock.
import type { CDPSession, Page } from "@playwright/test";

export type FrameReport = {
  readonly fps: number;
  /** Share of frames that came within 17 ms of the one before. */
  readonly within17: number;
  /** Longest time without a frame, ms. */
  readonly worstMs: number;
  /** Main-thread work per frame, ms. */
  readonly cpuMs: number;
  /** From an input event to the end of the task after the next frame, 95th percentile, ms; absent without input. */
  readonly inputP95Ms?: number;
  /** The same from the moment the page hears of the event: without the browser's own way to it. */
  readonly heardP95Ms?: number;
};

type Recorder = { frames: number[]; inputs: number[]; heard: number[]; isOn: boolean };

/** To be added to a page before its own scripts run. */
export async function installRecorder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recorder: Recorder = { frames: [], inputs: [], heard: [], isOn: false };
    (globalThis as unknown as { __frames: Recorder }).__frames = recorder;
    const frame = (time: number): void => {
      if (recorder.isOn) recorder.frames.push(time);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const afterPaint = new MessageChannel();
    const waiting: { readonly at: number; readonly heardAt: number }[] = [];
    afterPaint.port1.onmessage = () => {
      const now = performance.now();
      for (const { at, heardAt } of waiting.splice(0)) {
        if (!recorder.isOn) continue;
        recorder.inputs.push(now - at);
        recorder.heard.push(now - heardAt);
      }
    };
    const note = (event: Event): void => {
      if (!recorder.isOn) return;
      const times = { at: event.timeStamp, heardAt: performance.now() };
      requestAnimationFrame(() => {
        waiting.push(times);
        afterPaint.port2.postMessage(undefined);
      });
    };
    for (const type of ["pointermove", "wheel"]) addEventListener(type, note, { capture: true, passive: true });
  });
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}

/** Records while `work` runs. */
export async function recordFrames(page: Page, cdp: CDPSession, work: () => Promise<void>): Promise<FrameReport> {
  await page.evaluate(() => {
    const recorder = (globalThis as unknown as { __frames: Recorder }).__frames;
    Object.assign(recorder, { frames: [], inputs: [], heard: [], isOn: true });
  });
  const before = await taskMs(cdp);
  await work();
  const after = await taskMs(cdp);
  const { frames, inputs, heard } = await page.evaluate(() => {
    const recorder = (globalThis as unknown as { __frames: Recorder }).__frames;
    recorder.isOn = false;
    return { frames: recorder.frames, inputs: recorder.inputs, heard: recorder.heard };
  });
  const gaps = frames.slice(1).map((time, i) => time - (frames[i] ?? time));
  const elapsedMs = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
  return {
    fps: (gaps.length / elapsedMs) * 1_000,
    within17: gaps.filter((gap) => gap <= 17).length / gaps.length,
    worstMs: Math.max(...gaps),
    cpuMs: (after - before) / Math.max(1, gaps.length),
    ...(inputs.length === 0 ? {} : { inputP95Ms: p95(inputs), heardP95Ms: p95(heard) }),
  };
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}
