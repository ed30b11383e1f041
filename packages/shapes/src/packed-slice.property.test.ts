import fc from "fast-check";
import { expect, test } from "vitest";
import { encodePoints } from "./packed-points.ts";
import { firstPoints, pointsIn, skipPoints } from "./packed-slice.ts";

test("cutting packed points agrees with packing them, with pressure and without", () => {
  const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }), p: fc.nat(255) });
  fc.assert(
    fc.property(fc.array(point), fc.nat(40), fc.boolean(), (line, at, pressure) => {
      const format = { quantum: 1, pressure };
      const bytes = encodePoints(line, format);
      const cutAt = Math.min(at, line.length);
      const last = line[cutAt - 1];
      const from = last === undefined ? undefined : { x: last.x, y: last.y, p: pressure ? last.p : 0 };
      expect(firstPoints(bytes, cutAt, pressure)).toEqual(encodePoints(line.slice(0, cutAt), format));
      expect(pointsIn(bytes, pressure)).toBe(line.length);
      expect(skipPoints(bytes, cutAt, pressure)).toEqual(encodePoints(line.slice(cutAt), { ...format, from }));
    }),
  );
});
