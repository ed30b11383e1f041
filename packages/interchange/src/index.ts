export { exportArea } from "./export-area.ts";
export { writeSvg, type SvgOptions } from "./svg-writer.ts";
