import { expect } from 'vitest'
import { z } from 'zod'
import { changingCommands } from '../../src/rooms/commands/index.ts'
import type { DatabaseName } from '../harness/database.ts'
import { leastFor } from './least.ts'
import { setStage } from './stage.ts'

export const shared = 'a-token-for-stories-only'

/** What is somebody's own: a role, a call, an offer, a question, a place that they must be in. An agent has none of these. */
const ofPeople = [
  'accept-hand-over',
  'answer-page',
  'answer-question',
  'bring-back',
  'cannot-come',
  'claim-role',
  'decline-hand-over',
  'dismiss-action',
  'dismiss-labels',
  'exclude-people',
  'join',
  'link-channel',
  'on-it',
  'pass-question',
  'release-role',
  'settle-action',
  'subscribe',
  'take-handler',
  'take-todo',
  'unknown-question',
  'unsubscribe',
]

/** What changes something where the least that a verb takes changes nothing. */
const byHand: Readonly<Record<string, object>> = {
  'write-section': { cause: 'x' },
  'dismiss-labels': { level: 'level4' },
}

/** Registers the hooks that set a stage on which agents act by tokens of their own, and answers what they do. */
export function setAgents(database: DatabaseName) {
  const stage = setStage(database, { api: { right: 'administrator', may_name_people: true } }, undefined, {
    SSSBOT_API_TOKEN: shared,
  })
  const call = async (token: string, path: string, body: object) => {
    const answer = await fetch(`${stage.bot.app.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'ja' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: z.record(z.string(), z.unknown()).parse(await answer.json()) }
  }
  const tokenFor = async (name: string) => {
    const { body } = await call(shared, '/tokens', { name, right: 'security' })
    return z.object({ token: z.string() }).parse(body).token
  }

  /** An agent tries each verb on incidents of this status: it is done in its name, or refused in words. Answers how many were done. */
  async function triesEachVerb(status: 'responding' | 'recovered' | 'completed' | 'cancelled'): Promise<number> {
    const token = await tokenFor('監視 Grafana')
    const made = async () => {
      const declared = await call(shared, '/incidents', { actor: 'tanaka', service: 'a', summary: `x${Math.random()}` })
      const id = z.object({ id: z.string() }).parse(declared.body).id
      const does = async (verb: string, values: object) =>
        expect((await call(shared, `/incidents/${id}/${verb}`, { actor: 'tanaka', ...values })).status).toBe(200)
      if (status === 'recovered' || status === 'completed') await does('recover', {})
      if (status === 'completed') await does('complete', { waivers: 'x' })
      if (status === 'cancelled') await does('cancel', {})
      return id
    }
    const { db } = stage.bot.app.world
    const wrong: string[] = []
    const done = new Set<string>()
    let id: string | undefined
    for (const { does } of changingCommands) {
      id ??= await made()
      const { status: code, body } = await call(
        token,
        `/incidents/${id}/${does.name}`,
        byHand[does.name] ?? leastFor(does.input),
      )
      const said = `${does.name} of one ${status}: ${code} ${JSON.stringify(body)}`
      const isPersonal = body.code === 'person-needed'
      if (code === 200) {
        done.add(does.name)
        const fact = await db.read
          .selectFrom('facts')
          .select(['actor_kind', 'actor_id'])
          .where('subject', '=', `incident:${id}`)
          .where('actor_kind', '<>', 'bot')
          .orderBy('id', 'desc')
          .limit(1)
          .executeTakeFirst()
        if (fact?.actor_kind !== 'agent' || fact.actor_id !== '監視 Grafana') wrong.push(said)
        id = undefined
      } else if (![403, 404, 422].includes(code) || !body.detail || isPersonal !== ofPeople.includes(does.name)) {
        // Refused for another reason first, it says nothing of who may.
        if (!(ofPeople.includes(does.name) && code === 422)) wrong.push(said)
      }
      await stage.clock.advanceBy(3_000)
    }
    expect(wrong).toEqual([])
    return done.size
  }

  return { stage, call, tokenFor, triesEachVerb }
}
