import type { Person } from '../workspace/types.ts'

/** Text as it stands in a page. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const style = `
:root{color-scheme:light dark;--line:light-dark(#dde1e6,#373c44);--quiet:light-dark(#5b6470,#9aa4b1)}
body{font:16px/1.5 system-ui,"Noto Sans JP","Hiragino Sans",sans-serif;max-width:34rem;margin:8vh auto;padding:0 1.25rem}
h1{font-size:1.375rem;margin:0}p{color:var(--quiet);margin:.25rem 0 1.25rem}ul{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
li{border-bottom:1px solid var(--line)}a{display:flex;gap:.75rem;align-items:baseline;padding:.625rem .25rem;color:inherit;text-decoration:none}
a:hover{background:light-dark(#f1f3f5,#25292f)}a:focus-visible{outline:3px solid light-dark(#12305f,#a9c6ff)}small{color:var(--quiet)}`

const page = (title: string, body: string): string => `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main>${body}</main></body></html>`

/** Whose browser it is: one click, and the app knows. */
export function choicePage(people: readonly Person[], url: URL, app: string): string {
  const rows = people.map((person) => {
    const to = new URL(url)
    to.searchParams.set('sandbox_as', person.name)
    const title = [`@${person.name}`, person.title].filter(Boolean).join(' · ')
    return `<li><a href="${escaped(`${to.pathname}${to.search}`)}"><strong>${escaped(person.real_name)}</strong><small>${escaped(title)}</small></a></li>`
  })
  return page(
    'Slack sandbox',
    `<h1>誰としてサインインしますか / Sign in as</h1><p>${escaped(app)} · Slack sandbox</p><ul>${rows.join('')}</ul>`,
  )
}

/** The app asked for something that Slack refuses, in Slack's word. */
export const refusedPage = (error: string): string =>
  page('Slack sandbox', `<h1>サインインできません / Cannot sign in</h1><p>${escaped(error)}</p>`)
