import { lexer, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { draftOf, postmortemOf } from '../../src/rooms/postmortem/index.ts'
import { forEachDatabase } from '../harness/database.ts'
import { setStage } from './stage.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')
  const does = async (name: string, verb: string, values = {}) => {
    await tanaka().chooses(name, verb)
    const { errors } = await tanaka().sends(values)
    await stage.quiet()
    return errors
  }
  const incidentIn = async (name: string) => {
    const { id } = await stage.channel(name)
    const row = await stage.bot.app.world.db.read
      .selectFrom('incident_channels')
      .select('incident_id')
      .where('channel_id', '=', id)
      .executeTakeFirstOrThrow()
    return row.incident_id
  }
  const draftIn = async (name: string) => {
    const draft = await draftOf(stage.bot.app.world, await incidentIn(name), stage.bot.app.world.db.read)
    if (!draft) throw new Error('There is no draft')
    return draft
  }

  describe('at 復旧', () => {
    test('the draft stands without anybody asking, and says what the record knows', async () => {
      const name = await tanaka().declares({ summary: '決済が失敗する' })
      const { db } = stage.bot.app.world
      expect((await postmortemOf(db.read, await incidentIn(name))).status).toBe('none')
      await stage.pass(40 * minute)
      await does(name, 'recover', { postmortem_owner: 'U0SATO' })
      expect((await postmortemOf(db.read, await incidentIn(name))).status).toBe('draft')
      const { title, slug, markdown, gaps } = await draftIn(name)
      expect(title).toBe('サービスA: 決済が失敗する')
      expect(slug).toBe('サービスa-20261123i')
      expect(gaps).toContain('cause')
      expect(markdown).toContain('【未記入: 原因】<!-- sssbot:gap:cause -->')
      expect(markdown).toContain('| 復旧まで | 40分 | 宣言 → 復旧 |')
      expect(markdown).toMatch(/\| 2026-11-23 14:00 \| .*田中 美咲.*宣言.* \| — \|/)
      expect(markdown).not.toMatch(/<@|@[a-z]/)
      const tables = lexer(markdown).filter((token): token is Tokens.Table => token.type === 'table')
      expect(tables.length).toBeGreaterThan(3)
    })

    test('the same state gives the same bytes', async () => {
      const name = await tanaka().declares()
      await does(name, 'recover')
      const first = await draftIn(name)
      await stage.pass(60 * minute)
      expect(await draftIn(name)).toEqual(first)
    })
  })
})
