import { useWords } from '../../kit/words/words.ts'
import { CommandButton } from './command/CommandButton.tsx'
import { usePress } from './command/commander.ts'
import classes from './incident.module.css'
import { texts } from './texts.ts'

type Row = { id: string; about: string; isOpen: boolean }

/** What can be done about one TODO. */
export function TodoButtons({ id, about, isOpen, isOwned }: Row & { isOwned: boolean }) {
  const t = useWords(texts)
  if (!usePress()) return null
  const button = (verb: string, label: string) => (
    <CommandButton asked={{ verb, argument: id, label }} about={about} size="compact-sm" />
  )
  return (
    <span className={classes.rowButtons}>
      {isOpen && !isOwned && button('take-todo', t('todo.take'))}
      {isOpen && button('done-todo', t('todo.done'))}
      {button('change-todo', t('todo.change'))}
    </span>
  )
}

/** The same of an action item. */
export function ActionButtons({ id, about, isOpen }: Row) {
  const t = useWords(texts)
  if (!usePress()) return null
  const button = (verb: string, label: string) => (
    <CommandButton asked={{ verb, argument: id, label }} about={about} size="compact-sm" />
  )
  return (
    <span className={classes.rowButtons}>
      {isOpen && button('done-action', t('action.done'))}
      {isOpen && button('move-action', t('action.move'))}
      {button('change-action', t('action.change'))}
      {isOpen && button('waive-action', t('action.waive'))}
    </span>
  )
}
