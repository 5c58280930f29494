/**
 * Draws every sample of one language into the page. The page loads this script twice, with `data-locale` ja and en: the
 * client's stores hold one person and one language each, so each language needs stores of its own.
 */
import '@fontsource-variable/noto-sans-jp'
import '@fontsource/noto-color-emoji/emoji.css'
import '@mantine/core/styles.css'
import '../src/base.css'
import './gallery.css'
import { MantineProvider } from '@mantine/core'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { showWorkspace } from '../src/state/live.ts'
import { actAs } from '../src/state/session.ts'
import { fromState } from '../src/state/workspace.ts'
import { theme } from '../src/theme.ts'
import { Drawn } from './Drawn.tsx'
import type { Picture } from './picture.ts'

const locale = document.currentScript?.dataset.locale === 'en' ? 'en' : 'ja'
// Written into the page by the script that made it.
const picture = JSON.parse(document.getElementById('picture')?.textContent ?? '') as Picture
const workspace = fromState(picture.state, picture.app)
showWorkspace(workspace)
const viewer = [...workspace.users.values()].find(
  (user) => !user.is_bot && !user.deleted && user.locale.startsWith(locale),
)
if (viewer) actAs(viewer.id)

const cells = picture.samples.flatMap((sample) => {
  const cell = document.getElementById(`${sample.name}/${locale}`)
  return cell ? [{ cell, name: sample.name, surface: sample[locale] }] : []
})

// Mantine puts the theme's variables where the root stands, so it stands in the page.
const root = document.body.appendChild(document.createElement('div'))
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    {cells.map(({ cell, name, surface }) =>
      createPortal(<Drawn surface={surface} bot={picture.app.user} />, cell, name),
    )}
  </MantineProvider>,
)
