import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Locale } from '../../kit/i18n/index.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

const style = `
:root{color-scheme:light dark;--line:light-dark(#dde1e6,#373c44);--quiet:light-dark(#5b6470,#9aa4b1)}
body{font:16px/1.6 system-ui,"Noto Sans JP","Hiragino Sans",sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem}
h1{font-size:1.5rem;margin:0 0 .5rem}p,li{color:var(--quiet);margin:0 0 1.5rem}li{margin:0 0 .5rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.5rem 1.5rem;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:1rem 0;margin:0 0 1.5rem}
dt{color:var(--quiet)}dd{margin:0}
section{border-left:4px solid #c92a2a;padding:.25rem 0 .25rem 1rem;margin:0 0 1.5rem}pre{white-space:pre-wrap;font:13px/1.5 ui-monospace,monospace;margin:.5rem 0 0}
code{overflow-wrap:anywhere}form{margin:0 0 1.5rem}label{display:block;font-weight:600;margin:0 0 .25rem}
input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem .75rem;margin:0 0 1rem;border:1px solid var(--quiet);border-radius:.5rem;background:transparent;color:inherit}
a,button{display:inline-block;border:0;font:inherit;cursor:pointer;padding:.5rem 1rem;border-radius:.5rem;background:#2f6fde;color:#fff;text-decoration:none;font-weight:600}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid light-dark(#12305f,#a9c6ff);outline-offset:2px}`

/** A page without scripts: a title, and what stands under it. `nonce`: where a content security policy lets only that style in. */
export const sheet = (locale: Locale, title: string, body: Html, nonce = ''): Html => html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style nonce="${nonce}">${style}</style></head>
<body><main>
<h1>${title}</h1>
${body}
</main></body></html>`
