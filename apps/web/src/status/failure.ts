// Why a board cannot be shown (or shown any longer), and which words and ways out belong to each case.
import { CLOSE } from "@inkroom/protocol";

export const FAILURES = ["unknown", "link", "forbidden", "removed", "version", "replaced", "full", "broken", "crashed"] as const;
export type Failure = (typeof FAILURES)[number];
export type FailureAction = "reload" | "new" | "home";

const ACTIONS: Readonly<Record<Failure, readonly FailureAction[]>> = {
  unknown: ["new", "home"],
  link: ["new", "home"],
  forbidden: ["new", "home"],
  removed: ["home", "new"],
  version: ["reload"],
  replaced: ["reload", "home"],
  full: ["reload", "home"],
  broken: ["reload", "home"],
  crashed: ["reload"],
};

/** What a person can do about it; the first one is the main action. */
export function actionsOf(failure: Failure): readonly FailureAction[] {
  return ACTIONS[failure];
}

/** The failure that a fatal close code of the room means. */
export function failureOfClose(code: number): Failure {
  switch (code) {
    case CLOSE.noRoom:
      return "unknown";
    case CLOSE.forbidden:
      return "forbidden";
    case CLOSE.removed:
      return "removed";
    case CLOSE.version:
      return "version";
    case CLOSE.replaced:
      return "replaced";
    case CLOSE.full:
      return "full";
    default:
      return "broken";
  }
}
