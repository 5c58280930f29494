import { limits, plain } from './text.ts'
import type { ExternalSelect, ModalView, Option, StaticSelect } from './types.ts'

/** What a menu that is searched may be set to; Slack asks for it while somebody types. */
const searched = new WeakMap<ExternalSelect, readonly Option[]>()

/**
 * A menu. Slack takes 100 options: of more it is one that is searched, and the form that holds it is drawn again for that
 * (`optionsIn`). `initial` is the value chosen beforehand, ignored when it is not among them.
 */
export function select(args: {
  actionId: string
  placeholder?: string
  options: Option[]
  initial?: string
}): StaticSelect | ExternalSelect {
  const { options } = args
  const initial = options.find((each) => each.value === args.initial)
  const rest = {
    ...(args.placeholder ? { placeholder: plain(args.placeholder, limits.placeholder) } : {}),
    ...(initial ? { initial_option: initial } : {}),
  }
  if (options.length <= limits.options) return { type: 'static_select', action_id: args.actionId, options, ...rest }
  const menu: ExternalSelect = { type: 'external_select', action_id: args.actionId, min_query_length: 0, ...rest }
  searched.set(menu, options)
  return menu
}

/** What is read off a form that was made: it makes nothing of it. */
export type Choices = readonly Option[]

/** All that a field of a form may be set to, of a form that was drawn just now; empty where it is no menu. */
export function optionsIn({ blocks }: Pick<ModalView, 'blocks'>, blockId: string): Choices {
  for (const block of blocks) {
    if (block.type !== 'input' || block.block_id !== blockId) continue
    const { element } = block
    if (element.type === 'external_select') return searched.get(element) ?? []
    if (element.type === 'static_select') return element.options ?? []
  }
  return []
}

/** What Slack is answered: at most 100 options, under a heading where there are more. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select */
export type Offer = { options: Option[] } | { option_groups: { label: ReturnType<typeof plain>; options: Option[] }[] }

/** The options that hold every word of `query`, in their order. `more` is said where there are more than Slack takes. */
export function offer(
  options: readonly Option[],
  query: string,
  more: (count: number, shown: number) => string,
): Offer {
  const words = folded(query).split(/\s+/u).filter(Boolean)
  const found = options.filter(({ text, description, value }) => {
    const all = folded(`${text.text} ${description?.text ?? ''} ${value}`)
    return words.every((word) => all.includes(word))
  })
  const shown = found.slice(0, limits.options)
  if (found.length === shown.length) return { options: shown }
  return { option_groups: [{ label: plain(more(found.length, shown.length), limits.optionText), options: shown }] }
}

/** As people mean it: wide and narrow, small and large letters, hiragana and katakana are one. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
