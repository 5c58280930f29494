import type { Localized, Settings } from '../settings/index.ts'

/** What the environment lacks for the pagers of the settings, in words for the person who runs the bot. */
export function missingSecrets(settings: Settings, secret: (name: string) => string | undefined): Localized[] {
  return Object.entries(settings.pagers)
    .flatMap(([name, { secretEnv, reads }]) =>
      [secretEnv, ...(reads ? [reads.keyEnv] : [])].map((env) => ({ name, env })),
    )
    .filter(({ env }) => !secret(env))
    .map(({ name, env }) => ({
      ja: `環境変数 ${env} がありません。設定の pagers.${name} が使います。値を入れて起動し直してください`,
      en: `The environment variable ${env} is missing, which pagers.${name} of the settings needs: set it and start again`,
    }))
}
