/** Slack's way of saying no: an error string of its reference, with what else the answer carries. */
export class Refusal extends Error {
  readonly error: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(error: string, details: Readonly<Record<string, unknown>> = {}) {
    super(error)
    this.error = error
    this.details = details
  }
}

/** Ends the call with Slack's error string. */
export function refuse(error: string, details?: Readonly<Record<string, unknown>>): never {
  throw new Refusal(error, details)
}

/** `invalid_arguments` with the sentences that Slack puts into `response_metadata.messages`. */
export function refuseArguments(...messages: string[]): never {
  refuse('invalid_arguments', { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } })
}
