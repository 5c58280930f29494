import type { SessionAnswer } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { clock } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { type Column, EndingTable } from '../../ui/EndingTable.tsx'
import { browserName } from './browser-name.ts'
import { texts } from './texts.ts'

export function SessionsView({ sessions, onEnd }: { sessions: readonly SessionAnswer[]; onEnd(id: string): void }) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  const browserOf = ({ browser }: SessionAnswer) => browserName(browser) ?? t('unknown')
  const columns: Column<SessionAnswer>[] = [
    { title: t('person'), cell: ({ name }) => name },
    {
      title: t('browser'),
      cell: (session) => (
        <>
          {browserOf(session)}
          {session.is_this && <strong> · {t('this')}</strong>}
        </>
      ),
    },
    { title: t('how'), cell: ({ how }) => t(`how.${how}`) },
    { title: t('opened'), cell: ({ opened_at: at }) => clock(at, now, locale) },
    { title: t('used'), cell: ({ last_used_at: at }) => clock(at, now, locale) },
  ]
  const end = {
    label: t('end'),
    of: (session: SessionAnswer) => t('end.of', { browser: browserOf(session), name: session.name }),
    press: ({ id }: SessionAnswer) => onEnd(id),
  }
  return <EndingTable rows={sessions} columns={columns} end={end} />
}
