import type { Picture } from '../../sandbox/web/gallery/picture.ts'

const roomOf = (name: string): string => name.split('/')[0] ?? name

/** The page around the samples: places for each in both languages, and the samples themselves as data. */
export function page(picture: Picture): string {
  const rooms = [...new Set(picture.samples.map(({ name }) => roomOf(name)))]
  const sections = rooms.map((room) => {
    const samples = picture.samples.filter(({ name }) => roomOf(name) === room)
    return `<h2 id="${room}">${room}</h2>${samples.map(({ name }) => sampleRow(name)).join('')}`
  })
  // In a script element only the end of one may not stand.
  const data = JSON.stringify(picture).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="ja" data-mantine-color-scheme="light">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>sssbot gallery</title>
<link rel="stylesheet" href="./gallery.css">
</head>
<body>
<header class="bar">
<h1>sssbot gallery</h1>
<nav>${rooms.map((room) => `<a href="#${room}">${room}</a>`).join('')}</nav>
<div role="group" aria-label="Colours">
<button type="button" data-scheme="light">☀ light</button>
<button type="button" data-scheme="dark">☾ dark</button>
</div>
</header>
<main>${sections.join('')}</main>
<script type="application/json" id="picture">${data}</script>
<script src="./gallery.js" data-locale="ja"></script>
<script src="./gallery.js" data-locale="en"></script>
<script>
const buttons = [...document.querySelectorAll('[data-scheme]')]
const show = (scheme) => {
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
  for (const each of buttons) each.setAttribute('aria-pressed', String(each.dataset.scheme === scheme))
}
for (const each of buttons) each.addEventListener('click', () => show(each.dataset.scheme))
show(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
</script>
</body>
</html>
`
}

const sampleRow = (name: string): string => `<section class="sample">
<h3 id="${name}"><a href="#${name}">${name}</a></h3>
<div class="pair"><div class="cell" lang="ja" id="${name}/ja"></div><div class="cell" lang="en" id="${name}/en"></div></div>
</section>`
