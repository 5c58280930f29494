import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createGit } from './index.ts'

let folder: string
let outside: string
/** Made by whatever of the folder is run. */
const trap = () => join(outside, 'sprung')
const git = (...args: string[]) =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH } }).trim()
const author = { name: 'sssbot', email: 'sssbot@localhost' }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sssbot-hostile-'))
  outside = mkdtempSync(join(tmpdir(), 'sssbot-outside-'))
  git('init', '--quiet', '--initial-branch=main')
})
afterEach(() => {
  for (const each of [folder, outside]) rmSync(each, { recursive: true, force: true })
})

/** All that a document needs of git, twice, with the file taken away at the end. */
async function takeAllSteps(searchPath = process.env.PATH) {
  const here = createGit(folder, searchPath)
  const done = async <T>(outcome: Promise<{ is: 'done'; value: T } | { is: 'failed'; error: string }>): Promise<T> => {
    const found = await outcome
    if (found.is === 'failed') throw new Error(found.error)
    return found.value
  }
  await done(here.look())
  for (const content of ['one\r\n', 'two', null]) {
    const parent = await done(here.head('bot'))
    const file = { branch: 'bot', parent, path: '文書/a.md', content, message: 'm', author }
    const written = await done(here.write(file))
    if (written === 'moved') throw new Error('moved')
    const blob = await done(here.blob(written.commit, file.path))
    expect(blob === null ? null : await done(here.read(blob))).toBe(content)
  }
}

const script = (place: string) => {
  writeFileSync(place, `#!/bin/sh\ntouch '${trap()}'\nenv > '${trap()}.env'\nexit 1\n`)
  chmodSync(place, 0o755)
  return place
}

/** What can be told to be run in a repository's configuration, and some that runs nothing today. */
const keys = `core.fsmonitor core.sshCommand core.gitProxy core.editor core.pager core.askPass core.alternateRefsCommand
  credential.helper diff.external diff.x.textconv diff.x.command merge.x.driver mergetool.x.cmd difftool.x.cmd gpg.program gpg.ssh.program
  gpg.x509.program gpg.ssh.defaultKeyCommand filter.x.clean filter.x.smudge filter.x.process sequence.editor interactive.diffFilter
  pager.for-each-ref pager.ls-tree pager.config pager.cat-file remote.origin.uploadpack remote.origin.vcs uploadpack.packObjectsHook
  sendemail.sendmailcmd browser.x.cmd man.x.cmd help.browser web.browser trailer.x.cmd trailer.x.command hook.x.command init.templateDir
  core.attributesFile core.excludesFile ssh.variant imap.tunnel commit.template tar.x.command submodule.x.update instaweb.httpd`.split(
  /\s+/,
)

const hooks =
  `applypatch-msg commit-msg fsmonitor-watchman post-checkout post-commit post-index-change post-merge post-rewrite post-update pre-auto-gc
  pre-commit pre-merge-commit pre-push pre-rebase prepare-commit-msg proc-receive push-to-checkout reference-transaction sendemail-validate update`.split(
    /\s+/,
  )

test('nothing of what the folder asks to be run is run', async () => {
  const evil = script(join(folder, 'evil.sh'))
  mkdirSync(join(folder, '.git', 'hooks'), { recursive: true })
  for (const hook of hooks) script(join(folder, '.git', 'hooks', hook))
  writeFileSync(join(folder, '.gitattributes'), '* filter=x diff=x merge=x text eol=crlf\n')
  mkdirSync(join(folder, '.git', 'info'), { recursive: true })
  writeFileSync(join(folder, '.git', 'info', 'attributes'), '* filter=x diff=x merge=x\n')
  const [first] = keys
  const config = [
    ...keys.map((key) => {
      const parts = key.split('.')
      const section = parts.length === 3 ? `[${parts[0]} "${parts[1]}"]` : `[${parts[0]}]`
      return `${section}\n\t${parts.at(-1)} = ${evil}`
    }),
    `[core]\n\thooksPath = ${join(folder, '.git', 'hooks')}\n\tworktree = ${outside}\n\tautocrlf = true`,
    `[include]\n\tpath = ${join(folder, 'more')}`,
    `[includeIf "gitdir:**"]\n\tpath = ${join(folder, 'more')}`,
    `[extensions]\n\tpartialClone = origin\n\tworktreeConfig = true`,
    `[remote "origin"]\n\turl = ext::sh -c ${evil}\n\tpromisor = true\n[protocol "ext"]\n\tallow = always`,
  ].join('\n')
  const aliases = ['for-each-ref', 'ls-tree', 'cat-file', 'read-tree', 'hash-object', 'config', 'update-ref', 'rm']
  writeFileSync(
    join(folder, 'more'),
    `[alias]\n${aliases.map((name) => `\t${name} = !${evil}`).join('\n')}\n[core]\n\tfsmonitor = ${evil}\n`,
  )
  writeFileSync(join(folder, '.git', 'config'), `${readFileSync(join(folder, '.git', 'config'), 'utf8')}${config}\n`)
  writeFileSync(join(folder, '.git', 'config.worktree'), `[core]\n\tfsmonitor = ${evil}\n`)
  expect(first).toBe('core.fsmonitor')
  // The trap works: git itself walks into it.
  try {
    git('status')
  } catch {
    // The trap ends with an error.
  }
  expect(existsSync(trap())).toBe(true)
  rmSync(trap())
  await takeAllSteps()
  // An object that is missing is not fetched either.
  expect(await createGit(folder).read('1'.repeat(40))).toMatchObject({ is: 'failed' })
  expect(existsSync(trap())).toBe(false)
})

