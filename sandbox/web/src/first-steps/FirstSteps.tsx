import { Button, CloseButton } from '@mantine/core'
import { useMemo } from 'react'
import { offerText } from '../composer/drafts.ts'
import { useWords } from '../i18n/words.ts'
import { useWorkspace } from '../state/live.ts'
import { go } from '../state/route.ts'
import { becomeAnother, dismissHint, useHasSwitched, useHintDismissed, usePersonId } from '../state/session.ts'
import { usePersonName } from '../text/Mention.tsx'
import styles from './first-steps.module.css'
import { nextStep, STEPS, type Step } from './step.ts'

/** One line that leads whoever is here for the first time with the bot of this project, from the first mention to being somebody else. */
export function FirstSteps() {
  const isOurs = useWorkspace((workspace) => workspace.app.is_ours)
  return useHintDismissed() || !isOurs ? null : <Leading />
}

function Leading() {
  const words = useWords()
  const me = usePersonId()
  const hasSwitched = useHasSwitched()
  const workspace = useWorkspace((whole) => whole)
  const step = useMemo(() => (me ? nextStep(workspace, me, hasSwitched) : undefined), [workspace, me, hasSwitched])
  const other = usePersonName(step?.name === 'switch' ? step.as : undefined)
  if (!step) return null
  const { text, go: label } = words.firstSteps[step.name]
  const bot = workspace.users.get(workspace.app.user)?.name ?? workspace.app.name
  return (
    <aside className={styles.line} aria-label={words.firstSteps.title}>
      <span className={styles.count}>
        {words.firstSteps.title} {STEPS.indexOf(step.name) + 1}/{STEPS.length}
      </span>
      <span className={styles.text} role="status">
        {text(bot)}
      </span>
      <Button size="compact-xs" variant="light" onClick={() => take(step, bot)}>
        {label(other)}
      </Button>
      <CloseButton size="sm" aria-label={words.firstSteps.dismiss} onClick={dismissHint} />
    </aside>
  )
}

function take(step: Step, bot: string): void {
  const place = { page: 'channel', channel: step.channel } as const
  switch (step.name) {
    case 'mention':
      go(place)
      offerText(step.channel, `@${bot} `)
      break
    case 'declare':
      go({ ...place, ts: step.ts })
      break
    case 'enter':
      go(place)
      break
    case 'switch':
      becomeAnother(step.as)
      go(place)
  }
}
