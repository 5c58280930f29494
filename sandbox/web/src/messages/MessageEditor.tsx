import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Message } from '../../../protocol.ts'
import { isComposing } from '../composer/ime.ts'
import { asTyped } from '../composer/typed.ts'
import { asSent } from '../composer/wire.ts'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { workspaceNow } from '../state/live.ts'

/** A message turned back into a text field; Enter saves, Escape leaves it as it was. */
export function MessageEditor({ message, channel, onDone }: { message: Message; channel: string; onDone(): void }) {
  const words = useWords()
  const [text, setText] = useState(() => asTyped(message.text, workspaceNow()))
  const save = async () => {
    const answer = await act({ do: 'edit', channel, ts: message.ts, text: asSent(text, workspaceNow()) })
    if (answer.ok) onDone()
  }
  return (
    <div>
      <Textarea
        autosize
        maxRows={12}
        value={text}
        aria-label={words.composer.edit}
        autoFocus
        onFocus={(event) => event.currentTarget.setSelectionRange(text.length, text.length)}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Escape') onDone()
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            void save()
          }
        }}
      />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {words.app.cancel}
        </Button>
        <Button size="compact-sm" onClick={() => void save()} disabled={text.trim() === ''}>
          {words.app.save}
        </Button>
      </Group>
    </div>
  )
}
