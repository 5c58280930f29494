import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

const RELEASE = '153.0.0'
const unpacked = join(tmpdir(), `sssbot-chromium-${RELEASE}-${process.getuid?.() ?? 0}`)

/**
 * Opens headless Chromium; the caller closes it. On Linux x64 it comes out of the npm package `@sparticuz/chromium` (unpacked
 * once per machine into the temporary folder, 200 MB); elsewhere the installed Google Chrome is used.
 * Throws Playwright's error when no browser can be started.
 */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return playwright.launch({ channel: 'chrome' })
  if (!existsSync(unpacked)) await unpack()
  // Root cannot use Chromium's own sandbox, and a container's /dev/shm is often too small.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none']
  const executablePath = join(unpacked, 'chromium')
  const env = definedOnly(process.env)
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = join(unpacked, 'fonts')
  try {
    return await playwright.launch({ executablePath, args, env })
  } catch (error) {
    if (!String(error).includes('loading shared libraries')) throw error
    // A bare machine lacks NSS; the package brings a set that is used only then.
    env.LD_LIBRARY_PATH = join(unpacked, 'al2023', 'lib')
    return playwright.launch({ executablePath, args, env })
  }
}

/** The package unpacks into the temporary folder in place, so workers side by side would start half a browser: unpack apart, rename. */
async function unpack(): Promise<void> {
  const before = process.env.TMPDIR
  const stage = await mkdtemp(`${unpacked}-`)
  process.env.TMPDIR = stage
  try {
    await chromium.executablePath()
    await inflate(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  // Whoever comes second finds the folder taken, and uses it.
  await rename(stage, unpacked).catch(() => rm(stage, { recursive: true }))
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined))
}
