import { Button, Group } from '@mantine/core'
import { Blocks } from '../src/blocks/Blocks.tsx'
import { MessageRow } from '../src/messages/MessageRow.tsx'
import modal from '../src/modal/modal.module.css'
import { PlainText } from '../src/text/PlainText.tsx'
import type { Surface } from './picture.ts'

/** One sample by the client's own renderer, in the frame that it has in the workspace. */
export function Drawn({ surface, bot }: { surface: Surface; bot: string }) {
  if (surface.type === 'modal') return <Dialog surface={surface} />
  if (surface.type === 'home') return <Blocks blocks={surface.blocks} />
  const message = {
    ts: '1795418100.000100',
    user: bot,
    text: surface.text ?? '',
    blocks: surface.blocks,
    reactions: [],
  }
  return (
    <>
      <MessageRow message={message} channel="C0INCIDENT" />
      <details className="spoken">
        <summary>text</summary>
        {surface.text}
      </details>
    </>
  )
}

function Dialog({ surface }: { surface: Surface }) {
  return (
    <div className="dialog">
      <div className={modal.head}>
        <div className={modal.title}>
          <PlainText text={textOf(surface.title)} />
        </div>
      </div>
      <div className={modal.body}>
        <Blocks blocks={surface.blocks} />
      </div>
      <Group className={modal.foot} justify="flex-end" gap="xs">
        {surface.close !== undefined && (
          <Button variant="default">
            <PlainText text={textOf(surface.close)} />
          </Button>
        )}
        {surface.submit !== undefined && (
          <Button>
            <PlainText text={textOf(surface.submit)} />
          </Button>
        )}
      </Group>
    </div>
  )
}

const textOf = (text: unknown): string =>
  typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : ''
