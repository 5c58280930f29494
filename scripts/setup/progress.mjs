const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/**
 * Tells on stderr that a step is under way and how long it took: a spinner on a terminal, two plain lines elsewhere.
 * @template T
 * @param {string} what such as "packages: installing"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const step = async (what, work) => {
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  const spinner = process.stderr.isTTY ? spin(() => `${what} … ${seconds()}`) : undefined
  if (!spinner) console.error(`setup  ${what} …`)
  try {
    const result = await work()
    spinner?.clear()
    console.error(spinner ? `\x1b[32m✓\x1b[0m ${what} (${seconds()})` : `setup  ${what}: done (${seconds()})`)
    return result
  } catch (error) {
    spinner?.clear()
    throw error
  } finally {
    spinner?.stop()
  }
}

/** @param {() => string} text */
const spin = (text) => {
  let frame = 0
  const draw = () => process.stderr.write(`\r\x1b[2K${frames[frame++ % frames.length]} ${text()}`)
  const timer = setInterval(draw, 100)
  draw()
  return { clear: () => process.stderr.write('\r\x1b[2K'), stop: () => clearInterval(timer) }
}
