import type { ChangeBody, View } from '../../protocol.ts'
import { plainValues } from './state-values.ts'
import type { StoredView } from './types.ts'

/** Slack shows at most three views on top of each other. */
const deepest = 3

/** The open modals of each person, as a stack, and everyone's App Home. */
export class Views {
  readonly stacks = new Map<string, StoredView[]>()
  readonly homes = new Map<string, StoredView>()
  readonly #changed: (change: ChangeBody) => void

  constructor(changed: (change: ChangeBody) => void) {
    this.#changed = changed
  }

  clear(): void {
    this.stacks.clear()
    this.homes.clear()
  }

  find(test: (view: StoredView) => boolean): StoredView | undefined {
    for (const stack of this.stacks.values()) for (const view of stack) if (test(view)) return view
    for (const home of this.homes.values()) if (test(home)) return home
    return undefined
  }

  top(user: string): StoredView | undefined {
    return this.stacks.get(user)?.at(-1)
  }

  depth(view: StoredView): number {
    return (this.stacks.get(view.user)?.indexOf(view) ?? 0) + 1
  }

  full(user: string): boolean {
    return (this.stacks.get(user)?.length ?? 0) >= deepest
  }

  push(view: StoredView): void {
    const stack = this.stacks.get(view.user) ?? []
    stack.push(view)
    this.stacks.set(view.user, stack)
    this.told(view.user)
  }

  /** Takes a view and all above it away; answers what was taken, bottom first. */
  remove(view: StoredView): StoredView[] {
    const stack = this.stacks.get(view.user) ?? []
    const taken = stack.splice(Math.max(stack.indexOf(view), 0))
    this.told(view.user)
    return taken
  }

  removeAll(user: string): StoredView[] {
    const taken = this.stacks.get(user) ?? []
    this.stacks.delete(user)
    if (taken.length > 0) this.told(user)
    return taken
  }

  setHome(view: StoredView): void {
    this.homes.set(view.user, view)
    this.#changed({ kind: 'home', user: view.user, view: this.picture(view) })
  }

  /** To be called after a view changed in place. */
  changed(view: StoredView): void {
    if (view.type === 'home') this.setHome(view)
    else this.told(view.user)
  }

  told(user: string): void {
    const top = this.top(user)
    this.#changed({ kind: 'view', user, view: top ? this.picture(top) : null })
  }

  picture(view: StoredView): View {
    const { id, callback_id, type, blocks, hash, title, submit, close } = view
    const depth = view.type === 'home' ? 1 : this.depth(view)
    return { id, callback_id, type, blocks, values: plainValues(view.values), hash, depth, title, submit, close }
  }

  pictureOfTops(): Record<string, View> {
    const tops: Record<string, View> = {}
    for (const [user, stack] of this.stacks) {
      const top = stack.at(-1)
      if (top) tops[user] = this.picture(top)
    }
    return tops
  }

  pictureOfHomes(): Record<string, View> {
    return Object.fromEntries([...this.homes].map(([user, view]) => [user, this.picture(view)]))
  }
}
