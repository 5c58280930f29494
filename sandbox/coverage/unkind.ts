/** What a real workspace does to an app, how it is had here, and where it is told that Slack does so. */
export type Unkindness = {
  /** What of `POST /_sandbox/workspace` brings it, or `always`. */
  by: string
  en: string
  ja: string
  /** A page, a recorded payload or a report. */
  source: string
}

const reference = 'docs.slack.dev/reference'

/** The table of docs/sandbox.md. A test holds the page against it. */
export const unkindnesses: readonly Unkindness[] = [
  {
    by: '`plan: "free"`',
    en: 'No user groups: `usergroups.*` answers `plan_upgrade_required`, `@group` stays text',
    ja: 'ユーザーグループがない。`usergroups.*` は `plan_upgrade_required`、`@group` はただの文字',
    source: `${reference}/methods/usergroups.list (errors)`,
  },
  {
    by: '`page_size: 1..1000`',
    en: 'Pages are shorter than asked for, in every list with a cursor, histories and threads too',
    ja: 'カーソルのある一覧 (履歴とスレッドも) のページが、求めた件数より短い',
    source: `${reference}/methods/conversations.list (limit); docs.slack.dev/apis/web-api/pagination`,
  },
  {
    by: 'always',
    en: 'Archived channels are left out after the page is cut: pages are short, or empty before the end',
    ja: 'アーカイブ済みはページを切ったあとで除かれ、途中のページが短い、または空になる',
    source: 'slackapi/python-slack-sdk#1043',
  },
  {
    by: '`people`, `channels`, `usergroups`',
    en: 'Tens of thousands, deactivated ones, guests and bots among them; those with names of their own come last',
    ja: '数万件。無効化済み・ゲスト・ボットが混ざり、名前のある人とチャンネルは最後に来る',
    source: `${reference}/methods/users.list`,
  },
  {
    by: '`people`, `oddities`',
    en: 'A person whose `tz` is null, and one without a `profile`',
    ja: '`tz` が null の人、`profile` のない人',
    source: 'USLACKBOT in recorded answers of users.list; java-slack-sdk `json-logs/samples/api/users.list.json`',
  },
  {
    by: '`oddities`',
    en: 'A conversation of a kind that no flag names, with `topic: null` and without a name',
    ja: 'どの種類のフラグも立たず、`topic` が null で名前のない会話',
    source: `${reference}/objects/conversation-object (fields may be absent, and more may come)`,
  },
  {
    by: '`oddities`',
    en: 'A pinned message whose `metadata` has no `event_payload`; a pinned file without a message',
    ja: '`metadata` に `event_payload` がないピン、メッセージのないファイルのピン',
    source: `slackapi/python-slack-sdk#1501; ${reference}/methods/pins.list`,
  },
  {
    by: '`oddities`',
    en: 'A user group with ids that `users.info` does not know',
    ja: '`users.info` が知らない ID を含むユーザーグループ',
    source: `${reference}/methods/users.info (user_not_found, user_not_visible)`,
  },
  {
    by: '`ephemerals: "vanish"`',
    en: 'An ephemeral message reaches only who is active (acted within ten minutes, or has the client open), and is gone after a reload; a picture shows it once',
    ja: '一時的なメッセージは操作中の人 (10 分以内に操作した、または画面を開いている) にだけ届き、再読み込みで消える。`state` に出るのは一度だけ',
    source: `${reference}/methods/chat.postEphemeral; docs.slack.dev/apis/web-api/user-presence-and-status`,
  },
  {
    by: '`connect`, `outsiders`',
    en: 'People of another company (`team_id`, `is_stranger`; an id that begins with W), who click with their own `user.team_id`',
    ja: '他社の人 (`team_id`、`is_stranger`、W で始まる ID)。クリックは自社の `user.team_id` で届く',
    source: `slackapi/java-slack-sdk#1041; ${reference}/objects/user-object`,
  },
  {
    by: '`connect`',
    en: 'Channels with `is_ext_shared`, `is_pending_ext_shared` and `is_org_shared`; events say `is_ext_shared_channel`',
    ja: '`is_ext_shared`・`is_pending_ext_shared`・`is_org_shared` のチャンネル。イベントは `is_ext_shared_channel`',
    source: 'docs.slack.dev/apis/slack-connect; java-slack-sdk `json-logs/samples/api/conversations.list.json`',
  },
  {
    by: 'the act `delete_channel`',
    en: 'A deleted channel (`channel_deleted`, `group_deleted`) is `channel_not_found`, and its name is free again',
    ja: '削除されたチャンネル (`channel_deleted`、`group_deleted`) は `channel_not_found` になり、名前はまた使える',
    source: `${reference}/events/channel_deleted; ${reference}/events/group_deleted`,
  },
  {
    by: 'the act `share`',
    en: 'A private channel that is shared with another company has another id from then on (`channel_id_changed`), and the old one is `channel_not_found`',
    ja: '社外と共有した非公開チャンネルは ID が変わり (`channel_id_changed`)、古い ID は `channel_not_found` になる',
    source: 'api.slack.com/events/channel_id_changed; docs.slack.dev/reference/events/channel_shared',
  },
  {
    by: '`read_only`, `thread_only`, `non_threadable`',
    en: 'Channels that refuse with `restricted_action_read_only_channel`, `…_thread_only_channel`, `…_non_threadable_channel`',
    ja: '`restricted_action_read_only_channel`・`…_thread_only_channel`・`…_non_threadable_channel` で断るチャンネル',
    source: `${reference}/methods/chat.postMessage (errors)`,
  },
  {
    by: '`bot_in`',
    en: 'Channels without the bot, and some that lose it (`channel_left`)',
    ja: 'ボットのいないチャンネル、ボットを外すチャンネル (`channel_left`)',
    source: `${reference}/events/channel_left`,
  },
  {
    by: 'always',
    en: 'A mention where the bot is not: its author is asked to invite it, and `app_mention` comes late, after the invitation',
    ja: 'ボットのいない場所でのメンション。書いた人が招待を勧められ、`app_mention` は招待のあとで遅れて届く',
    source: `${reference}/events/app_mention`,
  },
  {
    by: '`other_app`',
    en: "Another app's bot with its own `bot_id` and `app_id`, and an incoming webhook (`bot_message` without a `user`)",
    ja: '別の `bot_id`・`app_id` を持つ他アプリのボットと、`user` のない Incoming Webhook (`bot_message`)',
    source: `${reference}/events/message/bot_message; java-slack-sdk \`json-logs/samples/events/MessageBotPayload.json\``,
  },
  {
    by: 'always',
    en: 'The Slackbot stands among the people, `is_bot: false`',
    ja: 'Slackbot が `is_bot: false` で人に混ざっている',
    source: 'java-slack-sdk `json-logs/samples/api/users.list.json`',
  },
  {
    by: '`POST /_sandbox/faults`',
    en: 'Any error, slowness, 429, 5xx, a connection that is cut before or after the call took effect',
    ja: '任意のエラー、遅延、429、5xx、処理の前後での切断',
    source: 'docs.slack.dev/apis/web-api/rate-limits; docs.slack.dev/apis/events-api',
  },
  {
    by: 'always',
    en: '`text` of an edit has 4,000 bytes in UTF-8, beside blocks too: about 1,330 kana',
    ja: '編集の `text` は UTF-8 で 4,000 バイトまで (かな約 1,330 字)。ブロックがあっても数える',
    source: 'openclaw/openclaw#115027',
  },
  {
    by: '`blocksText` of `createSandbox`',
    en: 'All blocks of a message together say no more than 11,300 characters; whether Slack counts bytes is not known',
    ja: 'メッセージの全ブロックで合計 11,300 字まで。Slack がバイトで数えるかは不明',
    source: 'slackapi/bolt-js#2867',
  },
  {
    by: 'always',
    en: 'With `oldest` alone, a history begins at it and goes forward',
    ja: '`oldest` だけの履歴は、そこから新しい方へ進む',
    source: 'slackhq/slack-api-docs `mpim.history`',
  },
  {
    by: 'always',
    en: 'A JSON body is dropped by methods that take none',
    ja: 'JSON を受け付けないメソッドでは JSON の本文が捨てられる',
    source: 'kortix-ai/suna#6616',
  },
  {
    by: 'always',
    en: 'A deleted message with replies leaves a tombstone, and a reply to what is gone lands in the channel',
    ja: '返信のあるメッセージは削除後も跡が残り、消えたメッセージへの返信はチャンネルに出る',
    source: 'slack-edge/slack-edge#10; slackapi/python-slack-events-api#87',
  },
  {
    by: '`previews` of `createSandbox`',
    en: 'A link that a person posts changes the message a moment later, unedited',
    ja: '人が貼ったリンクは、少しあとで編集なしにメッセージを変える',
    source: 'java-slack-sdk `json-logs/samples/events` (recorded `message_changed`)',
  },
  {
    by: 'always',
    en: 'A slash command is refused where its sender may not post, and a trigger id lives three seconds and serves once',
    ja: '書き込めない場所ではスラッシュコマンドも断られ、trigger_id は 3 秒・一度きり',
    source: 'docs.slack.dev/interactivity/implementing-slash-commands',
  },
  {
    by: 'always',
    en: 'JSON without a charset (`missing_charset`) and a form with one (`superfluous_charset`) are warned of',
    ja: '文字コードのない JSON (`missing_charset`) と、文字コード付きのフォーム (`superfluous_charset`) に警告がつく',
    source: `${reference}/methods/chat.postMessage (warnings)`,
  },
  {
    by: 'always',
    en: 'An event follows two redirects of the request URL; with a third it comes again for `too_many_redirects`',
    ja: 'イベントは転送を2回まで追う。3回目で `too_many_redirects` として再送される',
    source: 'docs.slack.dev/apis/events-api (error handling)',
  },
  {
    by: 'always',
    en: 'A token that was given back is `token_revoked`, and the app is told (`tokens_revoked`, `app_uninstalled`)',
    ja: '返されたトークンは `token_revoked` になり、アプリに知らされる (`tokens_revoked`、`app_uninstalled`)',
    source: `${reference}/methods/auth.revoke; ${reference}/events/tokens_revoked`,
  },
  {
    by: 'always',
    en: 'Links to the domains of the manifest are told of in public channels without the bot, too (`is_bot_user_member`)',
    ja: 'マニフェストのドメインへのリンクは、ボットのいない公開チャンネルでも知らされる (`is_bot_user_member`)',
    source: `${reference}/events/link_shared`,
  },
]
