/** As much of a Vitest JSON report as tells which tests ran. */
export type Report = {
  testResults: { name: string; assertionResults: { ancestorTitles: string[]; title: string; status: string }[] }[]
}

type Database = 'PGlite' | 'PostgreSQL' | 'neither'

/** How often one story ran on each database. A name that two files use counts twice. */
type Story = { file: string; runs: Map<Database, number> }

/** What became of a story between two reports. `databases` reads as `PGlite, PostgreSQL`. */
export type Change = { name: string; file: string; before: string; after: string }

const databaseAtEnd = /[\s,(]*\bon (PGlite|PostgreSQL)\)?$/

/** A test's full name with its database left out, and that database. Titles that speak of one in the middle keep it. */
export const storyNamed = (titles: readonly string[]): { name: string; database: Database } => {
  let database: Database = 'neither'
  const kept = titles.map((title) =>
    title.replace(databaseAtEnd, (_, found: string) => {
      database = found === 'PGlite' ? 'PGlite' : 'PostgreSQL'
      return ''
    }),
  )
  return { name: kept.filter((title) => title !== '').join(' > '), database }
}

/** The stories that ran, whatever came of them: one that is skipped proves nothing and is left out. */
export const storiesOf = (report: Report): Map<string, Story> => {
  const stories = new Map<string, Story>()
  for (const { name: file, assertionResults } of report.testResults) {
    for (const { ancestorTitles, title, status } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') continue
      const { name, database } = storyNamed([...ancestorTitles, title])
      const story = stories.get(name) ?? { file, runs: new Map<Database, number>() }
      story.runs.set(database, (story.runs.get(database) ?? 0) + 1)
      stories.set(name, story)
    }
  }
  return stories
}

/** So many stories of one name: on each database each runs once. */
const tellings = (story: Story | undefined): number => Math.max(0, ...(story?.runs.values() ?? []))

const databases = (story: Story | undefined): string =>
  [...(story?.runs ?? [])]
    .filter(([database]) => database !== 'neither' || story?.runs.size === 1)
    .map(([database, times]) => (times > 1 ? `${database} ×${times}` : database))
    .sort()
    .join(', ')

/** Which stories went, which came, and which run on other databases than before. */
export const compare = (before: Report, after: Report): { went: Change[]; came: Change[]; moved: Change[] } => {
  const [old, now] = [storiesOf(before), storiesOf(after)]
  const changes = [...new Set([...old.keys(), ...now.keys()])].map((name) => {
    const [was, is] = [old.get(name), now.get(name)]
    const change = { name, file: (was ?? is)?.file ?? '', before: databases(was), after: databases(is) }
    return { change, difference: tellings(is) - tellings(was) }
  })
  const those = (fits: (difference: number, change: Change) => boolean) =>
    changes.filter(({ difference, change }) => fits(difference, change)).map(({ change }) => change)
  return {
    went: those((difference) => difference < 0),
    came: those((difference) => difference > 0),
    moved: those((difference, change) => difference === 0 && change.before !== change.after),
  }
}

/** The names in a list of stories that were expected to go: one a line; lines with # give the reasons. */
export const expectedNames = (text: string): Set<string> =>
  new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
