// What a link grants.
export const ROLES = ["view", "edit"] as const;
export type Role = (typeof ROLES)[number];
