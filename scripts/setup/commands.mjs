import { botRun } from './bot.mjs'

/**
 * Every command that people type, what it does, and what must be set up before it runs.
 * @typedef {{
 *   name: string, types: string, ja: string, en: string,
 *   packages: 'runtime' | 'all', web: boolean, real?: boolean, files?: boolean | string, run: string[]
 * }} Command
 * `packages`: with or without the development dependencies. `web`: whether it serves built pages. `real`: whether it is
 * the product at work, which reads .env. `files`: its arguments are files, relative to where the person stands; or the option whose value is one.
 * `run`: arguments for Node 24, relative to the project.
 */

/** @type {Command[]} */
export const commands = [
  {
    name: 'start',
    types: 'npm start',
    ja: 'ボットとサンドボックスを起動する (Slack の資格情報があればボットだけ)',
    en: 'run the bot and its sandbox (with Slack credentials set: the bot alone)',
    packages: 'runtime',
    web: true,
    real: true,
    run: ['scripts/start/main.ts'],
  },
  {
    name: 'dev',
    types: 'npm run dev',
    ja: '同じものを、変更のたびに読み直しながら動かす',
    en: 'the same, reloading bot, sandbox and pages on every change',
    packages: 'all',
    web: true,
    real: true,
    run: ['scripts/start/main.ts', '--watch'],
  },
  {
    name: 'check',
    types: 'npm run check',
    ja: '1分ほどの検査: 整形・型・依存の向き・不要コード・文書のパス',
    en: 'the fast checks: format, types, floors and rooms, dead code, paths in documents',
    packages: 'all',
    web: false,
    run: ['scripts/check/main.ts'],
  },
  {
    name: 'test',
    types: 'npm test',
    ja: 'すべてのテスト (PGlite と実物の PostgreSQL)。一部だけ: npm test -- <path>。ほかに --slow --shuffle [seed] --load [times]',
    en: 'all tests, on PGlite and a real PostgreSQL; some: npm test -- <path>; also --slow, --shuffle [seed], --load [times]',
    packages: 'all',
    web: true,
    run: ['scripts/test/main.ts'],
  },
  {
    name: 'ci',
    types: 'npm run ci',
    ja: 'check と test (失敗は一度だけ再試行) に、長い障害試験を加えた全部',
    en: 'everything: check, test (with one second try) and the long fault runs',
    packages: 'all',
    web: true,
    run: ['scripts/ci/main.ts'],
  },
  {
    name: 'seeded',
    types: 'npm run seeded',
    ja: 'わざと入れた一行の誤りを、テストが見つけるか確かめる',
    en: 'make one-line faults on purpose and see that a test catches each',
    packages: 'all',
    web: true,
    run: ['scripts/faults/main.ts'],
  },
  {
    name: 'gallery',
    types: 'npm run gallery',
    ja: 'Slack に出る文面すべての一覧ページを作る',
    en: 'make the page that shows every message and form',
    packages: 'all',
    web: true,
    run: ['scripts/gallery.ts'],
  },
  {
    name: 'bot',
    types: 'npm run bot',
    ja: 'ボットだけを起動する',
    en: 'run the bot alone',
    packages: 'runtime',
    web: true,
    real: true,
    run: botRun,
  },
  {
    name: 'sandbox',
    types: 'npm run sandbox',
    ja: 'サンドボックスだけを起動する。別のアプリを試す: npm run sandbox -- --manifest <file>',
    en: 'run the sandbox alone; for another app: npm run sandbox -- --manifest <file>',
    packages: 'runtime',
    web: true,
    real: true,
    run: ['sandbox/main.ts'],
  },
  {
    name: 'bench',
    types: 'npm run bench',
    ja: '計測する',
    en: 'measure',
    packages: 'all',
    web: false,
    run: ['bench/main.ts'],
  },
  {
    name: 'seed',
    types: 'npm run seed',
    ja: '三年分の作り物のインシデントでデータベースを満たす (ボットを止めて実行)。--incidents --messages --seed --beside',
    en: 'fill the database with three years of made-up incidents, while the bot rests; --incidents, --messages, --seed, --beside',
    packages: 'runtime',
    web: false,
    real: true,
    run: ['scripts/seed/main.ts'],
  },
  {
    name: 'eval',
    types: 'npm run eval',
    ja: '要約と下書きを、事実のわかっている事例で採点する。-- --cases <フォルダー> で自社の事例も',
    en: 'score summaries and drafts on incidents whose facts are known; your own: -- --cases <folder>',
    packages: 'all',
    web: false,
    files: '--cases',
    run: ['eval/main.ts'],
  },
  {
    name: 'doctor',
    types: 'npm run doctor',
    ja: '設定・トークン・権限・データベースを調べ、直すことを一つずつ伝える。ほかに --try --json --lang ja|en',
    en: 'look at settings, tokens, rights and database, and say what to do; also --try, --json, --lang ja|en',
    packages: 'runtime',
    web: false,
    real: true,
    run: ['scripts/doctor/main.ts'],
  },
  {
    name: 'export',
    types: 'npm run export -- <file>',
    ja: 'すべてのデータを書き出す (バックアップ・引っ越し)',
    en: 'write all data to a file (backup, move)',
    packages: 'runtime',
    web: false,
    real: true,
    files: true,
    run: ['scripts/db/export.ts'],
  },
  {
    name: 'import',
    types: 'npm run import -- <file>',
    ja: '空のデータベースに読み込む',
    en: 'read such a file into an empty database',
    packages: 'runtime',
    web: false,
    real: true,
    files: true,
    run: ['scripts/db/import.ts'],
  },
]

/** @param {string} name @returns {Command | undefined} */
export const commandNamed = (name) => commands.find((command) => command.name === name)

/** The table that `npm run help` prints. @param {boolean} colour */
export const helpText = (colour) => {
  const bold = (/** @type {string} */ text) => (colour ? `\x1b[1m${text}\x1b[0m` : text)
  const width = Math.max(...commands.map((command) => command.types.length))
  const lines = commands.map(
    ({ types, en, ja }) => `  ${bold(types.padEnd(width))}  ${en}\n  ${' '.repeat(width)}  ${ja}`,
  )
  return ['sssbot', '', ...lines].join('\n')
}
