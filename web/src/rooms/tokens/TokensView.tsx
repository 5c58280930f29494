import { Button, Table } from '@mantine/core'
import type { TokenAnswer, TokensAnswer } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { clock, moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { texts } from './texts.ts'

type Props = Pick<TokensAnswer, 'tokens' | 'people'> & { onRevoke(token: TokenAnswer): void }

export function TokensView({ tokens, people, onRevoke }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  if (tokens.length === 0) return <p>{t('none')}</p>
  const whose = ({ person, display }: TokenAnswer) =>
    person ? (people[person] ?? person) : t(display ? 'display' : 'agent')
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('whose')}</Table.Th>
            <Table.Th>{t('right')}</Table.Th>
            <Table.Th>{t('services')}</Table.Th>
            <Table.Th>{t('used')}</Table.Th>
            <Table.Th>{t('expires')}</Table.Th>
            <Table.Th>{t('made')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t('revoke')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td>
                <strong>{token.name}</strong> <code>{token.prefix}…</code>
              </Table.Td>
              <Table.Td>{whose(token)}</Table.Td>
              <Table.Td>
                {t(`right.${token.right}`)}
                {token.may_name_people && ` · ${t('naming')}`}
              </Table.Td>
              <Table.Td>{token.services?.join(', ') ?? t('services.all')}</Table.Td>
              <Table.Td>{token.last_used_at ? clock(token.last_used_at, now, locale) : t('never')}</Table.Td>
              <Table.Td>{token.expires_at ? moment(token.expires_at, locale) : t('expires.none')}</Table.Td>
              <Table.Td>{people[token.made_by] ?? token.made_by}</Table.Td>
              <Table.Td>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('revoke.of', { name: token.name })}
                  onClick={() => onRevoke(token)}
                >
                  {t('revoke')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
