import { Unable } from '../control/words.ts'
import type { Deliveries } from '../delivery/deliveries.ts'
import type { Envelope } from '../delivery/transport.ts'
import { appSettings } from '../seed/app.ts'
import type { Json } from '../workspace/json.ts'
import type { Person, StateValues } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { ResponseUrls } from './response-urls.ts'
import { Triggers } from './triggers.ts'

/** What interactions share: trigger ids, response addresses, what people chose in messages, and the way to the app. */
export class Interactivity {
  readonly workspace: Workspace
  readonly triggers: Triggers
  readonly responseUrls: ResponseUrls
  /** What a person chose in a message's menus, by person, channel and ts. */
  readonly messageStates = new Map<string, StateValues>()
  /** The options that the app offered for an external menu, latest first, by person and action id. */
  readonly offers = new Map<string, Json[]>()
  readonly #deliveries: Deliveries

  /** `triggerLife` in milliseconds. */
  constructor(workspace: Workspace, deliveries: Deliveries, triggerLife: number) {
    this.workspace = workspace
    this.triggers = new Triggers(workspace.now, triggerLife)
    this.responseUrls = new ResponseUrls(workspace)
    this.#deliveries = deliveries
  }

  /** Forgets what people chose, when the seed is restored. */
  forget(): void {
    this.messageStates.clear()
    this.offers.clear()
  }

  /** The fields that every interaction carries. */
  common(person: Person): Json {
    const { team } = this.workspace
    return {
      user: { id: person.id, username: person.name, name: person.name, team_id: this.workspace.teamOf(person.id) },
      api_app_id: appSettings.appId,
      token: appSettings.verificationToken,
      team: { id: team.id, domain: team.domain },
      enterprise: null,
      is_enterprise_install: false,
    }
  }

  /** Sends an interaction; the answer is what the app acknowledged with. Throws Unable when it does not within 3 s. */
  async send(kind: Envelope['kind'], type: string, payload: Json): Promise<unknown> {
    const outcome = await this.#deliveries.attempt({ kind, type, payload })
    if (!outcome.acked) throw new Unable('app_silent')
    return outcome.ack
  }
}
