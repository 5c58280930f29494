import {
  asMessage,
  type Block,
  channelLink,
  clipMarkup,
  context,
  escapeClipped,
  escapeText,
  fields,
  limits,
  listed,
  type MessageContent,
  person,
  section,
} from '../../kit/block-kit/index.ts'
import { isIssueStuck } from '../actions/index.ts'
import { type Gap, neededPeople } from '../assembly/index.ts'
import { actionTitle, issueTrouble } from '../commands/index.ts'
import { unreadWords } from '../directory/index.ts'
import { controls, isOver, nextStep, verbLabel } from '../faces/index.ts'
import { handlerAlsoResponds } from '../roles/index.ts'
import { type RoleKey, roleKeys } from '../settings/index.ts'
import {
  bar,
  dayName,
  handlerName,
  handlerOf,
  kindMark,
  leftName,
  levelEmoji,
  levelValue,
  oneLine,
  personName,
  privateRule,
  problemWords,
  reportName,
  type Situation,
  serviceName,
  startWords,
  statusEmojiOf,
  statusName,
  stillOwedOf,
  urgencyName,
  type Voice,
  when,
} from '../situation/index.ts'
import { lessonsOf } from './lessons.ts'
import { pagesLine, pageTroubles } from './pages.ts'
import { againWords, publicationLine, publicationTroubles } from './publication.ts'
import { texts } from './texts.ts'

/** The pinned card: all that is known, and the one next step. Edited in place; no elapsed time is written into it. */
export function cardMessage(situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const title = headline(situation, voice)
  const summary = escapeClipped(incident.summary, 1500)
  const impact = incident.impact ? `\n${t('field.impact')} ${escapeClipped(incident.impact, 800)}` : ''
  const update = updateWords(situation, voice)
  const facts = shortFacts(situation, voice)
  const notes = [
    t('declared', { when: when(incident.declaredAt, voice), who: person(incident.declaredBy) }),
    situation.channels.length > 0
      ? t('told', { channels: situation.channels.map((each) => channelLink(each.channelId)).join(' ') })
      : t('told.none'),
    t('called', { count: neededPeople(situation.people).length }),
    ...pagesLine(situation, voice),
  ].join(t('apart'))
  const crew = [crewOf(situation, voice), knowersLine(situation, voice)].flatMap((line) => line ?? []).join('\n')
  const document = publicationLine(situation, voice)
  const warnings = warningsOf(situation, voice)
  const step = stepWords(situation, voice)
  const blocks: Block[] = [
    section([title, ...privateRule(incident, voice), `${summary}${impact}`].join('\n')),
    ...(update ? [section(update)] : []),
    fields(facts),
    ...(crew ? [context(crew)] : []),
    context(notes),
    ...(document.length > 0 ? [context(...document)] : []),
    ...(warnings.length > 0 ? [context(...warnings)] : []),
    ...(step ? [context(step)] : []),
    controls(situation, voice, { fixed: ['move-channel', 'update', 'call-people', 'catch-up', 'archive-now'] }),
  ]
  return asMessage(
    [
      title,
      ...privateRule(incident, voice),
      summary + impact,
      ...(update ? [update] : []),
      ...facts.map(oneLine),
      ...(crew ? [crew] : []),
      notes,
      ...document,
      ...warnings,
      ...(step ? [step] : []),
    ],
    blocks,
  )
}

/** What was said last, what is needed, and when people hear next; undefined while nobody has said anything. */
function updateWords({ incident, lastUpdate }: Situation, voice: Voice): string | undefined {
  if (!lastUpdate) return undefined
  const t = texts.in(voice.locale)
  const { report, at, by, condition, need, unchanged, nextAt, overdueSteps } = lastUpdate
  const next = nextAt
    ? t(overdueSteps > 0 ? 'update.overdue' : 'update.next', { when: when(nextAt, voice) })
    : undefined
  return [
    t('update.said', {
      report: reportName(report, voice),
      when: when(at, voice),
      who: person(by),
      condition: escapeClipped(oneLine(condition), 600),
    }),
    // What was needed to respond is no call to anybody once it is over.
    ...(need && incident.status === 'responding'
      ? [t('update.need', { need: escapeClipped(oneLine(need), 400) })]
      : []),
    ...(unchanged ? [t('update.unchanged', { when: when(unchanged.at, voice), who: person(unchanged.by) })] : []),
    ...(next && incident.status === 'responding' ? [next] : []),
  ].join('\n')
}

