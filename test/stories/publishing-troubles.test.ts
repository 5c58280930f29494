import { expect } from 'vitest'
import { publicationOf } from '../../src/rooms/publishing/index.ts'
import { rateLimited, secondaryLimited } from '../github/faults.ts'
import type { RepositoryOptions } from '../github/repository.ts'
import { setPublishingStage } from './publishing-stage.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const minute = 60_000
const createPull = 'POST /repos/{owner}/{repo}/pulls'

forEachDatabase((database) => {
  describe('what keeps the document from GitHub', () => {
    const stage = setPublishingStage(database)
    const card = async (name: string) => words(inSlot(await stage.channel(name), 'card'))
    const again = async (name: string) => {
      await stage.as('tanaka').chooses(name, 'try-again')
      await stage.quiet()
    }
    const told = async (name: string) =>
      (await stage.channel(name)).messages.filter((message) =>
        slotOf(message)?.startsWith('announce:publishing.failed'),
      )

    test('a token that is taken no more stands on the card in plain words, and all is well once it is', async () => {
      stage.github.revoke(true)
      const { name } = await stage.recovers()
      expect(await card(name)).toContain('GitHub がトークンを受け付けません')
      await stage.pass(minute)
      expect(await told(name)).toHaveLength(1)
      expect(words((await told(name))[0])).toContain('管理者に新しいものを頼んでください')
      stage.github.revoke(false)
      await again(name)
      expect(stage.github.pulls()).toHaveLength(1)
      expect(await card(name)).not.toContain('受け付けません')
      expect(await card(name)).toContain('下書き')
    })

    test('a repository that is not there, or may not be seen, is named as such', async () => {
      await stage.bot.configure({
        github: { api_url: stage.github.url, token_env: 'SSSBOT_GITHUB_TOKEN' },
        publishing: { public: { repository: 'acme/nowhere' } },
      })
      const { name } = await stage.recovers()
      expect(await card(name)).toContain('リポジトリが見つからないか、ボットに見る権限がありません')
      expect(stage.log.join('\n')).not.toMatch(/ghp_/)
    })

    test('a permission that is missing is told in GitHub’s own words', async () => {
      stage.github.permit({ contents: 'read' })
      const { name } = await stage.recovers()
      expect(await card(name)).toContain('Resource not accessible by personal access token')
    })

    test('a repository in which nobody has committed anything: who has to, and it goes on', async () => {
      stage.github.repository().git.remove('main')
      const { name } = await stage.recovers()
      expect(await card(name)).toContain('リポジトリが空です。書き込める人が、README などを1つコミットしてください')
      expect(await card(name)).toContain('Git Repository is empty.')
      expect(stage.log.join('\n')).toContain('Git Repository is empty.')
      const calls = stage.github.calls().length
      await stage.pass(5 * minute)
      expect(stage.github.calls().length).toBe(calls)
      await stage.github.repository().git.begin()
      await again(name)
      expect(stage.github.pulls()).toHaveLength(1)
      expect(await card(name)).not.toContain('空です')
    })

    test.each<[string, Partial<RepositoryOptions>, RegExp, string]>([
      ['creation', { rules: ['creation'] }, /ルール.*リポジトリの管理者に/, 'Reference update failed'],
      [
        'a push',
        { rules: ['pull_request'] },
        /ルール.*リポジトリの管理者に/,
        'Changes must be made through a pull request.',
      ],
      ['all that is archived', { archived: true }, /アーカイブ.*リポジトリの管理者に/, 'archived so is read-only'],
    ])('a repository that forbids %s says so in its own words, and who can mend it', async (_, state, words, said) => {
      Object.assign(stage.github.repository(), state)
      const { name } = await stage.recovers()
      expect(await card(name)).toMatch(words)
      expect(await card(name)).toContain(said)
      expect(await card(name)).not.toContain('自動でやり直します')
      expect(stage.log.join('\n')).toContain(said)
    })

    test('a spent budget is waited out in silence, and GitHub is left alone meanwhile', async () => {
      stage.github.fault({ route: createPull, ...rateLimited(300) })
      const { name } = await stage.recovers()
      const calls = stage.github.calls().length
      await stage.pass(2 * minute)
      expect(stage.github.calls().length).toBe(calls)
      expect(await told(name)).toEqual([])
      await stage.pass(4 * minute)
      expect(stage.github.pulls()).toHaveLength(1)
    })

    test('what lasts is told though it may pass by itself', async () => {
      stage.github.fault({ route: createPull, ...secondaryLimited(10, 429), times: 4 })
      const { name } = await stage.recovers()
      for (let n = 0; n < 3; n++) await stage.pass(11_000)
      expect(words((await told(name))[0])).toContain('呼び出し回数の上限')
      await stage.pass(minute)
      expect(stage.github.pulls()).toHaveLength(1)
      expect(await card(name)).not.toContain('上限')
    })
  })

  describe('it goes on and says so', () => {
    const stage = setPublishingStage(database, {
      repository: { drafts: false, teams: [] },
      more: { services: { a: { owners: ['@service-a', 'suzuki@example.com'] } } },
    })

    test('where drafts are refused, reviewers are strangers, and labels cannot be put on', async () => {
      await stage.bot.configure({
        github: {
          api_url: stage.github.url,
          token_env: 'SSSBOT_GITHUB_TOKEN',
          people: { '@service-a': '@acme/service-a', 'suzuki@example.com': 'suzuki-gh' },
        },
        services: { a: { owners: ['@service-a', 'suzuki@example.com'] } },
        publishing: { public: { repository: 'acme/postmortems' } },
      })
      const { id, name } = await stage.recovers()
      const [pull] = stage.github.pulls()
      expect(pull).toMatchObject({ draft: false, labels: ['postmortem', 'draft'], reviewers: ['suzuki-gh'], teams: [] })
      const { state, without } = (await publicationOf(stage.bot.app.world.db.read, id)) ?? {}
      expect({ state, without }).toEqual({ state: 'draft', without: ['reviewers'] })
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('レビューを頼めない人がいます')
      await stage.completes(id)
      expect(stage.github.pulls()[0]).toMatchObject({ labels: ['postmortem'] })
      expect((await publicationOf(stage.bot.app.world.db.read, id))?.state).toBe('review')
    })

    test('without labels', async () => {
      stage.github.fault({
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
        status: 403,
        body: { message: 'Resource not accessible by integration' },
      })
      const { name } = await stage.recovers()
      expect(stage.github.pulls()[0]?.labels).toEqual([])
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('ラベルを付けられませんでした')
    })
  })
})
