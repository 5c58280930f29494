/** What the client says to a person when something cannot be done; `{…}` is filled in. */
const words = {
  app_silent: ['アプリが応答しませんでした。もう一度お試しください。', 'The app did not respond. Please try again.'],
  app_bad_view: [
    'アプリが正しくない画面を返しました: {detail}',
    'The app answered with a view that cannot be shown: {detail}',
  ],
  app_bad_message: [
    'アプリが正しくないメッセージを返しました: {detail}',
    'The app answered with a message that cannot be shown: {detail}',
  ],
  app_not_interactive: [
    'このアプリはボタンやフォームを受け付けません (マニフェストの settings.interactivity)。',
    'This app takes no buttons or forms (settings.interactivity of its manifest).',
  ],
  no_home: ['このアプリにはホームがありません。', 'This app has no home.'],
  bad_date: ['日付または時刻として読めません: {value}', 'This is not a date or time: {value}'],
  bad_email: ['メールアドレスの形式ではありません。', 'This is not an e-mail address.'],
  bad_file_type: [
    'この形式のファイルは選べません。選べるのは {value} です。',
    'Files of this type are not accepted. Accepted: {value}.',
  ],
  bad_number: ['この数値は入力できません: {value}', 'This number is not allowed: {value}'],
  bad_url: ['URL の形式ではありません。', 'This is not a URL.'],
  form_incomplete: ['入力内容を確認してください。', 'Please check what you entered.'],
  no_such_channel: ['チャンネルが見つかりません: {value}', 'There is no such channel: {value}'],
  no_such_command: ['{value} というコマンドはありません。', '{value} is not a valid command.'],
  no_such_element: ['この操作はもうできません ({value})。', 'This is no longer there to be used ({value}).'],
  no_such_file: ['ファイルとして読めません: {value}', 'This is not a file: {value}'],
  no_such_message: ['メッセージが見つかりません。', 'This message is not there.'],
  no_such_option: ['選択肢にありません: {value}', 'This is not one of the options: {value}'],
  no_such_person: ['メンバーが見つかりません: {value}', 'There is no such person: {value}'],
  no_such_shortcut: ['ショートカットが見つかりません: {value}', 'There is no such shortcut: {value}'],
  no_such_usergroup: ['ユーザーグループが見つかりません: {value}', 'There is no such user group: {value}'],
  no_such_view: ['この画面はもう開いていません。', 'This view is not open any more.'],
  no_submit: ['この画面には送信ボタンがありません。', 'This view cannot be submitted.'],
  not_supported: ['サンドボックスではできない操作です: {value}', 'The sandbox cannot do this: {value}'],
  required: ['この項目は必須です。', 'Please complete this required field.'],
  too_long: ['{max} 文字以内で入力してください。', 'Please use at most {max} characters.'],
  too_many: ['{max} 件まで選べます。', 'Please choose at most {max}.'],
  too_short: ['{min} 文字以上入力してください。', 'Please use at least {min} characters.'],
  unknown_block: ['この画面に「{value}」という項目はありません。', 'This view has no field "{value}".'],
  already_archived: ['すでにアーカイブされています。', 'This channel is archived already.'],
  already_in_channel: ['すでにチャンネルのメンバーです。', 'Already a member of this channel.'],
  already_pinned: ['すでにピン留めされています。', 'This message is pinned already.'],
  already_shared: ['すでに社外と共有されています。', 'This channel is shared already.'],
  already_reacted: ['すでにリアクションしています。', 'You have reacted with this already.'],
  cant_archive_general: ['このチャンネルはアーカイブできません。', 'This channel cannot be archived.'],
  cant_delete_general: ['このチャンネルは削除できません。', 'This channel cannot be deleted.'],
  cant_delete_message: ['このメッセージは削除できません。', 'You cannot delete this message.'],
  cant_invite_self: ['自分自身は招待できません。', 'You cannot invite yourself.'],
  cant_kick_self: ['自分自身は外せません。', 'You cannot remove yourself.'],
  cant_kick_from_general: ['このチャンネルからは外せません。', 'Nobody can be removed from this channel.'],
  cant_leave_general: ['このチャンネルからは退出できません。', 'This channel cannot be left.'],
  cant_update_message: ['このメッセージは編集できません。', 'You cannot edit this message.'],
  channel_not_found: ['チャンネルが見つかりません。', 'There is no such channel.'],
  invalid_name: ['この絵文字はありません。', 'There is no such emoji.'],
  invalid_name_maxlength: ['チャンネル名は 80 文字までです。', 'Channel names have at most 80 characters.'],
  invalid_name_punctuation: ['チャンネル名には文字か数字が必要です。', 'Channel names need a letter or a digit.'],
  invalid_name_required: ['チャンネル名を入力してください。', 'Please enter a channel name.'],
  invalid_name_specials: [
    'チャンネル名に使えるのは小文字・数字・「-」・「_」です。',
    'Channel names take lower-case letters, digits, hyphens and underscores only.',
  ],
  is_archived: ['このチャンネルはアーカイブされています。', 'This channel is archived.'],
  last_member: ['最後のメンバーは退出できません。', 'The last member cannot leave.'],
  message_not_found: ['メッセージが見つかりません。', 'This message is not there.'],
  method_not_supported_for_channel_type: ['この会話ではできません。', 'This cannot be done in this conversation.'],
  name_taken: ['同じ名前のチャンネルがすでにあります。', 'A channel of this name exists already.'],
  no_pin: ['ピン留めされていません。', 'This message is not pinned.'],
  no_reaction: ['そのリアクションはしていません。', 'You have not reacted with this.'],
  no_user: ['招待する人を選んでください。', 'Please choose whom to invite.'],
  no_text: ['メッセージを入力してください。', 'Please enter a message.'],
  msg_too_long: ['メッセージが長すぎます。', 'This message is too long.'],
  not_archived: ['アーカイブされていません。', 'This channel is not archived.'],
  not_in_channel: ['このチャンネルのメンバーではありません。', 'Not a member of this channel.'],
  not_pinnable: ['このメッセージはピン留めできません。', 'This message cannot be pinned.'],
  plan_upgrade_required: ['フリープランではユーザーグループを使えません。', 'The free plan has no user groups.'],
  restricted_action_non_threadable_channel: [
    'このチャンネルではスレッドに返信できません。',
    'This channel takes no replies in threads.',
  ],
  restricted_action_read_only_channel: [
    'このチャンネルに書き込めるのは管理者だけです。',
    'Only administrators may write in this channel.',
  ],
  restricted_action_thread_only_channel: [
    'このチャンネルではスレッドへの返信だけができます。',
    'This channel takes replies in threads only.',
  ],
  too_many_pins: ['ピン留めは 100 件までです。', 'A channel takes at most 100 pins.'],
  user_disabled: ['このメンバーは無効になっています。', 'This person is deactivated.'],
  user_is_restricted: ['ゲストは追加できません。', 'Guests cannot be added here.'],
  user_not_found: ['メンバーが見つかりません。', 'There is no such person.'],
} as const satisfies Record<string, readonly [ja: string, en: string]>

export type WordKey = keyof typeof words

function isWord(key: string): key is WordKey {
  return Object.hasOwn(words, key)
}

/** The sentence in the person's language; an error string of Slack's without a sentence of ours stays as it is. */
export function say(locale: string, key: string, fill: Readonly<Record<string, string>> = {}): string {
  if (!isWord(key)) return key
  const [ja, en] = words[key]
  return (locale.startsWith('ja') ? ja : en).replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '')
}

/** A person's act that the client itself cannot do, before or after the app was asked. */
export class Unable extends Error {
  readonly key: WordKey
  readonly fill: Readonly<Record<string, string>>
  /** What is wrong with each field of a form, by block id. */
  readonly fields: Readonly<Record<string, Unable>> | undefined

  constructor(key: WordKey, fill: Readonly<Record<string, string>> = {}, fields?: Readonly<Record<string, Unable>>) {
    super(say('en', key, fill))
    this.key = key
    this.fill = fill
    this.fields = fields
  }
}
