import { escapeClipped } from '../../kit/block-kit/index.ts'
import { defineTexts } from '../../kit/i18n/index.ts'
import type { Voice } from './words.ts'

const texts = defineTexts('situation.publishing', {
  ja: {
    secret_missing: '環境変数 {{detail}} がありません。管理者に知らせてください',
    key_unreadable: '環境変数 {{detail}} の秘密鍵が読めません。管理者に知らせてください',
    github_unset: 'GitHub への接続が設定にありません。管理者に知らせてください',
    unauthorized: 'GitHub がトークンを受け付けません（期限切れ・取り消し）。管理者に新しいものを頼んでください',
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
    refused: 'GitHub に断られました（{{detail}}）',
    folder_unknown: 'フォルダが git リポジトリではありません（{{detail}}）。設定を確かめてください',
    folder_refused: 'git が失敗しました（{{detail}}）',
    checked_out: 'ブランチ {{detail}} がそのフォルダで使われているので書き込めません。別のブランチを設定してください',
    other: '書き込めませんでした（{{detail}}）',
  },
  en: {
    secret_missing: 'the environment variable {{detail}} is missing, tell an administrator',
    key_unreadable: 'the private key in {{detail}} cannot be read, tell an administrator',
    github_unset: 'the settings do not say how GitHub is reached, tell an administrator',
    unauthorized: 'GitHub does not take the token (expired or revoked): ask an administrator for a new one',
    forbidden: 'GitHub lacks a permission ({{detail}}), tell an administrator',
    repository_unknown: 'the repository is not there, or the bot may not see it: check the settings and the access',
    base_unknown: 'the repository lacks the base branch: check branch in the settings',
    file_unknown: 'the file is not there',
    branch_taken: 'somebody else has a pull request open from a branch of that name ({{detail}})',
    path_taken: 'somebody else’s file stands there ({{detail}})',
    merged_in_public: 'it became private and was already merged in public: only people can take it out of the history',
    moved: 'GitHub changed at the same moment; it is tried again by itself',
    limited: 'GitHub’s limit of calls is reached; it goes on by itself',
    unreached: 'GitHub cannot be reached; it goes on by itself',
    unsure: 'GitHub does not answer; it goes on by itself',
    refused: 'GitHub refused it ({{detail}})',
    folder_unknown: 'the folder is no git repository ({{detail}}): check the settings',
    folder_refused: 'git failed ({{detail}})',
    checked_out: 'the branch {{detail}} is checked out in that folder: name another branch in the settings',
    other: 'it could not be written ({{detail}})',
  },
})

type Key = keyof typeof texts.ja

/** Why a document does not get where it belongs, in words for the person who can act. */
export function publishErrorWords(error: string, detail: string | null, { locale }: Voice): string {
  const t = texts.in(locale)
  return t(error in texts.ja ? (error as Key) : 'other', { detail: escapeClipped(detail ?? error, 300) })
}
