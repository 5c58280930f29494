import { expect } from 'vitest'
import { learningOf, postmortemOf } from '../../src/rooms/postmortem/index.ts'
import { publicationOf } from '../../src/rooms/publishing/index.ts'
import { setPublishingStage } from './publishing-stage.ts'
import { inSlot, words } from './sights.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const branch = 'sssbot/postmortem-サービスa-20261123i'
const path = 'postmortems/2026/サービスa-20261123i.md'
const minute = 60_000

forEachDatabase((database) => {
  const stage = setPublishingStage(database)
  const statusOf = async (id: string) => (await postmortemOf(stage.bot.app.world.db.read, id)).status
  const publication = async (id: string) => {
    const found = await publicationOf(stage.bot.app.world.db.read, id)
    if (!found) throw new Error('It went nowhere')
    return found
  }

  describe('taken up again after the merge', () => {
    const reopened = async (values?: { edit?: string }) => {
      const { github } = stage
      const { name, id } = await stage.recovers()
      await stage.completes(id)
      const { edit } = values ?? {}
      if (edit) await github.person('sato-gh').edit(1, path, () => edit)
      await github.person('suzuki-gh').merge(1, { deleteBranch: true })
      await stage.pass(11 * minute)
      expect(await statusOf(id)).toBe('published')
      const tanaka = stage.as('tanaka')
      expect(await tanaka.does(name, 'reopen', { reason: 'また失敗している' })).toEqual({})
      await stage.pass(30 * minute)
      expect(await statusOf(id)).toBe('published')
      expect(await tanaka.does(name, 'recover', { postmortem_owner: 'U0SATO' })).toEqual({})
      await stage.pass(minute)
      return { name, id, github }
    }

    test('what came to it is another pull request, which changes the same file', async () => {
      const { name, id, github } = await reopened()
      expect(github.pulls()).toHaveLength(2)
      const [, second] = github.pulls()
      expect(second).toMatchObject({ head: `${branch}-edition-2`, base: 'main', state: 'open' })
      expect(await github.fileAt(`${branch}-edition-2`, path)).toContain('田中 美咲 が再開（理由: また失敗している）')
      expect(await github.fileAt('main', path)).not.toContain('田中 美咲 が再開')
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('|#2>')
      await github.person('suzuki-gh').merge(2)
      await stage.pass(11 * minute)
      expect(await statusOf(id)).toBe('published')
      expect(await github.fileAt('main', path)).toContain('田中 美咲 が再開')
    })

    test('what people have written in the merged file stays, and it goes out as a file beside it', async () => {
      const { id, github } = await reopened({ edit: '# 人が書き直した\n' })
      expect(await publication(id)).toMatchObject({ number: 2, path: path.replace('.md', '-2.md'), state: 'review' })
      expect(await github.fileAt('main', path)).toBe('# 人が書き直した\n')
      expect(await github.fileAt(`${branch}-2`, path.replace('.md', '-2.md'))).toContain('田中 美咲 が再開')
    })
  })

  test('on GitHub nobody is called by what people wrote in Slack, and emoji are seen', async () => {
    const { github } = stage
    const { id } = await stage.recovers({ summary: ':fire: @acme/service-a 決済が失敗する' })
    await stage.writes(id, { cause: ':tada: @octocat @here :partyparrot:' })
    await stage.pass(minute)
    const joined = '\u2060'
    const title = `🔥 @${joined}acme/service-a 決済が失敗する`
    expect(github.pulls()[0]?.title).toBe(`サービスA: ${title}`)
    const file = await github.fileAt(branch, path)
    expect(file).toContain(`# サービスA: ${title}`)
    expect(file).toContain(`🎉 @${joined}octocat @${joined}here :${joined}partyparrot:`)
  })

  describe('from 復旧 to a merged pull request', () => {
    test('a draft is there by itself, is kept in step with the record, and becomes ready when nothing is missing', async () => {
      const { id } = await stage.recovers()
      const { github } = stage
      const [pull] = github.pulls()
      expect(github.pulls()).toHaveLength(1)
      expect(pull).toMatchObject({ head: branch, base: 'main', draft: true, title: 'サービスA: 決済が失敗する' })
      expect(pull).toMatchObject({ teams: ['service-a'], labels: ['postmortem'], login: 'sss-machine' })
      expect(await github.fileAt(branch, path)).toContain('# サービスA: 決済が失敗する')
      expect(github.comments(1).map(({ body }) => body)).toEqual([expect.stringContaining('未記入の項目が')])
      expect(await statusOf(id)).toBe('draft')

      await stage.writes(id, { cause: '設定の変更で接続数が上限に達した' })
      expect(await github.fileAt(branch, path)).toContain('設定の変更で接続数が上限に達した')
      expect(github.pulls()[0]?.draft).toBe(true)
      await stage.completes(id)
      expect(github.pulls()[0]).toMatchObject({ draft: false, state: 'open' })
      expect(github.comments(1).map(({ body }) => body)).toEqual([expect.stringContaining('未記入の項目はありません')])
      expect(await statusOf(id)).toBe('in_review')
    })

    test('is sent back, approved and merged, and after that the bot leaves it alone', async () => {
      const { id } = await stage.recovers()
      const { github } = stage
      await stage.completes(id)
      github.person('sato-gh').requestChanges(1, '検知について詳しく')
      await stage.pass(11 * minute)
      expect((await publication(id)).state).toBe('changes')
      github.person('sato-gh').approve(1)
      await stage.pass(11 * minute)
      expect(await statusOf(id)).toBe('approved')
      await github.person('suzuki-gh').merge(1, { deleteBranch: true })
      await stage.pass(11 * minute)
      expect(await statusOf(id)).toBe('published')
      expect(await github.fileAt('main', path)).toContain('trigger について')

      const calls = github.calls().length
      await stage.writes(id, { cause: '後から分かったこと' })
      expect(github.calls().length).toBe(calls)
      expect(github.pulls()).toHaveLength(1)
    })

    test('the title follows the summary, until somebody gives it another one', async () => {
      const { name } = await stage.recovers()
      const { github } = stage
      const sums = async (summary: string) => {
        await stage.as('tanaka').chooses(name, 'edit-summary')
        await stage.as('tanaka').sends({ summary })
        await stage.pass(30_000)
      }
      await sums('決済が二重に通る')
      expect(github.pulls()[0]?.title).toBe('サービスA: 決済が二重に通る')
      await sums('決済が二重に記録される')
      expect(github.pulls()[0]?.title).toBe('サービスA: 決済が二重に記録される')
      github.person('sato-gh').rename(1, '11月の二重決済')
      await sums('決済の二重記録')
      expect(github.pulls()[0]?.title).toBe('11月の二重決済')
    })

    test('nothing is written while the document says the same', async () => {
      const { id } = await stage.recovers()
      const commits = (await stage.github.repository().git.log(branch)).length
      await stage.writes(id, { cause: '原因' })
      expect((await stage.github.repository().git.log(branch)).length).toBe(commits + 1)
      await stage.pass(60 * minute)
      await stage.writes(id, { cause: '原因' })
      expect((await stage.github.repository().git.log(branch)).length).toBe(commits + 1)
    })
  })

  describe('what a person wrote there', () => {
    everywhere('stays, and the bot tells in one comment what differs', async () => {
      const { id } = await stage.recovers()
      const { github } = stage
      const suzuki = github.person('suzuki-gh')
      await suzuki.edit(1, path, (text) => text.replace('決済が失敗する', '決済が全て失敗した'))
      const theirs = await github.fileAt(branch, path)
      await stage.writes(id, { cause: '電源' })
      expect(await github.fileAt(branch, path)).toBe(theirs)
      expect((await publication(id)).edited).toBe(true)
      const told = () => github.comments(1).filter(({ body }) => body.includes('食い違い'))
      expect(told()).toHaveLength(1)
      expect(told()[0]?.body).toContain('+電源')
      expect(told()[0]?.body).not.toContain('決済が全て失敗した')
      await stage.writes(id, { trigger: '点検' })
      expect(told()).toHaveLength(1)
      expect(told()[0]?.body).toContain('+点検')
      const edits = github.done('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}')
      await stage.pass(60 * minute)
      expect(github.done('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}')).toBe(edits)
      expect(await github.fileAt(branch, path)).toBe(theirs)
    })

    test('counts: where they fill in all that is missing, it asks for reviews, and nobody is asked any more', async () => {
      const { id, name } = await stage.recovers()
      const { github } = stage
      const { world } = stage.bot.app
      await stage.pass(30 * minute)
      const asked = async () => (await learningOf(world.db.read, id)).questions.filter(({ state }) => state === 'open')
      expect((await asked()).length).toBeGreaterThan(0)
      expect(github.comments(1)[0]?.body).toContain('このファイルの「未記入」の行を書き換えてください')
      await github
        .person('suzuki-gh')
        .edit(1, path, (text) => text.replace(/【未記入[^】]*】<!-- sssbot:gap:cause -->/, '電源'))
      await stage.pass(11 * minute)
      expect(github.pulls()[0]).toMatchObject({ draft: true })
      const marks = /【未記入[^】]*】<!-- sssbot:gap:\w+ -->/g
      await github.person('suzuki-gh').edit(1, path, (text) => text.replace(marks, 'GitHub で書いた'))
      // Somebody answers in Slack at the same time: neither is lost.
      await stage.writes(id, { trigger: '点検' })
      await stage.pass(11 * minute)
      expect(github.pulls()[0]).toMatchObject({ draft: false, state: 'open' })
      expect(await statusOf(id)).toBe('in_review')
      expect(await asked()).toEqual([])
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('レビュー待ち')
      expect(github.comments(1)[0]?.body).toContain('未記入の項目はありません')
      expect(await github.fileAt(branch, path)).toContain('GitHub で書いた')
      expect(github.comments(1).at(-1)?.body).toContain('+点検')
    })

    everywhere(
      'a pull request that somebody closed is not opened again, and one that they open again goes on',
      async () => {
        const { id } = await stage.recovers()
        const { github } = stage
        github.person('sato-gh').close(1)
        await stage.pass(11 * minute)
        expect((await publication(id)).state).toBe('closed')
        await stage.writes(id, { cause: '電源' })
        expect(github.pulls()).toHaveLength(1)
        expect(await github.fileAt(branch, path)).not.toContain('電源')
        github.person('sato-gh').reopen(1)
        await stage.writes(id, { trigger: '点検' })
        expect((await publication(id)).state).toBe('draft')
        expect(await github.fileAt(branch, path)).toContain('電源')
      },
    )
  })
})
