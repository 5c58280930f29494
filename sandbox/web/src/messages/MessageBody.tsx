import { memo, useMemo } from 'react'
import type { Message } from '../../../protocol.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { type BlockHost, BlockHostProvider } from '../blocks/host.ts'
import { askApp } from '../blocks/suggest.ts'
import { act } from '../state/act.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { Attachments } from './Attachments.tsx'
import { Files } from './Files.tsx'

/** What a message says: its blocks, or its text where it has none. */
export const MessageBody = memo(function MessageBody({ message, channel }: { message: Message; channel: string }) {
  const host = useMemo<BlockHost>(() => {
    const where = { channel, ts: message.ts }
    return {
      channel,
      click: async (place, value) => {
        await act({
          do: 'click',
          ...where,
          action_id: place.actionId,
          block_id: place.blockId,
          value: value ?? undefined,
        })
      },
      suggest: (place, query) => askApp({ ...where, action_id: place.actionId, block_id: place.blockId, value: query }),
    }
  }, [channel, message.ts])
  const hasBlocks = message.blocks !== undefined && message.blocks.length > 0
  return (
    <BlockHostProvider value={host}>
      {hasBlocks ? <Blocks blocks={message.blocks} /> : message.text !== '' && <Mrkdwn text={message.text} />}
      {message.attachments && message.attachments.length > 0 && <Attachments raw={message.attachments} />}
      {message.files && <Files files={message.files} />}
    </BlockHostProvider>
  )
})
