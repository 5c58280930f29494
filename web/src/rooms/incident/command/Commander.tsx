import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../kit/words/words.ts'
import { CommandDialog } from './CommandDialog.tsx'
import classes from './command.module.css'
import { CommanderContext } from './commander.ts'
import { texts } from './texts.ts'
import { type Asked, askForm, type Form, useCommand } from './use-command.ts'

/** Lets whatever stands within press commands of one incident: one form is open at a time, and what came of it is said below. */
export function Commander({ id, may, children }: { id: string; may: boolean; children: ReactNode }) {
  const t = useWords(texts)
  const queries = useQueryClient()
  const command = useCommand(id)
  const [open, lay] = useState<{ asked: Asked; form: Form | null }>()
  const [told, tell] = useState<{ words: string; isRefused: boolean }>()
  const done = (said: string | null) => {
    lay(undefined)
    tell({ words: said ?? t('done'), isRefused: false })
  }
  const press = async (asked: Asked) => {
    tell(undefined)
    try {
      if (asked.sure) return lay({ asked, form: null })
      const form = await askForm(queries, id, asked)
      if (form) return lay({ asked, form })
      done((await command.mutateAsync({ asked })).said)
    } catch (error) {
      tell({ words: error instanceof Error ? error.message : t('failed'), isRefused: true })
    }
  }
  return (
    <CommanderContext value={may ? (asked) => void press(asked) : undefined}>
      {children}
      <div role="status" className={classes.told} data-refused={told?.isRefused}>
        {told?.words}
      </div>
      {open && <CommandDialog id={id} {...open} onClose={() => lay(undefined)} onDone={done} />}
    </CommanderContext>
  )
}
