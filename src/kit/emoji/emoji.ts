import { names } from './names.generated.ts'

const standard = new Map(
  names
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1)]
    }),
)

/** A name as Slack writes it; beside a letter or a digit it is a time or a path. */
const written = /(?<![a-z0-9]):([a-z0-9_+'&.-]+):(?![a-z0-9])/g

/**
 * Slack's `:tada:` as the emoji itself, for readers outside of Slack. Names of a company's own emoji stay, since nobody else has
 * them; colours of skin are left out.
 */
export const withEmoji = (text: string): string =>
  text.replaceAll(/:skin-tone-[2-6]:/g, '').replaceAll(written, (whole, name: string) => standard.get(name) ?? whole)
