/** How long a file is, in lines. */
type Size = { path: string; lines: number }

/** The longest a file may be, in lines; one that tells stories or shows samples; and how long half of the product's files, and nine in ten. */
export const limits = { longest: 300, longestTelling: 400, median: 60, nineInTen: 135 }

/** What nobody reads from top to bottom: generated, and lists in which one looks up a row. */
const isList = /\.generated\.ts$|^scripts\/faults\/list\//

const isTelling = /\.(test|samples)\.tsx?$|^test\//

const longest = (path: string): number => (isTelling.test(path) ? limits.longestTelling : limits.longest)

const isProduct = /^src\/.*(?<!\.(test|samples))\.ts$/

/** The length below which this share of the files stays. */
const quantile = (sizes: readonly Size[], share: number): number =>
  sizes.map(({ lines }) => lines).toSorted((a, b) => a - b)[Math.ceil(sizes.length * share) - 1] ?? 0

/**
 * Files that are too long, as `path: what`. `known` are those that were too long when the rule came, with their length then: they may only
 * become shorter.
 */
export function sizeProblems(sizes: readonly Size[], known: Readonly<Record<string, number>>): string[] {
  const counted = sizes.filter(({ path }) => !isList.test(path))
  const tooLong = counted.filter(({ path, lines }) => lines > (known[path] ?? longest(path)))
  const mended = Object.keys(known).filter(
    (path) => (sizes.find((each) => each.path === path)?.lines ?? 0) <= longest(path),
  )
  const product = counted.filter(({ path }) => isProduct.test(path))
  const shares = [
    { share: 0.5, most: limits.median },
    { share: 0.9, most: limits.nineInTen },
  ]
  return [
    ...tooLong.map(({ path, lines }) => `${path}: has ${lines} lines: split it by what its parts are for`),
    ...mended.map((path) => `${path}: is short enough or gone: take it out of the list in scripts/check/checks.ts`),
    ...shares
      .map(({ share, most }) => ({ share, most, now: quantile(product, share) }))
      .filter(({ most, now }) => now > most)
      .map(
        ({ share, most, now }) =>
          `src: ${share * 100} % of the files should have at most ${most} lines, and have ${now}`,
      ),
  ]
}