export function headline({ incident }: Situation, voice: Voice): string {
  return `${statusEmojiOf(incident.status)} ${kindMark(incident.kind, voice)}*${statusName(incident.status, voice)}*${bar(voice)}${escapeText(serviceName(incident.service, voice))}`
}

/** What one wants to know at a glance, in pairs. */
export function shortFacts(situation: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const { incident, nextCheckpointAt } = situation
  const { settings, locale } = voice
  const pair = (label: string, value: string) => `${label} ${value}`
  const start = startWords(incident, voice)
  const types = incident.types.map((type) => settings.types[type].label[locale]).join(locale === 'ja' ? '・' : ', ')
  return [
    ...(isOver(incident) && !handlerOf(situation) ? [] : [pair(t('field.handler'), handlerName(situation, voice))]),
    pair(t('field.level'), `${levelEmoji(incident.level, voice)} ${escapeText(levelValue(incident.level, voice))}`),
    pair(`*${start.label}*`, start.words),
    ...(incident.recoveredAt ? [pair(t('field.recovered'), when(incident.recoveredAt, voice))] : []),
    ...(nextCheckpointAt && incident.status === 'responding'
      ? [pair(t('field.next'), when(nextCheckpointAt, voice))]
      : []),
    ...(situation.todos.total > 0 ? [pair(t('field.todos'), todosDone(situation))] : []),
    ...(situation.actions.length > 0 ? [pair(t('field.actions'), actionsClosed(situation))] : []),
    ...(incident.urgency ? [pair(t('field.urgency'), escapeText(urgencyName(incident.urgency, voice)))] : []),
    ...(types ? [pair(t('field.types'), escapeText(types))] : []),
    ...lessonsOf(situation, voice).map((value) => pair(t('field.postmortem'), value)),
  ]
}

const todosDone = ({ todos }: Situation): string => `${todos.total - todos.open}/${todos.total}`

const actionsClosed = ({ actions }: Situation): string =>
  `${actions.filter(({ state }) => state !== 'open').length}/${actions.length}`

/** More names than these in one line hide each other. */
const mostNamed = 4

/** Everybody who holds a role beside the handler, in one line; nothing while nobody does. */
function crewOf({ roles, asked, incident }: Situation, voice: Voice): string | undefined {
  const t = texts.in(voice.locale)
  const held = roleKeys.flatMap((role) => {
    const holders = role === 'handler' ? [] : roles.filter((each) => each.role === role)
    if (holders.length === 0) return []
    const named = holders.slice(0, mostNamed).map((each) => personName(each.userId, voice))
    const more = holders.length > mostNamed ? t('crew.more', { count: holders.length - mostNamed }) : ''
    return [`${escapeText(voice.settings.roles[role].label[voice.locale])} ${named.join(' ')}${more}`]
  })
  const roleName = (role: RoleKey) => escapeText(voice.settings.roles[role].label[voice.locale])
  const open = isOver(incident) ? [] : asked.map(({ role, to }) => `${roleName(role)} ${personName(to, voice)}`)
  const shown = [...held, ...(open.length > 0 ? [t('crew.asked', { asked: open.join(t('checkpoint.and')) })] : [])]
  return shown.length > 0 ? t('crew', { crew: shown.join(t('apart')) }) : undefined
}

