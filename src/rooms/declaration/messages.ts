import {
  actions,
  type Block,
  button,
  channelLink,
  context,
  dateTimeInput,
  escapeText,
  fieldActionId,
  input,
  type MessageContent,
  type ModalView,
  modal,
  option,
  person,
  section,
  select,
  textInput,
} from '../../kit/block-kit/index.ts'
import { listRow } from '../commands/index.ts'
import type { Origin } from '../incident/index.ts'
import { incidentKinds, incidentTypes } from '../settings/index.ts'
import { errorWords, kindMark, type Situation, type Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** The button under the answer to a mention; outside drivers press it by this name. */
export const openFormActionId = 'incident.declare.open'
/** The form's callback id. */
export const declareFormId = 'incident.declare'

/** What the answer to a mention shows: the button, what is open already, and what was declared from it. */
export type InvitationPicture = { id: string; declared: readonly Situation[]; open: readonly Situation[] }

/** The answer to a mention. */
export function invitationMessage(picture: InvitationPicture, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const declared = picture.declared.map(({ incident, channel }) =>
    incident.visibility === 'private'
      ? t('invitation.declared-private', { who: person(incident.declaredBy) })
      : t('invitation.declared', {
          who: person(incident.declaredBy),
          channel: channel.channelId ? channelLink(channel.channelId) : `\`#${escapeText(channel.name)}\``,
        }),
  )
  const open = picture.open.map((situation) => listRow(situation, voice))
  const blocks: Block[] = [
    ...(declared.length > 0
      ? [section(declared.join('\n'))]
      : [section(`*${t('invitation.title')}*\n${t('invitation.body')}`)]),
    actions(`invitation:${picture.id}`, [
      button({
        actionId: openFormActionId,
        text: t('invitation.declare'),
        value: picture.id,
        ...(declared.length > 0 ? {} : { style: 'primary' as const }),
      }),
    ]),
    ...(open.length > 0 ? [context(t('invitation.open')), ...open.map((row) => context(row))] : []),
  ]
  const text = [...(declared.length > 0 ? declared : [t('invitation.title'), t('invitation.body')]), ...open].join('\n')
  return { text, blocks }
}

/** What the form begins with, and what it carries along unseen: the answer to a mention, or the message it is about. */
export type Prefill = { summary?: string; invitationId?: string | undefined; origin?: Origin | undefined }

/** The form: two required fields, the rest can wait. */
export function declareForm(prefill: Prefill, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const { settings, locale } = voice
  const services = Object.entries(settings.services).map(([key, service]) => option(key, service.name[locale]))
  const only = services.length === 1 ? services[0]?.value : undefined
  return modal({
    callbackId: declareFormId,
    title: t('form.title'),
    submit: t('form.submit'),
    close: t('form.close'),
    metadata: {
      ...(prefill.invitationId ? { invitation: prefill.invitationId } : {}),
      ...(prefill.origin ? { origin: prefill.origin } : {}),
    },
    blocks: [
      context(t('form.intro')),
      input({
        id: 'service',
        label: t('field.service'),
        element: select({ actionId: fieldActionId, options: services, ...(only ? { initial: only } : {}) }),
      }),
      input({
        id: 'summary',
        label: t('field.summary'),
        element: textInput({ multiline: true, placeholder: t('placeholder.summary'), initial: prefill.summary }),
      }),
      input({
        id: 'urgency',
        label: t('field.urgency'),
        hint: t('hint.urgency'),
        optional: true,
        element: select({
          actionId: fieldActionId,
          options: settings.urgencies.map((urgency) =>
            option(urgency.key, urgency.emoji ? `${urgency.emoji} ${urgency.label[locale]}` : urgency.label[locale]),
          ),
        }),
      }),
      input({
        id: 'type',
        label: t('field.type'),
        optional: true,
        element: {
          type: 'checkboxes',
          action_id: fieldActionId,
          options: incidentTypes.map((type) =>
            option(type, settings.types[type].label[locale], settings.types[type].description[locale]),
          ),
        },
      }),
      input({
        id: 'kind',
        label: t('field.kind'),
        optional: true,
        element: select({
          actionId: fieldActionId,
          options: incidentKinds.map((kind) =>
            option(kind, settings.kinds[kind].label[locale], settings.kinds[kind].description[locale]),
          ),
          initial: 'real',
        }),
      }),
      input({
        id: 'visibility',
        label: t('field.visibility'),
        optional: true,
        element: select({
          actionId: fieldActionId,
          options: [option('public', t('visibility.public')), option('private', t('visibility.private'))],
          initial: 'public',
        }),
      }),
      input({ id: 'detected_at', label: t('field.detected_at'), optional: true, element: dateTimeInput() }),
    ],
  })
}

/** Under the message or in the thread that it came from: where the response now happens. */
export function handledElsewhere({ incident, channel }: Pick<Situation, 'incident' | 'channel'>, voice: Voice) {
  const t = texts.in(voice.locale)
  const mark = kindMark(incident.kind, voice)
  const words =
    incident.visibility === 'private' || !channel.channelId
      ? t('origin.private', { mark })
      : t('origin.told', { mark, channel: channelLink(channel.channelId) })
  return { text: words, blocks: [section(words)] } satisfies MessageContent
}

/** What the form turns into once it was sent: where to go on, or what failed. */
export function receipt({ channel, problems }: Pick<Situation, 'channel' | 'problems'>, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const problem = problems.find((each) => each.slot === 'channel')
  const words = channel.channelId
    ? t('receipt.ready', { channel: channelLink(channel.channelId) })
    : problem
      ? t('receipt.failed', { name: channel.name, why: errorWords(problem.error, voice) })
      : t('receipt.waiting', { name: channel.name })
  return modal({
    callbackId: 'incident.declared',
    title: t('receipt.title'),
    close: t('receipt.close'),
    blocks: [section(words)],
  })
}
