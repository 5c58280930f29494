/**
 * Whether a request failed because whoever sent it hung up in its middle, as Node says it of a body that ends early. Anybody can do that as
 * often as they like, so it is no error of ours. What a database says of its connection reads differently ("read ECONNRESET").
 */
export const hungUp = (error: unknown): boolean =>
  error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'
