import {
  type Block,
  button,
  context,
  dateTimeInput,
  type FieldValue,
  fieldActionId,
  type InputElement,
  input,
  type ModalView,
  modal,
  type Option,
  option,
  section,
  select,
  textInput,
} from '../../kit/block-kit/index.ts'
import { listRow } from '../commands/index.ts'
import { levelOptions } from '../faces/index.ts'
import { detections, type Origin } from '../incident/index.ts'
import type { Core } from '../reading/index.ts'
import { incidentKinds, incidentTypes } from '../settings/index.ts'
import type { Voice } from '../situation/index.ts'
import { outsideWarning } from './messages.ts'
import { readersBlocks } from './readers.ts'
import { texts } from './texts.ts'

/** The form's callback id. */
export const declareFormId = 'incident.declare'
/** Choosing the service shows at once what is open there, and who will read it. */
export const serviceActionId = 'incident.declare.service'
/** What else changes who will read it: the form is redrawn. */
export const readersActionIds = [
  'incident.declare.urgency',
  'incident.declare.level',
  'incident.declare.type',
  'incident.declare.kind',
  'incident.declare.visibility',
  // Slack keeps what stands in a field of the same name: what the bot sets itself has another.
  'incident.declare.visibility.set',
] as const
const [urgencyActionId, levelActionId, typeActionId, kindActionId, visibilityActionId, setVisibilityActionId] =
  readersActionIds
/** The button beside an incident that is being handled already; its value is the incident's id. */
export const joinActionId = 'incident.declare.join'

/** What the form begins with, and what it carries along unseen: the answer to a mention, or the message it is about. */
export type Prefill = {
  /** Answers by the field's block id. */
  values: Readonly<Record<string, FieldValue>>
  invitationId?: string | undefined
  origin?: Origin | undefined
  /** What is being handled of the chosen service already, for the person's own eyes. */
  open: readonly Core[]
  /** That it is to be private was chosen by a button beside the field. */
  isSetPrivate?: boolean
  /** The channels of other companies, too, in which a public incident of the chosen service would be told. */
  outside?: readonly string[]
}

/** The form: two required fields, the rest can wait. */
export function declareForm(prefill: Prefill, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const { invitationId, origin } = prefill
  return modal({
    callbackId: declareFormId,
    title: t('form.title'),
    submit: t('form.submit'),
    close: t('form.close'),
    metadata: {
      ...(invitationId ? { invitation: invitationId } : {}),
      ...(origin ? { origin } : {}),
    },
    ...(invitationId ? { notifyOnClose: true } : {}),
    blocks: [context(t('form.intro')), ...needed(prefill, voice), ...optional(prefill, voice)],
  })
}

/** Whether the form's field of visibility is the one that a button has set. */
export const wasSetPrivate = ({ blocks }: { blocks: readonly { block_id?: string; type: string }[] }): boolean =>
  blocks.some((block) => block.block_id === 'visibility' && JSON.stringify(block).includes(setVisibilityActionId))

/** Where the person goes who found that it is being handled already. */
export function joinedView(text: string, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  return modal({
    callbackId: 'incident.joined',
    title: t('joined.title'),
    close: t('receipt.close'),
    blocks: [section(text)],
  })
}

function needed({ values, open, outside = [] }: Prefill, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const { settings, locale } = voice
  const services = Object.entries(settings.services).map(([key, service]) => option(key, service.name[locale]))
  return [
    input({
      id: 'service',
      label: t('field.service'),
      dispatch: true,
      element: choice(services, textIn(values.service) ?? (services.length === 1 ? services[0]?.value : undefined), {
        actionId: serviceActionId,
      }),
    }),
    // On a telephone this is the first screen: what was said with the mention may be long, and open incidents many.
    ...readersBlocks(values, voice),
    ...outsideWarning(outside, voice),
    ...alreadyOpen(open, voice),
    input({
      id: 'summary',
      label: t('field.summary'),
      hint: t('hint.summary'),
      element: textInput({
        multiline: true,
        placeholder: t('placeholder.summary'),
        initial: textIn(values.summary),
      }),
    }),
  ]
}

/** What is being handled already, each with its way in; declaring apart is sending the form as it is. */
function alreadyOpen(open: readonly Core[], voice: Voice): Block[] {
  if (open.length === 0) return []
  const t = texts.in(voice.locale)
  return [
    section(`*${t('form.open')}*`),
    ...open.map((situation) =>
      section(
        listRow(situation, voice),
        button({ actionId: joinActionId, text: t('form.join'), value: situation.incident.id }),
      ),
    ),
    context(t('form.apart')),
  ]
}

function optional({ values, isSetPrivate = false }: Prefill, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const { settings, locale } = voice
  const fields: {
    id: 'urgency' | 'level' | 'type' | 'kind' | 'visibility' | 'detected_at' | 'detected_by'
    of: InputElement
  }[] = [
    {
      id: 'urgency',
      of: choice(
        settings.urgencies.map((urgency) =>
          option(urgency.key, urgency.emoji ? `${urgency.emoji} ${urgency.label[locale]}` : urgency.label[locale]),
        ),
        textIn(values.urgency),
        { actionId: urgencyActionId },
      ),
    },
    {
      id: 'level',
      of: choice(levelOptions(voice), textIn(values.level), { actionId: levelActionId }),
    },
    {
      id: 'type',
      of: boxes(
        incidentTypes.map((type) =>
          option(type, settings.types[type].label[locale], settings.types[type].description[locale]),
        ),
        values.type,
        typeActionId,
      ),
    },
    {
      id: 'kind',
      of: choice(
        incidentKinds.map((kind) =>
          option(kind, settings.kinds[kind].label[locale], settings.kinds[kind].description[locale]),
        ),
        textIn(values.kind) ?? 'real',
        { actionId: kindActionId },
      ),
    },
    {
      id: 'visibility',
      of: choice(
        [option('public', t('visibility.public')), option('private', t('visibility.private'))],
        textIn(values.visibility) ?? 'public',
        { actionId: isSetPrivate ? setVisibilityActionId : visibilityActionId },
      ),
    },
    {
      id: 'detected_at',
      of: dateTimeInput(typeof values.detected_at === 'number' ? new Date(values.detected_at * 1000) : undefined),
    },
    {
      id: 'detected_by',
      of: choice(
        detections.map((how) => option(how, t(`detected.${how}`))),
        textIn(values.detected_by),
      ),
    },
  ]
  return fields.map(({ id, of }) =>
    input({
      id,
      label: t(`field.${id}`),
      ...(id === 'urgency' || id === 'level' ? { hint: t(`hint.${id}`) } : {}),
      optional: true,
      ...(id === 'detected_at' || id === 'detected_by' ? {} : { dispatch: true }),
      element: of,
    }),
  )
}

const textIn = (value: FieldValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

const choice = (options: Option[], initial: string | undefined, { actionId = fieldActionId } = {}): InputElement =>
  select({ actionId, options, ...(initial ? { initial } : {}) })

function boxes(options: Option[], chosen: FieldValue | undefined, actionId: string): InputElement {
  const initial = options.filter(({ value }) => Array.isArray(chosen) && chosen.includes(value))
  return {
    type: 'checkboxes',
    action_id: actionId,
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  }
}
