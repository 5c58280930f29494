import { z } from 'zod'
import {
  clip,
  fitMessage,
  limits,
  type MessageContent,
  type ModalView,
  textMessage,
} from '../../kit/block-kit/index.ts'
import { sleep } from '../../kit/clock.ts'
import { Malformed } from '../../kit/lenient.ts'
import type { KeptOut } from '../../kit/slack/doors.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { isStopping } from '../../kit/stopping.ts'
import { localeOfPerson } from '../directory/index.ts'
import { refusalWords } from '../faces/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import type { Voice } from '../situation/index.ts'
import { keepTold } from './alone.ts'
import type { Place } from './place.ts'
import { texts } from './texts.ts'

/** Slack waits three seconds for an acknowledgement; a form that opens later than this is acknowledged before. */
const longestBeforeAckMs = 2_000

/** In which language to speak to one person. */
export async function voiceFor(world: World, userId: string): Promise<Voice> {
  const settings = world.settings()
  return { settings, locale: await localeOfPerson(world.db.read, userId, settings.language) }
}

/**
 * Tells something to one person alone, where they are, in the thread if it is one; by direct message where that is no conversation of ours. They find it again
 * on their home tab, unless it is a `look` that stands there anyway, as long as they may know of the incident that it is about.
 */
export async function tell(
  world: World,
  slack: Slack,
  user: string,
  where: string | Place | undefined,
  content: MessageContent,
  what: 'news' | 'look' = 'news',
  incidentId: string | null = null,
): Promise<void> {
  if (where) {
    const { channel, threadTs } = typeof where === 'string' ? { channel: where } : where
    const args = { channel, user, ...(threadTs ? { thread_ts: threadTs } : {}), ...fitMessage(content) }
    const shown = await slack.call('chat.postEphemeral', args, { lane: 'person' })
    if (shown.is === 'done') return what === 'news' ? keepTold(world, user, content.text, incidentId) : undefined
  }
  await slack.call('chat.postMessage', { channel: user, ...fitMessage(content) }, { lane: 'person' })
}

/**
 * Opens a form, and resolves when it is open or when Slack must be answered without waiting longer. The trigger lives
 * three seconds; a person whose form did not open is told. `onOpen` is told the id of the view that opened, and Slack's hash of how it stands. `over`: it is laid
 * over the form whose button was pressed.
 */
export async function openForm(
  world: World,
  slack: Slack,
  triggerId: string,
  view: ModalView,
  person: { id: string; channel: string | Place | undefined; voice: Voice },
  onOpen?: (viewId: string, hash: string | undefined) => Promise<void>,
  over = false,
): Promise<void> {
  const method = over ? 'views.push' : 'views.open'
  const opening = slack.call(method, { trigger_id: triggerId, view }, { lane: 'person' }).then(async (opened) => {
    if (opened.is === 'done') return onOpen?.(opened.value.view.id, opened.value.view.hash)
    world.log.warn({ outcome: opened, form: view.callback_id }, 'A form could not be opened')
    const text = texts.in(person.voice.locale)('form.expired')
    await tell(world, slack, person.id, person.channel, textMessage(text))
  })
  await Promise.race([opening, sleep(world.clock, longestBeforeAckMs)])
}

/** What went wrong, for the person who pressed or sent: a refusal in their words, or that it was our fault. */
export function failureWords(world: World, error: unknown, voice: Voice, where: 'form' | 'click'): string {
  if (error instanceof Refusal) return refusalWords(error, voice)
  const t = texts.in(voice.locale)
  if (isStopping(error)) return t('restarting')
  if (error instanceof z.ZodError) return t(reasonOf(error))
  if (error instanceof Malformed) {
    world.log.warn({ problem: error.message }, 'What a click carried cannot be read')
    return t('refusal.unreadable')
  }
  world.log.error({ err: error }, 'A command failed')
  const name = error instanceof Error ? error.name : 'Error'
  return t(where === 'form' ? 'failed' : 'failed.click', { error: name })
}

/** Why a value cannot be taken: nothing is there, too much of it, or something else. */
function reasonOf({ issues: [issue] }: z.ZodError): 'refusal.empty' | 'refusal.too-long' | 'refusal.unreadable' {
  if (issue?.code === 'too_big') return 'refusal.too-long'
  const isMissing = issue?.code === 'invalid_type' && issue.input === undefined
  return isMissing || issue?.code === 'too_small' ? 'refusal.empty' : 'refusal.unreadable'
}

/** What to tell somebody who asks something of a bot that stops; in their language, as long as the database says which. */
export async function restartingWords(world: World, userId: string): Promise<string> {
  const { language } = world.settings()
  const locale = await localeOfPerson(world.db.read, userId, language).catch(() => language)
  return texts.in(locale)('restarting')
}

/** What to tell somebody of whom Slack sends something that cannot be read. */
export async function unreadableWords(world: World, userId: string): Promise<string> {
  return texts.in((await voiceFor(world, userId)).locale)('unreadable')
}

/** What to tell somebody who asks something of the bot and is of another company, not known to be of ours yet, or too fast. */
export async function keptOutWords(world: World, userId: string, why: KeptOut): Promise<string> {
  const t = texts.in((await voiceFor(world, userId)).locale)
  if (why === 'too-fast' || why === 'flooding') return t('too-fast')
  return why === 'unknown' ? t('unknown') : t('outsider')
}

/**
 * The same, at the field that it is about; `first` is the form's first field, and has what is about none. `shown`: the fields that the
 * form has, where a verb may speak of others, as of what its button named.
 */
export function formErrors(
  world: World,
  error: unknown,
  voice: Voice,
  first: string,
  shown?: readonly string[],
): { response_action: 'errors'; errors: Record<string, string> } {
  const field =
    error instanceof Refusal ? error.field : error instanceof z.ZodError ? String(error.issues[0]?.path[0] ?? '') : ''
  const words = clip(failureWords(world, error, voice, 'form'), limits.placeholder)
  const isShown = field && (!shown || shown.includes(field))
  return { response_action: 'errors', errors: { [isShown ? field : first]: words } }
}
