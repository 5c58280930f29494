/** Where people's browsers reach the bot. */
export interface OwnAddress {
  /**
   * Its address without a slash at the end, for a browser that came by this `Host`; undefined where nobody has said where people reach
   * the bot. Where the address is known, no header changes it.
   */
  seenBy(host: string | undefined): string | undefined
}

/** Whether an address is one of this machine, by plain http. */
export const isLoopback = (address: string): boolean => {
  const { protocol, host } = new URL(address)
  return protocol === 'http:' && loopback.test(host)
}

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/

/**
 * `known`: as the environment says. Without that, and where everything is on this machine (`isLocal`), whatever name of this machine
 * the browser came by, or else where the server `listens`: a cookie set under one of them is not sent to another.
 */
export const createOwnAddress = ({
  known,
  isLocal,
  listens,
}: {
  known: string | undefined
  isLocal: boolean
  listens(): string | undefined
}): OwnAddress => ({
  seenBy(host) {
    if (known !== undefined) return known
    if (!isLocal) return undefined
    return host !== undefined && loopback.test(host) ? `http://${host}` : listens()
  },
})
