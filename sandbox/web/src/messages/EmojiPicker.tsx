import { ActionIcon, Popover, TextInput, UnstyledButton } from '@mantine/core'
import IconMoodSmile from '@tabler/icons-react/dist/esm/icons/IconMoodSmile.mjs'
import { type KeyboardEvent, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { findEmoji } from '../text/emoji.ts'
import styles from './emoji-picker.module.css'

const COLUMNS = 8
const SHOWN = 120

type Props = {
  label: string
  className?: string | undefined
  onPick(name: string): void
  onOpenChange?: (open: boolean) => void
}

/** A button that opens a small sheet of emoji; arrows walk it, typing searches it. */
export function EmojiPicker({ label, className, onPick, onOpenChange }: Props) {
  const [opened, setOpened] = useState(false)
  const change = (open: boolean) => {
    setOpened(open)
    onOpenChange?.(open)
  }
  return (
    <Popover opened={opened} onChange={change} trapFocus returnFocus withinPortal shadow="md" position="bottom-end">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={label}
          title={label}
          className={className}
          onClick={() => change(!opened)}
        >
          <IconMoodSmile size={17} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Sheet
          onPick={(name) => {
            change(false)
            onPick(name)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function Sheet({ onPick }: { onPick(name: string): void }) {
  const words = useWords()
  const [query, setQuery] = useState('')
  const found = findEmoji(query, SHOWN)
  const first = found[0]
  return (
    <div className={styles.sheet}>
      <TextInput
        size="xs"
        placeholder={words.emoji.search}
        aria-label={words.emoji.search}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first && !event.nativeEvent.isComposing) onPick(first.name)
        }}
        data-autofocus
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move among the buttons inside, which do the work */}
      <div className={styles.emojiGrid} onKeyDown={walk}>
        {found.map(({ name, char }) => (
          <UnstyledButton
            key={name}
            className={styles.emojiCell}
            aria-label={name}
            title={`:${name}:`}
            onClick={() => onPick(name)}
          >
            {char}
          </UnstyledButton>
        ))}
        {found.length === 0 && <span className={styles.none}>{words.emoji.none}</span>}
      </div>
    </div>
  )
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS }

function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = STEPS[event.key]
  if (!step) return
  const cells = [...event.currentTarget.querySelectorAll('button')]
  const next = cells[cells.findIndex((cell) => cell.matches(':focus')) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
