import { type Finding, findingOf, type Verdict } from '../check.ts'
import type { Grounds } from '../grounds.ts'
import { listen } from './echo.ts'
import type { TrialGrounds } from './grounds.ts'
import { hand } from './hand.ts'
import { archiveChannel, makeChannel, type Scratch, steps } from './steps.ts'
import { texts } from './texts.ts'

/**
 * Does once, in a channel of its own, what the bot does in each incident, and hears whether Slack tells of it. The channel is
 * archived whatever comes of the rest; a bot can do no more than that.
 */
export async function* trial(grounds: Grounds): AsyncGenerator<Finding> {
  const on: TrialGrounds = { ...grounds, t: texts.in(grounds.locale) }
  if (!(await on.facts.identity())) return
  const echoes = await listen(on)
  const run = on.clock.now().toISOString().replace(/\D/g, '').slice(0, 14)
  const scratch: Scratch = { channel: '', ts: '', run, isPinned: false, echoes, lost: [] }
  try {
    const made = await makeChannel(on, scratch)
    yield findingOf('try.channel', made)
    if (!made.ok) return
    for (const step of steps) {
      const verdict = await step.run(on, scratch)
      if (verdict) yield findingOf(step.id, verdict)
      if (!scratch.ts || on.signal.aborted) break
    }
    yield findingOf('try.archive', await archiveChannel(on, scratch))
    yield findingOf('try.echoes', echoesOf(on, scratch))
    if (on.waits && echoes.canHear && !on.signal.aborted)
      for (const verdict of await hand(on, echoes)) yield findingOf('try.hand', verdict)
  } finally {
    echoes.end()
  }
}

function echoesOf({ t }: TrialGrounds, { echoes, lost }: Scratch): Verdict {
  if (!echoes.canHear) return { ok: true, what: t('try.echoes.unheard') }
  if (lost.length === 0) return { ok: true, what: t('try.echoes') }
  return { ok: false, what: t('try.echoes.lost', { events: lost.join(', ') }), fix: t('try.echoes.lost.fix') }
}
