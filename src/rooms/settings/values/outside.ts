import { z } from 'zod'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether something may be sent there: over TLS unless it stays on this machine, and with no password in the address. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))
}

/** An address outside to which the bot speaks. `problem` names the sentence that says what is wrong with another one. */
export const safeAddress = (problem: string) => z.string(problem).refine(isSafeAddress, problem)

/** The name of an environment variable that holds a secret. */
export const variable = z.string('env_name').regex(/^[A-Z][A-Z0-9_]{2,79}$/, 'env_name')
