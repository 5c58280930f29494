import { defineTexts } from '../../kit/i18n/index.ts'

/** As the record of changes tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'upkeep.archive_put_off': '{{who}} がアーカイブを延期',
  },
  en: {
    'upkeep.archive_put_off': '{{who}} postponed archiving',
  },
})
