// What the two commands tell the person in front of them: few lines, plain words.

/** Prints one line on standard error, so that standard output stays the program's own. */
export function say(text) {
  process.stderr.write(`inkroom: ${text}\n`);
}

/** Says what went wrong and ends with the exit code. */
export function fail(text, exitCode = 1) {
  say(text);
  process.exit(exitCode);
}
