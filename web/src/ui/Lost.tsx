import { Link } from '@tanstack/react-router'
import { useWords } from '../kit/words/words.ts'
import { Page } from './Page.tsx'
import { texts } from './texts.ts'

/** There is nothing at this address, or nothing that whoever looks may know of. */
export function Lost() {
  const t = useWords(texts)
  return (
    <Page title={t('lost')}>
      <p>{t('lost.lead')}</p>
      <Link to="/">{t('lost.back')}</Link>
    </Page>
  )
}
