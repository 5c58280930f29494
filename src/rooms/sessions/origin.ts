/** What a browser says of where a request comes from. */
type Said = { site: string | undefined; origin: string | undefined }

/**
 * Whether a request that changes something comes from a page of ours. Every browser says so itself, but on plain http: there its
 * `Origin` must be that of the bot's own address. Cookies travel with requests of other pages, too.
 */
export function isOwnPage({ site, origin }: Said, address: string): boolean {
  if (site !== undefined) return site === 'same-origin'
  return origin !== undefined && origin === new URL(address).origin
}
