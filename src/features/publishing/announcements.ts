import { escapeClipped } from '../../kit/block-kit/index.ts'
import { passesByItself } from '../../kit/github/index.ts'
import { defineTexts } from '../../kit/i18n/index.ts'
import type { Announcements, Telling } from '../../rooms/faces/index.ts'
import { verbButton, verbLabel } from '../../rooms/faces/index.ts'
import { publishErrorWords } from '../../rooms/situation/index.ts'

const texts = defineTexts('broadcast.publishing', {
  ja: {
    'opened.draft':
      ':page_facing_up: *ポストモーテムのプルリクエストを作りました* ｜ {{pull}} ｜ 未記入 {{gaps}} 件。埋まるとレビューを頼みます',
    opened: ':page_facing_up: *ポストモーテムのプルリクエストを作りました* ｜ {{pull}} ｜ レビューをお願いします',
    readied: ':mag: *ポストモーテムのレビューをお願いします* ｜ {{pull}} ｜ 未記入の項目はなくなりました',
    'reviewed.approved': ':white_check_mark: *ポストモーテムが承認されました* ｜ {{pull}} ｜ GitHub の {{by}}',
    'reviewed.changes': ':pencil2: *ポストモーテムに修正の依頼です* ｜ {{pull}} ｜ GitHub の {{by}}',
    'reviewed.none': ':mag: *ポストモーテムはまたレビュー待ちです* ｜ {{pull}}',
    merged: ':books: {{mark}}*ポストモーテムを公開しました* ｜ {{title}} ｜ {{pull}}',
    'merged.secret': ':books: {{mark}}*ポストモーテムがまとまりました* ｜ {{title}}',
    closed: ':no_entry_sign: *ポストモーテムのプルリクエストが、マージせずに閉じられました* ｜ {{pull}}',
    'closed.next': '間違いなら GitHub で開き直してください。続きから書き込みます。',
    reopened: ':page_facing_up: *ポストモーテムのプルリクエストが開き直されました* ｜ {{pull}}',
    edited: ':pencil2: *ポストモーテムが人の手で編集されました* ｜ {{pull}}',
    'edited.next': 'これからボットは書き換えません。記録との食い違いは、プルリクエストのコメントで伝えます。',
    withdrawn: ':lock: *公開のリポジトリのポストモーテムを取り下げました* ｜ {{pull}}',
    'withdrawn.next': 'GitHub の履歴には残ります。完全に消すには、GitHub の管理者に頼んでください。',
    failed: ':warning: *ポストモーテムを書き込めません* ｜ {{why}}',
    'failed.next': '直ると、ボットが自動で続けます。',
    'failed.again': '直したら「{{verb}}」を押してください。',
    nobody: '誰か',
  },
  en: {
    'opened.draft':
      ':page_facing_up: *The postmortem’s pull request is open* | {{pull}} | gaps: {{gaps}}; the bot requests reviews once they are filled',
    opened: ':page_facing_up: *The postmortem’s pull request is open* | {{pull}} | please review',
    readied: ':mag: *Please review the postmortem* | {{pull}} | nothing is left to fill in',
    'reviewed.approved': ':white_check_mark: *The postmortem is approved* | {{pull}} | {{by}} on GitHub',
    'reviewed.changes': ':pencil2: *Changes requested on the postmortem* | {{pull}} | {{by}} on GitHub',
    'reviewed.none': ':mag: *The postmortem needs a review again* | {{pull}}',
    merged: ':books: {{mark}}*The postmortem is published* | {{title}} | {{pull}}',
    'merged.secret': ':books: {{mark}}*The postmortem is finished* | {{title}}',
    closed: ':no_entry_sign: *The postmortem’s pull request was closed without merging* | {{pull}}',
    'closed.next': 'If that was a mistake, reopen it on GitHub: the bot continues from there.',
    reopened: ':page_facing_up: *The postmortem’s pull request was reopened* | {{pull}}',
    edited: ':pencil2: *The postmortem was edited by hand* | {{pull}}',
    'edited.next': 'The bot no longer edits it. Where the record differs, the bot comments on the pull request.',
    withdrawn: ':lock: *The postmortem was withdrawn from the public repository* | {{pull}}',
    'withdrawn.next': 'It stays in GitHub’s history. To have it purged, ask your GitHub administrators.',
    failed: ':warning: *The postmortem cannot be written* | {{why}}',
    'failed.next': 'Once fixed, the bot continues by itself.',
    'failed.again': 'Once fixed, press “{{verb}}”.',
    nobody: 'someone',
  },
})

