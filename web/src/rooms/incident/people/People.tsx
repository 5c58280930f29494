import type { DetailAnswer } from '../../../../../src/rooms/api/contract.ts'
import { clock, moment } from '../../../kit/time/words.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import { CommandButton } from '../command/CommandButton.tsx'
import incident from '../incident.module.css'
import { List } from '../List.tsx'
import { texts } from '../texts.ts'
import classes from './people.module.css'
import { placed } from './terms.ts'

type Props = { detail: DetailAnswer; now: number; isOpen: boolean }

/** Who had which role from when to when: in words, and as a bar over the time of the incident. */
export function People({ detail, now, isOpen }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const buttons = isOpen && (
    <>
      <CommandButton asked={{ verb: 'claim-role', label: t('role.claim') }} />
      <CommandButton asked={{ verb: 'assign-role', label: t('role.assign') }} />
    </>
  )
  return (
    <List name="people" none={t('people.none')} title={t('people')} beside={buttons}>
      {placed(detail, now).map(({ term: { name, person, since, until }, from, width, isOver }) => (
        <li key={`${name.en} ${person.id} ${since}`} data-over={isOver || undefined}>
          <span>
            {name[locale]}: <strong>{person.name}</strong>
          </span>
          <span className={incident.soft}>
            {until
              ? t('from-to', { from: moment(since, locale), to: clock(until, Date.parse(since), locale) })
              : t('since', { when: moment(since, locale) })}
          </span>
          <span className={classes.track} aria-hidden>
            <span className={classes.term} style={{ left: `${from}%`, width: `${width}%` }} />
          </span>
        </li>
      ))}
    </List>
  )
}