/** Who knows of a private incident; all of them, and why, stand in the menu. */
function knowersLine({ incident, knowers }: Situation, voice: Voice): string | undefined {
  if (incident.visibility === 'public') return undefined
  const t = texts.in(voice.locale)
  const named = knowers.slice(0, mostNamed).map(({ userId }) => personName(userId, voice))
  const more = knowers.length > mostNamed ? t('crew.more', { count: knowers.length - mostNamed }) : ''
  return t('knowers', { who: `${named.join(' ')}${more}`, verb: verbLabel('exclude-people', voice) })
}

/** Whoever leads and works as well loses sight of the whole. */
function doublesOf({ roles, todos }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const handler = handlerOf({ roles })
  if (handlerAlsoResponds(roles)) return [t('also-responds')]
  return handler && todos.list.some((todo) => todo.owner === handler) ? [t('also-todo')] : []
}

/** More than these in one line nobody reads. */
const mostSkipped = 20
const mostTroubles = 3

/** What could not be delivered, named where the people are who can act. */
function warningsOf(situation: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const skipped = situation.people.filter((each) => each.skipped)
  return [
    ...(isOpenToAll(situation) ? [t(openWords(situation))] : []),
    ...(situation.outside.length > 0
      ? [
          t('outside', {
            channels: listed(situation.outside, mostSkipped, {
              each: channelLink,
              more: (count) => t('more', { count }),
            }),
          }),
        ]
      : []),
    ...mergeLinks(situation, voice),
    ...(isOver(situation.incident) ? [] : doublesOf(situation, voice)),
    ...nameWords(situation, voice),
    ...problemLines(situation, voice),
    ...pageTroubles(situation, voice),
    ...actionTroubles(situation, voice),
    ...relatedWords(situation, voice),
    ...publicationTroubles(situation, voice),
    ...gapsWords(situation, voice),
    ...(skipped.length > 0
      ? [
          t('skipped', {
            who: listed(skipped, mostSkipped, {
              each: ({ userId }) => person(userId),
              more: (count) => t('crew.more', { count }).trim(),
            }),
          }),
        ]
      : []),
  ]
}

/** Why anybody can read it still; the next step says what to do about it, where it is that. */
function openWords(situation: Situation): 'moving' | 'not-converted' | 'not-converted.short' {
  if (situation.channel.next) return 'moving'
  return nextStep(situation) === 'move-channel' ? 'not-converted.short' : 'not-converted'
}

/** Names that stand for nobody yet, by the reason; what is still looked for is no trouble yet. */
function gapsWords({ gaps }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const byReason = new Map<Gap['why'], string[]>()
  for (const { name, why } of gaps) byReason.set(why, [...(byReason.get(why) ?? []), name])
  return [...byReason].map(([why, all]) => {
    const names = listed(all, mostSkipped, { each: escapeText, more: (count) => t('more', { count }) })
    if (why === 'unknown') return t('gaps', { names })
    if (why === 'reading') return t('gaps.reading', { names })
    return t('gaps.unread', { names, words: escapeText(unreadWords(why, voice.locale)) })
  })
}

/** More of them in one message hide each other. */
const mostProblems = 5

/** What does not come through in Slack, and how much more of it there is. */
export function problemLines({ problems }: Pick<Situation, 'problems'>, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const more = problems.length - mostProblems
  return [
    ...problems.slice(0, mostProblems).map((problem) => t('problem', { problem: problemWords(problem, voice) })),
    ...(more > 0 ? [t('problem.more', { count: more })] : []),
  ]
}

/** That the channel is not called as it was to be: people look for it by its name. */
function nameWords({ channel }: Situation, voice: Voice): string[] {
  const { wantedName, nameError, name } = channel
  if (!wantedName || wantedName === name) return []
  const t = texts.in(voice.locale)
  const names = { wanted: escapeText(wantedName), name: escapeText(name) }
  return [nameError ? t('name.refused', { ...names, error: nameError }) : t('name.changed', names)]
}

