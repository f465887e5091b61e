/** A command line that says something the command does not understand, in both languages. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
