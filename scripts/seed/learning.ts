import { bot, person } from '../../src/rooms/facts/index.ts'
import type { Diary } from './diary.ts'
import type { Trouble } from './words/words.ts'

/** Where the sandbox's messages are found, as the draft remembers it. */
const archives = 'https://sandbox.slack.com/archives/'

export type Todo = { by: string; at: Date; owner: string; words: string; doneAt: Date | null }

/** `add-todo`, and 完了 of it. */
export function addTodo(diary: Diary, n: number, { by, at, owner, words, doneAt }: Todo): void {
  const id = diary.id('todo', at)
  diary.add('todos', {
    id,
    incident_id: diary.incident.id,
    n,
    words,
    owner,
    state: doneAt ? 'done' : 'open',
    source: 'menu',
    added_by: by,
    added_at: at,
    closed_at: doneAt,
    closed_by: doneAt ? owner : null,
  })
  const data = { id, n, owner, dueAt: null, source: 'menu', channel: null, ts: null }
  diary.fact(person(by), at, { type: 'todos.added', data })
  if (doneAt) diary.fact(person(owner), doneAt, { type: 'todos.done', data: { id, n, owner } })
}

export type Action = {
  by: string
  at: Date
  title: string
  kind: Trouble['actions'][number][1]
  owner: string | null
  /** A day, `2026-12-01`. */
  dueOn: string | null
  doneAt: Date | null
}

/** `add-action`, and 完了 of it. */
export function addAction(diary: Diary, n: number, { by, at, title, kind, owner, dueOn, doneAt }: Action): void {
  const id = diary.id('act', at)
  const who = owner ?? by
  diary.add('action_items', {
    id,
    incident_id: diary.incident.id,
    n,
    title,
    titled: true,
    owner,
    due_on: dueOn,
    kind,
    state: doneAt ? 'done' : 'open',
    source: 'menu',
    added_by: by,
    added_at: at,
    closed_at: doneAt,
    closed_by: doneAt ? who : null,
  })
  const data = { id, n, owner, dueOn, kind, size: null, source: 'menu', channel: null, ts: null }
  diary.fact(person(by), at, { type: 'actions.added', data })
  if (doneAt) diary.fact(person(who), doneAt, { type: 'actions.done', data: { id, n, owner } })
}

/** What nobody has said yet when the draft is made. */
const gaps = ['affected', 'cause', 'trigger', 'detection', 'resolution', 'well', 'wrong', 'lucky']

/** The draft that the bot makes at 復旧. */
export function draft(diary: Diary, at: Date): void {
  const { incident } = diary
  const missing = [
    ...(incident.occurred_at ? [] : ['occurred_at']),
    ...(incident.detected_at ? [] : ['detected_at']),
    ...gaps,
    ...(diary.rows.has('action_items') ? [] : ['next']),
  ]
  diary.add('postmortems', {
    incident_id: incident.id,
    status: 'draft',
    drafted_at: at,
    since: at,
    archives,
    by_hand: false,
    link: null,
  })
  diary.fact(bot, at, { type: 'postmortem.drafted', data: { gaps: missing, isMini: false } })
}

/** `write-section`. */
export function write(diary: Diary, section: keyof Trouble['postmortem'], words: string, by: string, at: Date): void {
  diary.add('postmortem_texts', { incident_id: diary.incident.id, section, n: 1, words, by, at })
  diary.fact(person(by), at, { type: 'postmortem.written', data: { section, version: 1, question: null } })
}

/** Somebody says that it is published, and where. */
export function publish(diary: Diary, by: string, at: Date, link: string): void {
  for (const row of diary.rows.get('postmortems') ?? [])
    Object.assign(row, { status: 'published', since: at, by_hand: true, link })
  diary.fact(person(by), at, { type: 'ladder.published', data: { link } })
  diary.fact(person(by), at, {
    type: 'postmortem.status_set',
    data: { from: 'draft', to: 'published', reason: null },
  })
}
