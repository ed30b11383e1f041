// Where a selection is to be put: one of its numbers.

export type Placement = {
  /** Page coordinates of the frame's top left corner, before it is turned. */
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  /** Page units. */
  readonly w?: number | undefined;
  readonly h?: number | undefined;
  /** Clockwise as seen. */
  readonly degrees?: number | undefined;
};
