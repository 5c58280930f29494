import {
  actions,
  asMessage,
  type Block,
  type Button,
  button,
  channelLink,
  clip,
  context,
  escapeText,
  limits,
  type MessageContent,
  type ModalView,
  menuSelect,
  modal,
  option,
  person,
  type StaticSelect,
  section,
  textMessage,
} from '../../kit/block-kit/index.ts'
import { hereMessage, listRow } from '../commands/index.ts'
import type { Core } from '../reading/index.ts'
import { errorWords, kindMark, plainTitle, type Situation, statusName, type Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** The button under the answer to a mention; outside drivers press it by this name. */
export const openFormActionId = 'incident.declare.open'

/** The button that declares another incident with words that somebody said where one is already. */
export const anotherActionId = 'incident.declare.another'

/** The menu under the answer to a mention: which open incident the mention is about. */
export const linkActionId = 'incident.declare.link'

/** A button that declares another incident; `words` become its summary. Slack takes 2,000 characters: longer ones are cut. */
export function anotherButton(voice: Voice, words = ''): Button {
  const text = texts.in(voice.locale)('here.another')
  if (words === '') return button({ actionId: openFormActionId, text })
  return button({ actionId: anotherActionId, text, value: clip(words, 2000) })
}

/** A button that declares an incident, as the first that somebody speaks of; `words` become its summary. */
export const declareButton = (voice: Voice, words = ''): Button => ({
  ...anotherButton(voice, words),
  text: { type: 'plain_text', text: texts.in(voice.locale)('invitation.declare'), emoji: true },
})

/** The controls of the incident that somebody speaks about, and last of all another declaration. */
export const controlsMessage = (situation: Situation, voice: Voice): MessageContent =>
  hereMessage(situation, voice, anotherButton(voice))

/** How long Slack lets a channel wait, roughly; null while it does not. */
export type Delay = { minutes: number } | null

/**
 * What the answer to a mention shows: the button, what is open already, who is writing, and what was declared from it for everybody
 * to know. Of what is private it does not even say that somebody declared.
 */
export type InvitationPicture = {
  id: string
  declared: readonly { situation: Situation; delay: Delay }[]
  open: readonly Core[]
  /** The incidents that somebody said the mention belongs to. */
  linked: readonly { situation: Pick<Situation, 'incident' | 'channel'>; by: string }[]
  /** People who have the form open. */
  writing: readonly string[]
}

/** How many are named: nobody counts the rest at 3 a.m. */
const mostNamed = 5

/** Who declared, and where it is handled, or that Slack makes it wait. */
function declaredLine(
  { situation: { incident, channel }, delay }: InvitationPicture['declared'][number],
  voice: Voice,
) {
  const t = texts.in(voice.locale)
  const who = person(incident.declaredBy)
  const status =
    incident.status === 'responding' ? '' : t('invitation.status', { status: statusName(incident.status, voice) })
  if (channel.channelId) return t('invitation.declared', { who, channel: channelLink(channel.channelId) }) + status
  if (delay) return t('invitation.delayed', { who, minutes: delay.minutes })
  return t('invitation.declared', { who, channel: `\`#${escapeText(channel.name)}\`` })
}

/** Where somebody said that it belongs, and what became of that. */
function linkedLine({ situation: { incident, channel }, by }: InvitationPicture['linked'][number], voice: Voice) {
  const t = texts.in(voice.locale)
  const place = channel.channelId ? channelLink(channel.channelId) : ''
  if (incident.status === 'responding') return t('invitation.linked', { who: person(by), channel: place })
  const mark = kindMark(incident.kind, voice)
  return t(`origin.${incident.status}`, { mark, channel: place }) + t('invitation.linked.by', { who: person(by) })
}

/** The answer to a mention. */
export function invitationMessage(picture: InvitationPicture, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const isTold = ({ situation: { incident } }: { situation: Pick<Situation, 'incident'> }) =>
    incident.visibility === 'public'
  const declared = picture.declared.filter(isTold).map((each) => declaredLine(each, voice))
  const linked = picture.linked.filter(isTold).map((each) => linkedLine(each, voice))
  const names = picture.writing.slice(0, mostNamed).map(person)
  const people = new Intl.ListFormat(voice.locale, { type: 'conjunction' }).format(names)
  const writing = names.length > 0 ? [t('invitation.writing', { people })] : []
  // What it belongs to is said: the menu still takes another one, but no list asks once more.
  const open = linked.length > 0 ? [] : picture.open.map((situation) => listRow(situation, voice))
  const blocks: Block[] = [
    ...(declared.length + linked.length > 0
      ? [section([...declared, ...linked].join('\n'))]
      : [section(`*${t('invitation.title')}*\n${t('invitation.body')}`)]),
    ...writing.map((words) => context(words)),
    actions(`invitation:${picture.id}`, [
      button({
        actionId: openFormActionId,
        text: t('invitation.declare'),
        value: picture.id,
        ...(declared.length + linked.length > 0 ? {} : { style: 'primary' as const }),
      }),
      ...(picture.open.length > 0 ? [linkMenu(picture.open, voice)] : []),
    ]),
    ...(open.length > 0 ? [context(t('invitation.open')), ...open.map((row) => context(row))] : []),
  ]
  const lines = [
    ...(declared.length + linked.length > 0 ? [...declared, ...linked] : [t('invitation.title'), t('invitation.body')]),
    ...writing,
    ...open,
  ]
  return asMessage(lines, blocks)
}

/** Which open incident it is about: its value is the incident's id. */
const linkMenu = (open: readonly Core[], voice: Voice): StaticSelect =>
  menuSelect({
    actionId: linkActionId,
    placeholder: texts.in(voice.locale)('invitation.link'),
    options: open.map(({ incident }) => option(incident.id, clip(plainTitle(incident, voice), limits.optionText))),
  })

/** Under the message or in the thread that it came from: where the response happens, and how it ended. */
export function handledElsewhere({ incident, channel }: Pick<Situation, 'incident' | 'channel'>, voice: Voice) {
  const t = texts.in(voice.locale)
  const mark = kindMark(incident.kind, voice)
  return textMessage(
    t(`origin.${incident.status}`, {
      mark,
      channel: channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`,
    }),
  )
}

/** What the form turns into once it was sent: where to go on, or what failed. */
export function receipt(
  { channel, problems, outside = [] }: Pick<Situation, 'channel' | 'problems'> & Partial<Pick<Situation, 'outside'>>,
  delay: Delay,
  voice: Voice,
): ModalView {
  const t = texts.in(voice.locale)
  const problem = problems.find((each) => each.slot === 'channel')
  const words = channel.channelId
    ? t('receipt.ready', { channel: channelLink(channel.channelId) })
    : problem
      ? t('receipt.failed', { name: channel.name, why: errorWords(problem.error, voice) })
      : delay
        ? t('receipt.delayed', { name: channel.name, minutes: delay.minutes })
        : t('receipt.waiting', { name: channel.name })
  return modal({
    callbackId: 'incident.declared',
    title: t('receipt.title'),
    close: t('receipt.close'),
    blocks: [section(words), ...outsideWarning(outside, voice)],
  })
}

/** That other companies will read what is broadcast. */
export function outsideWarning(channels: readonly string[], voice: Voice): Block[] {
  if (channels.length === 0) return []
  return [section(texts.in(voice.locale)('outside', { channels: channels.map(channelLink).join(' ') }))]
}
