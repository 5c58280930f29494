import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Locale } from '../../kit/i18n/index.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

// The colours of the dashboard, to which these pages lead.
const style = `
:root{color-scheme:light dark;--ink:light-dark(#1f2a2a,#dfe6e4);--quiet:light-dark(#53605f,#a6b3b1);--paper:light-dark(#fff,#1c2323);--sunk:light-dark(#f3f6f5,#171d1d);--line:light-dark(#d5dedb,#35403f);--accent:light-dark(#14776c,#4fb2a4)}
body{font:16px/1.65 "Segoe UI","Helvetica Neue","Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans CJK JP","Noto Sans JP",system-ui,sans-serif;line-break:strict;word-break:auto-phrase;overflow-wrap:anywhere;background:var(--sunk);color:var(--ink);margin:0;padding:0 1rem 3rem}
.brand{max-width:34rem;margin:clamp(1.5rem,10vh,6rem) auto .75rem;font-weight:700;letter-spacing:.02em;color:var(--accent)}
main{max-width:34rem;box-sizing:border-box;margin:0 auto;padding:clamp(1.25rem,4vw,2rem);background:var(--paper);border:1px solid var(--line);border-radius:.75rem}
main>:last-child{margin-bottom:0}
h1{font-size:1.375rem;line-height:1.4;margin:0 0 .75rem}p,li{color:var(--quiet);margin:0 0 1.25rem}li{margin:0 0 .5rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.5rem 1.5rem;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:1rem 0;margin:0 0 1.5rem}
dt{color:var(--quiet)}dd{margin:0}
section{border-left:4px solid #c92a2a;padding:.25rem 0 .25rem 1rem;margin:0 0 1.5rem}pre{white-space:pre-wrap;font:13px/1.5 ui-monospace,monospace;margin:.5rem 0 0}
form{margin:0 0 1.5rem}label{display:block;font-weight:600;margin:0 0 .25rem}
input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem .75rem;margin:0 0 1rem;border:1px solid var(--quiet);border-radius:.5rem;background:transparent;color:inherit}
a,button{display:inline-block;border:1px solid transparent;font:inherit;cursor:pointer;padding:.5rem 1.125rem;margin:0 .5rem .5rem 0;border-radius:.5rem;background:#14776c;color:#fff;text-decoration:none;font-weight:600}
a.other{background:transparent;border-color:var(--line);color:var(--accent)}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`

/** A page without scripts: a title, and what stands under it. `nonce`: where a content security policy lets only that style in. */
export const sheet = (locale: Locale, title: string, body: Html, nonce = ''): Html => html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style nonce="${nonce}">${style}</style></head>
<body><header class="brand">sssbot</header>
<main>
<h1>${title}</h1>
${body}
</main></body></html>`
