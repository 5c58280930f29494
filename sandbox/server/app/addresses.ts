import type { Envelope } from '../delivery/transport.ts'
import type { InstalledApp } from './installed-app.ts'

const onThisMachine = /^(127\.0\.0\.1|localhost|\[::1\])$/

export const isOnThisMachine = (address: string): boolean => onThisMachine.test(new URL(address).hostname)

/**
 * An address of a manifest as the sandbox calls it: it leaves this machine never, so an address elsewhere means the same path
 * at `base`, where the app listens.
 */
export function localAddress(address: string, base: string): string {
  const url = new URL(address)
  return isOnThisMachine(address) ? address : new URL(`${url.pathname}${url.search}`, base).href
}

/** The addresses of a manifest that are elsewhere. */
export function addressesElsewhere({ urls, commands }: InstalledApp): string[] {
  const all = [...Object.values(urls), ...commands.flatMap(({ url }) => url ?? [])]
  return [...new Set(all)].filter((address) => !isOnThisMachine(address))
}

/** Where something is sent: as the manifest says, else to `botUrl`. */
export function addressFor(app: InstalledApp, { kind, type, payload }: Envelope, botUrl: string): string {
  const { events, interactivity, options } = app.urls
  const wanted = {
    events_api: events,
    interactive: (type === 'block_suggestion' ? options : undefined) ?? interactivity,
    slash_commands: app.commands.find(({ command }) => command === payload.command)?.url ?? interactivity,
  }[kind]
  return wanted === undefined ? botUrl : localAddress(wanted, botUrl)
}
