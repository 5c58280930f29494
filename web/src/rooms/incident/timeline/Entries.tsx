import type { EntryAnswer } from '../../../../../src/rooms/api/contract.ts'
import { dayOf, moment, timeOfDay } from '../../../kit/time/words.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import { CommandButton } from '../command/CommandButton.tsx'
import { texts } from './texts.ts'
import classes from './timeline.module.css'

/** Of more entries those that nobody sees are not drawn. */
const manyEntries = 100

type Props = { entries: readonly EntryAnswer[]; people: Readonly<Record<string, string>> }

/** The entries day by day, with the way to what proves each, and who has put it right since. */
export function Entries({ entries, people }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const days = Map.groupBy(entries, ({ at }) => dayOf(at, locale))
  return [...days].map(([day, own]) => (
    <div key={day} className={classes.day}>
      <h3>{day}</h3>
      <ol className={classes.entries} data-long={entries.length > manyEntries}>
        {own.map((entry) => (
          <li key={entry.id} data-kind={entry.kind} data-hidden={entry.hidden || undefined}>
            <time dateTime={entry.at}>{timeOfDay(entry.at, locale)}</time>
            <span>
              {entry.hidden && <span className={classes.mark}>{t('is-hidden')}</span>}
              {entry.words}
              {entry.permalink && (
                <>
                  {' '}
                  <a href={entry.permalink}>{t('evidence')}</a>
                </>
              )}
              {entry.files.map((file) => (
                <a key={file.permalink} href={file.permalink}>
                  {' '}
                  {file.name}
                </a>
              ))}
              {entry.changes.length > 0 && <Changes entry={entry} people={people} />}
            </span>
            <CommandButton
              asked={{ verb: 'edit-entry', argument: entry.id, label: t('edit') }}
              about={entry.words}
              size="compact-sm"
              variant="subtle"
            />
          </li>
        ))}
      </ol>
    </div>
  ))
}

/** What an entry said at first, and who changed it, when and why. */
function Changes({ entry, people }: { entry: EntryAnswer; people: Readonly<Record<string, string>> }) {
  const t = useWords(texts)
  const locale = useLocale()
  return (
    <details className={classes.changes}>
      <summary>
        {t('edited')} · {t('history')}
      </summary>
      <p>{t('was', { words: `${moment(entry.original.at, locale)} ${entry.original.words}` })}</p>
      <ul>
        {entry.changes.map(({ at, by, reason }) => (
          <li key={at}>{t('by', { who: people[by] ?? by, when: moment(at, locale), reason: reason ?? '—' })}</li>
        ))}
      </ul>
    </details>
  )
}
