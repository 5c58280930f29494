/** The names of the dashboard's cookies: where the address is https, browsers keep them from every other host and from plain http. */
export const cookiesOf = (address: string) => {
  const isSecure = address.startsWith('https:')
  const prefix = isSecure ? '__Host-' : ''
  return { isSecure, session: `${prefix}sssbot`, ask: `${prefix}sssbot-ask`, display: `${prefix}sssbot-display` }
}

/** What a cookie says in a `Cookie` header; undefined where it is not there. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key = '', ...value] = pair.split('=')
    if (key.trim() === name) return value.join('=').trim() || undefined
  }
  return undefined
}
