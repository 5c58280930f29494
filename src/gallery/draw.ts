import {
  type ActionElement,
  type Block,
  type HomeView,
  type InputElement,
  type MessageContent,
  type ModalView,
  mentionedIn,
  readable,
} from '../kit/block-kit/index.ts'
import type { DrawnPart, DrawnSample } from '../rooms/api/index.ts'

/** Samples name people by made-up ids: `U0SATO` is Sato. */
const namesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(mentionedIn(text).map((id) => [id, id.slice(2).toLowerCase()]))

const plain = (text: string): string => readable(text, namesIn(text))

type Surface = MessageContent | ModalView | HomeView

/** A message, a form or a home tab as parts that anybody can draw, without Slack’s markup but for its stars. */
export function drawn(surface: Surface): DrawnSample['ja'] {
  const isForm = 'type' in surface && surface.type === 'modal'
  return {
    title: isForm ? surface.title.text : null,
    parts: surface.blocks.flatMap(partsOf),
    buttons: isForm ? [surface.submit?.text, surface.close?.text].flatMap((each) => each ?? []) : [],
  }
}

function partsOf(block: Block): DrawnPart[] {
  switch (block.type) {
    case 'header':
      return [{ is: 'heading', words: plain(block.text.text) }]
    case 'section':
      return [
        ...[block.text, ...(block.fields ?? [])].flatMap((each): DrawnPart[] =>
          each ? [{ is: 'text', words: plain(each.text) }] : [],
        ),
        ...(block.accessory ? [ofElement(block.accessory)] : []),
      ]
    case 'context':
      return block.elements.map(({ text }) => ({ is: 'small', words: plain(text) }))
    case 'divider':
      return [{ is: 'line', words: '' }]
    case 'actions':
      return block.elements.map(ofElement)
    case 'input':
      return [
        { is: 'field', words: block.label.text, within: writtenIn(block.element) },
        ...(block.hint ? [{ is: 'small' as const, words: block.hint.text }] : []),
      ]
    case 'rich_text':
      return block.elements.map(({ elements }) => ({
        is: 'text',
        words: elements
          .map((each) => ('text' in each ? each.text : each.type === 'user' ? plain(`<@${each.user_id}>`) : ''))
          .join(''),
      }))
  }
}

function ofElement(element: ActionElement): DrawnPart {
  if (element.type === 'button')
    return { is: 'button', words: plain(element.text.text), isFirst: element.style === 'primary' }
  const options = element.type === 'static_select' ? (element.options ?? []) : []
  return { is: 'menu', words: element.placeholder?.text ?? '', options: options.map(({ text }) => plain(text.text)) }
}

/** What stands in a field at first. */
function writtenIn(element: InputElement): string {
  switch (element.type) {
    case 'plain_text_input':
      return element.initial_value ?? ''
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return element.initial_option?.text.text ?? ''
    case 'checkboxes':
      return (element.initial_options ?? []).map(({ text }) => text.text).join(', ')
    default:
      return ''
  }
}
