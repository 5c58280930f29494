import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, look } from '../../../kit/api/look.ts'
import { moment } from '../../../kit/time/words.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Statements } from './Statements.tsx'
import { texts } from './texts.ts'

/** What has happened since somebody last looked. Once it stands on the screen they have looked. */
export function CatchUp({ id }: { id: string }) {
  const t = useWords(texts)
  const locale = useLocale()
  const asked = look('/incidents/{id}/catch-up', { path: { id }, query: { language: locale } })
  // Read once: what is on the screen must not vanish because it was seen.
  const missed = useQuery({ ...asked, staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false })
  const isShown = missed.isSuccess
  useEffect(() => {
    // Nothing is lost where it cannot be noted: the next time tells more.
    if (isShown) void call('POST', `/incidents/${encodeURIComponent(id)}/catch-up`, {}).catch(() => {})
  }, [isShown, id])
  return (
    <Loaded from={missed}>
      {({ since, rest }) => (
        <>
          <p>{since ? t('catch-up.since', { when: moment(since, locale) }) : t('catch-up.all')}</p>
          {rest.length > 0 ? <Statements of={rest} /> : <p>{t('catch-up.none')}</p>}
        </>
      )}
    </Loaded>
  )
}
