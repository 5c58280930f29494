/**
 * The blocks. Source: docs.slack.dev/reference/block-kit/blocks, and the types of @slack/types.
 * Not known here, hence refused as unsupported: data_visualization.
 */
import { button, feedbackButtons, iconButton } from './buttons.ts'
import { anyText, blockId, httpUrl, link, mrkdwnText, plainText } from './objects.ts'
import { besideSection, inActions, inContext, inInput, inModalInput, picture } from './places.ts'
import { richText, richTextParts } from './rich-text.ts'
import { boolean, integer, type Keys, list, object, oneOf, type Rule, string, type Variant, variants } from './rule.ts'
import { columnSettings, tableRows } from './table.ts'

const id: Keys = { block_id: blockId }

export const actions: Variant = { required: { elements: list(inActions, 25) }, optional: id }
export const context: Variant = { required: { elements: list(inContext, 10) }, optional: id }
export const divider: Variant = { optional: id }
export const header: Variant = { required: { text: plainText(150) }, optional: id }
export const image: Variant = { ...picture, optional: { ...id, ...picture.optional, title: plainText(2000) } }
export const richTextBlock: Variant = { required: { elements: richTextParts }, optional: id }

export const section: Variant = {
  optional: { ...id, text: anyText(3000), fields: list(anyText(2000), 10), accessory: besideSection, expand: boolean },
  across: (value, pointer) =>
    value.text === undefined && value.fields === undefined
      ? [{ pointer: `${pointer}/type`, message: 'must define either `text` or `fields`' }]
      : [],
}

const asking = (element: Rule): Variant => ({
  required: { label: plainText(2000), element },
  optional: { ...id, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
})
export const input = asking(inInput)
export const modalInput = asking(inModalInput)

/** Whether the app may embed it (scope links.embed:write, a domain it unfurls) is the server's to know. */
export const video: Variant = {
  required: { alt_text: string(2000), title: plainText(200), video_url: httpUrl, thumbnail_url: httpUrl },
  optional: {
    ...id,
    author_name: string(50),
    description: plainText(200),
    provider_icon_url: httpUrl,
    provider_name: string(50),
    title_url: link,
  },
}

export const alert: Variant = {
  required: { text: anyText(200) },
  optional: { ...id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
}

export const card: Variant = {
  optional: {
    ...id,
    hero_image: variants({ image: picture }),
    icon: variants({ image: picture }),
    slack_icon: object({ name: string(255) }, { type: oneOf('icon') }),
    title: mrkdwnText(150),
    subtitle: mrkdwnText(150),
    body: mrkdwnText(200),
    subtext: mrkdwnText(200),
    actions: list(variants({ button }), 3),
  },
  across: (value, pointer) =>
    ['hero_image', 'title', 'actions', 'body'].some((key) => value[key] !== undefined)
      ? []
      : [{ pointer, message: 'must define one of `hero_image`, `title`, `actions` or `body`' }],
}

export const carousel: Variant = { required: { elements: list(variants({ card }), 10) }, optional: id }

export const contextActions: Variant = {
  required: { elements: list(variants({ feedback_buttons: feedbackButtons, icon_button: iconButton }), 5) },
  optional: id,
}

/** A remote file that the app added before. */
export const file: Variant = { required: { external_id: string(255), source: oneOf('remote') }, optional: id }

/** A call that the app told of before (`calls.add`). Source: docs.slack.dev/apis/web-api/using-the-calls-api */
export const call: Variant = {
  required: { call_id: string(255) },
  optional: { ...id, api_decoration_available: boolean },
}

export const markdown: Variant = { required: { text: string(12_000) }, optional: id }

export const table: Variant = { required: { rows: tableRows }, optional: { ...id, column_settings: columnSettings } }

const source = object({ type: oneOf('url'), url: httpUrl, text: string(3000) })
const taskStates = oneOf('pending', 'in_progress', 'complete', 'error')

/** What an agent is at. Source: the `TaskCardBlock` of @slack/types; a limit of its title is not documented. */
export const taskCard: Variant = {
  required: { task_id: string(255), title: string(3000), status: taskStates },
  optional: { ...id, details: richText, output: richText, sources: list(source, 100, 0) },
}

export const plan: Variant = {
  required: { title: string(3000) },
  optional: { ...id, tasks: list(variants({ task_card: taskCard }), 50, 0) },
}

/** Source: the `DataTableBlock` of @slack/types. */
export const dataTable: Variant = {
  required: { rows: tableRows, caption: string(3000) },
  optional: { ...id, page_size: integer(1, 100), row_header_column_index: integer(0, 19) },
}

const inContainer = variants({
  actions,
  context,
  divider,
  file,
  header,
  image,
  input,
  rich_text: richTextBlock,
  section,
  table,
  video,
})

/** Blocks in a frame. Source: the `ContainerBlock` of @slack/types. */
export const container: Variant = {
  required: { child_blocks: list(inContainer, 10) },
  optional: {
    ...id,
    title: plainText(150),
    rich_text_title: richText,
    subtitle: anyText(150),
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    icon: variants({ image: picture }),
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
  across: (value, pointer) => [
    ...(value.title === undefined && value.rich_text_title === undefined
      ? [{ pointer, message: 'must define one of `title` or `rich_text_title`' }]
      : []),
    ...(value.default_collapsed === true && value.is_collapsible !== true
      ? [{ pointer: `${pointer}/default_collapsed`, message: 'requires `is_collapsible` to be true' }]
      : []),
  ],
}
