/**
 * Rows that are made when somebody looks at them, so that fifty thousand cost nothing. `at` answers an equal row each time;
 * a row's id and its name both tell its place.
 */
export type Crowd<Row> = {
  count: number
  at(place: number): Row
  /** The place of the row with this id or name; undefined where there is none. */
  placeOf(idOrName: string): number | undefined
}

/** A list that makes its rows where it is looked at. */
export type Listed<Row> = { length: number; slice(start: number, end: number): readonly Row[] }

/** Rows by id: those that are kept (written down, photographed), and a crowd behind them. */
export class Roll<Row extends { id: string }> {
  /** Every row that ever differed from the crowd; in the order in which they came. */
  readonly kept = new Map<string, Row>()
  #crowd: Crowd<Row> | undefined
  /** Rows of the crowd that somebody holds: whoever looks again gets the same. */
  readonly #looked = new Map<string, Row>()

  get crowd(): Crowd<Row> | undefined {
    return this.#crowd
  }

  /** Puts another crowd behind the rows that are kept; undefined for none. */
  gather(crowd: Crowd<Row> | undefined): void {
    this.#crowd = crowd
    this.#looked.clear()
  }

  get(id: string): Row | undefined {
    const row = this.kept.get(id) ?? this.#looked.get(id) ?? this.#look(id)
    return row?.id === id ? row : undefined
  }

  /** The row of the crowd that was made with this name; it may have another by now. */
  madeAs(name: string): Row | undefined {
    return this.#look(name)
  }

  set(id: string, row: Row): void {
    this.kept.set(id, row)
  }

  /** A row is not as the crowd has it any more. True where it was not kept before. */
  keep(row: Row): boolean {
    const isNew = !this.kept.has(row.id)
    if (isNew) this.kept.set(row.id, row)
    this.#looked.delete(row.id)
    return isNew
  }

  isOfCrowd(id: string): boolean {
    return this.#crowd?.placeOf(id) !== undefined
  }

  /** Every row, the crowd first; a row of the crowd that is changed must be kept. */
  *values(): Generator<Row> {
    for (let place = 0; place < (this.#crowd?.count ?? 0); place++) yield this.#at(place)
    for (const row of this.kept.values()) if (!this.isOfCrowd(row.id)) yield row
  }

  /**
   * The crowd, then those kept rows that `fits` lets through: new rows come at the end, so that a place in it stays where it
   * is. The named rows come last, as they may in any real list.
   */
  listed(fits: (row: Row) => boolean = () => true): Listed<Row> {
    const count = this.#crowd?.count ?? 0
    const own = [...this.kept.values()].filter((row) => !this.isOfCrowd(row.id) && fits(row))
    return {
      length: count + own.length,
      slice: (start, end) => {
        const rows: Row[] = []
        for (let place = start; place < Math.min(end, count); place++) rows.push(this.#at(place))
        return [...rows, ...own.slice(Math.max(start - count, 0), Math.max(end - count, 0))]
      },
    }
  }

  /** The first rows of the crowd that are not kept. */
  someOfCrowd(most: number): Row[] {
    const rows: Row[] = []
    for (let place = 0; place < (this.#crowd?.count ?? 0) && rows.length < most; place++) {
      const row = this.#at(place)
      if (!this.kept.has(row.id)) rows.push(row)
    }
    return rows
  }

  /** Forgets the rows; the crowd stays behind them as it was. */
  clear(): void {
    this.kept.clear()
    this.#looked.clear()
  }

  #look(idOrName: string): Row | undefined {
    const place = this.#crowd?.placeOf(idOrName)
    if (place === undefined) return undefined
    const row = this.#at(place)
    if (!this.kept.has(row.id)) this.#looked.set(row.id, row)
    return row
  }

  #at(place: number): Row {
    const crowd = this.#crowd
    if (!crowd) throw new RangeError(`There is no row at ${place}`)
    const row = crowd.at(place)
    return this.kept.get(row.id) ?? this.#looked.get(row.id) ?? row
  }
}
