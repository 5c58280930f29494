/**
 * Something about this installation that the person who runs it must put right: an address, a folder, a version. Its
 * message is the whole story in one line, made to be printed alone, without a stack.
 */
export class SetupError extends Error {
  override name = 'SetupError'
}
