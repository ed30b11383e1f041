// What the part "tools" consists of (code-parts.ts): every tool but those that the first stroke needs.
import type { EditorContext } from "../context.ts";
import type { BorrowedTool, ToolId } from "../tool-id.ts";
import { boxShapeTool } from "./box-shape/box-shape-tool.ts";
import { bucketTool } from "./bucket/bucket-tool.ts";
import { eraseTool } from "./erase/erase-tool.ts";
import { laserTool } from "./laser/laser-tool.ts";
import { linearTool } from "./linear/linear-tool.ts";
import { noteTool } from "./note/note-tool.ts";
import { selectTool } from "./select/select-tool.ts";
import { textTool } from "./text/text-tool.ts";
import { createToolRunner, type ToolRunner } from "./tool-chart.ts";
import { quickZoomTool } from "./zoom/quick-zoom-tool.ts";
import { zoomTool } from "./zoom/zoom-tool.ts";

export { shapeUp } from "../straighten/shape-up.ts";
export { shaping, straightShape } from "../straighten/shaping.ts";
export { finishRenaming, startRenaming } from "../frames/renaming.ts";
export { frameAtName } from "../frames/frame-at-name.ts";
export { settlingOps } from "../frames/settling.ts";
export { writeMeasured } from "../measured-words.ts";
export { restyleOps } from "../restyle.ts";
export { createStyleTrial } from "../style-trial.ts";
export { addNeighbour } from "../notes/neighbour.ts";

/** Tools that are here before this part is: see toolbox.ts. */
export type FirstToolId = "draw" | "hand" | "highlight";

/** The runner of a tool, not yet entered. */
export function laterRunnerOf(tool: Exclude<ToolId | BorrowedTool, FirstToolId>, context: EditorContext): ToolRunner {
  switch (tool) {
    case "select":
      return createToolRunner(selectTool, context);
    case "erase":
      return createToolRunner(eraseTool, context);
    case "rect":
    case "ellipse":
    case "geo":
    case "frame":
      return createToolRunner(boxShapeTool(tool), context);
    case "line":
    case "arrow":
      return createToolRunner(linearTool(tool), context);
    case "bucket":
      return createToolRunner(bucketTool, context);
    case "laser":
      return createToolRunner(laserTool, context);
    case "zoom":
      return createToolRunner(zoomTool, context);
    case "quick-zoom":
      return createToolRunner(quickZoomTool, context);
    case "note":
      return createToolRunner(noteTool, context);
    case "text":
      return createToolRunner(textTool, context);
    default:
      return tool satisfies never;
  }
}
