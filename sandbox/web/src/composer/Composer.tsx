import { ActionIcon } from '@mantine/core'
import IconSend2 from '@tabler/icons-react/dist/esm/icons/IconSend2.mjs'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { EmojiPicker } from '../messages/EmojiPicker.tsx'
import { usePersonId } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { accept, type Suggestion } from './complete.ts'
import styles from './composer.module.css'
import { draftKey, keepDraft, offered, readDraft } from './drafts.ts'
import { isComposing } from './ime.ts'
import { ShortcutMenu } from './ShortcutMenu.tsx'
import { Suggestions } from './Suggestions.tsx'
import { send } from './send.ts'
import { useSuggestions } from './useSuggestions.ts'

type Props = { channel: string; thread?: string; label: string; autoFocus?: boolean }

/** Where one writes. Enter sends, except while an input method is at work or a suggestion is chosen. */
export function Composer({ channel, thread, label, autoFocus = false }: Props) {
  const words = useWords()
  const me = usePersonId()
  const key = draftKey(me, channel, thread)
  const [text, setText] = useState(() => readDraft(key))
  const [caret, setCaret] = useState(text.length)
  const [sending, setSending] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useSuggestions(text, caret, channel)
  const listId = useId()

  const change = (next: string, at: number) => {
    setText(next)
    setCaret(at)
    keepDraft(key, next)
  }

  const changeAndGoOn = (next: string, at: number) => {
    change(next, at)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(at, at)
    })
  }

  const submit = async () => {
    if (text.trim() === '' || sending) return
    const sent = text
    setSending(true)
    change('', 0)
    const answer = await send(sent, channel, thread, words.composer.unknownCommand)
    setSending(false)
    // What could not be sent comes back, unless something new was begun meanwhile.
    if (!answer.ok && field.current?.value === '') change(sent, sent.length)
  }

  const choose = (suggestion: Suggestion) => {
    if (!list.trigger) return
    const next = accept(text, caret, list.trigger, suggestion)
    changeAndGoOn(next.text, next.caret)
  }

  const insert = (piece: string) =>
    changeAndGoOn(text.slice(0, caret) + piece + text.slice(caret), caret + piece.length)

  const offer = useStore(offered, (each) => (each?.channel === channel && !thread ? each : undefined))
  // biome-ignore lint/correctness/useExhaustiveDependencies: an offer is taken once, whatever is drawn anew
  useEffect(() => {
    if (!offer) return
    offered.set(undefined)
    changeAndGoOn(offer.text, offer.text.length)
  }, [offer])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return
    const handled = list.onKey(event.key, choose)
    if (handled) {
      event.preventDefault()
      return
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey) {
      event.preventDefault()
      void submit()
    }
  }

  return (
    <div className={styles.composer}>
      {list.open && (
        <Suggestions
          id={listId}
          items={list.items}
          active={list.active}
          label={words.composer.suggestions}
          onChoose={choose}
        />
      )}
      <textarea
        ref={field}
        className={styles.field}
        rows={1}
        value={text}
        placeholder={label}
        aria-label={label}
        role="combobox"
        aria-expanded={list.open}
        aria-controls={list.open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={list.open ? `${listId}-${list.active}` : undefined}
        // biome-ignore lint/a11y/noAutofocus: a thread is opened to write in it
        autoFocus={autoFocus}
        onChange={(event) => change(event.currentTarget.value, event.currentTarget.selectionStart)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={list.close}
        onKeyDown={onKeyDown}
      />
      <div className={styles.bar}>
        <ShortcutMenu />
        <EmojiPicker label={words.composer.emoji} onPick={(name) => insert(`:${name}: `)} />
        <span className={styles.help}>{words.composer.newline}</span>
        <ActionIcon
          variant={text.trim() ? 'filled' : 'subtle'}
          color={text.trim() ? 'mizu' : 'gray'}
          size={30}
          loading={sending}
          onClick={() => void submit()}
          aria-label={words.composer.send}
        >
          <IconSend2 size={17} />
        </ActionIcon>
      </div>
    </div>
  )
}
