import { Button } from '@mantine/core'
import type { CatalogAnswer, DetailAnswer } from '../../../../../src/rooms/api/contract.ts'
import { useWords } from '../../../kit/words/words.ts'
import classes from './act.module.css'
import { LevelForm } from './LevelForm.tsx'
import { texts } from './texts.ts'
import { UpdateForm } from './UpdateForm.tsx'
import { useVerb } from './use-verb.ts'

/** What whoever responds can do here, while it goes on. */
export function ActPanel({ detail, catalog }: { detail: DetailAnswer; catalog: CatalogAnswer }) {
  const t = useWords(texts)
  const { id, handler, level } = detail.incident
  const take = useVerb(id, 'take-handler')
  return (
    <section aria-labelledby="act">
      <h2 id="act">{t('title')}</h2>
      <p className={classes.soft}>{t('lead')}</p>
      {handler === null && (
        <p>
          <Button loading={take.isPending} onClick={() => take.mutate({})}>
            {t('lead_take')}
          </Button>{' '}
          <span role="alert">{take.refusal('', true)}</span>
        </p>
      )}
      <details>
        <summary>{t('update')}</summary>
        <UpdateForm id={id} />
      </details>
      <details>
        <summary>{t('level')}</summary>
        <LevelForm id={id} level={level} catalog={catalog} />
      </details>
    </section>
  )
}
