import { expect, test } from 'vitest'
import { changelogProblems } from './changelog.ts'

const changelog = '# Changelog\n\n## Unreleased\n\nIn short.\n\n### Fixed\n\n- A card.\n\n## 0.3.0\n\n- Learning.\n'

test('changes under a heading are in order, and so are those of old releases', () =>
  expect(changelogProblems(changelog)).toEqual([]))

test('one that stands before the headings is caught with its line', () =>
  expect(changelogProblems(changelog.replace('In short.', '- A button.'))).toEqual([
    'CHANGELOG.md:5: stands under no heading: move it to the one it is for, or drop what a merge brought back',
  ]))
