/** A cell such as `@slack/bolt, web-api`, taken apart: a name after another of a scope stands in that scope. */
function namesIn(cell: string): string[] {
  let scope = ''
  return cell
    .split(',')
    .map((part) => {
      const name = part.trim().replace(/ and its kin$/, '')
      if (name.startsWith('@')) scope = name.slice(0, name.indexOf('/') + 1)
      return name
    })
    .flatMap((name) => (name.startsWith('@') || !scope ? [name] : [name, scope + name]))
}

/** Whether a name of the table, which may end in `*`, is that of a package. */
const means = (name: string, dependency: string): boolean =>
  name.endsWith('*') ? dependency.startsWith(name.slice(0, -1)) : name === dependency

/**
 * Dependencies of package.json for which the table of `docs/decisions/0007-dependencies.md` gives no reason, and rows of packages that are
 * gone. Types (`@types/*`) need none: they follow their package; nor do the builds of Node for other machines.
 */
export function reasonProblems(dependencies: readonly string[], table: string): string[] {
  const cells = [...table.matchAll(/^\| ([^|]+?) +\| /gm)].flatMap(([, cell = '']) =>
    cell === 'package' ? [] : [cell],
  )
  const rows = cells.map((cell) => ({ cell, names: namesIn(cell) }))
  const needed = dependencies.filter((each) => !/^@types\/|^node-/.test(each))
  return [
    ...needed
      .filter((each) => !rows.some(({ names }) => names.some((name) => means(name, each))))
      .map((each) => `${each}: has no reason in docs/decisions/0007-dependencies.md`),
    ...rows
      .filter(({ names }) => !names.some((name) => dependencies.some((each) => means(name, each))))
      .map(({ cell }) => `docs/decisions/0007-dependencies.md: ${cell} is in package.json no longer`),
  ]
}
