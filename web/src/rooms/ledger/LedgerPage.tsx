import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { addressOf } from '../../kit/api/address.ts'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { ForSome } from '../../ui/ForSome.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { DraftsView } from './DraftsView.tsx'
import { LedgerView } from './LedgerView.tsx'
import classes from './ledger.module.css'
import { texts } from './texts.ts'

/** Rows of a page, and of what is saved as JSON: the API answers no more at once. */
const most = '200'

/** What was sent to language models, for who administers the bot and for the security office. */
export default function LedgerPage() {
  const t = useWords(texts)
  const { cursor } = useSearch({ from: '/shell/ledger' })
  const found = useQuery({
    ...look('/assistant/ledger', { query: cursor ? { cursor } : {} }),
    placeholderData: keepPreviousData,
  })
  return (
    <ForSome title={t('title')} from={found} forbidden={t('forbidden')} above={<p>{t('lead')}</p>}>
      {({ calls, next, drafts }) => (
        <>
          {!cursor && <DraftsView drafts={drafts} />}
          <h2 className={classes.attempts}>{t('attempts')}</h2>
          {calls.length > 0 && (
            <p className={classes.save}>
              <a href={addressOf('api/v1/assistant/ledger?format=csv')} download="ledger.csv">
                {t('save.csv')}
              </a>
              <a
                href={addressOf(
                  `api/v1/assistant/ledger?limit=${most}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
                )}
                download="ledger.json"
              >
                {t('save.json')}
              </a>
            </p>
          )}
          <LedgerView calls={calls} />
          <Pager>
            {cursor && <Link to="/ledger">{t('first')}</Link>}
            {next !== null && (
              <Link to="/ledger" search={{ cursor: next }}>
                {t('next')}
              </Link>
            )}
          </Pager>
        </>
      )}
    </ForSome>
  )
}
