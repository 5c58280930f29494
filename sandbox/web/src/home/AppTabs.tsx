import { SegmentedControl } from '@mantine/core'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { go } from '../state/route.ts'

/** The two faces of the app: the home that it draws, and the direct messages with it. */
export function AppTabs({ value }: { value: 'home' | 'messages' }) {
  const words = useWords()
  const app = useWorkspace((workspace) => workspace.app.user)
  const openMessages = async () => {
    const answer = await act({ do: 'open_dm', user: app })
    if (answer.ok && answer.channel) go({ page: 'channel', channel: answer.channel })
  }
  return (
    <SegmentedControl
      ml="md"
      size="xs"
      aria-label={words.home.tabs}
      value={value}
      onChange={(next) => (next === 'home' ? go({ page: 'home' }) : void openMessages())}
      data={[
        { value: 'home', label: words.home.title },
        { value: 'messages', label: words.home.messages },
      ]}
    />
  )
}
