import { dateInput, fieldActionId, input, option, select, textInput } from '../../../kit/block-kit/index.ts'
import { type ActionItem, addAction, finishAction, moveAction, reviseAction, waiveAction } from '../../actions/index.ts'
import { Refusal } from '../../facts/index.ts'
import type { Situation, Voice } from '../../situation/index.ts'
import { type Command, textOf, verbForm } from '../command.ts'
import { actionFields, actionIn, fieldsIn } from './action-fields.ts'
import { texts } from './action-texts.ts'

const states = ['open', 'done', 'waived'] as const

export const addActionCommand: Command = {
  verb: 'add-action',
  label: (locale) => texts.in(locale)('label.add-action'),
  offered: ({ incident }) => incident.status !== 'cancelled' && incident.status !== 'merged',
  form(situation, voice, _now, argument) {
    const t = texts.in(voice.locale)
    const words = { title: t('title.add-action'), submit: t('submit.add-action') }
    return verbForm('add-action', { situation, voice, argument }, words, actionFields(undefined, voice))
  },
  async run(world, { by, incidentId, values, argument }) {
    // The button says where it was thought of.
    const source = argument === 'postmortem' || argument === 'review' ? argument : 'menu'
    await addAction(world, by, incidentId, fieldsIn(values), { source })
    return undefined
  },
}

/** The form remembers which state of the item it showed. */
const seenIn = (argument: string | null): { id: string; seen: number } => {
  const [id = '', revision] = actionIn(argument).split('@')
  return { id, seen: Number(revision ?? 0) }
}

/** A button of one item opens its form; an item that is gone is refused before. */
function itemIn({ actions }: Situation, argument: string | null): ActionItem {
  const item = actions.find(({ id }) => id === argument)
  if (!item) throw new Refusal('action-unknown')
  return item
}

export const changeActionCommand: Command = {
  verb: 'change-action',
  label: (locale) => texts.in(locale)('label.change-action'),
  offered: () => false,
  form(situation, voice, _now, argument) {
    if (argument === null) return undefined
    const item = itemIn(situation, argument)
    const t = texts.in(voice.locale)
    return verbForm(
      'change-action',
      { situation, voice, argument: `${item.id}@${item.revision}` },
      { title: t('title.change-action'), submit: t('submit.change-action') },
      [
        ...actionFields(item, voice),
        input({
          id: 'state',
          label: t('field.state'),
          element: select({
            actionId: fieldActionId,
            options: states.map((state) => option(state, t(`state.${state}`))),
            initial: item.state,
          }),
        }),
        reasonInput(voice, { hint: t('hint.reason'), optional: true, initial: item.reason }),
      ],
    )
  },
  async run(world, { by, values, argument }) {
    const { id, seen } = seenIn(argument)
    const { title, ...fields } = fieldsIn(values)
    const change = {
      ...fields,
      ...(title === '' ? {} : { title }),
      state: states.find((state) => state === values.state),
      reason: textOf(values.reason),
    }
    await reviseAction(world, by, id, change, seen)
    return undefined
  },
}

const reasonInput = (
  voice: Voice,
  { hint, optional, initial }: { hint: string; optional: boolean; initial?: string | null },
) =>
  input({
    id: 'reason',
    label: texts.in(voice.locale)('field.reason'),
    hint,
    optional,
    element: textInput({ multiline: true, max: 1000, initial: initial ?? undefined }),
  })

export const doneActionCommand: Command = {
  verb: 'done-action',
  label: (locale) => texts.in(locale)('label.done-action'),
  offered: () => false,
  async run(world, { by, argument }) {
    await finishAction(world, by, actionIn(argument))
    return undefined
  },
}

export const moveActionCommand: Command = {
  verb: 'move-action',
  label: (locale) => texts.in(locale)('label.move-action'),
  offered: () => false,
  form(situation, voice, _now, argument) {
    if (argument === null) return undefined
    const { id, dueOn } = itemIn(situation, argument)
    const t = texts.in(voice.locale)
    const words = { title: t('title.move-action'), submit: t('submit.move-action') }
    return verbForm('move-action', { situation, voice, argument: id }, words, [
      input({ id: 'due', label: t('field.new-due'), element: dateInput(dueOn ?? undefined) }),
      reasonInput(voice, { hint: t('hint.waive'), optional: false }),
    ])
  },
  async run(world, { by, values, argument }) {
    const dueOn = textOf(values.due) ?? ''
    await moveAction(world, by, actionIn(argument), { dueOn, reason: textOf(values.reason) ?? '' })
    return undefined
  },
}

export const waiveActionCommand: Command = {
  verb: 'waive-action',
  label: (locale) => texts.in(locale)('label.waive-action'),
  offered: () => false,
  form(situation, voice, _now, argument) {
    if (argument === null) return undefined
    const { id } = itemIn(situation, argument)
    const t = texts.in(voice.locale)
    const words = { title: t('title.waive-action'), submit: t('submit.waive-action') }
    return verbForm('waive-action', { situation, voice, argument: id }, words, [
      reasonInput(voice, { hint: t('hint.waive'), optional: false }),
    ])
  },
  async run(world, { by, values, argument }) {
    await waiveAction(world, by, actionIn(argument), { reason: textOf(values.reason) ?? '' })
    return undefined
  },
}
