import { z } from 'zod'
import { type MessageContent, type ModalView, modal } from '../../kit/block-kit/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { parseJson } from '../../kit/well-formed.ts'
import { closeLabel, formId } from '../faces/index.ts'
import type { World } from '../facts/index.ts'
import { situationOf, type Voice } from '../situation/index.ts'
import { voiceFor } from './answers.ts'
import { formOf } from './draw.ts'
import { withFreshFields } from './fresh-fields.ts'
import { seenFields } from './meanwhile.ts'
import { commandOf, verbs } from './registry.ts'
import { texts } from './texts.ts'

/** What a verb's form carries along unseen. */
export const carriedAlong = z.object({
  incident: z.string(),
  argument: z.string().optional(),
  over: z.string().optional(),
  seen: seenFields.optional().catch(undefined),
})

/** The verb whose form has this callback id. */
export const verbOfForm = (callbackId: string): string | undefined => verbs.find((verb) => formId(verb) === callbackId)

/** A form that lies over another one remembers what that is, so that it can be drawn anew once this one was sent. */
export function laidOver(view: ModalView, below: { callback_id: string }): ModalView {
  const over = verbOfForm(below.callback_id)
  if (!over || !view.private_metadata) return view
  // `verbForm` has written it.
  const known = JSON.parse(view.private_metadata) as object
  return { ...view, private_metadata: JSON.stringify({ ...known, over }) }
}

/** Draws a form in which buttons are pressed anew: it shows what has become of what it lists. With a `hash`, only as long as it stands as it did then; `isBegunAnew`: its fields begin with what stands now. */
export async function redraw(
  { world, slack }: { world: World; slack: Slack },
  below: { id: string; callback_id: string; private_metadata: string; hash?: string | undefined },
  incidentId: string,
  userId: string,
  isBegunAnew = false,
): Promise<void> {
  const [situation, voice] = [await situationOf(world.db.read, incidentId), await voiceFor(world, userId)]
  const command = commandOf(verbOfForm(below.callback_id))
  const carried = carriedBy(below)
  if (!situation || !command) return
  const view = await formOf(world, command, { situation, by: userId, argument: carried.argument ?? null }, voice)
  if (!view) return
  const over = carried.over ? laidOver(view, { callback_id: formId(carried.over) }) : view
  const shown = isBegunAnew ? withFreshFields(over) : over
  await slack.call(
    'views.update',
    { view_id: below.id, view: shown, ...(below.hash ? { hash: below.hash } : {}) },
    { lane: 'person' },
  )
}

/** A form takes the place of the one whose button was pressed: its fields begin with its own words, and what that lay over it lies over. */
export async function putInPlace(
  { world, slack }: { world: World; slack: Slack },
  below: { id: string; private_metadata: string },
  view: ModalView,
): Promise<void> {
  const { over } = carriedBy(below)
  const shown = withFreshFields(over ? laidOver(view, { callback_id: formId(over) }) : view)
  const put = await slack.call('views.update', { view_id: below.id, view: shown }, { lane: 'person' })
  if (put.is !== 'done') world.log.warn({ outcome: put }, 'A form could not be put in place of another')
}

/** What a form carries; nothing where that is nothing of ours. */
function carriedBy({ private_metadata: kept }: { private_metadata: string }): Partial<z.output<typeof carriedAlong>> {
  return kept ? (carriedAlong.safeParse(parseJson(kept)).data ?? {}) : {}
}

/** Whether a form is the list of all actions. */
export const isOfAll = ({ callback_id }: { callback_id: string }): boolean => callback_id === formId('more')

/** In the list of all actions stands what the action answers: nobody sees what is said behind a form. */
export async function showInstead(
  { world, slack }: { world: World; slack: Slack },
  viewId: string,
  answer: MessageContent,
  voice: Voice,
): Promise<void> {
  const view = answerView(answer, voice)
  const shown = await slack.call('views.update', { view_id: viewId, view }, { lane: 'person' })
  if (shown.is !== 'done') world.log.warn({ outcome: shown }, 'An answer could not be shown in its form')
}

const answerId = 'incident.answer'

/** That an action was done which answers nothing itself. */
export const doneWords = (label: string, { locale }: Voice): string => texts.in(locale)('done', { label })

function answerView({ blocks }: MessageContent, { locale }: Voice): ModalView {
  const t = texts.in(locale)
  return modal({ callbackId: answerId, title: t('title.more'), close: closeLabel(locale), blocks })
}