const inside = { inside: true, outside: false, afterArchive: true } as const
const pullLink = ({ number, url }: { number: number; url: string }): string => `<${url}|#${number}>`
const words = ({ voice }: Telling) => texts.in(voice.locale)
/** A GitHub login, not a Slack user. */
const account = (by: string | null, telling: Telling): string => (by ? escapeClipped(by, 60) : words(telling)('nobody'))

/** How the document fares where it went. */
export const publishingAnnouncements: Announcements<
  | 'publishing.opened'
  | 'publishing.readied'
  | 'publishing.reviewed'
  | 'publishing.merged'
  | 'publishing.closed'
  | 'publishing.reopened'
  | 'publishing.edited'
  | 'publishing.withdrawn'
  | 'publishing.failed'
> = {
  'publishing.opened': {
    ...inside,
    say: ({ data }, telling) => ({
      sections: [words(telling)(data.draft ? 'opened.draft' : 'opened', { pull: pullLink(data), gaps: data.gaps })],
    }),
  },
  'publishing.readied': {
    ...inside,
    say: ({ data }, telling) => ({ sections: [words(telling)('readied', { pull: pullLink(data) })] }),
  },
  'publishing.reviewed': {
    ...inside,
    say: ({ data }, telling) => ({
      sections: [words(telling)(`reviewed.${data.verdict}`, { pull: pullLink(data), by: account(data.by, telling) })],
    }),
  },
  'publishing.merged': {
    inside: true,
    outside: true,
    inThread: true,
    afterArchive: true,
    say: ({ data }, telling) => ({
      sections: [words(telling)('merged', { pull: pullLink(data), mark: telling.mark, title: telling.title })],
    }),
    sayOfPrivate: (_fact, telling) => ({
      sections: [words(telling)('merged.secret', { mark: telling.mark, title: telling.title })],
    }),
  },
  'publishing.closed': {
    ...inside,
    say: ({ data }, telling) => ({
      sections: [words(telling)('closed', { pull: pullLink(data) })],
      lines: [words(telling)('closed.next')],
    }),
  },
  'publishing.reopened': {
    ...inside,
    say: ({ data }, telling) => ({ sections: [words(telling)('reopened', { pull: pullLink(data) })] }),
  },
  'publishing.edited': {
    ...inside,
    say: ({ data }, telling) => ({
      sections: [words(telling)('edited', { pull: pullLink(data) })],
      lines: [words(telling)('edited.next')],
    }),
  },
  'publishing.withdrawn': {
    ...inside,
    say: ({ data }, telling) => ({
      sections: [words(telling)('withdrawn', { pull: pullLink(data) })],
      lines: [words(telling)('withdrawn.next')],
    }),
  },
  'publishing.failed': {
    ...inside,
    say: ({ data }, telling) => ({
      sections: [words(telling)('failed', { why: publishErrorWords(data.error, data.detail, telling.voice) })],
      ...(passesByItself(data.error)
        ? { lines: [words(telling)('failed.next')] }
        : {
            lines: [words(telling)('failed.again', { verb: verbLabel('try-again', telling.voice) })],
            buttons: [verbButton('try-again', telling.voice)],
          }),
    }),
  },
}
