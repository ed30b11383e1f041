import { decodePoints, encodePoints } from "@inkroom/shapes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StrokeRecorder } from "./stroke-recorder.ts";

const format = { quantum: 1 / 4, pressure: false };
const pairs = (flat: Float64Array) => Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);

describe("the recorder of a stroke", () => {
  it("smooths a point with its neighbours when the next one comes", () => {
    const recorder = new StrokeRecorder(format, 0, 0);
    recorder.add({ x: 8, y: 8 });
    expect(recorder.count).toBe(1);
    recorder.add({ x: 16, y: 0 });
    expect(pairs(decodePoints(recorder.takeCommit().bytes, format))).toEqual([
      [0, 0],
      [8, 4],
    ]);
    expect(pairs(decodePoints(recorder.echo().points, format))).toEqual([
      [0, 0],
      [8, 4],
      [16, 0],
    ]);
  });

  it("leaves out points that are too near to the one before", () => {
    const recorder = new StrokeRecorder(format, 2, 0);
    for (let x = 0; x <= 10; x += 0.5) recorder.add({ x, y: 0 });
    recorder.fixTip();
    expect(recorder.count).toBe(6);
  });

  it("its parts, whenever they are taken, join to what encoding all points at once gives", () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), fc.constantFrom("add", "draft", "commit")),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(steps, fc.boolean(), (moves, pressure) => {
        const own = { quantum: 1 / 8, pressure };
        const recorder = new StrokeRecorder(own, 0, 100);
        const committed: number[] = [];
        const drafted: number[] = [];
        let count = 0;
        const commit = () => {
          const part = recorder.takeCommit();
          expect(part.off).toBe(count);
          count += part.count;
          committed.push(...part.bytes);
        };
        for (const [x, y, then] of moves) {
          recorder.add({ x: x / 3, y: y / 3, p: Math.abs(x) % 256 });
          if (then === "draft") drafted.push(...(recorder.takeDraft()?.bytes ?? []));
          if (then === "commit") commit();
        }
        recorder.fixTip();
        drafted.push(...(recorder.takeDraft()?.bytes ?? []));
        commit();
        expect(drafted).toEqual(committed);
        const bytes = Uint8Array.from(committed);
        const flat = decodePoints(bytes, own);
        const stride = pressure ? 3 : 2;
        expect(flat.length / stride).toBe(recorder.count);
        const points = Array.from({ length: recorder.count }, (_, i) => ({
          x: flat[i * stride] ?? 0,
          y: flat[i * stride + 1] ?? 0,
          p: flat[i * stride + 2],
        }));
        expect([...encodePoints(points, own)]).toEqual(committed);
      }),
      { numRuns: 100 },
    );
  });
});
