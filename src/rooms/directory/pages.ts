import type { Tx } from '../../kit/db/index.ts'
import { leadsBack, type Outcome, type Slack } from '../../kit/slack/index.ts'
import type { ListName } from './directory.ts'
import { keepChannels, keepGroups, keepPeople } from './kept/store.ts'
import { channelOf, groupOf, ownTeam, personOf } from './team.ts'

/**
 * One page of a list. `keep` writes it down and answers the names that stand in it; `next` is Slack's place of the next page,
 * null at the end, however short or empty this one is.
 */
export type Page = { keep(tx: Tx): Promise<string[]>; next: string | null }

/** No list is read for anybody else, so that its whole budget may be spent. */
const lane = { lane: 'declare' } as const

/** As many as Slack gives in one answer: https://docs.slack.dev/reference/methods/users.list, /conversations.list */
const mostPeople = 1_000
const mostChannels = 999
/** Groups come all at once; so many are written in one statement. */
const groupsAtOnce = 100

/** Reads the page of a list that begins at `cursor`. A page after which the same one comes again is none: the list would have no end. */
export async function pageOf(slack: Slack, list: ListName, cursor: string | null): Promise<Outcome<Page>> {
  const page = await ask(slack, list, cursor === null ? {} : { cursor })
  return page.is === 'done' && page.value.next !== null && page.value.next === cursor ? leadsBack : page
}

async function ask(slack: Slack, list: ListName, from: From): Promise<Outcome<Page>> {
  switch (list) {
    case 'people':
      return people(slack, from)
    case 'channels':
      return channels(slack, from)
    case 'groups':
      return groups(slack)
  }
}

type From = { cursor?: string }

async function people(slack: Slack, from: From): Promise<Outcome<Page>> {
  const team = await ownTeam(slack)
  const answer = await slack.call('users.list', { include_locale: true, limit: mostPeople, ...from }, lane)
  if (answer.is !== 'done') return answer
  const found = answer.value.members.map((member) => personOf(member, team))
  return page(found, keepPeople, ({ id, handle }) => [id, handle], nextOf(answer.value))
}

/** Where the bot is, and every other public channel: the settings may name one that it has yet to join. */
async function channels(slack: Slack, from: From): Promise<Outcome<Page>> {
  const args = { types: 'public_channel,private_channel', exclude_archived: true, limit: mostChannels, ...from }
  const answer = await slack.call('conversations.list', args, lane)
  if (answer.is !== 'done') return answer
  return page(answer.value.channels.map(channelOf), keepChannels, ({ id, name }) => [id, name], nextOf(answer.value))
}

async function groups(slack: Slack): Promise<Outcome<Page>> {
  const answer = await slack.call('usergroups.list', { include_users: true }, lane)
  if (answer.is !== 'done') return answer
  const found = answer.value.usergroups.filter(({ date_delete }) => !date_delete).map(groupOf)
  const keep = async (tx: Tx) => {
    for (let start = 0; start < found.length; start += groupsAtOnce)
      await keepGroups(tx, found.slice(start, start + groupsAtOnce))
  }
  return page(found, keep, ({ handle }) => [handle], null)
}

function page<T>(
  found: readonly T[],
  keep: (tx: Tx, found: readonly T[]) => Promise<void>,
  namesOf: (each: T) => string[],
  next: string | null,
): Outcome<Page> {
  return {
    is: 'done',
    value: {
      async keep(tx) {
        await keep(tx, found)
        return found.flatMap(namesOf)
      },
      next,
    },
  }
}

const nextOf = ({ response_metadata: it }: { response_metadata?: { next_cursor?: string | undefined } | undefined }) =>
  it?.next_cursor || null
