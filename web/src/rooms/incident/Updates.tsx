import type { DetailAnswer } from '../../../../src/rooms/api/contract.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { CommandButton } from './command/CommandButton.tsx'
import classes from './incident.module.css'
import { List } from './List.tsx'
import { texts } from './texts.ts'

/** What was said of how it stood, the newest first. */
export function Updates({ updates, isOpen }: { updates: DetailAnswer['updates']; isOpen: boolean }) {
  const t = useWords(texts)
  const locale = useLocale()
  return (
    <List
      name="updates"
      none={t('updates.none')}
      title={t('updates')}
      beside={isOpen && <CommandButton asked={{ verb: 'update', label: t('update.post') }} />}
    >
      {updates.map(({ at, by, condition, action, need }) => (
        <li key={at}>
          <span className={classes.soft}>
            <time dateTime={at}>{moment(at, locale)}</time> · {by}
          </span>
          <span className={classes.words}>{condition}</span>
          {action && (
            <span>
              <span className={classes.soft}>{t('action')}:</span> {action}
            </span>
          )}
          {need && (
            <span>
              <span className={classes.soft}>{t('need')}:</span> {need}
            </span>
          )}
        </li>
      ))}
    </List>
  )
}
