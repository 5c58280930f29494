import {
  type Block,
  dateInput,
  fieldActionId,
  input,
  option,
  select,
  textInput,
  userInput,
} from '../../kit/block-kit/index.ts'
import { type ActionItem, actionKinds, actionSizes } from '../../rooms/actions/index.ts'
import { type Order, textOf } from '../../rooms/faces/index.ts'
import type { Voice } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** The fields in which an item is written down; prefilled with what is known of it. */
export function actionFields(item: ActionItem | undefined, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const isGone = item?.title === null
  return [
    input({
      id: 'title',
      label: t('field.title'),
      hint: t(isGone ? 'hint.title-gone' : 'hint.title'),
      optional: isGone,
      element: textInput({ multiline: true, max: 300, initial: item?.title ?? undefined, focus: item === undefined }),
    }),
    input({
      id: 'owner',
      label: t('field.owner'),
      hint: t('hint.owner'),
      optional: true,
      element: userInput(item?.owner ?? null),
    }),
    input({ id: 'due', label: t('field.due'), optional: true, element: dateInput(item?.dueOn ?? undefined) }),
    input({
      id: 'kind',
      label: t('field.kind'),
      optional: true,
      element: select({
        actionId: fieldActionId,
        options: actionKinds.map((kind) => option(kind, t(`kind.${kind}`))),
        ...(item?.kind ? { initial: item.kind } : {}),
      }),
    }),
    input({
      id: 'size',
      label: t('field.size'),
      optional: true,
      element: select({
        actionId: fieldActionId,
        options: actionSizes.map((size) => option(size, t(`size.${size}`))),
        ...(item?.size ? { initial: item.size } : {}),
      }),
    }),
  ]
}

/** Everything that the form says of an item: null where a field is empty, but for the title, which is never taken away. */
export const fieldsIn = (values: Order['values']) => ({
  title: textOf(values.title) || undefined,
  owner: textOf(values.owner),
  due: textOf(values.due),
  kind: textOf(values.kind),
  size: textOf(values.size),
})
