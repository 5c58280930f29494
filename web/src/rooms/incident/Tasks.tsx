import type { DetailAnswer } from '../../../../src/rooms/api/contract.ts'
import { dayWords, moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { CommandButton } from './command/CommandButton.tsx'
import classes from './incident.module.css'
import { List } from './List.tsx'
import { ActionButtons, TodoButtons } from './RowButtons.tsx'
import { texts } from './texts.ts'

/** What is to be done while it is open, and what came of it. */
export function Todos({ todos, isOpen }: { todos: DetailAnswer['todos']; isOpen: boolean }) {
  const t = useWords(texts)
  const locale = useLocale()
  return (
    <List
      name="todos"
      none={t('todos.none')}
      title={t('todos')}
      beside={isOpen && <CommandButton asked={{ verb: 'add-todo', label: t('todo.add') }} />}
    >
      {todos.map(({ id, n, words, owner, state, due_at }) => (
        <li key={n} data-state={state}>
          <span>{words ?? t('gone')}</span>
          <span className={classes.soft}>
            {t(state)} · {owner?.name ?? t('owner.none')}
            {due_at && ` · ${t('due', { when: moment(due_at, locale) })}`}
          </span>
          {isOpen && (
            <TodoButtons id={id} about={words ?? String(n)} isOpen={state === 'open'} isOwned={owner !== null} />
          )}
        </li>
      ))}
    </List>
  )
}

/** What is to be done so that it does not come again. */
export function Actions({ actions }: { actions: DetailAnswer['actions'] }) {
  const t = useWords(texts)
  const locale = useLocale()
  return (
    <List
      name="actions"
      none={t('actions.none')}
      title={t('actions')}
      beside={<CommandButton asked={{ verb: 'add-action', label: t('action.add') }} />}
    >
      {actions.map(({ id, n, title, owner, state, due_on }) => (
        <li key={n} data-state={state}>
          <span>{title ?? t('gone')}</span>
          <span className={classes.soft}>
            {t(state)} · {owner?.name ?? t('owner.none')}
            {due_on && ` · ${t('due', { when: dayWords(due_on, locale) })}`}
          </span>
          <ActionButtons id={id} about={title ?? String(n)} isOpen={state === 'open'} />
        </li>
      ))}
    </List>
  )
}
