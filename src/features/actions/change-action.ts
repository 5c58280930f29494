import { dateInput, fieldActionId, input, option, select, textInput } from '../../kit/block-kit/index.ts'
import {
  type ActionItem,
  addAction,
  finishAction,
  moveAction,
  reviseAction,
  waiveAction,
} from '../../rooms/actions/index.ts'
import { type Command, doing, type Order, textOf, verbForm, wireOf } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { actionFields, fieldsIn } from './action-fields.ts'
import { openAction } from './action-meant.ts'
import { texts } from './form-texts.ts'

const states = ['open', 'done', 'waived'] as const

export const addActionCommand: Command = {
  // The button says where it was thought of.
  ...doing(addAction, ({ values, argument }) => ({
    ...wireOf(values),
    ...(argument === 'postmortem' || argument === 'review' ? { source: argument } : {}),
  })),
  label: (locale) => texts.in(locale)('label.add-action'),
  spoken: {
    ja: [
      'アクションアイテムを足す',
      'アクションを足す',
      'アクションアイテム追加',
      'アクションを追加する',
      'アクションアイテムに追加する',
      '再発防止策を足す',
      '改善項目を足す',
    ],
    en: [
      'action',
      'add action',
      'add action item',
      'new action item',
      'new action',
      'create action item',
      'follow-up',
      'follow up',
      'action item',
    ],
    fills: { text: 'text', people: 'owner', day: 'due' },
  },
  offered: ({ incident }) => incident.status !== 'cancelled' && incident.status !== 'merged',
  form(situation, voice, _now, argument) {
    const t = texts.in(voice.locale)
    const words = { title: t('title.add-action'), submit: t('submit.add-action') }
    return verbForm('add-action', { situation, voice, argument }, words, actionFields(undefined, voice))
  },
}

/** The form says everything of the item, and remembers which state of it was shown; what it leaves empty is emptied. */
function changeIn({ values, argument }: Order) {
  const [action, seen = '0'] = (argument ?? '').split('@')
  return { ...fieldsIn(values), action, seen, state: textOf(values.state) ?? undefined, reason: textOf(values.reason) }
}

const actionOfButton = ({ values, argument }: Order) => ({ ...wireOf(values), action: argument ?? '' })

/** A button of one item opens its form; an item that is gone is refused before. */
function itemIn({ actions }: Situation, argument: string | null): ActionItem {
  const item = actions.find(({ id }) => id === argument)
  if (!item) throw new Refusal('action-unknown')
  return item
}

export const changeActionCommand: Command = {
  ...doing(reviseAction, changeIn),
  label: (locale) => texts.in(locale)('label.change-action'),
  spoken: {
    ja: ['アクションアイテムを直す', 'アクションを直す', 'アクションを変える'],
    en: ['change action', 'edit action', 'edit action item', 'change action item'],
    fills: { people: 'owner', day: 'due' },
    meant: openAction,
    within: 'actions',
  },
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
  ...doing(finishAction, actionOfButton),
  label: (locale) => texts.in(locale)('label.done-action'),
  spoken: {
    ja: ['アクション完了', 'アクションが終わった', 'アクションアイテム完了', 'アクションアイテムが終わった'],
    en: ['action done', 'finish action', 'complete action', 'close action', 'action item done', 'done with action'],
    meant: openAction,
    within: 'actions',
  },
  offered: () => false,
}

export const moveActionCommand: Command = {
  ...doing(moveAction, actionOfButton),
  label: (locale) => texts.in(locale)('label.move-action'),
  spoken: {
    ja: [
      'アクションの期限を動かす',
      'アクションアイテムの期限を動かす',
      'アクション延期',
      'アクションを延期する',
      '期限を動かす',
    ],
    en: ['move action', 'postpone action', 'move action date', 'action due', 'delay action', 'move action item'],
    fills: { text: 'reason', day: 'due' },
    meant: openAction,
    within: 'actions',
  },
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
}

export const waiveActionCommand: Command = {
  ...doing(waiveAction, actionOfButton),
  label: (locale) => texts.in(locale)('label.waive-action'),
  spoken: {
    ja: ['アクションをやらない', 'アクションアイテムを見送る', 'アクションを見送る', 'アクション不要'],
    en: ['waive action', 'drop action', 'skip action', 'waive action item', 'cancel action'],
    fills: { text: 'reason' },
    meant: openAction,
    within: 'actions',
  },
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
}
