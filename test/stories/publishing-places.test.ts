import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { postmortemOf } from '../../src/rooms/postmortem/index.ts'
import { publicationOf } from '../../src/rooms/publishing/index.ts'
import { secretRepository, setPublishingStage } from './publishing-stage.ts'
import { inSlot, words } from './sights.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  describe('a private incident', () => {
    describe('without a place of its own', () => {
      const stage = setPublishingStage(database)

      test('goes nowhere, and GitHub hears nothing of it', async () => {
        const { id } = await stage.recovers({ visibility: 'private' })
        await stage.writes(id, { cause: '内部の人が持ち出した' })
        expect(stage.github.calls()).toEqual([])
      })

      test('that was public is taken back from where everybody can see it', async () => {
        const { id, name } = await stage.recovers()
        await stage.writes(id, { cause: '内部の人が持ち出した' })
        const [pull] = stage.github.pulls()
        await stage.as('tanaka').chooses(name, 'set-visibility')
        await stage.as('tanaka').sends({ visibility: 'private' })
        await stage.quiet()
        expect(stage.github.pulls()).toMatchObject([
          { state: 'closed', title: '取り下げました', body: 'この文書は取り下げました。' },
        ])
        expect(stage.github.comments(1)).toEqual([])
        expect(await stage.github.repository().git.branches()).toEqual(['main'])
        const calls = stage.github.calls().length
        await stage.writes(id, { trigger: '退職' })
        expect(
          stage.github
            .calls()
            .slice(calls)
            .filter(({ route }) => !route.startsWith('GET')),
        ).toEqual([])
        const channel = await stage.channel(name)
        expect(words(inSlot(channel, 'announce:publishing.withdrawn:1'))).toContain(`#${pull?.number}`)
        expect(words(inSlot(channel, 'card'))).toContain('取り下げました')
      })
    })

    describe('that becomes public again', () => {
      const stage = setPublishingStage(database)

      test('goes out anew, beside what was taken back', async () => {
        const { name } = await stage.recovers()
        for (const visibility of ['private', 'public']) {
          await stage.as('tanaka').chooses(name, 'set-visibility')
          await stage.as('tanaka').sends({ visibility })
          await stage.pass(60_000)
        }
        expect(stage.github.pulls()).toMatchObject([
          { state: 'closed', title: '取り下げました' },
          { state: 'open', draft: true, title: 'サービスA: 決済が失敗する' },
        ])
      })
    })

    describe('with a place of its own', () => {
      const stage = setPublishingStage(database, { publishing: { private: { repository: secretRepository } } })

      test('goes there, and never where public ones go', async () => {
        const { id } = await stage.recovers({ visibility: 'private' })
        await stage.writes(id, { cause: '内部の人が持ち出した' })
        expect(stage.github.pulls()).toEqual([])
        expect(stage.github.pulls(secretRepository)).toHaveLength(1)
        const about = stage.github.calls().filter(({ path }) => !path.includes(secretRepository))
        expect(about).toEqual([])
        expect(stage.log.join('\n')).not.toMatch(/内部の人|決済が失敗/)
      })

      everywhere('that was public moves there', async () => {
        const { name, id } = await stage.recovers()
        await stage.as('tanaka').chooses(name, 'set-visibility')
        await stage.as('tanaka').sends({ visibility: 'private' })
        await stage.quiet()
        expect(stage.github.pulls()).toMatchObject([{ state: 'closed' }])
        expect(stage.github.pulls(secretRepository)).toMatchObject([{ state: 'open', draft: true }])
        expect(await publicationOf(stage.bot.app.world.db.read, id)).toMatchObject({
          place: secretRepository,
          secret: true,
        })
      })
    })
  })

  describe('a folder', () => {
    let folder: string
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], { encoding: 'utf8' }).trim()
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'sssbot-folder-'))
      git('init', '--quiet', '--initial-branch=main')
      Object.assign(place, { folder })
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    const place = {} as { folder: string }
    const stage = setPublishingStage(database, { publishing: { public: place } })

    everywhere('gets the document as a commit, each change as another, and never over a person’s', async () => {
      const { id, name } = await stage.recovers()
      const branch = 'sssbot/postmortems'
      const [path = ''] = git('ls-tree', '-r', '--name-only', branch).split('\n')
      expect(path).toMatch(/^postmortems\/2026\/.+\.md$/)
      await stage.writes(id, { cause: '電源' })
      expect(git('show', `${branch}:${path}`)).toContain('電源')
      expect(git('log', '--format=%an', branch).split('\n')).toEqual(['sssbot', 'sssbot'])
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('保存済み')

      git('worktree', 'add', '--quiet', join(folder, 'tree'), branch)
      await stage.writes(id, { trigger: '点検' })
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('使われているので書き込めません')
      git('worktree', 'remove', '--force', join(folder, 'tree'))
      await stage.pass(10 * 60_000)
      expect(git('show', `${branch}:${path}`)).toContain('点検')
      expect(words(inSlot(await stage.channel(name), 'card'))).not.toContain('書き込めません')
      expect(stage.github.calls()).toEqual([])
      git('update-ref', '-d', `refs/heads/${branch}`)
    })

    test('is published when somebody says so, and what changes later does not put it back to a review', async () => {
      const { id, name } = await stage.recovers()
      await stage.completes(id)
      const statusNow = async () => (await postmortemOf(stage.bot.app.world.db.read, id)).status
      expect(await statusNow()).toBe('in_review')
      expect(await stage.as('sato').does(name, 'publish-postmortem')).toEqual({})
      expect(await statusNow()).toBe('published')
      await stage.writes(id, { cause: '後から分かったこと' })
      const [path = ''] = git('ls-tree', '-r', '--name-only', 'sssbot/postmortems').split('\n')
      expect(git('show', `sssbot/postmortems:${path}`)).toContain('後から分かったこと')
      expect(await statusNow()).toBe('published')
      git('update-ref', '-d', 'refs/heads/sssbot/postmortems')
    })
  })
})
