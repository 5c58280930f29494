import type { Element } from './shapes.ts'
import { hanging, textLines } from './text.ts'

type Of<Type extends Element['type']> = Extract<Element, { type: Type }>
type Option = Of<'radio_buttons'>['options'][number]

/** As many letters as options may take on one line. */
const oneLine = 100

/** Something to press, to choose from or to fill in, as lines. */
export function elementLines(element: Element): string[] {
  switch (element.type) {
    case 'button':
      return buttonLines(element)
    case 'static_select':
      return menuLines(element)
    case 'external_select':
      return [field('one of many, searched', element.initial_option?.text.text, element)]
    case 'radio_buttons':
      return choiceLines(element.options, element.initial_option ? [element.initial_option] : [], ['(•)', '( )'])
    case 'checkboxes':
      return choiceLines(element.options, element.initial_options ?? [], ['[x]', '[ ]'])
    case 'plain_text_input':
      return textInputLines(element)
    case 'users_select':
      return [field('@ one person', element.initial_user && `<@${element.initial_user}>`, element)]
    case 'multi_users_select':
      return [field('@ people', element.initial_users?.map((id) => `<@${id}>`).join(' '), element)]
    case 'conversations_select': {
      const { include = [], exclude_bot_users: withoutBots } = element.filter ?? {}
      const which = [...include, ...(withoutBots ? ['without apps'] : [])].join(', ')
      return [field(`# one channel${which ? ` (${which})` : ''}`, undefined, element)]
    }
    case 'datetimepicker':
      return [field('day and time', element.initial_date_time && utc(element.initial_date_time), {})]
    case 'datepicker':
      return [field('day', element.initial_date, element)]
  }
}

/** Several side by side, as Slack sets them: those of one line share one. */
export function rowLines(elements: readonly Element[]): string[] {
  const drawn = elements.map(elementLines)
  const lines: string[] = []
  let row: string[] = []
  for (const each of [...drawn, []]) {
    if (each.length === 1) {
      row.push(...each)
      continue
    }
    if (row.length > 0) lines.push(row.join(' '))
    row = []
    lines.push(...each)
  }
  return lines
}

const marks = { primary: '» ', danger: '! ' } as const

function buttonLines({ text, style, url, accessibility_label: aloud, confirm }: Of<'button'>): string[] {
  const address = url ? ` → ${url}` : ''
  const spoken = aloud ? ` (read aloud: ${aloud})` : ''
  const button = `[${style ? marks[style] : ''}${text.text}${spoken}${address}]`
  if (!confirm) return [button]
  const yes = `[${confirm.style ? marks[confirm.style] : ''}${confirm.confirm.text}]`
  const question = [...textLines(confirm.title.text), ...textLines(confirm.text.text)]
  return [button, ...hanging('  asks first: ', [...question, `${yes} [${confirm.deny.text}]`])]
}

function menuLines({
  placeholder,
  options = [],
  option_groups: groups = [],
  initial_option: chosen,
}: Of<'static_select'>) {
  const name = placeholder ? `${placeholder.text}: ` : ''
  const told = options.map((each) => optionText(each, chosen))
  const inline = `[▾ ${name}${told.join(' | ')}]`
  if (groups.length === 0 && inline.length <= oneLine) return [inline]
  return [
    `[▾ ${name}`.trimEnd(),
    ...told.map((each) => `     ${each}`),
    ...groups.flatMap(({ label, options: its }) => [
      `   ${label.text}`,
      ...its.map((each) => `     ${optionText(each, chosen)}`),
    ]),
    ']',
  ]
}

const said = ({ text, description }: Option): string =>
  textLines(description ? `${text.text} — ${description.text}` : text.text).join(' ')

const optionText = (option: Option, chosen: Option | undefined): string =>
  option.value === chosen?.value ? `● ${said(option)}` : said(option)

function choiceLines(options: readonly Option[], chosen: readonly Option[], [on, off]: [string, string]): string[] {
  const values = new Set(chosen.map(({ value }) => value))
  return options.map((each) => `${values.has(each.value) ? on : off} ${said(each)}`)
}

function textInputLines(element: Of<'plain_text_input'>): string[] {
  const { multiline, initial_value: initial, min_length: least, max_length: most, placeholder } = element
  const size = [
    multiline ? 'several lines' : 'one line',
    ...(least ? [`at least ${least} letters`] : []),
    ...(most ? [`up to ${most} letters`] : []),
  ].join(', ')
  const gray = placeholder ? ` “${placeholder.text}”` : ''
  if (!initial) return [`[_____${gray}] ${size}`]
  return [...hanging('[_', textLines(initial)), `_] ${size}${gray}`]
}

function field(
  what: string,
  initial: string | 0 | undefined,
  { placeholder }: { placeholder?: { text: string } | undefined },
) {
  return `[${what}${placeholder ? ` “${placeholder.text}”` : ''}${initial ? `: ${initial}` : ''}]`
}

const utc = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
