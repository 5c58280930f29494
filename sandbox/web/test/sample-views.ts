import type { types } from '@slack/bolt'

const text = (value: string) => ({ type: 'plain_text' as const, text: value })
const option = (label: string, value: string) => ({ text: text(label), value })

/** A dialog with one of each input that Block Kit knows for dialogs. */
export const everyInput: types.ModalView = {
  type: 'modal',
  callback_id: 'every-input',
  title: text('インシデントを宣言'),
  submit: text('宣言する'),
  close: text('やめる'),
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: '迷ったら *宣言* してください。あとから取り下げられます。' } },
    {
      type: 'input',
      block_id: 'service',
      label: text('サービス'),
      element: {
        type: 'static_select',
        action_id: 'select',
        placeholder: text('サービスを選ぶ'),
        options: [option('サービスA', 'service-a'), option('サービスB', 'service-b')],
      },
    },
    {
      type: 'input',
      block_id: 'summary',
      label: text('何が起きていますか'),
      hint: text('わかる範囲で構いません。'),
      element: {
        type: 'plain_text_input',
        action_id: 'text',
        multiline: true,
        placeholder: text('例: 決済が失敗する'),
      },
    },
    {
      type: 'input',
      block_id: 'urgency',
      label: text('緊急度'),
      element: {
        type: 'radio_buttons',
        action_id: 'radio',
        initial_option: option('中', 'mid'),
        options: [
          { ...option('高', 'high'), description: text('今すぐ人が要る') },
          option('中', 'mid'),
          option('低', 'low'),
        ],
      },
    },
    {
      type: 'input',
      block_id: 'type',
      optional: true,
      label: text('種類'),
      element: {
        type: 'checkboxes',
        action_id: 'boxes',
        options: [option('機密性', 'confidentiality'), option('完全性', 'integrity'), option('可用性', 'availability')],
      },
    },
    {
      type: 'input',
      block_id: 'people',
      optional: true,
      label: text('呼ぶ人'),
      element: { type: 'multi_users_select', action_id: 'people', max_selected_items: 3 },
    },
    {
      type: 'input',
      block_id: 'channel',
      optional: true,
      label: text('チャンネル'),
      element: { type: 'conversations_select', action_id: 'channel', filter: { include: ['public', 'private'] } },
    },
    {
      type: 'input',
      block_id: 'part',
      optional: true,
      label: text('関係する部分'),
      element: { type: 'external_select', action_id: 'external', min_query_length: 1, placeholder: text('検索') },
    },
    {
      type: 'input',
      block_id: 'detected_at',
      optional: true,
      label: text('検知した時刻'),
      element: { type: 'datetimepicker', action_id: 'at', initial_date_time: 1795440000 },
    },
    {
      type: 'input',
      block_id: 'day',
      optional: true,
      label: text('日付'),
      element: { type: 'datepicker', action_id: 'day' },
    },
    {
      type: 'input',
      block_id: 'time',
      optional: true,
      label: text('時刻'),
      element: { type: 'timepicker', action_id: 'time' },
    },
    {
      type: 'input',
      block_id: 'count',
      optional: true,
      label: text('影響した件数'),
      element: { type: 'number_input', action_id: 'count', is_decimal_allowed: false },
    },
    {
      type: 'input',
      block_id: 'mail',
      optional: true,
      label: text('連絡先'),
      element: { type: 'email_text_input', action_id: 'mail' },
    },
    {
      type: 'input',
      block_id: 'link',
      optional: true,
      label: text('参考'),
      element: { type: 'url_text_input', action_id: 'link' },
    },
    {
      type: 'actions',
      block_id: 'tools',
      elements: [{ type: 'button', action_id: 'view.button', value: 'pressed', text: text('下書きを作る') }],
    },
  ],
}

/** What lies on top after a push. */
export const pushed: types.ModalView = {
  type: 'modal',
  callback_id: 'pushed',
  title: text('確認'),
  submit: text('確定'),
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '#incidents に周知します。' } }],
}
