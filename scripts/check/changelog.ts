/**
 * Lines of the unreleased changes that stand under none of their headings, as `CHANGELOG.md:line: what`: whoever upgrades reads by heading, and
 * merged branches bring whole lists back.
 */
export function changelogProblems(text: string): string[] {
  let section = ''
  let heading = ''
  return text.split('\n').flatMap((line, index) => {
    if (line.startsWith('## ')) [section, heading] = [line, '']
    if (line.startsWith('### ')) heading = line
    const isLost = section === '## Unreleased' && heading === '' && line.startsWith('- ')
    return isLost
      ? [
          `CHANGELOG.md:${index + 1}: stands under no heading: move it to the one it is for, or drop what a merge brought back`,
        ]
      : []
  })
}
