import type { Localized, Settings } from '../settings/index.ts'

/** What the environment lacks for the pagers of the settings, in words for the person who runs the bot. */
export function missingSecrets(settings: Settings, secret: (name: string) => string | undefined): Localized[] {
  return Object.entries(settings.pagers)
    .filter(([, { secretEnv }]) => !secret(secretEnv))
    .map(([name, { secretEnv }]) => ({
      ja: `環境変数 ${secretEnv} がありません。設定の pagers.${name} が使います。値を入れて起動し直してください`,
      en: `The environment variable ${secretEnv} is missing, which pagers.${name} of the settings needs: set it and start again`,
    }))
}
