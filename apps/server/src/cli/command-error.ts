// An answer to the person at the command line: printed without a stack.
export class CommandError extends Error {
  override readonly name = "CommandError";
}
