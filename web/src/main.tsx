import '@mantine/core/styles.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { look, Refused } from './kit/api/look.ts'
import { follow } from './kit/live/follow.ts'
import { isLive } from './kit/live/live.ts'
import { settleZone } from './kit/time/zone.ts'
import { settleLocale } from './kit/words/locale.ts'
import { createPages } from './router.tsx'
import { theme } from './theme.ts'
import { Away } from './ui/Away.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its root element')

/** After an update of the bot an old page's files are gone: the page is loaded anew, once. */
window.addEventListener('vite:preloadError', () => {
  const key = 'sssbot-reloaded'
  if (sessionStorage.getItem(key) === document.baseURI) return
  sessionStorage.setItem(key, document.baseURI)
  location.reload()
})

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
/** A refusal stays one, however often it is asked for; a server that is busy or away is asked twice more. */
const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof Refused && error.problem.status < 500 && error.problem.status !== 429)

// What is on the screen is read again when the stream says so, and now and then for what only the clock changes; without it, once a minute.
const againMs = () => (isLive() ? 600_000 : 60_000)
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 20_000, refetchInterval: againMs, retry: isWorthAnotherTry } },
})
/** Asks until the bot answers: whoever opens a page while it restarts reads why they wait. */
async function whoLooks() {
  for (;;) {
    const me = await queries.ensureQueryData(look('/me')).catch(() => undefined)
    if (me) return me
    page.render(<Away />)
    await new Promise((resolve) => window.setTimeout(resolve, 5_000))
  }
}

const page = createRoot(root)
const catalog = queries.ensureQueryData(look('/catalog')).catch(() => undefined)
const me = await whoLooks()
settleLocale(me.locale)
settleZone(me.timezone)
follow(queries)
const pages = createPages(queries)
// React holds back for 300 ms what follows a placeholder, so nothing is drawn until a whole page can be.
// Whoever waits for longer than that sees at least what is there, and that the rest is on its way.
const longestBlankMs = 800
await Promise.race([
  Promise.all([catalog, pages.load().catch(() => undefined)]),
  new Promise((resolve) => window.setTimeout(resolve, longestBlankMs)),
])
page.render(
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <QueryClientProvider client={queries}>
      <RouterProvider router={pages} />
    </QueryClientProvider>
  </MantineProvider>,
)
// Half of all the rules: a browser draws nothing before those of the page are there, so that these come after them.
void import('./fonts/index.ts')
