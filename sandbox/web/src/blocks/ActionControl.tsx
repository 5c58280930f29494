import { ActionIcon, Button, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { workspaceNow } from '../state/live.ts'
import { go, placeOfPermalink } from '../state/route.ts'
import { inOrder } from '../text/inOrder.ts'
import { PlainText } from '../text/PlainText.tsx'
import { FieldControl } from './FieldControl.tsx'
import { type InputValue, useBlockHost } from './host.ts'
import { initialValue } from './initial.ts'
import type { ActionElement, Button as ButtonElement, InputElement, Overflow } from './types.ts'
import { useClick } from './useClick.ts'

/** An element that tells the app at once when it is used: in an actions block or beside a section. */
export function ActionControl({ blockId, element }: { blockId: string | undefined; element: ActionElement }) {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <BlockButton blockId={blockId} element={element} />
    case 'overflow':
      return <OverflowMenu blockId={blockId} element={element} />
    default:
      return <Immediate blockId={blockId} element={element} />
  }
}

function BlockButton({ blockId, element }: { blockId: string | undefined; element: ButtonElement }) {
  const { busy, click } = useClick(blockId, element)
  const look =
    element.style === 'primary'
      ? { variant: 'filled', color: 'mizu' }
      : element.style === 'danger'
        ? { variant: 'outline', color: 'red' }
        : { variant: 'default' }
  const press = async () => {
    const sent = await click(element.value)
    if (sent && element.url) follow(element.url)
  }
  return (
    <Button
      size="compact-sm"
      h={30}
      px="sm"
      {...look}
      loading={busy}
      data-action-id={element.action_id}
      aria-label={element.accessibility_label}
      onClick={() => void press()}
    >
      <PlainText text={element.text.text} />
    </Button>
  )
}

function OverflowMenu({ blockId, element }: { blockId: string | undefined; element: Overflow }) {
  const words = useWords()
  const { busy, click } = useClick(blockId, element)
  const choose = async (value: string, url: string | undefined) => {
    const sent = await click(value)
    if (sent && url) follow(url)
  }
  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={30}
          loading={busy}
          data-action-id={element.action_id}
          aria-label={words.block.more}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {inOrder(element.options).map(([key, option]) => (
          <Menu.Item key={key} onClick={() => void choose(option.value, option.url)}>
            <PlainText text={option.text.text} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Goes to a place of this workspace, or opens a page of the web apart. */
function follow(url: string): void {
  const place = placeOfPermalink(url, workspaceNow().team.domain)
  if (place) go(place)
  else if (/^https?:/i.test(url)) open(url, '_blank', 'noopener')
}

function Immediate({ blockId, element }: { blockId: string | undefined; element: InputElement }) {
  const host = useBlockHost()
  const { busy, click } = useClick(blockId, element)
  const [local, setLocal] = useState<InputValue | undefined>(undefined)
  const place = { blockId, actionId: element.action_id }
  const value = local ?? host.form?.held(place) ?? initialValue(element, host.channel)
  const change = async (next: InputValue) => {
    setLocal(next)
    if (!(await click(next))) setLocal(value)
  }
  return (
    <FieldControl
      place={place}
      element={element}
      value={value}
      busy={busy}
      onChange={(next) => void change(next)}
      compact
    />
  )
}
