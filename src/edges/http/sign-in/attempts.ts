import { isIPv4, isIPv6 } from 'node:net'
import type { Spend } from '../../../kit/budget.ts'

/** Where a request comes from: the address that sent it, and `X-Forwarded-For` as it came. */
export type Sender = { peer: string | undefined; forwardedFor: string | undefined }

/** In one minute, of one address; whoever asks more often waits. */
const mostOfOne = { most: 60, perMs: 60_000 }
/** In one minute, of all for whom one proxy asks: whoever is as near as a proxy can name another address each time. */
const mostOfProxy = { most: 600, perMs: 60_000 }

/** Addresses from which a proxy of the operator's own comes: of this machine, or of no network but theirs (RFC 1918, RFC 4193). */
const near = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^0:0:0:0::\/64$|^f[cd][\da-f]{2}:/

/**
 * Whether whoever asks has tried to sign in too often, and spends one try. Behind a proxy those are counted together whose address it
 * names, the last in the header: what stands before that came with the request. Whoever comes from elsewhere may write any address there,
 * and is counted by their own.
 */
export function triesTooOften(spend: Spend, { peer = '', forwardedFor }: Sender): boolean {
  const from = networkOf(peer) ?? peer
  const named = near.test(from) ? networkOf(forwardedFor?.split(',').at(-1)?.trim() ?? '') : undefined
  if (spend(`attempt ${from} ${named ?? ''}`, mostOfOne) !== undefined) return true
  return named !== undefined && spend(`attempt by ${from}`, mostOfProxy) !== undefined
}

/**
 * Whoever has an address has all of what is answered: of IPv6 the 64 bits that one home or machine is given, since it may take another
 * address of them each time (RFC 6177). Undefined for what is no address.
 */
export function networkOf(written: string): string | undefined {
  const [, bare = written.replace(/^([\d.]+):\d+$/, '$1')] = /^\[([^\]]+)\](?::\d+)?$/.exec(written) ?? []
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, '')
  if (isIPv4(address)) return address
  if (!isIPv6(address)) return undefined
  const [bits = ''] = address.toLowerCase().split('%')
  const [head = '', tail] = bits.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const left = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  const prefix = [...groups, ...left, ...rest].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${prefix.join(':')}::/64`
}
