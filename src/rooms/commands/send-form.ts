import {
  escapeClipped,
  type FieldValue,
  type InputElement,
  type MessageContent,
  type ModalView,
  optionsIn,
  person,
  section,
} from '../../kit/block-kit/index.ts'
import type { Tx } from '../../kit/db/index.ts'
import { type Command, callerOf, type Order } from '../faces/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { situationOf, type Voice, when } from '../situation/index.ts'
import { formOf } from './draw.ts'
import { compared, havingRead, type SeenFields } from './meanwhile.ts'
import type { FormField } from './page/field.ts'
import { texts } from './texts.ts'

/** What became of a form that was sent: it was done, or somebody else was quicker, and it is shown again with what its sender wrote. */
export type SentForm = { is: 'done'; answer: MessageContent | undefined } | { is: 'crossed'; view: ModalView }

/** How often a form is compared again where others change the same while it is being carried out. */
const mostLooks = 3

/**
 * Runs the command of a form that was sent in Slack. A form that begins with what stands there (`puts`) overwrites nothing that somebody else has changed
 * since it was opened. `kept`: what the form carries. Throws what `run` throws.
 */
export async function sendForm(
  world: World,
  command: Command,
  { seen, kept, ...order }: Order & { seen: SeenFields | undefined; kept: string },
  voice: Voice,
): Promise<SentForm> {
  if (!command.puts || !seen) return { is: 'done', answer: await command.run(world, order, voice) }
  const { by, incidentId, argument } = order
  const drawn = async (tx?: Tx) => {
    const situation = await situationOf(tx ?? world.db.read, incidentId)
    return situation && (await formOf(world, command, { situation, by, argument }, voice, tx))
  }
  for (let look = 1; ; look++) {
    const now = await drawn()
    if (!now) return { is: 'done', answer: await command.run(world, order, voice) }
    const { values, crossed } = compared(order.values, seen, now)
    if (crossed.length > 0) return { is: 'crossed', view: shownAnew(now, order.values, crossed, { seen, kept }, voice) }
    const before = async (tx: Tx) => {
      const then = await drawn(tx)
      if (then?.private_metadata !== now.private_metadata) throw new Refusal('changed-meanwhile')
    }
    try {
      return {
        is: 'done',
        answer: await command.run(world, { ...order, values, caller: { ...callerOf(order), before } }, voice),
      }
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'changed-meanwhile') || look === mostLooks) throw error
    }
  }
}

/** The form with what its sender wrote still in it, and above it what others made of the same meanwhile. Sent again it counts. */
function shownAnew(
  now: ModalView,
  values: Order['values'],
  crossed: readonly FormField[],
  { seen, kept }: { seen: SeenFields; kept: string },
  voice: Voice,
): ModalView {
  const t = texts.in(voice.locale)
  const lines = crossed.map((field) => t('crossed.field', { field: field.label, words: valueWords(field, voice) }))
  const blocks = now.blocks.map((block) =>
    block.type === 'input' && block.block_id in values
      ? { ...block, element: holding(block.element, values[block.block_id] ?? null, now, block.block_id) }
      : block,
  )
  // It is ours: `remembering` has written it, and what lay over another form still does.
  const carried = JSON.parse(kept) as object
  return {
    ...now,
    private_metadata: JSON.stringify({ ...carried, seen: havingRead(seen, crossed) }),
    blocks: [section([t('crossed'), ...lines].join('\n')), ...blocks],
  }
}

/** As much of what somebody else wrote as stands beside a field. */
const longestWords = 500

function valueWords({ is, initial, options }: FormField, voice: Voice): string {
  if (initial === null || initial === '') return texts.in(voice.locale)('crossed.empty')
  if (is === 'moment') return when(new Date(Number(initial) * 1000), voice)
  const all = [initial].flat().map(String)
  if (is === 'person' || is === 'people') return all.map(person).join(' ')
  return escapeClipped(
    all.map((each) => options.find(({ value }) => value === each)?.text ?? each).join(', '),
    longestWords,
  )
}

/** A field with what was written into it. */
function holding(element: InputElement, value: FieldValue, view: ModalView, id: string): InputElement {
  const text = typeof value === 'string' ? value : undefined
  switch (element.type) {
    case 'plain_text_input': {
      const { initial_value, ...rest } = element
      return text ? { ...rest, initial_value: text } : rest
    }
    case 'static_select':
    case 'external_select': {
      const chosen = optionsIn(view, id).find((each) => each.value === text)
      // Its options are known by the element itself.
      return chosen ? Object.assign(element, { initial_option: chosen }) : element
    }
    case 'radio_buttons': {
      const chosen = element.options.find((each) => each.value === text)
      return chosen ? { ...element, initial_option: chosen } : element
    }
    case 'checkboxes': {
      const { initial_options, ...rest } = element
      const chosen = rest.options.filter((each) => Array.isArray(value) && value.includes(each.value))
      return chosen.length > 0 ? { ...rest, initial_options: chosen } : rest
    }
    case 'datetimepicker': {
      const { initial_date_time, ...rest } = element
      return typeof value === 'number' ? { ...rest, initial_date_time: value } : rest
    }
    default:
      // No form that begins with what stands there has other fields.
      return element
  }
}
