// How long the name of a board may be.

/** UTF-16 code units. */
export const MAX_NAME_LENGTH = 80;
