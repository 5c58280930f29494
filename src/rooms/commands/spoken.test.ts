import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Verb } from '../faces/index.ts'
import { understand } from '../words/index.ts'
import { commands, sayables, verbs } from './registry.ts'

const all = sayables()
const verbsIn = (words: string) => understand(words, all).map(({ key }) => key)

const minutes = (n: number) => ({ spanMs: n * 60_000 })

describe('what people type is understood', () => {
  test.each<[string, Verb, Record<string, unknown>?]>([
    // Short, long, polite, in full width.
    ['更新', 'update'],
    ['更新お願いします', 'update'],
    ['状況を更新してください', 'update'],
    ['状況の更新をお願いします。', 'update'],
    ['ｕｐｄａｔｅ', 'update'],
    ['ＵＰＤＡＴＥ　ＰＬＥＡＳＥ', 'update'],
    ['Can you please post an update?', 'update'],
    ["I'd like to post an update", 'update'],
    ['update please!', 'update'],
    ['ｱｯﾌﾟﾃﾞｰﾄ', 'update'],
    ['続報です', 'update'],
    // With words of their own.
    ['更新: DB が戻りました', 'update', { text: 'DB が戻りました' }],
    ['更新　決済は 9 割が成功しています', 'update', { text: '決済は 9 割が成功しています' }],
    ['update the db is back, but slow', 'update', { text: 'the db is back, but slow' }],
    ['Update: failover is done.', 'update', { text: 'failover is done.' }],
    [
      '更新：フェイルオーバー中です、次は30分後',
      'update',
      { text: 'フェイルオーバー中です、次は30分後', ...minutes(30) },
    ],
    [
      'update next in 30 min: still investigating',
      'update',
      { text: 'next in 30 min: still investigating', ...minutes(30) },
    ],
    ['更新 <@U1>さんが調べています', 'update', { text: '<@U1>さんが調べています' }],
    ['レプリカを昇格しました、更新します', 'update', { text: 'レプリカを昇格しました' }],
    // With a slip.
    ['udpate', 'update'],
    ['upadte please', 'update'],
    ['recoverd', 'recover'],
    ['timelien', 'timeline'],
    ['chekpoint', 'timekeeper'],
    ['タイムラソン見せて', 'timeline'],
    ['チェックポイン出して', 'timekeeper'],
    ['ハンドラ', 'take-handler'],
    ['スヌース', 'snooze'],
    ['ポストモ－テム', 'postmortem'],
    // Recovery and the end.
    ['復旧', 'recover'],
    ['復旧しました！', 'recover'],
    ['もう復旧しました、ありがとうございます', 'recover'],
    ['14:20 に復旧しました', 'recover', { clock: { hour: 14, minute: 20 } }],
    ['復旧 午後2時半', 'recover', { clock: { hour: 14, minute: 30 } }],
    ['１０分前に直りました', 'recover', { ...minutes(10), isAgo: true }],
    ['recovered at 2:20 pm', 'recover', { clock: { hour: 14, minute: 20 } }],
    ["it's fixed", 'recover'],
    ['we are back to normal', 'recover'],
    ['完了にしてください', 'complete'],
    ['close the incident', 'complete'],
    ['クローズお願いします', 'complete'],
    ['誤報でした', 'cancel'],
    ['false alarm', 'cancel'],
    ['false alarm: the monitor was wrong', 'cancel', { text: 'the monitor was wrong' }],
    ['再発しました', 'reopen'],
    ['reopen: errors are back', 'reopen', { text: 'errors are back' }],
    ['統合したい', 'merge'],
    // Levels and other choices.
    ['レベルを重大にして', 'set-level', { text: 'を重大にして' }],
    ['level sev1', 'set-level', { text: 'sev1' }],
    ['set severity to high', 'set-level', { text: 'to high' }],
    ['レベル変更お願いします', 'set-level'],
    ['非公開にして', 'set-visibility'],
    ['make this private please', 'set-visibility'],
    ['これは訓練です', 'set-kind'],
    // People.
    ['<@U1> さんを呼んで', 'call-people', { people: ['U1'] }],
    ['<@U1>さんと<@U2>さんを呼んでください', 'call-people', { people: ['U1', 'U2'] }],
    ['call <@U1|ito>', 'call-people', { people: ['U1'] }],
    ['please call <@U1> to look at the replicas', 'call-people', { people: ['U1'], text: 'to look at the replicas' }],
    ['DBチームを呼びたい', 'call-people', { text: 'DBチーム' }],
    ['応援お願いします', 'call-people'],
    ['<@U1> に引き継いで', 'hand-over', { people: ['U1'] }],
    ['ハンドラーを <@U1> さんに引き継ぎたいです', 'hand-over', { people: ['U1'] }],
    ['hand over to <@U1>', 'hand-over', { people: ['U1'] }],
    ['hand the lead over to <@U1> please', 'hand-over', { people: ['U1'] }],
    ['ハンドラーやります', 'take-handler'],
    ["I'll take the lead", 'take-handler'],
    ['参加したいです', 'join'],
    ['let me join', 'join'],
    ['書記をやります', 'claim-role'],
    ['assign scribe <@U1>', 'assign-role', { people: ['U1'] }],
    // Times.
    ['30分スヌーズ', 'snooze', minutes(30)],
    ['スヌーズ３０分', 'snooze', minutes(30)],
    ['三十分後に知らせて', 'snooze', minutes(30)],
    ['1時間リマインドを止めてください', 'snooze', minutes(60)],
    ['snooze 1h', 'snooze', minutes(60)],
    ['remind me later, in an hour', 'snooze', minutes(60)],
    ['snooze until 15:00', 'snooze', { clock: { hour: 15, minute: 0 } }],
    ['変わりなしです', 'no-change'],
    ['nothing new', 'no-change'],
    // Things to be done.
    ['TODO ログを集める', 'add-todo', { text: 'ログを集める' }],
    ['todo: collect the logs', 'add-todo', { text: 'collect the logs' }],
    ['todo <@U1> collect the logs in 15 min', 'add-todo', { people: ['U1'], text: 'collect the logs', ...minutes(15) }],
    ['ログを集めるのをTODOに追加して', 'add-todo', { text: 'ログを集めるの' }],
    ['todo 3 done', 'done-todo', { number: 3 }],
    ['TODO 3 終わりました', 'done-todo', { number: 3 }],
    ['ＴＯＤＯ２完了', 'done-todo', { number: 2 }],
    ['take todo 2', 'take-todo', { number: 2 }],
    ['行きます', 'on-it'],
    ['行けません', 'cannot-come'],
    // What is read, and what comes after.
    ['タイムライン見せて', 'timeline'],
    ['show me the timeline', 'timeline'],
    ['メモ: 14:05 に再起動した', 'add-entry', { text: '14:05 に再起動した', clock: { hour: 14, minute: 5 } }],
    ['note: restarted the db', 'add-entry', { text: 'restarted the db' }],
    ['一覧', 'list'],
    ['ポストモーテムを書きたい', 'postmortem'],
    ['skip the postmortem: it was a drill', 'waive-postmortem', { text: 'it was a drill' }],
    ['ポストモーテムは <@U1> さんに任せる', 'assign-postmortem', { people: ['U1'] }],
    ['schedule the review tomorrow at 3pm', 'plan-review', { day: { inDays: 1 }, clock: { hour: 15, minute: 0 } }],
    ['レビュー会は明日の15時', 'plan-review', { day: { inDays: 1 }, clock: { hour: 15, minute: 0 } }],
    ['action item: alert on replica lag', 'add-action', { text: 'alert on replica lag' }],
    ['アラートを足すことをアクションアイテムに追加', 'add-action', { text: 'アラートを足すこと' }],
  ])('%s', (words, verb, heard = {}) => {
    expect(understand(words, all)).toEqual([expect.objectContaining({ key: verb, heard })])
  })
})

