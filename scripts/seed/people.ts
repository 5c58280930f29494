/** Who works at the company that the sandbox plays, by id: `sandbox/server/seed/people.ts` and the groups beside it. */
type Crew = {
  declarers: readonly string[]
  handlers: readonly string[]
  responders: readonly string[]
  called: readonly string[]
}

const support = ['U0YAMAMOTO', 'U0NAKAMURA', 'U0DAVE']
const csirt = ['U0KOBAYASHI', 'U0KATO', 'U0ITO']

const serviceA = ['U0TANAKA', 'U0SATO', 'U0ITO', 'U0WATANABE', 'U0ALICE']
const serviceB = ['U0SUZUKI', 'U0TAKAHASHI', 'U0ITO', 'U0WATANABE', 'U0BOB']

export const crews: Readonly<Record<'a' | 'b', Crew>> = {
  a: {
    declarers: [...support, ...serviceA],
    handlers: ['U0SATO', 'U0TANAKA', 'U0ALICE', 'U0ITO'],
    responders: [...serviceA, 'U0YAMAMOTO', 'U0CAROL'],
    called: [...serviceA, 'U0YAMAMOTO'],
  },
  b: {
    declarers: [...support, ...serviceB],
    handlers: ['U0TAKAHASHI', 'U0SUZUKI', 'U0BOB', 'U0ITO'],
    responders: [...serviceB, 'U0DAVE', 'U0CAROL'],
    called: [...serviceB, 'U0DAVE'],
  },
}

/** Who is called into a private incident, and works on it. */
export const secretCrew: Crew = { declarers: csirt, handlers: csirt, responders: csirt, called: csirt }

/** Who is called from a level on. */
export const executives = ['U0YOSHIDA', 'U0CAROL', 'U0WATANABE']

/** Where public incidents are broadcast, as the project's own settings say. */
export const broadcasts = (
  service: 'a' | 'b',
  kind: string,
): readonly { channel: string; style: 'full' | 'brief' }[] =>
  kind === 'real'
    ? [
        { channel: `C0SERVICE${service.toUpperCase()}`, style: 'full' },
        { channel: 'C0INCIDENTS', style: 'full' },
        { channel: 'C0DEVALL', style: 'full' },
        { channel: 'C0CUSTOMERSUPPORT', style: 'brief' },
      ]
    : [{ channel: 'C0DRILLS', style: 'full' }]
