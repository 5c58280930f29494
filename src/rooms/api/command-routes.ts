import type { Context, Hono } from 'hono'
import { type FieldValue, mentionedIn, readable } from '../../kit/block-kit/index.ts'
import { mayRead } from '../access/index.ts'
import { foretell } from '../broadcast/index.ts'
import { doOnPage, type FormPart, pageCommands, pageForm } from '../commands/index.ts'
import { namesOf, peopleByAnyName, peopleLike } from '../directory/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { lookerOf } from '../incident/index.ts'
import { type Situation, situationOf, type Voice } from '../situation/index.ts'
import { type Acting, acting } from './acting.ts'
import { actorNamed } from './actor.ts'
import { oneQuery } from './api.ts'
import { type FieldAnswer, formQuery, peopleQuery, sentForm } from './command-shapes.ts'
import { ApiFailure } from './failure.ts'
import { jsonOf, localeFor, queryOf } from './request.ts'

/** What can be done with an incident, as forms: the same as Slack's, for whoever draws them otherwise. */
export function commandRoutes(api: Hono, world: World): void {
  const voiceFor = (c: Context): Voice => {
    const settings = world.settings()
    return { settings, locale: localeFor(c, settings.language) }
  }

  api.get('/incidents/:id/commands', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const { situation } = await known(world, await acting(world, c, actor), c.req.param('id'))
    const { commands, atHand } = pageCommands(situation, voiceFor(c))
    return c.json({ commands, at_hand: atHand })
  })

  api.get('/incidents/:id/commands/:verb', async (c) => {
    const { actor, argument = null } = formQuery.parse(queryOf(c))
    const { situation, by } = await known(world, await acting(world, c, actor), c.req.param('id'))
    const form = await pageForm(world, { verb: c.req.param('verb'), situation, by, argument, foretell }, voiceFor(c))
    if (!form) return c.json({ form: null })
    return c.json({ form: { ...form, parts: await shownIn(world, form.parts) } })
  })

  api.post('/incidents/:id/commands/:verb', async (c) => {
    const { actor, people, ...sent } = sentForm.parse(await jsonOf(c))
    const who = await acting(world, c, actor)
    const { by } = await known(world, who, c.req.param('id'))
    const values = { ...sent.values, ...(await peopleIn(world, people)) }
    const order = { ...sent, values, by, incidentId: c.req.param('id'), verb: c.req.param('verb'), caller: who.caller }
    const answer = await doOnPage(world, order, voiceFor(c))
    return c.json({ said: answer ? await plain(world, answer.text) : null })
  })

  api.get('/people', async (c) => {
    const { actor, q } = peopleQuery.parse(queryOf(c))
    const looker = await lookerOf(world, world.db.read, (await acting(world, c, actor)).caller)
    // Guests see in Slack only whom they share a channel with.
    const mayLook = looker?.userId !== undefined && !looker.isConfined
    const people = mayLook ? await peopleLike(world.db.read, q.replace(/^@/, ''), mostPeople) : []
    return c.json({ people: people.map(({ handle, name }) => ({ handle, name })) })
  })
}

/** How many are offered at once. */
const mostPeople = 20

/** The incident as it is now, and the person who asks. What they may not know of is not there. */
async function known(
  world: World,
  { caller, person }: Acting,
  incidentId: string,
): Promise<{ situation: Situation; by: string }> {
  const { read } = world.db
  const isKnown = await mayRead(read, incidentId, await lookerOf(world, read, caller))
  const situation = isKnown ? await situationOf(read, incidentId) : undefined
  if (!situation) throw new ApiFailure('not-found', 404)
  // Forms name what their person may know of: a token for a few incidents is not for that.
  if (caller.bounds?.within) throw new Refusal('not-allowed')
  if (!person) throw new Refusal('person-needed')
  return { situation, by: person.id }
}

async function peopleIn(
  world: World,
  people: Readonly<Record<string, string | string[]>>,
): Promise<Record<string, FieldValue>> {
  const idOf = async (name: string, field: string) => (await actorNamed(world.db.read, name, () => {}, field)).id
  return Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(async ([field, named]) => [
        field,
        typeof named === 'string'
          ? await idOf(named, field)
          : await Promise.all(named.map((each) => idOf(each, field))),
      ]),
    ),
  )
}

type Shown = FieldAnswer | { is: 'said'; words: string }

/** The parts of a form as they are read: names in place of ids. */
async function shownIn(world: World, parts: readonly FormPart[]): Promise<Shown[]> {
  const { read } = world.db
  const named = parts.flatMap((part) =>
    part.is === 'person' || part.is === 'people' ? [part.initial ?? []].flat() : [],
  )
  const people = await peopleByAnyName(read, named.map(String))
  const handleOf = (id: string) => people.find((each) => each.id === id)?.handle ?? id
  return Promise.all(
    parts.map(async (part): Promise<Shown> => {
      if (part.is === 'said') return { is: 'said', words: await plain(world, part.markup) }
      const { isOptional, options, initial, ...rest } = part
      const isPeople = part.is === 'person' || part.is === 'people'
      return {
        ...rest,
        optional: isOptional,
        options: [...options],
        initial:
          !isPeople || initial === null
            ? initial
            : Array.isArray(initial)
              ? initial.map(handleOf)
              : handleOf(String(initial)),
      }
    }),
  )
}

/** Slack's markup as plain text. */
async function plain({ db }: World, markup: string): Promise<string> {
  const bare = markup.replace(/(?<![\p{L}\p{N}*])\*([^*\n]+)\*(?![\p{L}\p{N}*])/gu, '$1')
  return readable(bare, await namesOf(db.read, mentionedIn(bare)))
}
