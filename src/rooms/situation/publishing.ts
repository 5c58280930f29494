import { escapeClipped } from '../../kit/block-kit/index.ts'
import type { Refused } from '../../kit/github/index.ts'
import { defineTexts } from '../../kit/i18n/index.ts'
import type { Voice } from './words.ts'

const texts = defineTexts('situation.publishing', {
  ja: {
    secret_missing: '環境変数 {{detail}} がありません。管理者に知らせてください',
    sso: '組織の SAML シングルサインオンに、トークンがまだ許可されていません。トークンの持ち主が GitHub の設定で許可してください{{said}}',
    ip_refused:
      '組織の IP 許可リストに、ボットのサーバーがありません。GitHub の組織の管理者に追加を頼んでください{{said}}',
    suspended: 'GitHub のアカウントか App が停止されています。GitHub の組織の管理者に再開を頼んでください{{said}}',
    blocked: 'GitHub がリポジトリを止めています。GitHub の組織の管理者に確かめてもらってください{{said}}',
    archived:
      'リポジトリがアーカイブされています。リポジトリの管理者に解除を頼むか、設定で別のリポジトリにしてください{{said}}',
    empty: 'リポジトリが空です。書き込める人が、README などを1つコミットしてください{{said}}',
    secret_found:
      '文中に秘密の値（トークンや鍵）があるので、GitHub が止めました。その値を無効にし、記録とポストモーテムから消してください{{said}}',
    rule: 'リポジトリのルール（ルールセットかブランチ保護）が書き込みを止めています。リポジトリの管理者に、ボットのアカウントと sssbot/ で始まるブランチの許可を頼んでください{{said}}',
    issues_disabled:
      'リポジトリの issue が無効です。リポジトリの管理者に有効にしてもらうか、設定で別のリポジトリにしてください{{said}}',
    locked: 'GitHub 側の会話がロックされています。ロックした人に解除を頼んでください{{said}}',
    too_long: '長すぎて GitHub が受け付けません。短くしてください{{said}}',
    too_large: '大きすぎて GitHub が受け付けません。短くしてください{{said}}',
    gone: 'GitHub から消されています{{said}}',
    conflict: 'GitHub が受け付けません。リポジトリの管理者に知らせてください{{said}}',
    key_unreadable: '環境変数 {{detail}} の秘密鍵が読めません。管理者に知らせてください',
    github_unset: 'GitHub への接続が設定にありません。管理者に知らせてください',
    unauthorized: 'GitHub がトークンを受け付けません（期限切れ・取り消し）。管理者に新しいものを頼んでください{{said}}',
    forbidden: 'GitHub の権限が足りません（{{detail}}）。管理者に知らせてください',
    repository_unknown: 'リポジトリが見つからないか、ボットに見る権限がありません。設定と権限を確かめてください',
    base_unknown: '元になるブランチがリポジトリにありません。設定の branch を確かめてください',
    file_unknown: 'ファイルが見つかりません',
    branch_taken: '同じ名前のブランチ（{{detail}}）で、ほかの人のプルリクエストが開いています',
    path_taken: '同じ場所（{{detail}}）に、ほかの人のファイルがあります',
    merged_in_public:
      '非公開になりましたが、公開のリポジトリにすでにマージされています。履歴からの削除は人にしかできません',
    moved: 'GitHub 側が同時に変わりました。自動でやり直します',
    limited: 'GitHub の呼び出し回数の上限です。空くのを待って自動で続けます',
    unreached: 'GitHub につながりません。自動で続けます',
    unsure: 'GitHub が応答しません。自動で続けます',
    refused: 'GitHub に断られました（{{detail}}）。リポジトリの管理者に知らせてください',
    said: '（GitHub:「{{words}}」）',
    folder_unknown: 'フォルダが git リポジトリではありません（{{detail}}）。設定を確かめてください',
    folder_refused: 'git が失敗しました（{{detail}}）',
    checked_out: 'ブランチ {{detail}} がそのフォルダで使われているので書き込めません。別のブランチを設定してください',
    other: '書き込めませんでした（{{detail}}）',
  },
  en: {
    secret_missing: 'the environment variable {{detail}} is not set: tell an administrator',
    sso: 'the organization’s SAML sign-on does not know the token yet: its owner has to authorize it in GitHub’s settings{{said}}',
    ip_refused:
      'the bot’s server is not on the organization’s IP allow list: ask an owner of the organization to add it{{said}}',
    suspended: 'the account or App on GitHub is suspended: ask an owner of the organization to reactivate it{{said}}',
    blocked: 'GitHub has blocked access to the repository: ask an owner of the organization why{{said}}',
    archived:
      'the repository is archived: ask its administrator to unarchive it, or name another one in the settings{{said}}',
    empty: 'the repository is empty: someone with write access has to commit a first file, such as a README{{said}}',
    secret_found:
      'GitHub found a secret (a token or a key) in the text and blocked the change: revoke it, and remove it from the record and the postmortem{{said}}',
    rule: 'a rule of the repository (a ruleset or branch protection) forbids it: ask its administrator to allow the bot’s account and branches that begin with sssbot/{{said}}',
    issues_disabled:
      'issues are disabled in the repository: ask its administrator to enable them, or name another one in the settings{{said}}',
    locked: 'the conversation on GitHub is locked: ask whoever locked it to unlock it{{said}}',
    too_long: 'it is too long for GitHub: make it shorter{{said}}',
    too_large: 'it is too large for GitHub: make it shorter{{said}}',
    gone: 'it was deleted on GitHub{{said}}',
    conflict: 'GitHub did not accept it: tell the repository’s administrator{{said}}',
    key_unreadable: 'the private key in {{detail}} cannot be read: tell an administrator',
    github_unset: 'the settings do not say how to reach GitHub: tell an administrator',
    unauthorized: 'GitHub does not accept the token (expired or revoked): ask an administrator for a new one{{said}}',
    forbidden: 'the bot lacks a permission on GitHub ({{detail}}): tell an administrator',
    repository_unknown: 'the repository does not exist, or the bot cannot see it: check the settings and its access',
    base_unknown: 'the base branch does not exist in the repository: check branch in the settings',
    file_unknown: 'the file does not exist',
    branch_taken: 'someone else has a pull request open from a branch of that name ({{detail}})',
    path_taken: 'someone else’s file is at that path ({{detail}})',
    merged_in_public: 'it became private after it was merged in public: only people can remove it from the history',
    moved: 'it changed on GitHub at the same moment; the bot retries by itself',
    limited: 'GitHub’s rate limit is reached; this continues by itself',
    unreached: 'GitHub cannot be reached; this continues by itself',
    unsure: 'GitHub does not answer; this continues by itself',
    refused: 'GitHub refused it ({{detail}}): tell the repository’s administrator',
    said: ' (GitHub: “{{words}}”)',
    folder_unknown: 'the folder is not a git repository ({{detail}}): check the settings',
    folder_refused: 'git failed ({{detail}})',
    checked_out: 'the branch {{detail}} is checked out in that folder: name another branch in the settings',
    other: 'it could not be written ({{detail}})',
  },
})

type Key = Exclude<keyof typeof texts.ja, 'said'>

/** Words, for whoever can act, for each lasting refusal by GitHub. The compiler asks for those of a new one here. */
type Lasting = Exclude<Refused, 'absent'>
const isKnown = (error: string): error is Key | Lasting => error in texts.ja && error !== 'said'

/** Why a document does not get where it belongs, in words for the person who can act, and in GitHub's own. */
export function publishErrorWords(error: string, detail: string | null, { locale }: Voice): string {
  const t = texts.in(locale)
  const words = escapeClipped(detail ?? error, 300)
  const key: Key = isKnown(error) ? error : 'other'
  return t(key, { detail: words, said: detail === null ? '' : t('said', { words }) })
}

/** What GitHub said, after what we say ourselves. */
export const saidWords = (detail: string, { locale }: Voice): string =>
  texts.in(locale)('said', { words: escapeClipped(detail, 200) })
