import { actions, asMessage, type Button, type MessageContent, section } from '../../kit/block-kit/index.ts'
import { mayKnow } from '../assembly/index.ts'
import { incidentChannelById, incidentOf, incidentThatLeft } from '../channel/index.ts'
import type { Verb } from '../faces/index.ts'
import { controls, controlsBlockId, isOver, verbButton } from '../faces/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { slotOfMessage } from '../projection/index.ts'
import { kindMark, type Situation, situationOf, type Voice } from '../situation/index.ts'
import { admit } from './admit.ts'
import type { Place } from './place.ts'
import { commands } from './registry.ts'
import { texts } from './texts.ts'

/** What people ask for most, beside the next step. */
const usual: readonly Verb[] = ['update', 'call-people', 'timeline']

/**
 * The incident that a place is about: its own channel, or a thread under one of its messages elsewhere. Undefined where there is none.
 * Throws a `Refusal` for whoever may not know of it.
 */
export async function incidentHere(
  world: World,
  { channel, threadTs }: Place,
  user: string,
): Promise<Situation | undefined> {
  const { read } = world.db
  const own = (await incidentChannelById(read, channel))?.incidentId ?? (await leftBy(world, channel, user))
  const root = !own && threadTs ? await slotOfMessage(read, channel, threadTs) : undefined
  const id = own ?? (root && incidentOf(root.subject))
  const situation = id ? await situationOf(read, id) : undefined
  if (situation) await admit(world, situation, user, channel)
  return situation
}

/** The incident that has left this channel, for whoever may know of it. Throws a `Refusal` for everybody else. */
async function leftBy({ db: { read } }: World, channel: string, user: string): Promise<string | undefined> {
  const id = await incidentThatLeft(read, channel)
  if (id && !(await mayKnow(read, id, user))) throw new Refusal('channel-moved')
  return id
}

/** What stands above the controls: words, and a button for each thing that was said. `offers`: the verbs that these buttons lead to. */
type Above = { lead: readonly string[]; buttons: readonly Button[]; offers?: readonly string[] }

/** An incident's controls for one person, under what is answered to their words; `another` declares another incident, and comes last. */
export function hereMessage(
  situation: Situation,
  voice: Voice,
  another: Button,
  { lead, buttons, offers = [] }: Above = { lead: [], buttons: [] },
): MessageContent {
  const { id, kind } = situation.incident
  const words = texts.in(voice.locale)(buttons.length > 0 ? 'here.else' : 'here', { mark: kindMark(kind, voice) })
  const usually = usual
    .filter((verb) => commands[verb].offered(situation) && !offers.includes(verb))
    .map((verb) => verbButton(verb, voice, { text: commands[verb].label(voice.locale) }))
  const above = [
    ...lead.map((each) => section(each)),
    // One action id in several blocks: within one, Slack wants each only once.
    ...buttons.map((each, n) => actions(controlsBlockId(id, n + 2), [each])),
  ]
  const more = actions(controlsBlockId(id, 1), [...usually, another])
  // The button that was asked for is the one to press; of two in green nobody knows which.
  const isQuiet = isOver(situation.incident) || buttons.some(({ style }) => style === 'primary')
  return asMessage(
    [lead[0] ?? words],
    [...above, section(words), controls(situation, voice, { isQuiet, offered: offers }), more],
  )
}
