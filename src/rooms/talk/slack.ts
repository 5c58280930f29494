import { fitMessage, type MessageContent, textMessage } from '../../kit/block-kit/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import {
  failureWords,
  incidentHere,
  isInPassing,
  keepTold,
  keptOutWords,
  openList,
  tell,
  voiceFor,
} from '../commands/index.ts'
import { inviteToDeclare, openDeclareForm } from '../declaration/index.ts'
import { isBot, plainWords } from '../directory/index.ts'
import type { Foretell } from '../faces/index.ts'
import type { World } from '../facts/index.ts'
import { answerUnclear, directOf, meantBy } from './direct.ts'
import { stepMessage } from './direct-messages.ts'
import { answerFound } from './found.ts'
import { answerAbout } from './here.ts'
import { wantedOutside } from './outside.ts'
import { mention } from './payloads.ts'
import { texts } from './texts.ts'

/** What people say to the bot: by a mention, after `/incident`, and in a direct message. */
export function registerTalk(doors: Doors, world: World, foretell: Foretell): void {
  const { app, slack, on } = doors
  const tools = { world, slack, foretell }

  on('app_mention', async ({ event, keptOut, bot }) => {
    const { channel, ts, thread_ts: threadTs, user, text, bot_id: ofApp } = mustRead(mention, event)
    if (!user) return
    const place = { channel, threadTs }
    const invitation = { channel, ts, threadTs: threadTs ?? null, by: user }
    if (keptOut === 'flooding') return
    if (keptOut) {
      await tell(world, slack, user, place, textMessage(await keptOutWords(world, user, keptOut)), 'look')
    } else if (ofApp || (await isBot(world.db.read, user))) {
      // An app that answers what it is told would go on for ever, and nothing can be shown to it alone.
      await inviteToDeclare(world, invitation, 'an app')
    } else {
      const words = withoutBot(text, bot)
      if (isInPassing(withoutPeople(words))) return
      const speech = { words, place, by: user }
      const answer = await answerAbout(tools, () => incidentHere(world, place, user), speech)
      const shown = answer ? answer.shown : await shownOutside(words, user)
      if (shown) await tell(world, slack, user, place, shown, 'look')
      else if (!answer) await inviteToDeclare(world, invitation)
    }
  })

  on('message', async ({ event, keptOut }) => {
    const direct = directOf(event)
    if (!direct) return
    const { channel, threadTs, user, text } = direct
    const answer = (content: MessageContent) =>
      slack.call(
        'chat.postMessage',
        { channel, ...(threadTs ? { thread_ts: threadTs } : {}), ...fitMessage(content) },
        { lane: 'person' },
      )
    if (keptOut === 'flooding') return
    if (keptOut) return void (await answer(textMessage(await keptOutWords(world, user, keptOut))))
    if (isInPassing(withoutPeople(text))) return
    const { words, about } = meantBy(world, direct)
    const said = await answerAbout(tools, about, { words, place: { channel, threadTs }, by: user })
    const shown = said ? said.shown : await shownOutside(words, user, 'alone')
    await answer(shown ?? (await answerUnclear(world, user, words, await voiceFor(world, user))))
  })

  /** The list, the help, what was found or where a step is taken, for one person; undefined for what is to be declared. */
  async function shownOutside(words: string, user: string, where: 'in a channel' | 'alone' = 'in a channel') {
    const voice = await voiceFor(world, user)
    const wanted = wantedOutside(words)
    if (wanted.is === 'list') return openList(world, user, voice)
    if (wanted.is === 'find') {
      const [q, instead] = [await plainWords(world.db.read, wanted.q), await plainWords(world.db.read, words)]
      return answerFound(world, user, q, voice, instead.trim())
    }
    if (wanted.is === 'step' && where === 'in a channel')
      return stepMessage(await openList(world, user, voice), wanted.verb, voice)
    return wanted.is === 'help' ? textMessage(texts.in(voice.locale)('help.outside')) : undefined
  }

  app.command('/incident', async ({ command, ack }) => {
    const { user_id: id, channel_id: channel, trigger_id: trigger, text: words } = command
    const place = { channel }
    try {
      const speech = { words, place, by: id, trigger }
      const answer = await answerAbout(tools, () => incidentHere(world, place, id), speech)
      const shown = answer ? answer.shown : await shownOutside(words, id)
      const outside = answer || shown ? undefined : wantedOutside(words)
      if (outside?.is === 'declare') {
        const summary = await plainWords(world.db.read, outside.summary)
        await openDeclareForm(tools, trigger, { id, channel }, { summary })
      }
      await ack()
      if (shown) await tell(world, slack, id, place, shown, 'look')
    } catch (error) {
      const text = failureWords(world, error, await voiceFor(world, id), 'click')
      await ack({ response_type: 'ephemeral', text })
      await keepTold(world, id, text, null)
    }
  })
}

/** What was said beside naming the bot; where Slack has not said who the bot is, beside naming anybody first. */
const withoutBot = (text: string, bot: string | undefined): string =>
  (bot === undefined
    ? text.replace(/<@\w+(?:\|[^<>]*)?>/, ' ')
    : text.replaceAll(/<@(\w+)(?:\|[^<>]*)?>/g, (all, id) => (id === bot ? ' ' : all))
  ).trim()

const withoutPeople = (text: string): string => text.replaceAll(/<@\w+(?:\|[^<>]*)?>/g, '')
