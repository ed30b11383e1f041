// Keys of `storage.bytes` that mean the same to every room which uses them, so that copies can be restored and damaged
// files mended without the room's own code.

/** Name of the room's history, ASCII. Another one after a restore or a repair: what others remember of the room may be more than it holds. */
export const EPOCH_KEY = "meta/epoch";
/** Seq up to which the bytes alone stand for the log, as decimal text; after a space there may be more. */
export const CHECKPOINT_KEY = "meta/checkpoint";
