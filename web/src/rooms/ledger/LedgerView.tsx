import { Link } from '@tanstack/react-router'
import type { LedgerAnswer } from '../../../../src/rooms/api/contract.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { Empty } from '../../ui/Empty.tsx'
import classes from './ledger.module.css'
import { texts } from './texts.ts'

/** Each attempt: its figures, and behind them the exact text, for as long as it is kept and its reader may see it. */
export function LedgerView({ calls }: { calls: readonly LedgerAnswer[] }) {
  const t = useWords(texts)
  if (calls.length === 0) return <Empty title={t('none')}>{t('none.lead')}</Empty>
  return (
    <ol className={classes.calls}>
      {calls.map((call) => (
        <li key={call.id} className={classes.call}>
          <Attempt call={call} />
        </li>
      ))}
    </ol>
  )
}

function Attempt({ call }: { call: LedgerAnswer }) {
  const t = useWords(texts)
  const locale = useLocale()
  const number = (value: number) => value.toLocaleString(locale)
  const figures = [
    t('tokens', { input: number(call.input_tokens), output: number(call.output_tokens) }) +
      (call.is_estimated ? t('estimated') : ''),
    ...(call.cost > 0 ? [t('cost', { cost: call.cost.toLocaleString(locale, { maximumFractionDigits: 4 }) })] : []),
    ...(call.attempt > 1 ? [t('attempt', { n: call.attempt })] : []),
  ]
  return (
    <details>
      <summary>
        <time dateTime={call.at}>{moment(call.at, locale)}</time> <strong>{t(`purpose.${purposeOf(call)}`)}</strong>{' '}
        <span>{[outcomeIn(call, t), call.model, t(call.leaves ? 'leaves' : 'stays'), ...figures].join(' · ')}</span>
      </summary>
      <p>
        {t('to')} <code>{call.address}</code>{' '}
        {call.incident && (
          <Link to="/incidents/$id" params={{ id: call.incident }}>
            {t('incident')}
          </Link>
        )}
      </p>
      <Text title={t('request')} words={call.request} call={call} hash={call.request_sha256} />
      {call.answer_sha256 && <Text title={t('answer')} words={call.answer} call={call} hash={call.answer_sha256} />}
    </details>
  )
}

const whys = [
  'shape',
  'language',
  'unsupported',
  'tool_call',
  'count',
  'content_filter',
  'timeout',
  'stopped',
  'network',
  'half',
  'too-long',
] as const

type Word = keyof typeof texts.ja

/** What became of it, and why where a word says so; a provider's own code is shown as it is. */
function outcomeIn({ outcome, reason, status }: LedgerAnswer, t: ReturnType<typeof useWords<Word>>): string {
  const words = t(outcome === 'answered' && reason !== null ? 'outcome.unusable' : `outcome.${outcome}`)
  const why = whys.find((each) => each === reason)
  if (why) return t('outcome.why', { outcome: words, why: t(`why.${why}`) })
  return outcome === 'refused' && status !== null ? t('outcome.why', { outcome: words, why: `HTTP ${status}` }) : words
}

type TextProps = { title: string; words: string | null; call: LedgerAnswer; hash: string }

function Text({ title, words, call, hash }: TextProps) {
  const t = useWords(texts)
  return (
    <section>
      <h3>{title}</h3>
      {words === null ? (
        <p>{t(whyGone(call))}</p>
      ) : (
        /* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled by keyboard, too. */
        <pre tabIndex={0}>{words}</pre>
      )}
      <p className={classes.hash}>
        SHA-256 <code>{hash}</code>
      </p>
    </section>
  )
}

const whyGone = ({ is_hidden: isHidden, scrubbed_for: reason }: LedgerAnswer) =>
  isHidden ? 'hidden' : reason === 'age' ? 'gone.age' : 'gone.deletion'

const purposes = ['summary', 'catch-up', 'draft-update', 'draft-gaps', 'draft-actions', 'draft-letter'] as const

/** Purposes of an older or newer bot are questions of some kind. */
const purposeOf = ({ for: role, purpose }: LedgerAnswer) =>
  role === 'embeddings' ? 'likeness' : (purposes.find((each) => each === purpose) ?? 'other')
