import type { IncidentChannel } from '../channel/index.ts'
import type { Incident } from '../incident/index.ts'
import { type Settings, severity } from '../settings/index.ts'
import type { Page } from './page.ts'

/** The version of what a webhook gets. Fields may come to it; none goes or changes its meaning. */
const version = 1

/** Everything that a page may say of an incident; of a private one only that it is there. */
export type Said = {
  version: typeof version
  event: Page['event']
  /** When this was to be said, ISO 8601. */
  timestamp: string
  incident: {
    id: string
    private: boolean
    /** Where the response happens; null until the channel is made. */
    link: string | null
    status?: Incident['status']
    kind?: Incident['kind']
    service?: { key: string; name: string }
    level?: { key: string; name: string } | null
    summary?: string
    declared_at?: string
  }
  /** Why a person had it called, in their words; absent where the policy did, or nothing was said, and of a private incident. */
  reason?: string
}

/** Opens the channel in whatever Slack client the reader has. https://docs.slack.dev/interactivity/deep-linking */
const linkTo = (channelId: string | null): string | null =>
  channelId === null ? null : `https://slack.com/app_redirect?channel=${channelId}`

/** What one page says, in the company's language. */
export function said(page: Page, incident: Incident, channel: IncidentChannel, settings: Settings): Said {
  const { language } = settings
  const isPrivate = incident.visibility === 'private'
  const level = settings.levels.steps.find((step) => step.key === incident.level)
  return {
    version,
    event: page.event,
    timestamp: page.requestedAt.toISOString(),
    incident: {
      id: incident.id,
      private: isPrivate,
      link: linkTo(channel.channelId),
      ...(isPrivate
        ? {}
        : {
            status: incident.status,
            kind: incident.kind,
            service: {
              key: incident.service,
              name: settings.services[incident.service]?.name[language] ?? incident.service,
            },
            level: level ? { key: level.key, name: level.label[language] } : null,
            summary: incident.summary,
            declared_at: incident.declaredAt.toISOString(),
          }),
    },
    ...(isPrivate || page.reason === null ? {} : { reason: page.reason }),
  }
}

/** How bad PagerDuty shall take it: the two worst levels of the settings wake people as critical, as does an unknown one. */
export function severityOf(incident: Pick<Incident, 'level' | 'visibility'>, { levels }: Settings) {
  const fromWorst = levels.steps.length - severity(incident.level ?? undefined, levels)
  if (incident.visibility === 'private' || fromWorst < 2 || fromWorst === levels.steps.length) return 'critical'
  return fromWorst === 2 ? 'error' : fromWorst === 3 ? 'warning' : 'info'
}
