import type { AcceptedAnswer } from '../../../../src/rooms/api/contract.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import classes from './drafts.module.css'
import { texts } from './texts.ts'

/** What became of the assistant's drafts, a row for each kind, with as much of each as there is. */
export function DraftsView({ drafts }: { drafts: readonly AcceptedAnswer[] }) {
  const t = useWords(texts)
  const locale = useLocale()
  const number = (value: number) => value.toLocaleString(locale)
  return (
    <section aria-labelledby="drafts" className={classes.drafts}>
      <h2 id="drafts">{t('drafts')}</h2>
      {drafts.length === 0 ? (
        <p className={classes.soft}>{t('drafts.none')}</p>
      ) : (
        <table className={classes.table} aria-labelledby="drafts">
          <thead>
            <tr>
              <th scope="col">{t('drafts.kind')}</th>
              {uses.map((use) => (
                <th key={use} scope="col">
                  {t(`drafts.${use}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drafts.map((each) => {
              const all = each.as_is + each.edited + each.dropped
              return (
                <tr key={each.purpose}>
                  <th scope="row">{t(`drafts.of.${kindOf(each)}`)}</th>
                  {uses.map((use) => (
                    <td key={use} data-name={t(`drafts.${use}`)}>
                      {number(each[use])}
                      <span className={classes.soft}>
                        {' '}
                        {(each[use] / all).toLocaleString(locale, { style: 'percent' })}
                      </span>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

const uses = ['as_is', 'edited', 'dropped'] as const
const kinds = ['update', 'gap', 'action', 'letter', 'level', 'tags'] as const

/** Kinds of an older or newer bot are proposals of some kind. */
const kindOf = ({ purpose }: AcceptedAnswer) => kinds.find((kind) => kind === purpose) ?? 'other'
