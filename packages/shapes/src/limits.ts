// Bounds on what a shape may hold. The border (protocol, board-room) refuses what lies outside; nothing is repaired.

/** Largest absolute page coordinate, in page units. */
export const MAX_COORDINATE = 1_000_000;
/** Largest width or height of a shape, in page units. */
export const MAX_EXTENT = 100_000;
/** Characters in one text body (UTF-16 code units). */
export const MAX_TEXT_LENGTH = 20_000;
/** Points in one stroke; a longer stroke is continued in a new shape by the client. */
export const MAX_STROKE_POINTS = 10_000;
/** Points carried by one op. */
export const MAX_POINTS_PER_OP = 2_000;
/** Packed bytes of one point at the most: two or three zigzag varints of up to five bytes. */
export const MAX_BYTES_PER_POINT = 15;
/** Length of a fractional index. */
export const MAX_INDEX_LENGTH = 64;
/** Vertices of a line or an arrow. */
export const MAX_VERTICES = 200;
/** Neighbouring segments of an elbow that are held. */
export const MAX_PINS = 10;
/** Characters of what a picture is described with (UTF-16 code units). */
export const MAX_ALT_LENGTH = 2_000;
/** Characters of what a shape leads to. All of them are ASCII, as a browser writes an address. */
export const MAX_LINK_LENGTH = 2_048;
