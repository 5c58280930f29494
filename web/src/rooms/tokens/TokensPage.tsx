import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TokenAnswer } from '../../../../src/rooms/api/contract.ts'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { MakeForm } from './MakeForm.tsx'
import { TokensView } from './TokensView.tsx'
import { texts } from './texts.ts'
import classes from './tokens.module.css'
import { useRevoke } from './tokens.ts'

/** The tokens of whoever looks; for who administers the bot, all of them. */
export default function TokensPage() {
  const t = useWords(texts)
  const tokens = useQuery(look('/tokens'))
  const revoke = useRevoke()
  const [doomed, doom] = useState<TokenAnswer>()
  return (
    <Page title={t('title')}>
      <p>{t('lead')}</p>
      <Loaded from={tokens}>
        {(data) => (
          <>
            <TokensView {...data} onRevoke={doom} />
            <section aria-labelledby="new" className={classes.new}>
              <h2 id="new">{t('new')}</h2>
              {data.may.administer || data.may.own ? <MakeForm may={data.may} /> : <p>{t('new.none')}</p>}
            </section>
          </>
        )}
      </Loaded>
      {doomed && (
        <Dialog title={t('revoke')} onClose={() => doom(undefined)}>
          <p>{t('revoke.sure', { name: doomed.name })}</p>
          <div className={classes.buttons}>
            <Button
              onClick={() => {
                revoke.mutate(doomed.id)
                doom(undefined)
              }}
            >
              {t('revoke')}
            </Button>
            <Button variant="default" onClick={() => doom(undefined)}>
              {t('cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </Page>
  )
}
