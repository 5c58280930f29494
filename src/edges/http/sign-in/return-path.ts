/** Where a browser goes on after the sign-in: a path of ours, whatever was asked for. */
export function returnPath(asked: string | undefined): string {
  const ours = 'http://sssbot.invalid'
  if (asked === undefined || asked.length > 1000 || !asked.startsWith('/') || !URL.canParse(asked, ours)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, ours)
  // `//elsewhere` and `/\elsewhere` lead away.
  return origin === ours && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
