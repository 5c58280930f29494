import type { AppInfo, Channel, State } from '../../sandbox/protocol.ts'
import { createSandbox } from '../../sandbox/server/index.ts'
import type { Picture, Surface } from '../../sandbox/web/gallery/picture.ts'
import type { Locale } from '../../src/kit/i18n/index.ts'
import { samples } from '../../test/gallery/samples.ts'

/** The channel of the incident that the samples tell of. */
const incidentChannel: Channel = {
  id: 'C0INCIDENT',
  name: 'サービスa-20261123i',
  creator: 'U0SSSBOT01',
  created: 1795410600,
  is_private: false,
  is_archived: false,
  topic: '',
  purpose: '',
  members: [],
  bookmarks: [],
  pins: [],
  messages: [],
}

/** Every sample in both languages, and the sandbox's people and channels that they name. */
export async function takePicture(): Promise<Picture> {
  const sandbox = await createSandbox()
  try {
    const ask = async <T>(path: string): Promise<T> =>
      // It is the sandbox of this very process, with the same types.
      (await fetch(`${sandbox.url}/_sandbox/${path}`)).json() as Promise<T>
    const [state, app] = await Promise.all([ask<State>('state'), ask<AppInfo>('app')])
    const channels = [...state.channels.map((channel) => ({ ...channel, messages: [] })), incidentChannel]
    const users = state.users.filter((user) => !user.generated)
    const draw = (sample: (typeof samples)[number], locale: Locale): Surface => sample.render(locale)
    return {
      samples: samples.map((sample) => ({ name: sample.name, ja: draw(sample, 'ja'), en: draw(sample, 'en') })),
      state: { ...state, users, channels },
      app,
    }
  } finally {
    await sandbox.close()
  }
}
