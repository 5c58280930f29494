/** Every text that Slack reads as its markup: plain text and what stands in a field to be edited call nobody. */
function markup(surface: unknown): string[] {
  if (Array.isArray(surface)) return surface.flatMap(markup)
  if (typeof surface !== 'object' || surface === null) return []
  const own = 'type' in surface && surface.type === 'mrkdwn' && 'text' in surface ? [String(surface.text)] : []
  const ofMessage = 'blocks' in surface && 'text' in surface ? [String(surface.text)] : []
  return [...own, ...ofMessage, ...Object.values(surface).flatMap(markup)]
}

/** All that Slack would take for a mention or a link. */
export const references = (surface: unknown): string[] =>
  markup(surface).flatMap((text) => text.match(/<[^>]*>?/g) ?? [])

/** Those that call everybody of a channel or group. */
export const calls = (surface: unknown): string[] =>
  references(surface).filter((each) => /^<!(?:channel|here|everyone|subteam)/.test(each))
