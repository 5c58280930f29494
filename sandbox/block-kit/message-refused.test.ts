import { describe, expect, it } from 'vitest'
import { isDocumentedError } from '../coverage/index.ts'
import { checkMessage, type MessagePayload } from './index.ts'
import { actions, button, input, mrkdwn, option, plain, section, select } from './samples.ts'

describe('a message that Slack refuses', () => {
  const inBlocks = (...blocks: object[]): MessagePayload => ({ text: 'x', blocks })
  it.each<[string, MessagePayload, string, string]>([
    ['nothing to say', {}, 'no_text', 'no message text provided [json-pointer:/text]'],
    ['an empty text and no blocks', { text: '', blocks: [] }, 'no_text', 'no message text provided'],
    [
      'blocks that are no list',
      { text: 'x', blocks: {} },
      'invalid_blocks_format',
      'must provide an array [json-pointer:/blocks]',
    ],
    [
      'a block that does not exist',
      inBlocks({ type: 'sektion' }),
      'invalid_blocks',
      'unsupported type: sektion [json-pointer:/blocks/0/type]',
    ],
    ['a block without a type', inBlocks({}), 'invalid_blocks', 'missing required field: type [json-pointer:/blocks/0]'],
    [
      'an alert, which belongs in a modal',
      inBlocks({ type: 'alert', text: plain('x') }),
      'invalid_blocks',
      'unsupported type: alert',
    ],
    [
      'an empty section',
      inBlocks({ type: 'section' }),
      'invalid_blocks',
      'must define either `text` or `fields` [json-pointer:/blocks/0/type]',
    ],
    [
      'an empty text',
      inBlocks(section('')),
      'invalid_blocks',
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a bare string for a text',
      inBlocks({ type: 'section', text: 'x' }),
      'invalid_blocks',
      'must provide an object [json-pointer:/blocks/0/text]',
    ],
    [
      'mrkdwn in a header',
      inBlocks({ type: 'header', text: mrkdwn('x') }),
      'invalid_blocks',
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    [
      'mrkdwn on a button',
      inBlocks(actions(button({ text: mrkdwn('x') }))),
      'invalid_blocks',
      'unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/text/type]',
    ],
    [
      'a misspelt property',
      inBlocks(actions(button({ valeu: 'x' }))),
      'invalid_blocks',
      'invalid additional property: valeu [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'a style of one’s own',
      inBlocks(actions(button({ style: 'warning' }))),
      'invalid_blocks',
      'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'a button among context',
      inBlocks({ type: 'context', elements: [button()] }),
      'invalid_blocks',
      'unsupported type: button [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'a field to write in among actions',
      inBlocks(actions({ type: 'plain_text_input' })),
      'invalid_blocks',
      'unsupported type: plain_text_input',
    ],
    [
      'a date and time beside a section',
      inBlocks({ ...section('x'), accessory: { type: 'datetimepicker' } }),
      'invalid_blocks',
      'unsupported type: datetimepicker [json-pointer:/blocks/0/accessory/type]',
    ],
    [
      'no actions at all',
      inBlocks(actions()),
      'invalid_blocks',
      'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'two blocks of one name',
      inBlocks({ ...section('a'), block_id: 'b' }, { ...section('c'), block_id: 'b' }),
      'invalid_blocks',
      '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    ],
    [
      'two actions of one name in a block',
      inBlocks(actions(button(), button())),
      'invalid_blocks',
      '`action_id` "take" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    [
      'a menu with nothing to choose from',
      inBlocks(actions({ type: 'static_select' })),
      'invalid_blocks',
      'must define exactly one of `options` or `option_groups`',
    ],
    [
      'a choice that is not on the menu',
      inBlocks(actions(select({ initial_option: option('gone') }))),
      'invalid_blocks',
      'must exactly match one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]',
    ],
    [
      'a choice whose text differs',
      inBlocks(actions(select({ initial_option: { text: plain('Other'), value: 'level-0' } }))),
      'invalid_blocks',
      'must exactly match',
    ],
    [
      'null for a choice',
      inBlocks(actions(select({ initial_option: null }))),
      'invalid_blocks',
      'must provide an object [json-pointer:/blocks/0/elements/0/initial_option]',
    ],
    [
      'a link in an option of a select',
      inBlocks(actions(select({ options: [{ ...option('a'), url: 'https://example.com' }] }))),
      'invalid_blocks',
      'invalid additional property: url',
    ],
    [
      'an impossible date',
      inBlocks(actions({ type: 'datepicker', initial_date: '2026-13-01' })),
      'invalid_blocks',
      'must be a date (YYYY-MM-DD)',
    ],
    [
      'milliseconds for a moment',
      inBlocks(actions({ type: 'datetimepicker', initial_date_time: 1795442400000 })),
      'invalid_blocks',
      'must be less than or equal to 9999999999',
    ],
    [
      'an image from nowhere',
      inBlocks({ type: 'image', alt_text: 'x' }),
      'invalid_blocks',
      'must define exactly one of `image_url` or `slack_file`',
    ],
    [
      'an image without words',
      inBlocks({ type: 'image', image_url: 'https://example.com/a.png' }),
      'invalid_blocks',
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'rich text with an unknown part',
      inBlocks({
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'bold', text: 'x' }] }],
      }),
      'invalid_blocks',
      'unsupported type: bold [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ],
    [
      'half a confirmation',
      inBlocks(actions(button({ confirm: { title: plain('Sure?') } }))),
      'invalid_blocks',
      'missing required field: text [json-pointer:/blocks/0/elements/0/confirm]',
    ],
    [
      'a file asked for in a message',
      inBlocks(input({ type: 'file_input' })),
      'invalid_blocks',
      'unsupported type: file_input',
    ],
    [
      'bad blocks in an attachment',
      { text: 'x', attachments: [{ blocks: [{ type: 'image', image_url: 'https://example.com/a.png' }] }] },
      'invalid_attachments',
      'missing required field: alt_text [json-pointer:/attachments/0/blocks/0]',
    ],
    [
      'too many attachments',
      { text: 'x', attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) },
      'too_many_attachments',
      'no more than 100 items allowed',
    ],
    [
      'two tables',
      inBlocks(...[1, 2].map(() => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }))),
      'invalid_attachments',
      'only_one_table_allowed',
    ],
    [
      'metadata without a payload',
      { text: 'x', metadata: { event_type: 'a' } },
      'invalid_metadata_format',
      'must provide an object [json-pointer:/metadata/event_payload]',
    ],
    [
      'metadata with more than its two keys',
      { text: 'x', metadata: { event_type: 'a', event_payload: {}, slot: 'card' } },
      'invalid_metadata_format',
      'invalid additional property: slot',
    ],
    [
      'too much metadata',
      { text: 'x', metadata: { event_type: 'a', event_payload: { a: 'x'.repeat(8000) } } },
      'metadata_too_large',
      'must be less than 8001 characters',
    ],
    [
      'Markdown beside text',
      { text: 'x', markdown_text: '**x**' },
      'markdown_text_conflict',
      'cannot be used with `text` or `blocks`',
    ],
  ])('%s', (_, payload, error, message) => {
    const problems = checkMessage(payload)
    for (const method of ['chat.postMessage', 'chat.postEphemeral', 'chat.scheduleMessage', 'chat.update'])
      expect(isDocumentedError(method, error), `${method} ${error}`).toBe(true)
    expect(problems[0]).toMatchObject({ error, message: expect.stringContaining(`[ERROR] ${message}`) })
  })
})