test('the command gets five variables, none of them a secret of the bot’s', async () => {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const bin = join(outside, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'git'), `#!/bin/sh\n/usr/bin/env >> '${trap()}'\nexec '${real}' "$@"\n`)
  chmodSync(join(bin, 'git'), 0o755)
  process.env.SSSBOT_TEST_SECRET = 'hunter2'
  try {
    await takeAllSteps([bin, process.env.PATH].join(delimiter))
  } finally {
    delete process.env.SSSBOT_TEST_SECRET
  }
  const names = new Set(readFileSync(trap(), 'utf8').match(/^\w+(?==)/gm))
  // A shell makes two of its own.
  for (const own of ['PWD', '_', 'SHLVL', 'OLDPWD']) names.delete(own)
  expect([...names].toSorted()).toEqual([
    'GIT_CONFIG_GLOBAL',
    'GIT_CONFIG_NOSYSTEM',
    'GIT_OBJECT_DIRECTORY',
    'LC_ALL',
    'PATH',
  ])
  expect(readFileSync(trap(), 'utf8')).not.toContain('hunter2')
})

test('names that git would take for something else are refused, and nothing lies outside the tree', async () => {
  const here = createGit(folder)
  const file = { branch: 'bot', parent: null, path: 'a.md', content: 'x', message: 'm', author }
  for (const branch of [
    '-D',
    '--help',
    'a..b',
    'a@{1}',
    'a.lock',
    'a b',
    'a~1',
    'a:b',
    '.a',
    'a/',
    'a//b',
    'a/.b',
    'a\u0000',
    '*',
    '',
  ])
    expect(await here.write({ ...file, branch }), branch).toMatchObject({ is: 'failed' })
  for (const path of ['../a', '/a', '.git/config', 'a/../../b', '.GIT/hooks/update', 'a\u0000b', ''])
    expect(await here.write({ ...file, path }), path).toMatchObject({ is: 'failed' })
  for (const name of ['--batch', 'main', 'HEAD', ''])
    expect(await here.read(name), name).toMatchObject({ is: 'failed' })
  expect(await here.write({ ...file, path: '-rf', message: '--amend' })).toMatchObject({ is: 'done' })
  expect(git('show', 'bot:./-rf')).toBe('x')
})

test('a worktree, a bare repository and packed branches are the same repository', async () => {
  await takeAllSteps()
  git('pack-refs', '--all')
  const head = await createGit(folder).head('bot')
  expect(head).toEqual({ is: 'done', value: git('rev-parse', 'bot') })
  git('worktree', 'add', '--quiet', join(outside, 'tree'), '-b', 'beside', 'bot')
  const seen = { is: 'done', value: { checkedOut: ['main', 'beside'] } }
  expect(await createGit(folder).look()).toEqual(seen)
  expect(await createGit(join(outside, 'tree')).look()).toEqual(seen)
  git('clone', '--quiet', '--bare', folder, join(outside, 'bare'))
  expect(await createGit(join(outside, 'bare')).look()).toEqual({ is: 'done', value: { checkedOut: [] } })
  expect(await createGit(join(outside, 'bare')).head('bot')).toEqual(head)
  symlinkSync(folder, join(outside, 'link'))
  expect(await createGit(join(outside, 'link')).head('bot')).toEqual(head)
})
