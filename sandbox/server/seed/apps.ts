import { appSettings } from './app.ts'

/** What messages and profiles tell of an app. */
export type BotIdentity = { appId: string; botId: string; botUserId?: string; name: string }

/** An app with a bot user, and an incoming webhook without one, that others installed. */
export const otherApps = {
  deploys: { appId: 'A0DEPLOYS01', botId: 'B0DEPLOYS01', botUserId: 'U0DEPLOYS01', name: 'deploys' },
  alerts: { appId: 'A0ALERTS001', botId: 'B0ALERTS001', name: 'alerts' },
} as const satisfies Record<string, BotIdentity>

const all: readonly BotIdentity[] = [appSettings, otherApps.deploys, otherApps.alerts]

/** The app whose bot user this is. */
export function appOf(user: string): BotIdentity | undefined {
  return all.find((app) => app.botUserId === user)
}

/** The app whose messages carry this `bot_id`. */
export function appWithBot(botId: string): BotIdentity | undefined {
  return all.find((app) => app.botId === botId)
}
