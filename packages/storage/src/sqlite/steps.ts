// The steps of storage at which tests make a process die or a disk fail.

export const STORAGE_STEPS = [
  "before_append",
  "after_append",
  "before_commit",
  "after_commit",
  "mid_checkpoint",
  "mid_migration",
  "mid_backup",
] as const;
export type StorageStep = (typeof STORAGE_STEPS)[number];
