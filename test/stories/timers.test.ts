import { describe, expect, test } from 'vitest'
import { json } from '../../src/kit/db/index.ts'
import { onDatabase } from '../harness/database.ts'
import { setIssueStage } from './actions-github-stage.ts'
import { inSlot } from './sights.ts'
import { type Stage, setStage } from './stage.ts'

const day = 24 * 60 * 60_000

/** Names of the timers that are set, whatever they are about. */
const standing = async ({ bot }: Stage): Promise<string[]> => {
  const rows = await bot.app.world.db.read.selectFrom('timers').select('kind').orderBy('kind').execute()
  return rows.map(({ kind }) => kind)
}

/** Answers, when it is asked, which timers have fired since. */
function watch({ log }: Stage): () => string[] {
  const from = log.length
  return () => log.slice(from).flatMap((line) => (JSON.parse(line) as { timer?: string }).timer ?? [])
}

onDatabase('PostgreSQL', () => {
  describe('a timer that has nothing to do does not exist', () => {
    const stage = setStage('PostgreSQL')
    const tanaka = () => stage.as('tanaka')
    const idOf = async (name: string) => inSlot(await stage.channel(name), 'card').metadata?.event_payload.incident
    const takesLead = async (name: string) => {
      await tanaka().chooses(name, 'take-handler')
      await stage.quiet()
    }

    test('each moment in the life of an incident has its timers, and no others', async () => {
      const name = await tanaka().declares()
      const stands: Record<string, string[]> = { declared: await standing(stage) }
      const when = async (moment: string, work: () => Promise<unknown>) => {
        await work()
        // What is due at once has been done by then.
        await stage.pass(1_000)
        stands[moment] = await standing(stage)
      }
      await when('led', () => takesLead(name))
      await when('with a time box', () => tanaka().does(name, 'add-todo', { text: 'ログ', minutes: '60' }))
      await when('recovered', () => tanaka().does(name, 'recover'))
      await when('reopened', () => tanaka().does(name, 'reopen', { reason: '再発した' }))
      await when('recovered again', () => tanaka().does(name, 'recover'))
      await when('with an action item', () => tanaka().does(name, 'add-action', { title: '二重にする' }))
      await when('completed', () => tanaka().does(name, 'complete', { waivers: '残りは来週続ける' }))
      await when('archived', () => stage.pass(3 * day))
      const over = ['actions.board', 'actions.gaps', 'ladder.remind']
      expect(stands).toEqual({
        declared: ['roles.vacancy', 'timekeeper.checkpoint'],
        led: ['timekeeper.checkpoint'],
        'with a time box': ['timekeeper.checkpoint', 'todos.box'],
        recovered: ['ladder.remind', 'postmortem.ask', 'upkeep.digest'],
        reopened: ['postmortem.ask', 'timekeeper.checkpoint', 'todos.box'],
        'recovered again': ['ladder.remind', 'postmortem.ask', 'upkeep.digest'],
        'with an action item': [...over, 'postmortem.ask', 'upkeep.digest'],
        completed: [...over, 'postmortem.ask', 'upkeep.archive'],
        archived: over,
      })
    })

    test('what is cancelled, or goes on elsewhere, waits for its archiving only', async () => {
      const [one, other, into] = [await tanaka().declares(), await tanaka().declares(), await tanaka().declares()]
      await tanaka().does(one, 'cancel')
      await tanaka().does(other, 'merge', { into: await idOf(into) })
      await tanaka().does(into, 'cancel')
      expect(await standing(stage)).toEqual(['upkeep.archive', 'upkeep.archive', 'upkeep.archive'])
      await stage.pass(4 * day)
      expect(await standing(stage)).toEqual([])
    })

    test('in a month without incidents none fires', async () => {
      const fired = watch(stage)
      await stage.pass(30 * day)
      expect(await standing(stage)).toEqual([])
      expect(fired()).toEqual([])
    })

    test('in the month after an incident only what is owed is asked for', async () => {
      const name = await tanaka().declares()
      await takesLead(name)
      await tanaka().does(name, 'recover')
      await tanaka().does(name, 'complete', { waivers: '残りは来週続ける' })
      await stage.pass(4 * day)
      const fired = watch(stage)
      await stage.pass(30 * day)
      expect(new Set(fired())).toEqual(new Set(['ladder.remind']))
    })

    test('a digest that is switched on, moved or switched off while the bot runs is so at once', async () => {
      const name = await tanaka().declares()
      await stage.bot.configure({ digest: 'off' })
      await tanaka().does(name, 'recover')
      expect(await standing(stage)).not.toContain('upkeep.digest')
      await stage.bot.configure({ digest: { at: '16:00' } })
      const dueAt = () =>
        stage.bot.app.world.db.read.selectFrom('timers').select('due_at').where('kind', '=', 'upkeep.digest').execute()
      expect(await dueAt()).toEqual([{ due_at: new Date('2026-11-23T07:00:00Z') }])
      await stage.bot.configure({ digest: { at: '17:00' } })
      expect(await dueAt()).toEqual([{ due_at: new Date('2026-11-23T08:00:00Z') }])
      await stage.bot.configure({ digest: 'off' })
      expect(await dueAt()).toEqual([])
    })

    test('one that an older version left behind is gone after the start', async () => {
      const { db } = stage.bot.app.world
      const dueAt = new Date(stage.clock.now().getTime() + 60_000)
      for (const [subject, kind] of [
        ['action-issues:all', 'actions.poll'],
        ['digest:daily', 'upkeep.digest'],
        ['action-board:weekly', 'actions.board'],
      ] as const)
        await db.transaction((tx) =>
          tx
            .insertInto('timers')
            .values({ subject, kind, due_at: dueAt, data: json(null) })
            .execute(),
        )
      await stage.restart()
      expect(await standing(stage)).toEqual([])
    })
  })

  describe('GitHub is asked', () => {
    const stage = setIssueStage('PostgreSQL')
    const polls = async () => (await standing(stage)).filter((kind) => kind === 'actions.poll').length

    test('while there is an item to follow and the settings want issues, and not otherwise', async () => {
      const settings = stage.bot.app.world.settings
      expect(settings().actions.issues).not.toBe('off')
      const tanaka = stage.as('tanaka')
      const name = await tanaka.declares()
      expect(await polls()).toBe(0)
      await tanaka.does(name, 'add-action', { title: '二重にする' })
      expect(await polls()).toBe(1)
      const github = { api_url: stage.github.url, token_env: 'SSSBOT_GITHUB_TOKEN' }
      await stage.bot.configure({ github, actions: { issues: 'off' } })
      expect(await polls()).toBe(0)
      await stage.bot.configure({ github, actions: { issues: { repository: 'acme/service-a' } } })
      expect(await polls()).toBe(1)
      await stage.changes(name, { state: 'waived', reason: '要らない' })
      expect(await polls()).toBe(0)
    })
  })
})
