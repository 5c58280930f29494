import type { TokenAnswer, TokensAnswer } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { clock, moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { Empty } from '../../ui/Empty.tsx'
import { type Column, EndingTable } from '../../ui/EndingTable.tsx'
import { texts } from './texts.ts'

type Props = Pick<TokensAnswer, 'tokens' | 'people'> & { onRevoke(token: TokenAnswer): void }

export function TokensView({ tokens, people, onRevoke }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  if (tokens.length === 0) return <Empty title={t('none')} />
  const whose = ({ person, display }: TokenAnswer) =>
    person ? (people[person] ?? person) : t(display ? 'display' : 'agent')
  const columns: Column<TokenAnswer>[] = [
    {
      title: t('name'),
      cell: ({ name, prefix }) => (
        <>
          <strong>{name}</strong> <code>{prefix}…</code>
        </>
      ),
    },
    { title: t('whose'), cell: whose },
    {
      title: t('right'),
      cell: ({ right, may_name_people: names }) => t(`right.${right}`) + (names ? ` · ${t('naming')}` : ''),
    },
    { title: t('services'), cell: ({ services }) => services?.join(', ') ?? t('services.all') },
    { title: t('used'), cell: ({ last_used_at: at }) => (at ? clock(at, now, locale) : t('never')) },
    { title: t('expires'), cell: ({ expires_at: at }) => (at ? moment(at, locale) : t('expires.none')) },
    { title: t('made'), cell: ({ made_by: by }) => people[by] ?? by },
  ]
  const end = {
    label: t('revoke'),
    of: ({ name }: TokenAnswer) => t('revoke.of', { name }),
    press: onRevoke,
  }
  return <EndingTable rows={tokens} columns={columns} end={end} />
}
