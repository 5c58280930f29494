import { defineTexts } from '../../kit/i18n/index.ts'

/** What of the workspace cannot be read, and what to do about it. */
export const texts = defineTexts('directory', {
  ja: {
    'unread.groups':
      'Slack のユーザーグループの一覧を読めません（{{why}}）。招集する人は、設定にメンバー ID かメールアドレスで1人ずつ書いてください',
    'unread.people':
      'Slack のメンバーの一覧を読めません（{{why}}）。管理者にアプリの権限 users:read を確かめてもらうか、設定にメンバー ID で書いてください',
    'unread.channels':
      'Slack のチャンネルの一覧を読めません（{{why}}）。管理者にアプリの権限 channels:read と groups:read を確かめてもらうか、設定にチャンネル ID で書いてください',
    'why.plan_upgrade_required': '無料プランにはありません',
    'why.missing_scope': 'アプリの権限が足りません',
    'why.unreached': 'Slack につながりません',
    'why.unreadable': '返事を読み取れません',
    'why.other': 'Slack の返事: {{error}}',
  },
  en: {
    'unread.groups':
      'Slack does not let the bot read user groups ({{why}}). Name the people to call one by one in the settings, by member id or e-mail address',
    'unread.people':
      'Slack does not let the bot read the list of members ({{why}}). Ask an admin to check the app’s permission users:read, or name people in the settings by member id',
    'unread.channels':
      'Slack does not let the bot read the list of channels ({{why}}). Ask an admin to check the app’s permissions channels:read and groups:read, or name channels in the settings by id',
    'why.plan_upgrade_required': 'the free plan has none',
    'why.missing_scope': 'the app lacks a permission',
    'why.unreached': 'Slack cannot be reached',
    'why.unreadable': 'its answer cannot be read',
    'why.other': 'Slack said: {{error}}',
  },
})

export type DirectoryTextKey = Parameters<ReturnType<typeof texts.in>>[0]
