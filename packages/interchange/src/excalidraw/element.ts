// What is read of an Excalidraw element. Files come from many versions and many programs: everything but the kind may be
// missing, and what is not as it should be counts as missing.
import * as v from "valibot";

const number = (otherwise: number) => v.fallback(v.optional(v.pipe(v.number(), v.finite()), otherwise), otherwise);
const string = (otherwise: string) => v.fallback(v.optional(v.string(), otherwise), otherwise);
const flag = (otherwise: boolean) => v.fallback(v.optional(v.boolean(), otherwise), otherwise);
const named = v.fallback(v.nullish(v.string(), null), null);
const point = v.fallback(v.nullable(v.looseTuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())])), null);
const binding = v.fallback(v.nullish(v.object({ elementId: v.string(), fixedPoint: v.optional(point, null) }), null), null);

const cropEntries = {
  x: number(0),
  y: number(0),
  width: number(0),
  height: number(0),
  naturalWidth: number(0),
  naturalHeight: number(0),
};

export const elementSchema = v.object({
  id: string(""),
  type: v.string(),
  x: number(0),
  y: number(0),
  width: number(0),
  height: number(0),
  angle: number(0),
  strokeColor: string("#1e1e1e"),
  backgroundColor: string("transparent"),
  fillStyle: string("solid"),
  strokeWidth: number(2),
  strokeStyle: string("solid"),
  roughness: number(1),
  opacity: number(100),
  roundness: v.fallback(v.nullish(v.object({ type: v.number() }), null), null),
  strokeSharpness: named,
  isDeleted: flag(false),
  groupIds: v.fallback(v.optional(v.array(v.string()), []), []),
  link: named,
  /** Texts. */
  text: string(""),
  originalText: named,
  fontSize: number(20),
  fontFamily: number(5),
  textAlign: string("left"),
  containerId: named,
  autoResize: flag(true),
  /** Lines, arrows and strokes. A point that is none is null. */
  points: v.fallback(v.optional(v.array(point), []), []),
  pressures: v.fallback(v.optional(v.array(number(0.5)), []), []),
  simulatePressure: flag(true),
  startBinding: binding,
  endBinding: binding,
  startArrowhead: named,
  endArrowhead: v.fallback(v.nullish(v.string(), null), "arrow"),
  elbowed: flag(false),
  fixedSegments: v.fallback(v.nullish(v.array(v.object({ index: v.pipe(v.number(), v.integer()) })), null), null),
  /** Of the program that wrote it. */
  customData: v.optional(v.unknown()),
  /** Pictures. */
  fileId: named,
  scale: v.fallback(v.nullish(v.tuple([number(1), number(1)]), null), null),
  crop: v.fallback(v.nullish(v.object(cropEntries), null), null),
  frameId: named,
  /** Frames. */
  name: named,
});
export type Element = v.InferOutput<typeof elementSchema>;

/** The points that are points; a line without two of them has the corners of its box. */
export function pointsOf({ points, width, height }: Element): readonly (readonly [number, number])[] {
  const whole = points.flatMap((each) => (each === null ? [] : [[each[0], each[1]] as const]));
  return whole.length < 2
    ? [
        [0, 0],
        [width, height],
      ]
    : whole;
}
