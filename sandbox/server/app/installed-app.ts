import { appSettings } from '../seed/app.ts'

export type Command = {
  command: string
  description: string
  usage_hint?: string
  should_escape: boolean
  url?: string
}

export type Shortcut = { name: string; description: string; callback_id: string; type: 'global' | 'message' }

/** The app of the workspace, as its manifest describes it. Its ids and tokens are the sandbox's own, whatever the app. */
export type InstalledApp = {
  name: string
  /** The bot user's name, as typed after `@`, and as it is shown. */
  handle: string
  displayName: string
  scopes: readonly string[]
  events: readonly string[]
  commands: readonly Command[]
  shortcuts: readonly Shortcut[]
  hasHome: boolean
  /** Whether buttons, menus, forms and shortcuts reach it. */
  isInteractive: boolean
  usesSocketMode: boolean
  /** Where it wants to be called, if not by Socket Mode. */
  /** Where a browser may go back to after an installation; any address of this machine where it names none. */
  redirects: readonly string[]
  /** The domains whose links it is told of. */
  linkDomains: readonly string[]
  urls: { events?: string; interactivity?: string; options?: string }
}

/** The app that this project is; every other one comes with a manifest. */
export const ourApp: InstalledApp = {
  name: appSettings.name,
  handle: appSettings.name,
  displayName: appSettings.name,
  scopes: appSettings.scopes,
  events: appSettings.events,
  commands: appSettings.commands,
  shortcuts: appSettings.shortcuts,
  hasHome: true,
  isInteractive: true,
  usesSocketMode: true,
  redirects: [],
  linkDomains: [],
  urls: {},
}
