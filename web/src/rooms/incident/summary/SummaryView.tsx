import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DetailAnswer } from '../../../../../src/rooms/api/contract.ts'
import { look } from '../../../kit/api/look.ts'
import { moment } from '../../../kit/time/words.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { CatchUp } from './CatchUp.tsx'
import { Statements } from './Statements.tsx'
import classes from './summary.module.css'
import { texts } from './texts.ts'

/** How it stands in three lines, all of it on demand, and what somebody has missed. */
export function SummaryView({ id, drafts }: { id: string; drafts: DetailAnswer['drafts'] }) {
  const t = useWords(texts)
  const locale = useLocale()
  const [isCatchingUp, catchUp] = useState(false)
  const summary = useQuery({
    ...look('/incidents/{id}/summary', { path: { id }, query: { language: locale } }),
    retry: false,
  })
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{t('summary')}</h2>
      {summary.error ? (
        <p className={classes.soft}>{summary.error.message}</p>
      ) : (
        <Loaded from={summary}>
          {({ three = [], whole = [], made_at, made_by }) => (
            <>
              {/* The first line is what stands above: how it stands, its summary and impact. */}
              {three.length > 1 ? <Statements of={three.slice(1)} /> : <p className={classes.soft}>{t('none')}</p>}
              <details>
                <summary>{t('whole')}</summary>
                <Statements of={whole} />
              </details>
              <details onToggle={({ currentTarget }) => catchUp(currentTarget.open)}>
                <summary>{t('catch-up')}</summary>
                {isCatchingUp && <CatchUp id={id} />}
              </details>
              <p className={classes.soft}>
                {t('made', { when: moment(made_at, locale) })} · {t(made_by === 'model' ? 'by-model' : 'quoted')}
              </p>
            </>
          )}
        </Loaded>
      )}
      {drafts.as_is + drafts.edited + drafts.dropped + drafts.unsent > 0 && (
        <p className={classes.soft}>{t('drafts', drafts)}</p>
      )}
    </section>
  )
}
