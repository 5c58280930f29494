import { z } from 'zod'
import { type Answer, titleForGitHub } from '../../../kit/github/index.ts'
import { inline } from '../../../kit/markdown/index.ts'
import type { Incident } from '../../incident/index.ts'
import type { Settings } from '../../settings/index.ts'
import type { ActionItem } from '../action.ts'
import type { Sides } from './sides.ts'
import { texts } from './texts.ts'

export type Issue = Answer<'issues.get'>

/** Hidden in an issue's body: by it the issue of an item is found again. */
export const markerOf = (actionId: string): string => `<!-- sssbot:action:${actionId} -->`

/** The item whose issue this is; undefined for any other issue, and for a pull request. */
export function actionOfIssue({ body, pull_request }: Pick<Issue, 'body' | 'pull_request'>): string | undefined {
  if (pull_request) return undefined
  return /<!-- sssbot:action:(act_[0-9a-z]{26}) -->/.exec(body ?? '')?.[1]
}

/** People write labels by hand: a day that no calendar has, or of another century, is none. */
const dueLabel = /^due:(20\d{2}-\d{2}-\d{2})$/
const isDay = (day: string): boolean => z.iso.date().safeParse(day).success
const labelOf = (day: string): string => `due:${day}`

export const labelsIn = ({ labels }: Pick<Issue, 'labels'>): string[] =>
  labels.flatMap((each) => (typeof each === 'string' ? each : (each.name ?? [])))

/** What an issue says. Of several who do it the one on whom both sides agreed counts, else the first; of several days the first. */
export function sidesOfIssue(issue: Issue, agreed: Sides | undefined): Sides {
  const logins = (issue.assignees ?? []).map(({ login }) => login)
  const days = labelsIn(issue)
    .flatMap((label) => dueLabel.exec(label)?.[1] ?? [])
    .filter(isDay)
  const kept = (values: string[], before: string | null | undefined) =>
    before && values.includes(before) ? before : (values.toSorted()[0] ?? null)
  return {
    state: issue.state === 'open' ? 'open' : issue.state_reason === 'not_planned' ? 'waived' : 'done',
    login: kept(logins, agreed?.login),
    due: kept(days, agreed?.due),
  }
}

/** The labels of an issue once it is due on `due`: other labels stay. */
export const labelsFor = (labels: readonly string[], due: string | null): string[] => [
  ...labels.filter((label) => !dueLabel.test(label)),
  ...(due ? [labelOf(due)] : []),
]

/** How GitHub says a state. */
export const stateOnGitHub = (state: Sides['state']) =>
  state === 'open'
    ? ({ state: 'open' } as const)
    : ({ state: 'closed', state_reason: state === 'done' ? 'completed' : 'not_planned' } as const)

/** What the issue is called. Words that a deletion took away are gone here as well. */
export const titleOf = ({ title, n }: ActionItem, settings: Settings): string =>
  title ? titleForGitHub(title) : texts.in(settings.language)('title.gone', { n })

/**
 * What stands in the issue: where it comes from, and how both sides follow each other. Nobody's words but the service's name
 * stand in it, so that nobody is called and nothing that is deleted stays.
 */
export function bodyOf(
  item: ActionItem,
  incident: Incident,
  { channel, postmortem }: { channel: { name: string; channelId: string | null }; postmortem: string | null },
  settings: Settings,
): string {
  const t = texts.in(settings.language)
  const { kind, size } = item
  const service = settings.services[incident.service]?.name[settings.language] ?? incident.service
  const about =
    incident.visibility === 'private'
      ? t('body.private')
      : t('body.incident', { service: inline(service), channel: channelWords(channel) })
  const facts = [
    ...(postmortem ? [`[${t('body.postmortem')}](${postmortem.replaceAll(/[()\s<>]/g, encodeURIComponent)})`] : []),
    ...(incident.kind === 'real' ? [] : [t(`body.${incident.kind}`)]),
    ...(kind ? [t(`kind.${kind}`)] : []),
    ...(size ? [t('body.size', { size: size.toUpperCase() })] : []),
  ]
  return [markerOf(item.id), about, ...facts.map((fact) => `- ${fact}`), '', t('body.how')].join('\n')
}

/** Of an issue whose incident is private now: nothing of it. */
export const withdrawnBody = (actionId: string, settings: Settings): string =>
  [markerOf(actionId), texts.in(settings.language)('body.withdrawn')].join('\n')
export const withdrawnTitle = (settings: Settings): string => texts.in(settings.language)('title.withdrawn')

/** Leads to the channel in whatever workspace its reader has open. */
const channelWords = ({ name, channelId }: { name: string; channelId: string | null }): string =>
  channelId ? `[#${inline(name)}](https://slack.com/app_redirect?channel=${channelId})` : `#${inline(name)}`

/** Whether an issue says what we wrote: GitHub may keep other line ends. */
export const saysSame = (one: string | null | undefined, other: string | null | undefined): boolean =>
  (one ?? '').replaceAll('\r\n', '\n') === (other ?? '').replaceAll('\r\n', '\n')

/** Where the issue of an item belongs; null where it gets none. */
export function repositoryFor(incident: Incident, { github, actions: { issues } }: Settings): string | null {
  if (!github || issues === 'off' || (incident.kind !== 'real' && !issues.drills)) return null
  if (incident.visibility === 'private') return issues.private ?? null
  return issues.services[incident.service] ?? issues.repository ?? null
}
