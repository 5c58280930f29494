/** The last entries of something, each with a number that only grows. */
export class Log<Entry extends { seq: number }> {
  readonly #entries: Entry[] = []
  readonly #most: number
  #seq: number

  constructor(most = 20_000, startAt = 0) {
    this.#most = most
    this.#seq = startAt
  }

  get seq(): number {
    return this.#seq
  }

  add(entry: Omit<Entry, 'seq'>): Entry {
    this.#seq += 1
    // A spread union loses what ties its members together.
    const numbered = { seq: this.#seq, ...entry } as Entry
    this.#entries.push(numbered)
    if (this.#entries.length > this.#most * 1.5) this.#entries.splice(0, this.#entries.length - this.#most)
    return numbered
  }

  /** Forgets every entry; the numbers go on, so that whoever holds one reads on from it. */
  clear(): void {
    this.#entries.length = 0
  }

  /** The newest entry of a kind. */
  last(isMeant: (entry: Entry) => boolean): Entry | undefined {
    return this.#entries.findLast(isMeant)
  }

  /** What came after number `seq`; undefined when some of it is no longer kept. */
  since(seq: number): Entry[] | undefined {
    const first = this.#entries[0]?.seq ?? this.#seq + 1
    if (seq < first - 1 || seq > this.#seq) return undefined
    return this.#entries.slice(seq - first + 1)
  }

  /** Like `since`, taking as much as there is. */
  after(seq: number): Entry[] {
    return this.since(seq) ?? this.#entries.filter((entry) => entry.seq > seq)
  }
}
