// At most one painting per animation frame, and none while nothing has changed.

export type FrameLoop = {
  /** Asks for a frame; asking again before it comes changes nothing. */
  request(): void;
  /** Paints now and drops the frame that was asked for. */
  flush(): void;
  stop(): void;
};

/** PORT: the browser's animation frames. */
export type FrameClock = { request(callback: (timeMs: number) => void): number; cancel(handle: number): void; now(): number };

/**
 * `paint` gets the time since the frame before, 0 for the first frame after a rest, and the time on the clock's scale.
 * It gives whether it needs another frame.
 */
export function createFrameLoop(clock: FrameClock, paint: (deltaMs: number, timeMs: number) => boolean): FrameLoop {
  let handle: number | undefined;
  let lastMs: number | undefined;
  let isStopped = false;
  const run = (timeMs: number): void => {
    handle = undefined;
    const deltaMs = lastMs === undefined ? 0 : Math.max(0, timeMs - lastMs);
    const goesOn = paint(deltaMs, timeMs);
    // Motion that begins after a rest begins with no time passed.
    lastMs = goesOn ? timeMs : undefined;
    if (goesOn) loop.request();
  };
  const loop: FrameLoop = {
    request: () => {
      if (!isStopped) handle ??= clock.request(run);
    },
    flush: () => {
      if (handle !== undefined) clock.cancel(handle);
      handle = undefined;
      if (!isStopped) run(clock.now());
    },
    stop: () => {
      isStopped = true;
      if (handle !== undefined) clock.cancel(handle);
      handle = undefined;
    },
  };
  return loop;
}
