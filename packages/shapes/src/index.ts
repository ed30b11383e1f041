export { type ArrowShape, HEAD_NAMES, type HeadName } from "./arrow/schema.ts";
export { axisOfPin, type Pins, pinsOfSegments, pinsProp } from "./arrow/pins.ts";
export { headInk, headTrim } from "./arrow/heads.ts";
export { type Binding, END_NAMES, type EndName } from "./binding.ts";
export { hasText, type TextBearing, textBoxNames } from "./text-bearing.ts";
export { type BoardPlace, MAX_PLACE_SHAPES, readPlace, writePlace } from "./board-place.ts";
export { BIND_REACH_PX, bindingAt, distanceOutside } from "./binding-place.ts";
export { type Clip, clipOf, withClip } from "./clip.ts";
export { frameClip, frameHolds, frameMeets } from "./frame-clip.ts";
export { fittingName, FRAME_NAME_PX, frameNameBox, frameNameRoom, isOnFrameName } from "./frame/name-place.ts";
export { type FrameShape, MAX_FRAME_NAME_LENGTH } from "./frame/schema.ts";
export { boundArrow, boundTo } from "./bound-arrow.ts";
export { isClosedLine } from "./drawn-line.ts";
export { hasInside, isFilled } from "./inside.ts";
export { hostOf } from "./card/address.ts";
export { CARD_SIZE } from "./card/layout.ts";
export { markColor, newCard, titleOf } from "./card/new-card.ts";
export type { CardShape } from "./card/schema.ts";
export { DEFAULT_EXTENT, defaultOrigin } from "./default-extent.ts";
export type {
  DisplayItem,
  DisplayList,
  ImageItem,
  InkItem,
  Paint,
  PathCommand,
  PathData,
  PathItem,
  Shade,
  TextItem,
} from "./display-list.ts";
export { MEET_STEPS } from "./draw/closed-ink.ts";
export { strokePoints } from "./draw/geometry.ts";
export { eraseFromRanges, type KeptRange, strokesOfRanges, wholeRange } from "./draw/kept-ranges.ts";
export type { DrawShape } from "./draw/schema.ts";
export type { EllipseShape } from "./ellipse/schema.ts";
export type { GroupShape } from "./group/schema.ts";
export {
  MAX_ALT_LENGTH,
  MAX_BYTES_PER_POINT,
  MAX_COORDINATE,
  MAX_EXTENT,
  MAX_INDEX_LENGTH,
  MAX_LINK_LENGTH,
  MAX_PINS,
  MAX_POINTS_PER_OP,
  MAX_STROKE_POINTS,
  MAX_TEXT_LENGTH,
  MAX_VERTICES,
} from "./limits.ts";
export { formPath } from "./geo/geometry.ts";
export { FORM_NAMES, type FormName, type GeoShape } from "./geo/schema.ts";
export { type ImageShape, NO_CROP } from "./image/schema.ts";
export { wholeBox, wholePicture } from "./image/whole-picture.ts";
export { type PictureHeader, pictureHeader } from "./picture-file/picture-header.ts";
export { isLink, renamedLink } from "./link.ts";
export { isOnLinkBadge, LINK_BADGE_PX, linkBadgeAt } from "./link-badge.ts";
export type { LineShape } from "./line/schema.ts";
export { NOTE_SIDE } from "./note/geometry.ts";
export { fittedNote } from "./note/label.ts";
export { MAX_AUTHOR_LENGTH, type NoteShape } from "./note/schema.ts";
export { obstacleBox } from "./obstacle.ts";
export { routedElbow } from "./routed-elbow.ts";
export {
  countPoints,
  decodePoints,
  encodePoints,
  type InkPoint,
  type PointFormat,
  type PointScan,
  type QuantisedPoint,
  quantisePoint,
  scanPoints,
} from "./packed-points.ts";
export { firstPoints, pointsIn, skipPoints } from "./packed-slice.ts";
export {
  compareShapes,
  hasInk,
  hitSegmentShape,
  hitTestFilled,
  hitTestShape,
  pageBounds,
  pageFrameBounds,
  toLocal,
  toPage,
} from "./page-space.ts";
export {
  isLinear,
  linearPoints,
  type LinearShape,
  type PointHandle,
  pointHandleAt,
  pointHandles,
  type SegmentHandle,
} from "./point-handles.ts";
export type { RectShape } from "./rect/schema.ts";
export { KIND_NAMES, kindByName, shapeKindOf } from "./registry.ts";
export {
  frameBounds,
  frameCorners,
  HANDLE_NAMES,
  HANDLE_REACH_PX,
  HANDLE_SIZE_PX,
  handleAt,
  type HandleName,
  handlePosition,
  isTurnHandleAt,
  plusHandleAt,
  plusHandles,
  selectionBounds,
  type SelectionFrame,
  SIDE_DIRECTIONS,
  type SideName,
  selectionFrame,
  shownHandles,
  turnHandlePosition,
} from "./selection-frame.ts";
export { type KindName, type Shape, shapeSchema } from "./shape.ts";
export {
  angleSchema,
  BASE_GROUPS,
  coordinateSchema,
  extentSchema,
  indexSchema,
  opacitySchema,
  PAGE_ID,
  type ShapeId,
  shapeIdSchema,
} from "./shape-base.ts";
export { DEFAULT_PATTERN, PAPER_ID, PATTERN_NAMES, type PaperShape, type PatternName } from "./paper/schema.ts";
export { insideColor } from "./outline-item.ts";
export type { LineMeasurer, ShapeKind } from "./shape-kind.ts";
export {
  COLOR_NAMES,
  type Color,
  type ColorName,
  type CustomColor,
  type FillColor,
  isCustomColor,
  colorSchema,
  CORNER_NAMES,
  type CornerName,
  DASH_NAMES,
  type DashName,
  dashSchema,
  FILL_NAMES,
  type FillName,
  ROUGHNESS_NAMES,
  type RoughnessName,
  fillColorSchema,
  fillSchema,
  FONT_SIZES,
  type NibName,
  SIZE_NAMES,
  type SizeName,
  sizeSchema,
  STROKE_WIDTHS,
  LINE_ROUTE_NAMES,
  ROUTE_NAMES,
  type RouteName,
} from "./style.ts";
export { linksIn, type TextLink } from "./text/link.ts";
export { caretBox, selectionBoxes } from "./text/caret-place.ts";
export {
  baselineOffset,
  cssFont,
  FONT_FAMILY,
  FONT_NAMES,
  fontFamily,
  type FontName,
  fontWeight,
  LINE_HEIGHT,
  PLAIN_FACE,
  type TextFace,
} from "./text/font.ts";
export { isOnLineLabel, slidTo } from "./label/slid-label.ts";
export { fittedLabel, type LabelFit, type Labelled } from "./label/fitted-label.ts";
export { checkAt, linkAt, type TextMarks, textMarks } from "./text/marks-at.ts";
export { listSpan, type TextBlock } from "./text/text-block.ts";
export { textFontSize } from "./text/geometry.ts";
export { layoutLines, textExtent, type TextFont } from "./text/layout.ts";
export {
  columnsOf,
  contentStart,
  hasCheckItems,
  hasItems,
  INDENT_COLUMNS,
  type ItemKind,
  itemOf,
  itemsOf,
  type ListItem,
  MAX_LEVEL,
} from "./text/list-item.ts";
export { ALIGN_NAMES, type AlignName, type TextShape } from "./text/schema.ts";
