import type { ReactNode } from 'react'
import type { CatalogAnswer, DetailAnswer } from '../../../../src/rooms/api/contract.ts'
import { dayWords, moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { CommandButton } from './command/CommandButton.tsx'
import { Headed } from './Headed.tsx'
import classes from './incident.module.css'
import { ActionButtons, TodoButtons } from './RowButtons.tsx'
import { texts } from './texts.ts'

/** Who has which role, how the level changed, what was said, and what is to be done. */
export function Lists({ detail, catalog }: { detail: DetailAnswer; catalog: CatalogAnswer }) {
  const t = useWords(texts)
  const locale = useLocale()
  const when = (iso: string) => moment(iso, locale)
  const level = (key: string | null) =>
    catalog.levels.find((each) => each.key === key)?.name[locale] ?? key ?? t('undecided')
  const isOpen = detail.incident.status === 'responding' || detail.incident.status === 'recovered'
  const owner = (someone: { name: string } | null) => someone?.name ?? t('owner.none')
  return (
    <div className={classes.lists}>
      <List
        name="updates"
        none={t('updates.none')}
        title={t('updates')}
        beside={isOpen && <CommandButton asked={{ verb: 'update', label: t('update.post') }} />}
      >
        {detail.updates.map((update) => (
          <li key={update.at}>
            <span className={classes.soft}>
              <time dateTime={update.at}>{when(update.at)}</time> · {update.by}
            </span>
            <span className={classes.words}>{update.condition}</span>
            {update.action && (
              <span>
                {t('action')}: {update.action}
              </span>
            )}
            {update.need && (
              <span>
                {t('need')}: {update.need}
              </span>
            )}
          </li>
        ))}
      </List>
      <List
        name="people"
        none={t('people.none')}
        title={t('people')}
        beside={
          isOpen && (
            <>
              <CommandButton asked={{ verb: 'claim-role', label: t('role.claim') }} />
              <CommandButton asked={{ verb: 'assign-role', label: t('role.assign') }} />
            </>
          )
        }
      >
        {detail.roles.map(({ name, person, since }) => (
          <li key={`${name.en} ${person.id}`}>
            <span>
              {name[locale]}: <strong>{person.name}</strong>
            </span>
            <span className={classes.soft}>{t('since', { when: when(since) })}</span>
          </li>
        ))}
      </List>
      <List
        name="levels"
        none={t('levels.none')}
        title={t('levels')}
        beside={isOpen && <CommandButton asked={{ verb: 'set-level', label: t('edit.level') }} />}
      >
        {detail.levels.map(({ at, from, to, by, reason }) => (
          <li key={at}>
            <span>{t('level', { from: level(from), to: level(to) })}</span>
            <span className={classes.soft}>
              <time dateTime={at}>{when(at)}</time> · {by}
            </span>
            {reason && <span>{reason}</span>}
          </li>
        ))}
      </List>
      <List
        name="todos"
        none={t('todos.none')}
        title={t('todos')}
        beside={isOpen && <CommandButton asked={{ verb: 'add-todo', label: t('todo.add') }} />}
      >
        {detail.todos.map(({ id, n, words, owner: whose, state, due_at }) => (
          <li key={n} data-state={state}>
            <span>{words ?? t('gone')}</span>
            <span className={classes.soft}>
              {t(state)} · {owner(whose)}
              {due_at && ` · ${t('due', { when: when(due_at) })}`}
            </span>
            {isOpen && (
              <TodoButtons id={id} about={words ?? String(n)} isOpen={state === 'open'} isOwned={whose !== null} />
            )}
          </li>
        ))}
      </List>
      <List
        name="actions"
        none={t('actions.none')}
        title={t('actions')}
        beside={<CommandButton asked={{ verb: 'add-action', label: t('action.add') }} />}
      >
        {detail.actions.map(({ id, n, title, owner: whose, state, due_on }) => (
          <li key={n} data-state={state}>
            <span>{title ?? t('gone')}</span>
            <span className={classes.soft}>
              {t(state)} · {owner(whose)}
              {due_on && ` · ${t('due', { when: dayWords(due_on, locale) })}`}
            </span>
            <ActionButtons id={id} about={title ?? String(n)} isOpen={state === 'open'} />
          </li>
        ))}
      </List>
    </div>
  )
}

type ListProps = { name: string; title: string; none: string; beside?: ReactNode; children: ReactNode[] }

function List({ name, title, none, beside, children }: ListProps) {
  return (
    <section aria-labelledby={name}>
      <Headed id={name} title={title} beside={beside} />
      {children.length > 0 ? <ul>{children}</ul> : <p className={classes.soft}>{none}</p>}
    </section>
  )
}
