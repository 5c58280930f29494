import type { CatalogAnswer, DetailAnswer } from '../../../../src/rooms/api/contract.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { CommandButton } from './command/CommandButton.tsx'
import classes from './incident.module.css'
import { List } from './List.tsx'
import { texts } from './texts.ts'

type Props = { levels: DetailAnswer['levels']; catalog: CatalogAnswer; isOpen: boolean }

/** How the level changed, and why. */
export function Levels({ levels, catalog, isOpen }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const known = (key: string | null) => catalog.levels.find((each) => each.key === key)
  const named = (key: string | null) => known(key)?.name[locale] ?? key ?? t('undecided')
  return (
    <List
      name="levels"
      none={t('levels.none')}
      title={t('levels')}
      beside={isOpen && <CommandButton asked={{ verb: 'set-level', label: t('edit.level') }} />}
    >
      {levels.map(({ at, from, to, by, reason }) => (
        <li key={at} className={classes.level} style={{ borderLeftColor: known(to)?.color ?? 'var(--line)' }}>
          <span>{t('level', { from: named(from), to: named(to) })}</span>
          {reason && <span>{reason}</span>}
          <span className={classes.soft}>
            <time dateTime={at}>{moment(at, locale)}</time> · {by}
          </span>
        </li>
      ))}
    </List>
  )
}
