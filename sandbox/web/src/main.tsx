import '@fontsource-variable/noto-sans-jp'
import '@fontsource/noto-color-emoji/emoji.css'
import '@mantine/core/styles.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { follow } from './state/live.ts'
import { noteVisit } from './state/reads.ts'
import { followHistory } from './state/route.ts'
import { settlePerson } from './state/session.ts'
import { newestTs } from './state/workspace.ts'
import { theme } from './theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its root element')
followHistory()
follow((workspace) => {
  settlePerson(workspace.users, location.search)
  noteVisit(newestTs(workspace))
})
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <App />
  </MantineProvider>,
)
