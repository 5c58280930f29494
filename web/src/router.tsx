import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { basePath } from './kit/api/address.ts'
import { look } from './kit/api/look.ts'
import { IncidentPage } from './rooms/incident/IncidentPage.tsx'
import { IncidentsPage } from './rooms/incidents/IncidentsPage.tsx'
import { lookFor, readSearch } from './rooms/incidents/search.ts'
import { NowPage } from './rooms/now/NowPage.tsx'
import { WallPage } from './rooms/now/WallPage.tsx'
import { readAsked } from './rooms/search/asked.ts'
import { SearchPage } from './rooms/search/SearchPage.tsx'
import { SessionsPage } from './rooms/sessions/SessionsPage.tsx'
import { Broken } from './ui/Broken.tsx'
import { Lost } from './ui/Lost.tsx'
import { Shell } from './ui/Shell.tsx'
import { Waiting } from './ui/Waiting.tsx'

/** What few open, or seldom: each brings its own script. */
const TokensPage = lazyRouteComponent(() => import('./rooms/tokens/TokensPage.tsx'))
const SettingsPage = lazyRouteComponent(() => import('./rooms/settings/SettingsPage.tsx'))
const ReferencePage = lazyRouteComponent(() => import('./rooms/reference/ReferencePage.tsx'))
const LedgerPage = lazyRouteComponent(() => import('./rooms/ledger/LedgerPage.tsx'))
const GalleryPage = lazyRouteComponent(() => import('./rooms/gallery/GalleryPage.tsx'))
const HistoryPage = lazyRouteComponent(() => import('./rooms/history/HistoryPage.tsx'))

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ notFoundComponent: Lost })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

/** What a page needs is asked for before it is drawn. */
const pages = [
  createRoute({
    getParentRoute: () => shell,
    path: '/',
    component: NowPage,
    loader: ({ context }) => {
      void context.queries.prefetchQuery(look('/board'))
      void context.queries.prefetchQuery(look('/waiting'))
    },
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/incidents',
    component: IncidentsPage,
    validateSearch: readSearch,
    loaderDeps: ({ search }) => search,
    loader: ({ context, deps }) => void context.queries.prefetchQuery(lookFor(deps)),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/incidents/$id',
    component: IncidentPage,
    loader: ({ context, params }) =>
      void context.queries.prefetchQuery(look('/incidents/{id}/detail', { path: { id: params.id } })),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/incidents/$id/history',
    component: HistoryPage,
    validateSearch: ({ cursor }): { cursor?: string } => (cursor ? { cursor: String(cursor) } : {}),
  }),
  createRoute({ getParentRoute: () => shell, path: '/search', component: SearchPage, validateSearch: readAsked }),
  createRoute({ getParentRoute: () => shell, path: '/sessions', component: SessionsPage }),
  createRoute({ getParentRoute: () => shell, path: '/tokens', component: TokensPage }),
  createRoute({ getParentRoute: () => shell, path: '/settings', component: SettingsPage }),
  createRoute({
    getParentRoute: () => shell,
    path: '/ledger',
    component: LedgerPage,
    validateSearch: ({ cursor }): { cursor?: string } => (cursor ? { cursor: String(cursor) } : {}),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/gallery',
    component: GalleryPage,
    validateSearch: ({ part }): { part?: string } => (part ? { part: String(part) } : {}),
  }),
  createRoute({ getParentRoute: () => shell, path: '/docs/api', component: ReferencePage }),
]
const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  component: WallPage,
  loader: ({ context }) => void context.queries.prefetchQuery(look('/board')),
})

/** Search parameters as they are typed: the router’s own would be JSON. */
const parsed = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))
const written = (search: Record<string, unknown>): string => {
  const given = Object.entries(search).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  )
  const text = new URLSearchParams(given).toString()
  return text && `?${text}`
}

export const createPages = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([shell.addChildren(pages), wall]),
    basepath: basePath(),
    context: { queries },
    parseSearch: parsed,
    stringifySearch: written,
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
    defaultPendingComponent: Waiting,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>
  }
}
