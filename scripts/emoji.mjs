// Writes Slack's names of the standard emoji again, from the table that slack-blocks-to-jsx holds and does not export. Run it when
// that package has learnt new ones.
import { readFile, writeFile } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'

const whole = await readFile(new URL('../node_modules/slack-blocks-to-jsx/dist/index.mjs', import.meta.url), 'utf8')
const within = whole.indexOf('thinking_face:"')
const begin = whole.lastIndexOf('{', whole.lastIndexOf('={', within) + 1)
/** @type {Record<string, string>} */
const table = runInNewContext(`(${whole.slice(begin, endOf(begin))})`)
const names = Object.keys(table).filter(
  (name) => /^[a-z0-9_+'&.-]+$/.test(name) && /\P{ASCII}/u.test(table[name] ?? ''),
)
const lines = names.toSorted().map((name) => `${name} ${table[name]}`)
const head =
  '// Slack’s names of the standard emoji, made by scripts/emoji.mjs: do not edit.\n/** One a line: its name, and the emoji. */\n'
await writeFile(
  new URL('../src/kit/emoji/names.generated.ts', import.meta.url),
  `${head}export const names = \`\n${lines.join('\n')}\n\`\n`,
)
console.log(`${lines.length} names`)

/** Where the object that begins at `from` ends; no brace stands in its texts. @param {number} from */
function endOf(from) {
  let depth = 0
  for (let at = from; at < whole.length; at++) {
    if (whole[at] === '{' && whole.slice(at - 2, at) !== '\\u') depth++
    if (whole[at] === '}' && !/\\u\{[0-9A-F]+$/i.test(whole.slice(Math.max(at - 10, from), at)) && --depth === 0)
      return at + 1
  }
  throw new Error('The table has no end')
}
