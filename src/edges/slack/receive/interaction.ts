import { z } from 'zod'
import { mustRead, type TellOdd } from '../../../kit/lenient.ts'

const named = z.looseObject({ id: z.string() })
const shown = z.looseObject({ ts: z.string(), thread_ts: z.string().optional() })
const chosen = z.looseObject({ value: z.string() })

/** What a form carries. What its fields hold is read by whoever takes the form: left out here, a field would seem empty. */
const view = z.looseObject({
  id: z.string(),
  type: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  hash: z.string().optional(),
  previous_view_id: z.string().nullish(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
  state: z.looseObject({ values: z.record(z.string(), z.unknown()) }),
})

const common = {
  user: z.looseObject({ id: z.string(), team_id: z.string().nullish() }),
  channel: named.nullish(),
  message: shown.nullish(),
  container: z
    .looseObject({
      type: z.string().optional(),
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      channel_id: z.string().optional(),
    })
    .nullish(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
}

const pressed = z.looseObject({
  ...common,
  type: z.literal('block_actions'),
  view: view.nullish(),
  actions: z
    .array(
      z.looseObject({
        type: z.string(),
        action_id: z.string(),
        block_id: z.string().optional(),
        value: z.string().optional(),
        selected_option: chosen.nullish(),
      }),
    )
    .nonempty(),
})

const formed = z.looseObject({ ...common, type: z.enum(['view_submission', 'view_closed']), view })

const searched = z.looseObject({
  ...common,
  type: z.literal('block_suggestion'),
  action_id: z.string(),
  block_id: z.string(),
  value: z.string(),
  view: view.nullish(),
})

const started = z.looseObject({
  ...common,
  type: z.literal('shortcut'),
  callback_id: z.string(),
  trigger_id: z.string(),
})

const startedFrom = z.looseObject({
  ...common,
  type: z.literal('message_action'),
  callback_id: z.string(),
  trigger_id: z.string(),
  channel: named,
  message: shown,
})

const interactions = z.discriminatedUnion('type', [pressed, formed, searched, started, startedFrom])

const typed = z.looseObject({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
})

/** What Slack sends besides events, of the shape that the doors rely on. */
export type Interaction = Readonly<Record<string, unknown>>

/**
 * Reads a click, a form, a search in a menu, a shortcut or a command once, for all who take one: what is not needed and odd is left out
 * and told by its place. Throws `Malformed` where a part that is needed is missing. Types that the bot asks for nowhere pass as they are, but
 * for what Bolt takes for a click or a menu by another sign than its type.
 * https://docs.slack.dev/reference/interaction-payloads, https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export function readInteraction(body: Interaction, tell: TellOdd): Interaction {
  if ('command' in body) return mustRead(typed, body, tell)
  const isKnown = interactions.options.some(({ shape: { type } }) => type.safeParse(body.type).success)
  const isTaken = isKnown || body.actions !== undefined || body.name !== undefined
  return isTaken ? withoutNulls(mustRead(interactions, body, tell)) : body
}

/** What is null is not there: Bolt looks whether a key is, and into what it holds. */
const withoutNulls = (body: Interaction): Interaction =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
