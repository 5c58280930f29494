import { lexer, type Tokens } from 'marked'
import { expect } from 'vitest'
import { draftJob, draftOf, postmortemOf } from '../../src/rooms/postmortem/index.ts'
import { incidentIn } from './conversation.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')
  const openSection = async (name: string, section: string, who = tanaka()) => {
    await who.chooses(name, 'postmortem')
    await who.do({ do: 'click', view_id: (await who.form()).id, action_id: 'incident.write-section', value: section })
  }
  const writes = async (name: string, section: string, text: string, who = tanaka()) => {
    await openSection(name, section, who)
    expect((await who.sends({ [section]: text })).errors).toEqual({})
    await stage.quiet()
  }
  const factsOf = async (name: string, type: string) =>
    stage.bot.app.world.db.read
      .selectFrom('facts')
      .selectAll()
      .where('subject', '=', `incident:${await incidentIn(stage, name)}`)
      .where('type', '=', type)
      .execute()
  const draftIn = async (name: string) => {
    const draft = await draftOf(stage.bot.app.world, await incidentIn(stage, name), stage.bot.app.world.db.read)
    if (!draft) throw new Error('There is no draft')
    return draft
  }

  describe('at 復旧', () => {
    test('the draft stands without anybody asking, and says what the record knows', async () => {
      const name = await tanaka().declares({ summary: '決済が失敗する' })
      const { db } = stage.bot.app.world
      expect((await postmortemOf(db.read, await incidentIn(stage, name))).status).toBe('none')
      await stage.pass(40 * minute)
      await tanaka().does(name, 'recover', { postmortem_owner: 'U0SATO' })
      expect((await postmortemOf(db.read, await incidentIn(stage, name))).status).toBe('draft')
      const { title, slug, markdown, gaps } = await draftIn(name)
      expect(title).toBe('サービスA: 決済が失敗する')
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain(`下書き ｜ 未記入 ${gaps.length} 件`)
      expect(slug).toBe('サービスa-20261123i')
      expect(gaps).toContain('cause')
      expect(markdown).toContain('【未記入: 原因】<!-- sssbot:gap:cause -->')
      expect(markdown).toContain('| 復旧まで | 40分 | 宣言 → 復旧 |')
      expect(markdown).toMatch(/\| \[2026-11-23 14:00\]\(https:[^)]+\) \| .*田中 美咲.*宣言.* \|/)
      expect(markdown).not.toMatch(/<@|@[a-z]/)
      const tables = lexer(markdown).filter((token): token is Tokens.Table => token.type === 'table')
      expect(tables.length).toBeGreaterThan(3)
    })

    test('the same state gives the same bytes', async () => {
      const name = await tanaka().declares()
      await tanaka().does(name, 'recover')
      const first = await draftIn(name)
      await stage.pass(60 * minute)
      expect(await draftIn(name)).toEqual(first)
    })

    test('nothing is told where nothing is owed, and whoever wants to write finds the document all the same', async () => {
      const name = await tanaka().declares({ kind: 'drill', summary: '訓練です' })
      await tanaka().does(name, 'recover')
      await stage.pass(10 * minute)
      const { messages } = await stage.channel(name)
      expect(messages.map(slotOf)).not.toContain('postmortem')
      const { title, markdown } = await draftIn(name)
      expect(title).toBe('【訓練】サービスA: 訓練です')
      expect(markdown).toContain('> これは訓練の記録です。')
      await writes(name, 'cause', '想定どおり')
      expect((await draftIn(name)).markdown).toContain('## 原因\n\n想定どおり')
    })

    test('it is told once, and only where its people are, however often it is drafted', async () => {
      const name = await tanaka().declares()
      await tanaka().does(name, 'recover')
      const { world } = stage.bot.app
      const incidentId = await incidentIn(stage, name)
      await Promise.all(
        [1, 2, 3].map(() => world.db.transaction((tx) => world.jobs.enqueue(tx, draftJob, { incidentId }))),
      )
      await stage.quiet()
      const { channels } = await stage.state()
      const told = channels.flatMap((each) =>
        each.messages.filter((message) => slotOf(message) === 'postmortem').map(() => each.name),
      )
      expect(told).toEqual([name])
      expect(await factsOf(name, 'postmortem.drafted')).toHaveLength(1)
    })
  })

  describe('in Slack', () => {
    test('a section is written from the overview, which then shows it, and every version is kept', async () => {
      const name = await tanaka().declares()
      await tanaka().does(name, 'recover')
      await writes(name, 'cause', '接続数に上限がなかった')
      expect(words(await tanaka().form())).toContain('接続数に上限がなかった')
      await writes(name, 'cause', '接続数の上限が小さすぎた', stage.as('sato'))
      const { db } = stage.bot.app.world
      const kept = await db.read
        .selectFrom('postmortem_texts')
        .select(['n', 'words', 'by'])
        .where('incident_id', '=', await incidentIn(stage, name))
        .orderBy('n')
        .execute()
      expect(kept).toEqual([
        { n: 1, words: '接続数に上限がなかった', by: 'U0TANAKA' },
        { n: 2, words: '接続数の上限が小さすぎた', by: 'U0SATO' },
      ])
      expect((await draftIn(name)).markdown).toContain('接続数の上限が小さすぎた')
      expect(JSON.stringify(await factsOf(name, 'postmortem.written'))).not.toContain('接続数')
    })

    test('two people write one section: one is told who was faster, and keeps the words', async () => {
      const name = await tanaka().declares()
      await tanaka().does(name, 'recover')
      const sato = stage.as('sato')
      for (const who of [tanaka(), sato]) await openSection(name, 'cause', who)
      expect((await tanaka().sends({ cause: '上限がなかった' })).errors).toEqual({})
      const { errors } = await sato.sends({ cause: '設定が配られなかった' })
      expect(errors.cause).toContain('先に書き直しました')
      expect((await draftIn(name)).markdown).toContain('上限がなかった')
    })

    test('hints are shown beside, and hold nothing up', async () => {
      const name = await tanaka().declares()
      await tanaka().does(name, 'recover')
      await writes(name, 'cause', '田中さんの確認不足')
      const overview = words(await tanaka().form())
      expect(overview).toContain('読み返しのヒント')
      expect(overview).toContain('原因 「田中さん」 — 人の名前があります')
      expect(overview).toContain('人のミスを原因にしています')
      const { findings, markdown } = await draftIn(name)
      expect(findings.map(({ rule }) => rule)).toEqual(
        expect.arrayContaining(['name-in-cause', 'human-error', 'empty-section']),
      )
      expect(markdown).toContain('田中さんの確認不足')
    })

    everywhere('the whole text can be read where no repository keeps it', async () => {
      const name = await tanaka().declares({ summary: '決済が失敗する' })
      await tanaka().does(name, 'recover')
      await tanaka().chooses(name, 'postmortem')
      await tanaka().do({ do: 'click', view_id: (await tanaka().form()).id, action_id: 'incident.postmortem-text' })
      expect(words(await tanaka().form())).toContain('# サービスA: 決済が失敗する')
    })

    test('times that are put right later change every length in it', async () => {
      const name = await tanaka().declares()
      await stage.pass(40 * minute)
      await tanaka().does(name, 'recover')
      expect((await draftIn(name)).markdown).toContain('| 復旧まで | 40分 | 宣言 → 復旧 |')
      await tanaka().does(name, 'edit-times', { occurred_at: '2026-11-23T04:30:00Z' })
      expect((await draftIn(name)).markdown).toContain('| 復旧まで | 1時間10分 | 発生 → 復旧 |')
    })
  })
})
