// The grid that things can be held on.

/** Page units between two lines. */
export const GRID_STEP = 20;
