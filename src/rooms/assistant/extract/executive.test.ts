import { describe, expect, test } from 'vitest'
import {
  catchUp,
  draftUpdate,
  noticeFor,
  proposeActions,
  proposedGaps,
  proposeGaps,
  reportFor,
  summarise,
} from '../index.ts'
import { at, material, said, updated } from '../material.samples.ts'

const long = 'とても長い影響の説明が続きます。'.repeat(30)

describe('the first 200 characters of a summary', () => {
  test('name status, impact, since when and who leads', () => {
    const { line } = summarise(
      material({
        incident: { occurredAt: at('13:58') },
        handler: { id: 'U0SATO', name: '佐藤' },
        updates: [updated('14:20', 1, { condition: '調査中', impact: long })],
      }),
      'ja',
    )
    const head = line.words.slice(0, 200)
    for (const named of ['対応中', 'とても長い影響', '13:58', 'ハンドラー: 佐藤']) expect(head).toContain(named)
  })

  test('and the line after it says what was stated last', () => {
    const updates = [
      updated('14:20', 1, { condition: '調査中' }),
      updated('14:40', 2, { condition: '切り戻している' }),
      updated('14:55', 3, { condition: 'エラーは通常の水準に戻った' }),
    ]
    expect(summarise(material({ updates }), 'ja').three[1]?.words).toContain('エラーは通常の水準に戻った')
  })

  test('and no line of the three is an idea for later', () => {
    const lines = [
      said('14:20', 'sato', '原因は接続プールの上限が 5 になっていたことでした'),
      said('14:25', 'ito', '上限を 50 に戻しました、14:24'),
      said('14:30', 'mori', 'プールの監視を追加したいです、アラートは 80% で'),
    ]
    const { three } = summarise(material({ lines }), 'ja')
    expect(three).toHaveLength(3)
    expect(three.map(({ words }) => words).join('\n')).not.toContain('監視を追加')
  })

  test('name a day of another month so that nobody takes one for the other', () => {
    const read = material({ incident: { occurredAt: new Date('2026-08-06T06:57:00+09:00') } })
    expect(summarise(read, 'en').line.words).toContain('started 6 Aug 06:57')
    expect(summarise(read, 'ja').line.words).toContain('8/6 06:57 発生')
  })

  test('say of each that it is missing where nobody has said it', () => {
    const { line } = summarise(material(), 'en')
    expect(line.words).toBe(
      'Responding | Impact: not written down yet | declared 14:10 (start unknown) | No handler yet | Payments: 決済が遅い',
    )
  })
})

test('what somebody marked for the record is quoted with its link, and an idea for later is proposed', () => {
  const pinned = said('14:02', 'tanaka', '接続プールの設定を変えています', { marks: ['timeline'] })
  const idea = said('14:30', 'sato', '設定変更は二人で見るようにしたい', { marks: ['action'] })
  const read = material({ lines: [pinned, idea], incident: { impact: '支払いが失敗する' } })
  expect(catchUp(read, 'ja', null).flatMap(({ sources }) => sources)).toContainEqual({
    is: 'message',
    channelId: 'C0INC',
    ts: pinned.ts,
    permalink: pinned.permalink,
  })
  expect(proposeActions(read).map(({ words }) => words)).toEqual([idea.words])
  expect(Object.keys(proposeGaps(read)).every((gap) => proposedGaps.some((each) => each === gap))).toBe(true)
  expect(draftUpdate(read).condition?.standing ?? 'proposed').toBe('proposed')
})

test('of what was said of the impact only the sentence on it is drafted for customers', () => {
  const lines = [said('14:20', 'ito', '全員が決済できません。これはレベル4でお願いします')]
  expect(draftUpdate(material({ lines })).impact?.words).toBe('全員が決済できません。')
})

test('a letter for outside holds nothing that was said in the channel', () => {
  const read = material({
    lines: [said('14:02', 'tanaka', '内輪の話', { marks: ['timeline'] })],
    incident: { impact: '支払いが失敗する' },
  })
  for (const { words } of [noticeFor(read, 'first', 'ja'), reportFor(read, 'ja')]) {
    expect(words).toContain('支払いが失敗する')
    expect(words).not.toContain('内輪')
  }
})
