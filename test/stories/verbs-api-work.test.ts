import { expect } from 'vitest'
import { z } from 'zod'
import { draftOf } from '../../src/rooms/postmortem/index.ts'
import { timelineOf } from '../../src/rooms/record/index.ts'
import { incidentIn } from './conversation.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const minute = 60_000

const answer = z.looseObject({ error: z.object({ code: z.string(), field: z.string().optional() }).optional() })

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  /** The status; where it was refused, the code and the field too. */
  const call = async (incident: string, verb: string, body: object) => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${incident}/${verb}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ actor: 'sato', ...body }),
    })
    const { error } = answer.parse(await answered.json())
    return error ? [answered.status, error.code, error.field] : answered.status
  }
  const declared = async (summary: string) => {
    const name = await stage.as('tanaka').declares({ summary })
    return { name, incident: await incidentIn(stage, name) }
  }
  const rows = (table: 'todos' | 'action_items', incident: string) =>
    stage.bot.app.world.db.read
      .selectFrom(table)
      .select(['id', 'n', 'owner', 'state'])
      .where('incident_id', '=', incident)
      .orderBy('n')
      .execute()
  const idOf = async (table: 'todos' | 'action_items', incident: string) => (await rows(table, incident))[0]?.id ?? ''

  describe('TODOs over HTTP', () => {
    test('are added, taken, given more time, changed and finished', async () => {
      const { incident } = await declared('決済が遅い')
      expect(await call(incident, 'add-todo', { text: 'ログを見る', minutes: '10' })).toBe(200)
      expect(await call(incident, 'add-todo', { text: ' ' })).toEqual([400, 'invalid', 'text'])
      expect(await call(incident, 'add-todo', { text: 'x', owner: 'U1> <!channel' })).toEqual([400, 'invalid', 'owner'])
      const todo = await idOf('todos', incident)
      expect(await call(incident, 'take-todo', { todo })).toBe(200)
      expect(await call(incident, 'take-todo', { todo })).toEqual([422, 'todo-taken', 'todo'])
      expect(await call(incident, 'extend-todo', { todo, minutes: 30 })).toBe(200)
      expect(await call(incident, 'extend-todo', { todo, minutes: 0 })).toEqual([400, 'invalid', 'minutes'])
      expect(await call(incident, 'change-todo', { todo, owner: 'U0ALICE' })).toBe(200)
      expect(await call(incident, 'change-todo', { todo })).toEqual([422, 'nothing-changed', 'owner'])
      expect(await call(incident, 'done-todo', { todo })).toBe(200)
      expect(await call(incident, 'done-todo', { todo })).toEqual([422, 'todo-closed', 'todo'])
      expect(await rows('todos', incident)).toMatchObject([{ n: 1, owner: 'U0ALICE', state: 'done' }])
    })

    test('one of another incident is refused as one that is not there', async () => {
      const [one, other] = [await declared('決済が遅い'), await declared('検索が遅い')]
      expect(await call(one.incident, 'add-todo', { text: 'ログを見る' })).toBe(200)
      const todo = await idOf('todos', one.incident)
      for (const verb of ['take-todo', 'extend-todo', 'change-todo', 'done-todo', 'todo-to-action']) {
        const refused = await call(other.incident, verb, { todo })
        expect(refused).toEqual([422, 'todo-unknown', 'todo'])
        expect(await call(other.incident, verb, { todo: 'todo_nothing' })).toEqual(refused)
      }
      expect(await rows('todos', one.incident)).toMatchObject([{ owner: null, state: 'open' }])
    })
  })

  describe('action items over HTTP', () => {
    test('are added, changed, moved, waived and finished', async () => {
      const { incident } = await declared('決済が遅い')
      expect(await call(incident, 'add-action', { title: '監視を足す', owner: 'U0SATO' })).toBe(200)
      expect(await call(incident, 'add-action', { owner: 'U0SATO' })).toEqual([400, 'invalid', 'title'])
      const action = await idOf('action_items', incident)
      expect(await call(incident, 'change-action', { action, owner: null, kind: 'detect' })).toBe(200)
      expect(await call(incident, 'change-action', { action, kind: 'hope' })).toEqual([400, 'invalid', 'kind'])
      expect(await call(incident, 'change-action', { action, size: 's', seen: 0 })).toEqual([
        422,
        'action-changed-by',
        undefined,
      ])
      expect(await call(incident, 'move-action', { action, due: '2029-12-24', reason: '凍結' })).toBe(200)
      expect(await call(incident, 'move-action', { action, due: '2029-12-25' })).toEqual([400, 'invalid', 'reason'])
      expect(await call(incident, 'settle-action', { action, field: 'due', kept: 'here' })).toEqual([
        422,
        'action-settled',
        'action',
      ])
      expect(await call(incident, 'waive-action', { action, reason: '作り直す' })).toBe(200)
      expect(await call(incident, 'done-action', { action })).toEqual([422, 'action-closed-by', 'action'])
      expect(await call(incident, 'change-action', { action, state: 'open' })).toBe(200)
      expect(await call(incident, 'done-action', { action })).toBe(200)
      expect(await rows('action_items', incident)).toMatchObject([{ n: 1, owner: null, state: 'done' }])
    })

    test('one of another incident is refused as one that is not there', async () => {
      const [one, other] = [await declared('決済が遅い'), await declared('検索が遅い')]
      expect(await call(one.incident, 'add-action', { title: '監視を足す' })).toBe(200)
      const action = await idOf('action_items', one.incident)
      const reason = 'いらない'
      const more = { 'move-action': { due: '2029-12-24', reason }, 'waive-action': { reason } }
      const settled = { 'settle-action': { field: 'due', kept: 'here' } }
      const verbs = { 'done-action': {}, 'change-action': { state: 'done' }, ...more, ...settled }
      for (const [verb, given] of Object.entries(verbs))
        expect(await call(other.incident, verb, { action, ...given })).toEqual([422, 'action-unknown', 'action'])
      expect(await rows('action_items', one.incident)).toMatchObject([{ state: 'open' }])
    })

    test('a TODO becomes one, once, and is dropped', async () => {
      const { incident } = await declared('決済が遅い')
      await call(incident, 'add-todo', { text: '監視を足す', owner: 'U0SATO' })
      const todo = await idOf('todos', incident)
      expect(await call(incident, 'todo-to-action', { todo })).toBe(200)
      expect(await call(incident, 'todo-to-action', { todo })).toEqual([422, 'action-there', 'todo'])
      expect(await rows('todos', incident)).toMatchObject([{ state: 'dropped' }])
      expect(await rows('action_items', incident)).toMatchObject([{ owner: 'U0SATO', state: 'open' }])
    })
  })

  describe('the postmortem over HTTP', () => {
    test('sections are written, several at once; what somebody else wrote meanwhile is not written over', async () => {
      const { name, incident } = await declared('決済が遅い')
      await stage.as('tanaka').does(name, 'recover')
      expect(await call(incident, 'write-section', { cause: '設定の変更', trigger: '14時の変更' })).toBe(200)
      expect(await call(incident, 'write-section', { cause: '別の原因', seen: { cause: 0 } })).toEqual([
        422,
        'section-changed',
        'cause',
      ])
      expect(await call(incident, 'write-section', { cause: 'x'.repeat(3001) })).toEqual([400, 'invalid', 'cause'])
      expect(await call(incident, 'write-section', { because: 'x' })).toEqual([400, 'invalid', 'because'])
      expect(await call(incident, 'write-section', { cause: '電源', seen: { cause: 1 } })).toBe(200)
      const { markdown = '' } = (await draftOf(stage.bot.app.world, incident)) ?? {}
      expect(markdown).toContain('電源')
      expect(markdown).toContain('14時の変更')
    })

    test('questions are answered, passed on, or nobody knows; each only of its own incident', async () => {
      const { name, incident } = await declared('決済が遅い')
      const other = await declared('検索が遅い')
      await stage.as('sato').takesNextStep(name)
      await stage.quiet()
      await stage.as('tanaka').does(name, 'set-level', { level: 'level4' })
      await stage.as('tanaka').does(name, 'recover', { postmortem_owner: 'U0SUZUKI' })
      await stage.pass(5 * minute)
      const read = stage.bot.app.world.db.read.selectFrom('postmortem_questions').select(['id', 'gap', 'user_id'])
      const open = () => read.where('incident_id', '=', incident).where('state', '=', 'open').orderBy('id').execute()
      const [asked, ...others] = (await open()).toSorted((a) => (a.gap === 'well' ? -1 : 1))
      const question = asked?.id ?? ''
      expect(asked?.gap).toBe('well')
      expect(await call(other.incident, 'answer-question', { question, well: 'よかった' })).toEqual([
        422,
        'question-gone',
        'question',
      ])
      expect(await call(incident, 'answer-question', { question, cause: '電源' })).toEqual([
        422,
        'section-unknown',
        'cause',
      ])
      expect(await call(incident, 'answer-question', { question, well: 'すぐ気づいた' })).toBe(200)
      const [next = { id: '' }] = others
      expect(await call(other.incident, 'unknown-question', { question: next.id })).toEqual([
        422,
        'question-gone',
        'question',
      ])
      expect(await call(incident, 'unknown-question', { question: next.id })).toBe(200)
      expect(await call(incident, 'unknown-question', { question: next.id })).toEqual([
        422,
        'question-gone',
        'question',
      ])
      const [passed = { id: '' }] = await open()
      expect(await call(incident, 'pass-question', { question: passed.id, to: 'U0SATO' })).toEqual([
        422,
        'pass-self',
        'to',
      ])
      expect(await call(incident, 'pass-question', { question: passed.id, to: 'U0ALICE' })).toBe(200)
    })
  })

  describe('the timeline over HTTP', () => {
    test('entries are written and put right; one of another incident is not there', async () => {
      const [one, other] = [await declared('決済が遅い'), await declared('検索が遅い')]
      const { incident } = one
      expect(await call(incident, 'add-entry', { at: '2020-01-01T10:00:00+09:00', words: '電話があった' })).toBe(200)
      expect(await call(incident, 'add-entry', { at: '2999-01-01T00:00:00Z', words: 'x' })).toEqual([
        422,
        'time-in-future',
        'at',
      ])
      expect(await call(incident, 'add-entry', { at: 'yesterday', words: 'x' })).toEqual([400, 'invalid', 'at'])
      const edit = { entry: 'note:1', words: '顧客から電話があった', reason: '誰からかを足した' }
      expect(await call(other.incident, 'edit-entry', edit)).toEqual([404, 'entry-unknown', 'entry'])
      expect(await call(incident, 'edit-entry', { ...edit, reason: '' })).toEqual([400, 'invalid', 'reason'])
      expect(await call(incident, 'edit-entry', edit)).toBe(200)
      expect(await call(incident, 'edit-entry', edit)).toEqual([422, 'nothing-changed', 'words'])
      const entries = await timelineOf(stage.bot.app.world.db.read, incident)
      expect(entries.find(({ key }) => key === 'note:1')).toMatchObject({
        at: new Date('2020-01-01T01:00:00Z'),
        words: '顧客から電話があった',
      })
    })
  })
})
