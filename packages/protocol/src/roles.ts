// What a link grants, the weakest first: looking; adding, and changing what one has added oneself; changing everything.
export const ROLES = ["view", "add", "edit"] as const;
export type Role = (typeof ROLES)[number];