/** What earlier incidents like this one have left open: it may be the cause, and somebody may be at it. Calls nobody. */
function relatedWords({ related }: Situation, voice: Voice): string[] {
  if (related.length === 0) return []
  const t = texts.in(voice.locale)
  const rows = related.map(({ item, channelId }) =>
    t('related.row', {
      item: actionTitle(item, voice, 150),
      due: dayName(item.dueOn, voice),
      where: channelId ? channelLink(channelId) : '',
    }).trim(),
  )
  return [[t('related'), ...rows].join('\n')]
}

/** What of the action items does not come to GitHub, each reason once. */
function actionTroubles({ actions }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const open = actions.filter(({ state, issueError, conflict }) => state === 'open' && (issueError || conflict))
  const why = [...new Set(open.flatMap((item) => issueTrouble(item, voice)))]
  const again = open.some(isIssueStuck) ? againWords(voice) : ''
  const lines = [
    ...why.slice(0, mostTroubles).map((words) => t('actions.trouble', { words })),
    ...(why.length > mostTroubles ? [t('problem.more', { count: why.length - mostTroubles })] : []),
  ]
  return lines.map((line, n) => (n === lines.length - 1 ? line + again : line))
}

/** The one next step in words; once it is over, what is left. */
function stepWords(situation: Situation, voice: Voice): string {
  const step = nextStep(situation)
  if (isOver(situation.incident) || step === 'reopen') return overWords(situation, voice)
  const t = texts.in(voice.locale)
  return t('next', { step: t(`step.${step}`) })
}

/** What is left once it is over, and what becomes of the channel; nothing of a channel that is archived. */
function overWords(situation: Situation, voice: Voice): string {
  const t = texts.in(voice.locale)
  const { archiveAt, channel } = situation
  const left = stillOwedOf(situation, voice.settings).map((each) => leftName(each, voice))
  const whatIsLeft = left.length > 0 ? [t('over.left', { left: left.join(t('apart')) })] : []
  if (channel.archivedAt) return whatIsLeft.join('\n')
  const end = archiveAt ? t(left.length > 0 ? 'over.at.left' : 'over.at', { when: when(archiveAt, voice) }) : t('over')
  return [...whatIsLeft, end].join('\n')
}

/** Where it goes on, and what goes on here. */
function mergeLinks({ merged }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const name = ({ channelId }: { channelId: string | null }) =>
    channelId ? channelLink(channelId) : t('merged.secret')
  const [first] = merged.from
  return [
    ...(merged.into ? [t('merged.into', { other: name(merged.into) })] : []),
    ...(first
      ? [t('merged.from', { others: listed(merged.from, 10, { each: name, more: (count) => t('more', { count }) }) })]
      : []),
  ]
}

/** It became private, and its channel has not yet been converted by hand. */
const isOpenToAll = ({ incident, channel }: Situation): boolean =>
  incident.visibility === 'private' && !channel.isPrivate

const topicKey = (situation: Situation): 'topic' | 'topic.private' | 'topic.secret' => {
  if (situation.incident.visibility === 'public') return 'topic'
  return isOpenToAll(situation) ? 'topic.private' : 'topic.secret'
}

/** The channel's topic: one line. Slack reads mentions in it too, so a person's words are escaped. */
export function topicText(situation: Situation, voice: Voice): string {
  const { incident } = situation
  // The list of channels shows a public channel's topic to everybody.
  return clipMarkup(
    texts.in(voice.locale)(topicKey(situation), {
      emoji: statusEmojiOf(incident.status),
      mark: kindMark(incident.kind, voice),
      status: statusName(incident.status, voice),
      level: levelValue(incident.level, voice),
      service: escapeText(serviceName(incident.service, voice)),
      summary: escapeClipped(oneLine(incident.summary), 120),
    }),
    limits.topic,
  )
}

/** The topic of a channel that was left for another: it says nothing of what was done there. */
export const leftTopicText = (voice: Voice): string => texts.in(voice.locale)('topic.left')

export const bookmarkTitle = (voice: Voice): string => texts.in(voice.locale)('bookmark')
