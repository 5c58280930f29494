import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ending-table.module.css'

/** A column: its heading, and what stands in it of one row. */
export type Column<Row> = { title: string; cell(row: Row): ReactNode }

type Props<Row> = {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  /** What a row's button is called, to a screen reader of which row it is, and what it does. */
  end: { label: string; of(row: Row): string; press(row: Row): void }
}

/** What somebody has and can end, a row each; on narrow screens each is a block of its own. */
export function EndingTable<Row extends { id: string }>({ rows, columns, end }: Props<Row>) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{end.label}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ title, cell }) => (
              <td key={title} data-name={title}>
                {cell(row)}
              </td>
            ))}
            <td>
              <Button variant="default" size="xs" aria-label={end.of(row)} onClick={() => end.press(row)}>
                {end.label}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
