import { expect, test } from 'vitest'
import type { Refused } from '../../kit/github/index.ts'
import { publishErrorWords } from './publishing.ts'
import { voices } from './situation.samples.ts'

/** Of each refusal that lasts, who can put it right; every one is here. */
const who: Readonly<Record<Exclude<Refused, 'moved' | 'absent' | 'gone'>, [ja: string, en: string]>> = {
  secret_missing: ['管理者', 'administrator'],
  key_unreadable: ['管理者', 'administrator'],
  unauthorized: ['管理者', 'administrator'],
  sso: ['トークンの持ち主', 'its owner'],
  ip_refused: ['組織の管理者', 'owner of the organization'],
  suspended: ['組織の管理者', 'owner of the organization'],
  blocked: ['組織の管理者', 'owner of the organization'],
  archived: ['リポジトリの管理者', 'its administrator'],
  empty: ['書き込める人', 'someone with write access'],
  secret_found: ['消してください', 'remove it from'],
  rule: ['リポジトリの管理者', 'its administrator'],
  issues_disabled: ['リポジトリの管理者', 'its administrator'],
  locked: ['ロックした人', 'whoever locked it'],
  too_long: ['短くしてください', 'make it shorter'],
  too_large: ['短くしてください', 'make it shorter'],
  forbidden: ['管理者', 'administrator'],
  conflict: ['リポジトリの管理者', 'repository’s administrator'],
  refused: ['リポジトリの管理者', 'repository’s administrator'],
}

test.each(Object.entries(who))(
  '%s says who can mend it, in both languages, and not that it passes',
  (refused, people) => {
    for (const [voice, person] of [
      [voices.ja, people[0]],
      [voices.en, people[1]],
    ] as const) {
      const words = publishErrorWords(refused, 'GitHub <said> so', voice)
      expect(words).toContain(person)
      expect(words).toContain('GitHub &lt;said&gt; so')
      expect(words).not.toMatch(/自動で|by itself|\{\{/)
    }
  },
)

test('what passes by itself says so', () => {
  for (const error of ['moved', 'limited', 'unreached', 'unsure']) {
    expect(publishErrorWords(error, null, voices.ja)).toContain('自動で')
    expect(publishErrorWords(error, null, voices.en)).toContain('by itself')
  }
})
