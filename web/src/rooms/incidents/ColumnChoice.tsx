import { Checkbox } from '@mantine/core'
import { useWords } from '../../kit/words/words.ts'
import { type Column, columnNames, columnsIn, columnsSaid, type Search } from './search.ts'
import classes from './table.module.css'
import { texts } from './texts.ts'

/** Which columns the table has: it stands in the address, too. */
export function ColumnChoice({ search, onChange }: { search: Search; onChange(changed: Search): void }) {
  const t = useWords(texts)
  const chosen = columnsIn(search)
  const choose = (name: Column, isChosen: boolean) => {
    const others = columnNames.filter((each) => (each === name ? isChosen : chosen.has(each)))
    onChange({ columns: columnsSaid(new Set(others)) })
  }
  return (
    <details className={classes.aside}>
      <summary>{t('columns')}</summary>
      <fieldset>
        <legend className="visually-hidden">{t('columns')}</legend>
        {columnNames.map((name) => (
          <Checkbox
            key={name}
            label={t(name)}
            checked={chosen.has(name)}
            onChange={({ currentTarget }) => choose(name, currentTarget.checked)}
          />
        ))}
      </fieldset>
    </details>
  )
}
