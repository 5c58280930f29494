/** What stopped the set-up, told in words for the person who can act. Printed without a stack. */
export class SetupProblem extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
