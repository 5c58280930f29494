import { Button, Table } from '@mantine/core'
import type { SessionAnswer } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { clock } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { browserName } from './browser-name.ts'
import { texts } from './texts.ts'

export function SessionsView({ sessions, onEnd }: { sessions: readonly SessionAnswer[]; onEnd(id: string): void }) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('person')}</Table.Th>
            <Table.Th>{t('browser')}</Table.Th>
            <Table.Th>{t('how')}</Table.Th>
            <Table.Th>{t('opened')}</Table.Th>
            <Table.Th>{t('used')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t('end')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => {
            const browser = browserName(session.browser) ?? t('unknown')
            return (
              <Table.Tr key={session.id}>
                <Table.Td>{session.name}</Table.Td>
                <Table.Td>
                  {browser}
                  {session.is_this && <strong> · {t('this')}</strong>}
                </Table.Td>
                <Table.Td>{t(`how.${session.how}`)}</Table.Td>
                <Table.Td>{clock(session.opened_at, now, locale)}</Table.Td>
                <Table.Td>{clock(session.last_used_at, now, locale)}</Table.Td>
                <Table.Td>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t('end.of', { browser, name: session.name })}
                    onClick={() => onEnd(session.id)}
                  >
                    {t('end')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
