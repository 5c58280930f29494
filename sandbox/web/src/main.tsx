import '@fontsource-variable/noto-sans-jp'
import '@fontsource/noto-color-emoji/emoji.css'
import '@mantine/core/styles.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { callIn } from './notices/call.ts'
import { tellCall } from './notices/notices.ts'
import { follow } from './state/live.ts'
import { noteVisit } from './state/reads.ts'
import { followHistory, routeNow } from './state/route.ts'
import { personNow, settlePerson } from './state/session.ts'
import { newestTs } from './state/workspace.ts'
import { theme } from './theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its root element')
followHistory()
follow(
  (workspace) => {
    settlePerson(workspace.users, location.search)
    noteVisit(newestTs(workspace))
  },
  (before, change) => {
    const me = personNow()
    const call = me ? callIn(before, change, me) : undefined
    if (call && call.channel !== routeNow().channel) tellCall(call)
  },
)
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <App />
  </MantineProvider>,
)
