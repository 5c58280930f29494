import type { EntryAnswer } from '../../../../src/rooms/api/contract.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { CommandButton } from './command/CommandButton.tsx'
import { Headed } from './Headed.tsx'
import classes from './incident.module.css'
import { texts } from './texts.ts'

/** Of more entries those that nobody sees are not drawn. */
const manyEntries = 100

type Props = { entries: readonly EntryAnswer[]; people: Readonly<Record<string, string>> }

/** What happened, in its order, with the way to what proves it, and who has put it right since. */
export function TimelineView({ entries, people }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  return (
    <section aria-labelledby="timeline">
      <Headed
        id="timeline"
        title={t('timeline')}
        beside={<CommandButton asked={{ verb: 'add-entry', label: t('note.add') }} />}
      />
      {entries.length === 0 && <p className={classes.soft}>{t('timeline.none')}</p>}
      <ol className={classes.timeline} data-long={entries.length > manyEntries}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{moment(entry.at, locale)}</time>
            <span>
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
              asked={{ verb: 'edit-entry', argument: entry.id, label: t('edit.entry') }}
              about={entry.words}
              size="compact-sm"
              variant="subtle"
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What an entry said at first, and who changed it, when and why. */
function Changes({ entry, people }: { entry: EntryAnswer; people: Readonly<Record<string, string>> }) {
  const t = useWords(texts)
  const locale = useLocale()
  return (
    <details className={classes.changes}>
      <summary>
        {t('edited')} · {t('entry.history')}
      </summary>
      <p>{t('entry.was', { words: `${moment(entry.original.at, locale)} ${entry.original.words}` })}</p>
      <ul>
        {entry.changes.map(({ at, by, reason }) => (
          <li key={at}>{t('entry.by', { who: people[by] ?? by, when: moment(at, locale), reason: reason ?? '—' })}</li>
        ))}
      </ul>
    </details>
  )
}