describe('several are meant', () => {
  test.each<[string, Verb[]]>([
    ['更新して、人を呼んで', ['update', 'call-people']],
    ['人を呼んで更新して', ['call-people', 'update']],
    ['post an update and call people', ['update', 'call-people']],
    ['done', ['complete', 'done-todo', 'done-action']],
    ['直す', ['edit-entry', 'change-action', 'write-section']],
  ])('%s', (words, meant) => {
    const found = understand(words, all)
    expect(found.map(({ key }) => key).toSorted()).toEqual(meant.toSorted())
    expect(found.some(({ isSure }) => isSure)).toBe(false)
  })
})

describe('what only has the word in it is not taken for the verb', () => {
  test.each([
    'DBの更新に失敗しています',
    'まだ復旧していません',
    '復旧の見込みは立っていません',
    'we cannot recover the data yet',
    'the update broke everything again yesterday',
    '参加者が多すぎて画面が見えない',
    'レビューのコメントありがとう',
    'list of customers was leaked',
    'the timeline in the doc is wrong',
    'ご飯を食べてきます',
    'when will it be fixed?',
    'mail is slow, too',
    '',
    '!!!',
  ])('%s', (words) => expect(verbsIn(words)).toEqual([]))
})

test('a slip is not taken for certain, and what is written rightly is', () => {
  expect(understand('udpate', all)[0]?.isSure).toBe(false)
  expect(understand('update', all)[0]?.isSure).toBe(true)
})

describe('every verb is said in both languages', () => {
  test.each(verbs)('%s', (verb) => {
    const { ja, en } = commands[verb].spoken
    for (const words of [...ja, ...en, commands[verb].label('ja'), commands[verb].label('en')])
      expect([words, verbsIn(words)]).toEqual([words, expect.arrayContaining([verb])])
  })
  test.each(verbs)('the first of %s, which the help shows, means that alone', (verb) => {
    const { ja, en } = commands[verb].spoken
    expect([ja[0], verbsIn(ja[0])]).toEqual([ja[0], [verb]])
    expect([en[0], verbsIn(en[0])]).toEqual([en[0], [verb]])
  })
})

test('a long text is read in one go', () => {
  const long = `更新: ${'DB を待っています、'.repeat(4_000)}`
  expect(understand(long, all)[0]).toMatchObject({
    key: 'update',
    heard: { text: expect.stringMatching(/^DB を待って/) },
  })
})

test.each(['docs/words.md', 'docs/words.ja.md'])('%s names the first phrase of each verb', (path) => {
  const document = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
  const rows = verbs.map((verb) => {
    const { ja, en } = commands[verb].spoken
    const [first, second] = path.includes('.ja.') ? [ja[0], en[0]] : [en[0], ja[0]]
    return `| \`${verb}\` | \`${first}\` | \`${second}\` |`
  })
  expect(document.split('\n').filter((line) => line.startsWith('| `') && !line.includes('/incident'))).toEqual(rows)
})
