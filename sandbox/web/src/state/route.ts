import { createStore, useStore } from './store.ts'

/** Where the window stands; mirrored in the address, so that each place has a link. */
export type Route = {
  page: 'channel' | 'home' | 'start'
  channel?: string
  /** The message to show and light up. */
  ts?: string
  /** The parent of the open thread. */
  thread?: string
}

/**
 * Reads `/c/<channel>`, `/c/<channel>/<message>`, `/home`, with `?thread=<ts>`; anything else is the start. A message is named by
 * its ts, or as in Slack's permalinks by `p` and the digits of it, which no server takes for a file's name.
 */
export function parseRoute(path: string, search: string): Route {
  const [first, channel, message] = path.split('/').filter(Boolean)
  if (first === 'home') return { page: 'home' }
  if (first !== 'c' || !channel) return { page: 'start' }
  const thread = new URLSearchParams(search).get('thread')
  const ts = message?.replace(/^p(\d+)(\d{6})$/, '$1.$2')
  return { page: 'channel', channel: decodeURIComponent(channel), ...(ts && { ts }), ...(thread && { thread }) }
}

/** The place that a permalink of this workspace names, as `chat.getPermalink` makes them; undefined for any other address. */
export function placeOfPermalink(url: string, domain: string): Route | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, pathname, searchParams } = new URL(url)
  const [first, channel, message] = pathname.split('/').filter(Boolean)
  if (protocol !== 'https:' || hostname !== `${domain}.slack.com` || first !== 'archives' || !channel) return undefined
  const ts = message?.replace(/^p(\d+)(\d{6})$/, '$1.$2')
  const thread = searchParams.get('thread_ts')
  return { page: 'channel', channel, ...(ts && { ts }), ...(thread && { thread }) }
}

export function routePath(route: Route): string {
  if (route.page === 'home') return '/home'
  if (route.page === 'start' || !route.channel) return '/'
  const message = route.ts ? `/p${route.ts.replace('.', '')}` : ''
  return `/c/${encodeURIComponent(route.channel)}${message}${route.thread ? `?thread=${route.thread}` : ''}`
}

const store = createStore<Route>(typeof location === 'undefined' ? { page: 'start' } : here())

export function useRoute(): Route {
  return useStore(store, (route) => route)
}

export function routeNow(): Route {
  return store.get()
}

/** Goes somewhere; `replace` leaves no step in the browser's history. */
export function go(route: Route, replace = false): void {
  const path = routePath(route)
  if (replace) history.replaceState(null, '', path)
  else if (path !== location.pathname + location.search) history.pushState(null, '', path)
  store.set(route)
}

/** Lets the browser's back and forward buttons move the window; answers a function that stops it. */
export function followHistory(): () => void {
  const onPop = () => store.set(here())
  addEventListener('popstate', onPop)
  return () => removeEventListener('popstate', onPop)
}

function here(): Route {
  return parseRoute(location.pathname, location.search)
}
